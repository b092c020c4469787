#include "views/style/palette.h"

#include <array>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Entry
{
    QLatin1StringView name;
    QRgb light;
    QRgb dark;
};

// In the order of Token. Contrast and distance under colour vision deficiency were chosen together: change
// one, check all (tst_palette holds the contrast).
constexpr std::array<Entry, tokenCount> table = {{
    {"Window"_L1, 0xffF5F5F3, 0xff17191C},
    {"Base"_L1, 0xffFFFFFF, 0xff1E2124},
    {"Sunken"_L1, 0xffFAFAF8, 0xff1A1D20},
    {"Line"_L1, 0xffE4E4E0, 0xff2D3237},
    {"Line2"_L1, 0xffC6C7C3, 0xff474E55},
    {"Ink"_L1, 0xff1E2226, 0xffE7E9EB},
    {"Ink2"_L1, 0xff535A62, 0xffAAB1B8},
    {"Ink3"_L1, 0xff646A72, 0xff9BA3AB},
    {"Mute"_L1, 0xff7D838A, 0xff858D95},
    {"Accent"_L1, 0xff2468B2, 0xff6CA8EA},
    {"OnAccent"_L1, 0xffFFFFFF, 0xff17191C},
    {"Sel"_L1, 0xffE2ECF7, 0xff243A52},
    {"Hover"_L1, 0xffEFF0ED, 0xff262A2E},
    {"Note"_L1, 0xffFBF4E2, 0xff2B2720},
    {"Met"_L1, 0xff1F7A68, 0xff6DC9A9},
    {"Way"_L1, 0xffB27B06, 0xffF5C851},
    {"Not"_L1, 0xffA81A14, 0xffEC6A4E},
    {"Unknown"_L1, 0xff7D838A, 0xff858D95},
    {"Stale"_L1, 0xff5D6875, 0xff9AA7B5},
    {"Conflict"_L1, 0xff8A0F93, 0xffC67DD0},
    {"MapMet"_L1, 0xff9BCBBE, 0xff2E6E5F},
    {"MapWay"_L1, 0xffF3E3BF, 0xff5E5020},
    {"Sea"_L1, 0xffE6EDF2, 0xff14181C},
    {"Land"_L1, 0xffF3F2EE, 0xff22262A},
    {"Coast"_L1, 0xffC9CBC8, 0xff3A4147},
    {"Terr"_L1, 0xffFFFFFF, 0xff343A40},
    {"TerrLine"_L1, 0xff8F979E, 0xff7C858D},
    {"WaterName"_L1, 0xff5A7184, 0xff8094A8},
    {"Graticule"_L1, 0xffD3DCE2, 0xff232A30},
}};

bool isHex(QStringView text)
{
    if (text.size() != 7 || text[0] != u'#')
        return false;
    for (const QChar c : text.mid(1)) {
        const bool digit = c >= u'0' && c <= u'9';
        const bool letter = (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!digit && !letter)
            return false;
    }
    return true;
}

} // namespace

QColor colour(Theme theme, Token token)
{
    const Entry &entry = table[static_cast<std::size_t>(token)];
    return QColor(theme == Theme::Light ? entry.light : entry.dark);
}

std::optional<Token> tokenByName(QStringView name)
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].name == name)
            return static_cast<Token>(i);
    }
    return std::nullopt;
}

QPalette themePalette(Theme theme)
{
    const Tokens ink(theme);
    QPalette p;
    p.setColor(QPalette::Window, ink[Token::Window]);
    p.setColor(QPalette::WindowText, ink[Token::Ink]);
    p.setColor(QPalette::Base, ink[Token::Base]);
    p.setColor(QPalette::AlternateBase, ink[Token::Sunken]);
    p.setColor(QPalette::Text, ink[Token::Ink]);
    p.setColor(QPalette::PlaceholderText, ink[Token::Ink3]);
    p.setColor(QPalette::Button, ink[Token::Base]);
    p.setColor(QPalette::ButtonText, ink[Token::Ink]);
    p.setColor(QPalette::BrightText, ink[Token::OnAccent]);
    p.setColor(QPalette::ToolTipBase, ink[Token::Window]);
    p.setColor(QPalette::ToolTipText, ink[Token::Ink]);
    p.setColor(QPalette::Highlight, ink[Token::Sel]);
    p.setColor(QPalette::HighlightedText, ink[Token::Ink]);
    p.setColor(QPalette::Link, ink[Token::Accent]);
    p.setColor(QPalette::LinkVisited, ink[Token::Accent]);
    // Fusion draws its bevels from these five; flat lines result when they are the line colours.
    p.setColor(QPalette::Light, ink[Token::Base]);
    p.setColor(QPalette::Midlight, ink[Token::Line]);
    p.setColor(QPalette::Mid, ink[Token::Line2]);
    p.setColor(QPalette::Dark, ink[Token::Mute]);
    p.setColor(QPalette::Shadow, ink[Token::Line2]);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, ink[Token::Mute]);
    return p;
}

Theme themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}

QColor projectHue(Theme theme, QStringView light, QStringView dark)
{
    const QStringView text = theme == Theme::Light ? light : dark;
    // Only #RRGGBB: QColor would also read names and other lengths, which another program may not.
    return isHex(text) ? QColor(text.toString()) : colour(theme, Token::Ink2);
}

} // namespace liaison
