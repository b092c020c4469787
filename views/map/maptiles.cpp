#include "views/map/maptiles.h"

#include "views/map/mapsprites.h"
#include "views/map/tiletotals.h"
#include "views/style/levelpainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

// px at 100 %
constexpr double largest = 42; // from tile to tile
constexpr double margin = 12;
constexpr double gap = 3; // between tiles
constexpr double captionHeight = 40;
constexpr double dimmed = 0.28;

} // namespace

void MapTiles::setContent(const MapContent &content)
{
    m_content = content;
    m_selected.clear();
    m_current.reset();
    m_hovered.reset();
    std::vector<TileLayout::Place> places;
    for (const MapContent::Place &place : content.places)
        places.push_back({place.code, place.points.empty() ? QPointF() : place.points.front()});
    m_layout.setPlaces(std::move(places));
    layOut();
}

void MapTiles::setLook(Tokens tokens, double unit)
{
    m_tokens = tokens;
    m_unit = unit;
    layOut();
}

void MapTiles::setSize(QSizeF size)
{
    m_size = size;
    layOut();
}

void MapTiles::setSelection(const QSet<size_t> &places, std::optional<size_t> current)
{
    m_selected = places;
    m_current = current;
}

double MapTiles::inset() const
{
    return margin * m_unit;
}

void MapTiles::layOut()
{
    if (m_size.isEmpty())
        return;
    const double width = m_size.width() - 2 * margin * m_unit;
    const double height = m_size.height() - (2 * margin + captionHeight) * m_unit;
    const double aspect = std::round(width / std::max(height, 1.0) * 2) / 2; // not anew for every px
    const QPointF corner(margin * m_unit, margin * m_unit);
    m_layout.arrange({QRectF(corner, QSizeF(width, height)), largest * m_unit, gap * m_unit, aspect});
    const int rows = std::max(m_layout.cells(aspect).height(), 1);
    m_captionY = corner.y() + rows * m_layout.pitch() + 6 * m_unit;
}

QString MapTiles::caption() const
{
    if (m_content.figure)
        //: "Activities, twelve months to 15 Feb 2007."
        return QCoreApplication::translate("liaison::MapTiles", "%1, %2. Every territory the same size.")
            .arg(m_content.figure->title, m_content.figure->period);
    QStringList titles;
    for (const MapContent::Total &total : m_content.totals)
        titles.append(total.title);
    return QCoreApplication::translate(
        "liaison::MapTiles", "In each tile, left to right: %1. Every territory the same size.")
        .arg(titles.join(QStringLiteral(", ")));
}

void MapTiles::paint(QPainter *painter) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRectF(QPointF(), m_size), m_tokens[Token::Base]);
    for (size_t i = 0; i < m_layout.count(); ++i)
        paintTile(painter, i);
    if (m_layout.count() > 0) {
        painter->setFont(mapFont(MapFont::Legend, m_unit));
        painter->setPen(m_tokens[Token::Ink2]);
        const QRectF page = QRectF(QPointF(), m_size).adjusted(inset(), inset(), -inset(), -inset());
        QRectF words;
        painter->drawText(QRectF(page.left(), m_captionY, page.width(), captionHeight * m_unit),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption(), &words);
        paintTotals(painter, page, words.bottom());
        if (m_content.figure)
            NumberLegend(
                m_content.figure->scale, m_content.figure->title, page.width(), Qt::LeftToRight, m_unit)
                .paint(
                    painter, {page.left(), words.bottom() + inset() / 2}, m_tokens[Token::Accent], m_tokens);
    }
    painter->restore();
}

// Below the tiles, or beside them where there is no room below; else they are left out.
void MapTiles::paintTotals(QPainter *painter, const QRectF &page, double captionBottom) const
{
    const QSizeF size = tileTotalsSize(m_content, m_unit);
    const double across = std::min(page.width(), size.width() * 1.25);
    const double below = captionBottom + inset();
    const double beside = m_layout.bounds().right() + 2 * inset();
    if (below + size.height() <= page.bottom() && across >= size.width())
        paintTileTotals(
            painter, m_content, QRectF(page.left(), below, across, size.height()), m_tokens, m_unit);
    else if (beside + size.width() <= page.right() && page.top() + size.height() <= m_captionY)
        paintTileTotals(painter, m_content,
            QRectF(beside, page.top(), std::min(page.right() - beside, across), size.height()), m_tokens,
            m_unit);
}

void MapTiles::paintTile(QPainter *painter, size_t place) const
{
    const MapContent::Place &at = m_content.places[place];
    const QRectF rect = m_layout.tileRect(place);
    const bool isChosen = m_selected.contains(place) || m_current == place;
    const bool isShown = m_shown.isEmpty() || m_shown.contains(at.level);
    const double width = (isChosen ? 2 : 1) * m_unit;
    painter->setOpacity(isShown ? 1 : dimmed);
    if (m_content.figure) {
        NumberTile tile{at.code, at.number ? at.text : QStringLiteral("–")};
        if (at.number)
            tile.share = m_content.figure->scale.shareOf(m_content.figure->scale.stepOf(*at.number));
        tile.isChosen = isChosen;
        tile.isHovered = m_hovered == place;
        paintNumberTile(painter, tile, rect, m_tokens[Token::Accent], m_tokens, m_unit);
        painter->setOpacity(1);
        return;
    }
    painter->setBrush(m_hovered == place ? m_tokens[Token::Hover] : m_tokens[Token::Base]);
    painter->setPen(QPen(m_tokens[isChosen ? Token::Accent : Token::Line2], width));
    painter->drawRoundedRect(
        rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), 3 * m_unit, 3 * m_unit);

    const auto count = static_cast<double>(at.standings.size());
    const bool isTiny =
        rect.height() < 22 * m_unit; // room for the code only: the one indicator as its colour
    QFont font = mapFont(MapFont::Legend, m_unit);
    font.setPixelSize(static_cast<int>(std::clamp(rect.height() * 0.34, 7.0 * m_unit, 12.0 * m_unit)));
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(m_tokens[Token::Ink]);
    const double inset = 4 * m_unit;
    if (isTiny || count == 0) {
        painter->drawText(rect, Qt::AlignCenter, at.code);
        painter->setOpacity(1);
        return;
    }
    painter->drawText(
        rect.adjusted(inset, inset / 2, 0, -rect.height() / 2), Qt::AlignLeft | Qt::AlignVCenter, at.code);
    const double step = (rect.width() - 2 * inset) / count;
    const double radius = std::min(step * 0.46, 5 * m_unit);
    for (size_t i = 0; i < at.standings.size(); ++i)
        paintStanding(painter, at.standings[i],
            QPointF(
                rect.left() + inset + step * (static_cast<double>(i) + 0.5), rect.bottom() - inset - radius),
            radius, m_tokens);
    // What has changed since is underlined.
    for (size_t i = 0; i < at.turned.size(); ++i) {
        if (at.turned[i])
            painter->fillRect(QRectF(rect.left() + inset + step * (static_cast<double>(i) + 0.1),
                                  rect.bottom() - 3 * m_unit, 0.8 * step, 2 * m_unit),
                m_tokens[Token::Accent]);
    }
    painter->setOpacity(1);
}

} // namespace liaison
