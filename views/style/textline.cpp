#include "views/style/textline.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QStaticText>

#include <array>
#include <memory>
#include <optional>

namespace liaison {

namespace {

// A long file would fill the memory; forgetting all is simple and costs one frame.
constexpr qsizetype mostTexts = 4'000;

struct Laid
{
    QStaticText text;
    int width;
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
        Laid made{QStaticText(text), metrics.horizontalAdvance(text)};
        made.text.setTextFormat(Qt::PlainText);
        return *texts.insert(text, made);
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
        const QString cut = texts.metrics.elidedText(text, Qt::ElideRight, place.width());
        line = {QStaticText(cut), texts.metrics.horizontalAdvance(cut)};
        line.text.setTextFormat(Qt::PlainText);
    }
    painter.setFont(texts.font);
    painter.setPen(ink);
    const int left = side.testFlag(Qt::AlignRight) ? place.right() + 1 - line.width
        : side.testFlag(Qt::AlignHCenter)          ? place.left() + (place.width() - line.width) / 2
                                                   : place.left();
    painter.drawStaticText(
        QPointF(left, place.top() + (place.height() - texts.metrics.height()) / 2), line.text);
    return line.width;
}

} // namespace liaison
