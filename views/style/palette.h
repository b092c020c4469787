#pragma once

#include <QColor>
#include <QPalette>
#include <QStringView>

#include <optional>

namespace liaison {

enum class Theme { Light, Dark };

/// Every colour of the program, by what it is for. Data brings one more kind: the hue of a project, see
/// projectHue(). Text is always Ink, Ink2 or Ink3 (contrast 4.5 and more on Base, Sunken, Window and Sel);
/// the rest is for symbols, lines and fills. Met, Way, Not and Conflict appear only in level symbols, roll-up
/// bars and late dates, never beside a project hue in the same role, and never as text.
enum class Token {
    Window, ///< menu, navigation, inspector, status bar
    Base, ///< tables and page
    Sunken, ///< filter bar, totals, weekends
    Line, ///< hairline
    Line2, ///< border of controls, line under a head
    Ink, ///< text
    Ink2, ///< second text, icons
    Ink3, ///< captions, placeholders
    Mute, ///< symbols and lines, never text
    Accent, ///< selection ring, focus, links, the one main button of a page
    OnAccent, ///< text on Accent
    Sel, ///< selected row; its text stays Ink
    Hover, ///< row under the pointer
    Note, ///< note strip
    Met,
    Way,
    Not,
    Unknown,
    Stale,
    Conflict,
    MapMet,
    MapWay,
    Sea,
    Land, ///< land outside the region
    Coast, ///< outline of Land
    Terr, ///< a territory of the region without a level
    TerrLine, ///< its outline
    WaterName, ///< names of seas, in italics
    Graticule, ///< meridians and parallels
};
inline constexpr int tokenCount = static_cast<int>(Token::Graticule) + 1;

QColor colour(Theme theme, Token token);

/// The token of a name as written above ("Line2"): the stylesheet names them so.
std::optional<Token> tokenByName(QStringView name);

/// The palette of a theme, for QApplication::setPalette(); disabled text is Mute.
QPalette themePalette(Theme theme);

/// The theme a palette belongs to, by the lightness of its window: true for any palette, also the desktop's
/// own and those the stylesheet engine derives, so a delegate can ask option.palette.
Theme themeOf(const QPalette &palette);

/// The hue of a project, whose two colours (#RRGGBB) are data. What is not such a colour gives Ink2: the code
/// tells the project.
QColor projectHue(Theme theme, QStringView light, QStringView dark);

/// The colours as a painter or delegate wants them: `const auto ink = Tokens::of(option.palette);
/// p->setPen(ink[Token::Ink2]);`. Paper always paints with Tokens(Theme::Light).
class Tokens
{
public:
    explicit Tokens(Theme theme)
        : m_theme(theme)
    {
    }
    static Tokens of(const QPalette &palette) { return Tokens(themeOf(palette)); }

    Theme theme() const { return m_theme; }
    QColor operator[](Token token) const { return colour(m_theme, token); }
    QColor projectHue(QStringView light, QStringView dark) const
    {
        return liaison::projectHue(m_theme, light, dark);
    }

private:
    Theme m_theme;
};

} // namespace liaison
