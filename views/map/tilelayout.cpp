#include "views/map/tilelayout.h"

#include "views/map/mapfit.h"
#include "views/map/mapgeometry.h"
#include "views/map/tilegrid.h"

#include <algorithm>

namespace liaison {

void TileLayout::setPlaces(std::vector<Place> places)
{
    const bool isSame = std::equal(places.begin(), places.end(), m_places.begin(), m_places.end(),
        [](const Place &a, const Place &b) { return a.code == b.code; });
    m_places = std::move(places);
    if (!isSame)
        m_cells.clear();
}

void TileLayout::findCells(double aspect)
{
    if (m_cells.size() == m_places.size() && aspect == m_aspect)
        return;
    m_aspect = aspect;
    std::vector<double> east;
    for (const Place &place : m_places)
        east.push_back(place.point.x());
    const MapTransform turn(middleMeridian(east), 0);
    std::vector<TileWish> wishes;
    for (const Place &place : m_places)
        wishes.push_back({place.code, {turn.turned(place.point.x()), sheetPoint(0, place.point.y()).y()}});
    m_cells = tileGrid(wishes, aspect);
}

QSize TileLayout::cells(double aspect)
{
    findCells(aspect);
    QSize size;
    for (const QPoint &cell : m_cells)
        size = size.expandedTo(QSize(cell.x() + 1, cell.y() + 1));
    return size;
}

void TileLayout::arrange(const Room &room)
{
    const QSize size = cells(room.aspect).expandedTo(QSize(1, 1));
    m_corner = room.place.topLeft();
    m_gap = room.gap;
    m_pitch =
        std::min({room.largest, room.place.width() / size.width(), room.place.height() / size.height()});
}

QRectF TileLayout::tileRect(size_t place) const
{
    if (place >= m_cells.size())
        return {};
    const double side = m_pitch - m_gap;
    return QRectF(m_corner + QPointF(m_cells[place]) * m_pitch, QSizeF(side, side));
}

QRectF TileLayout::bounds() const
{
    QRectF all;
    for (size_t i = 0; i < m_cells.size(); ++i)
        all |= tileRect(i);
    return all;
}

std::optional<size_t> TileLayout::placeAt(QPointF point) const
{
    for (size_t i = 0; i < m_cells.size(); ++i) {
        if (tileRect(i).contains(point))
            return i;
    }
    return std::nullopt;
}

QSet<size_t> TileLayout::placesIn(const QRectF &rect) const
{
    QSet<size_t> places;
    for (size_t i = 0; i < m_cells.size(); ++i) {
        if (tileRect(i).intersects(rect))
            places.insert(i);
    }
    return places;
}

std::optional<size_t> TileLayout::neighbour(size_t place, MapScene::Direction direction) const
{
    const std::vector<QPointF> points(m_cells.begin(), m_cells.end());
    return nextIn(points, place, direction);
}

} // namespace liaison
