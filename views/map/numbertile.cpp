#include "views/map/numbertile.h"

#include "views/map/mapsprites.h"
#include "views/style/shades.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct TileTr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::NumberTile)
};

constexpr int mostSteps = 4;
constexpr double least = 0.2, only = 0.45; // of the hue, in the first step and where there is but one

// px at 100 %
constexpr double swatchWidth = 22;
constexpr double lineHeight = 18;
constexpr double swatchHeight = 14;
constexpr double gap = 6;
constexpr double roomForNumber = 22; // side of a tile that has it

// 1, 2, 3, 5, 10, 20, 30 ...: the smallest that is at least so large.
qint64 roundWidth(qint64 atLeast)
{
    for (qint64 decade = 1;; decade *= 10) {
        for (const qint64 digit : {1, 2, 3, 5}) {
            if (digit * decade >= atLeast)
                return digit * decade;
        }
    }
}

// The largest size up to this one at which the text fits.
QFont fitted(QFont font, double size, double smallest, const QString &text, double width)
{
    for (;; size -= 1) {
        font.setPixelSize(std::max(1, static_cast<int>(size)));
        if (size - 1 < smallest || QFontMetricsF(font).horizontalAdvance(text) <= width)
            return font;
    }
}

} // namespace

NumberScale::NumberScale(const std::vector<qint64> &numbers)
{
    const qint64 most =
        numbers.empty() ? 0 : std::max<qint64>(0, *std::max_element(numbers.begin(), numbers.end()));
    m_width = most <= mostSteps ? 1 : roundWidth((most + mostSteps - 1) / mostSteps);
    m_steps = static_cast<int>((most + m_width - 1) / m_width);
}

int NumberScale::stepOf(qint64 number) const
{
    return number <= 0 ? 0 : static_cast<int>(std::min<qint64>(m_steps, (number + m_width - 1) / m_width));
}

QString NumberScale::stepText(int step) const
{
    const QLocale locale;
    if (step == 0 || m_width == 1)
        return locale.toString(step);
    return locale.toString((step - 1) * m_width + 1) + u'–' + locale.toString(step * m_width);
}

double NumberScale::shareOf(int step) const
{
    if (step <= 0)
        return 0;
    return m_steps == 1 ? only : least + (1 - least) * (step - 1) / (m_steps - 1);
}

void paintNumberTile(QPainter *painter, const NumberTile &tile, const QRectF &rect, const QColor &hue,
    const Tokens &tokens, double unit)
{
    const Shade shade = tile.share && *tile.share > 0 ? shadeOf(hue, *tile.share, tokens)
                                                      : Shade{tokens[Token::Base], tokens[Token::Ink]};
    const bool isEmpty = !tile.share;
    const double line = (tile.isChosen ? 2 : 1) * unit;
    painter->setBrush(tile.isHovered && isEmpty ? tokens[Token::Hover] : shade.ground);
    painter->setPen(QPen(tokens[tile.isChosen     ? Token::Accent
                                 : tile.isHovered ? Token::Ink2
                                                  : Token::Line2],
        line));
    painter->drawRoundedRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2), 3 * unit, 3 * unit);

    QFont font = mapFont(MapFont::Legend, unit);
    font.setWeight(QFont::Medium);
    const double inset = std::min(4 * unit, rect.height() * 0.12);
    const QRectF inner = rect.adjusted(inset, inset / 2, -inset, -inset / 2);
    font = fitted(
        font, std::clamp(rect.height() * 0.34, 6 * unit, 12 * unit), 4 * unit, tile.code, inner.width());
    painter->setFont(font);
    painter->setPen(shade.ink);
    if (rect.height() < roomForNumber * unit) {
        painter->drawText(rect, Qt::AlignCenter, tile.code);
        return;
    }
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, tile.code);
    if (tile.number.isEmpty())
        return;
    font.setWeight(QFont::Normal);
    painter->setFont(fitted(
        font, std::clamp(rect.height() * 0.38, 7 * unit, 15 * unit), 6 * unit, tile.number, inner.width()));
    painter->setPen(isEmpty ? tokens[Token::Ink2] : shade.ink);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignBottom, tile.number);
}

NumberLegend::NumberLegend(
    const NumberScale &scale, const QString &noun, double width, Qt::LayoutDirection direction, double unit)
    : m_unit(unit)
{
    m_items.push_back({noun, std::nullopt, {}});
    for (int step = 0; step <= scale.steps(); ++step)
        m_items.push_back({scale.stepText(step), scale.shareOf(step), {}});
    //: Legend of tiles with numbers: what a dash means.
    m_items.push_back({TileTr::tr("– no record"), std::nullopt, {}});
    const QFontMetricsF metrics(mapFont(MapFont::Legend, unit));
    double x = 0;
    for (Item &item : m_items) {
        double wide = metrics.horizontalAdvance(item.text);
        if (item.share)
            wide = std::max(wide + gap * unit, swatchWidth * unit);
        if (x > 0 && x + wide > width) {
            x = 0;
            m_height += lineHeight * unit;
        }
        item.box =
            QRectF(direction == Qt::RightToLeft ? width - x - wide : x, m_height, wide, lineHeight * unit);
        x += wide + gap * unit;
    }
    m_height += lineHeight * unit;
}

void NumberLegend::paint(QPainter *painter, QPointF corner, const QColor &hue, const Tokens &tokens) const
{
    painter->setFont(mapFont(MapFont::Legend, m_unit));
    for (const Item &item : m_items) {
        const QRectF box = item.box.translated(corner);
        painter->setPen(tokens[Token::Ink2]);
        if (item.share) {
            const Shade shade = *item.share > 0 ? shadeOf(hue, *item.share, tokens)
                                                : Shade{tokens[Token::Base], tokens[Token::Ink]};
            const double over = (box.height() - swatchHeight * m_unit) / 2;
            painter->fillRect(box.adjusted(0, over, 0, -over), tokens[Token::Line2]);
            painter->fillRect(box.adjusted(m_unit, over + m_unit, -m_unit, -over - m_unit), shade.ground);
            painter->setPen(shade.ink);
        }
        const int across = item.share ? Qt::AlignHCenter : Qt::AlignLeft;
        painter->drawText(box, across | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), item.text);
    }
}

} // namespace liaison
