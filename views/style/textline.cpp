#include "views/style/textline.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QStaticText>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace liaison {

namespace {

// A long file would fill the memory; forgetting all is simple and costs one frame.
constexpr qsizetype mostTexts = 4'000;
constexpr QChar lastLatin(u'\u02ff'); // what follows may come from another typeface

struct Laid
{
    QStaticText text;
    int width;
    qreal drop; // of its base line below that of the role's font, where another script stands higher
};

struct RoleTexts
{
    explicit RoleTexts(FontRole role)
        : font(textFont(role))
        , metrics(font)
    {
    }

    const Laid &laid(const QString &text)
    {
        if (const auto known = texts.constFind(text); known != texts.constEnd())
            return *known;
        if (texts.size() >= mostTexts)
            texts.clear();
        return *texts.insert(text, lay(text));
    }

    Laid lay(const QString &text) const
    {
        Laid made{QStaticText(text), metrics.horizontalAdvance(text), 0};
        made.text.setTextFormat(Qt::PlainText);
        if (std::any_of(text.begin(), text.end(), [](QChar letter) { return letter > lastLatin; })) {
            QTextLayout layout(text, font);
            layout.beginLayout();
            const QTextLine line = layout.createLine();
            layout.endLayout();
            made.drop = line.ascent() - metrics.ascent();
        }
        return made;
    }

    QFont font;
    QFontMetrics metrics;
    QHash<QString, Laid> texts;
};

struct Memory
{
    qreal scale = 0;
    std::array<std::optional<RoleTexts>, fontRoleCount> roles;
};

RoleTexts &textsOf(FontRole role)
{
    // Fonts must go before the application does.
    static std::unique_ptr<Memory> memory;
    if (!memory) {
        memory = std::make_unique<Memory>();
        qAddPostRoutine([] { memory.reset(); });
    }
    if (const qreal scale = textScale(); scale != memory->scale) {
        *memory = Memory();
        memory->scale = scale;
    }
    auto &texts = memory->roles[static_cast<std::size_t>(role)];
    if (!texts)
        texts.emplace(role);
    return *texts;
}

} // namespace

int textWidth(FontRole role, const QString &text)
{
    return text.isEmpty() ? 0 : textsOf(role).laid(text).width;
}

int drawTextLine(QPainter &painter, FontRole role, const QColor &ink, const QRect &place, Qt::Alignment side,
    const QString &text)
{
    if (text.isEmpty() || place.width() <= 0)
        return 0;
    RoleTexts &texts = textsOf(role);
    Laid line = texts.laid(text);
    if (line.width > place.width()) {
        line = texts.lay(texts.metrics.elidedText(text, Qt::ElideRight, place.width()));
    }
    painter.setFont(texts.font);
    painter.setPen(ink);
    const int left = side.testFlag(Qt::AlignRight) ? place.right() + 1 - line.width
        : side.testFlag(Qt::AlignHCenter)          ? place.left() + (place.width() - line.width) / 2
                                                   : place.left();
    painter.drawStaticText(
        QPointF(left, place.top() + (place.height() - texts.metrics.height()) / 2 - line.drop), line.text);
    return line.width;
}

} // namespace liaison
