#include "views/widgets/filterchip.h"

#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/textline.h"
#include "views/widgets/literaltext.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace liaison {

namespace {

constexpr int edge = 9;
constexpr int gap = 4; // between the words
constexpr int arrow = 12;

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void FilterChip::setChoice(const QString &field, const QString &value, ChipState state)
{
    m_field = field;
    m_value = value;
    const QString text = tr("%1: %2").arg(field, value);
    setText(literalText(text));
    setAccessibleName(text);
    setChip(this, state);
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const int words = textWidth(FontRole::Body, m_field) + textWidth(FontRole::BodyStrong, m_value);
    return {words + scaledPx(2 * edge + 2 * gap + arrow), scaledPx(metrics::barControlHeight)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option); // border and ground
    const Tokens tokens = Tokens::of(palette());
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    int x = scaledPx(edge);
    const auto write = [&](FontRole role, Token ink, const QString &text) {
        const int wide = textWidth(role, text);
        drawTextLine(painter, role, tokens[isEnabled() ? ink : Token::Mute],
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height())), side, text);
        x += wide + scaledPx(gap);
    };
    write(FontRole::Body, Token::Ink2, m_field);
    write(FontRole::BodyStrong, Token::Ink, m_value);
    const int size = scaledPx(arrow);
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - size) / 2, size, size));
    painter.drawPixmap(
        place, iconPixmap(QStringLiteral("chevron-down"), tokens[Token::Ink2], size, devicePixelRatioF()));
}

} // namespace liaison
