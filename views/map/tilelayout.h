#pragma once

#include "views/map/mapscene.h"

#include <QPoint>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace liaison {

/// Where the tiles of a region stand, one size each; no painting. Never mirrored: a map is not.
class TileLayout
{
public:
    struct Place
    {
        QString code;
        QPointF point; ///< longitude and latitude
    };
    /// @param room, largest, gap px: what there is, most from tile to tile, and between two
    /// @param aspect width by height of the cells that are sought, see tileGrid()
    struct Room
    {
        QRectF place;
        double largest = 0;
        double gap = 0;
        double aspect = 1;
    };

    void setPlaces(std::vector<Place> places);
    void arrange(const Room &room);

    size_t count() const { return m_places.size(); }
    /// Columns and rows at this aspect.
    QSize cells(double aspect);
    double pitch() const { return m_pitch; } ///< px from tile to tile
    QRectF tileRect(size_t place) const;
    QRectF bounds() const; ///< of all tiles
    std::optional<size_t> placeAt(QPointF point) const;
    QSet<size_t> placesIn(const QRectF &rect) const;
    std::optional<size_t> neighbour(size_t place, MapScene::Direction direction) const;

private:
    void findCells(double aspect);

    std::vector<Place> m_places;
    std::vector<QPoint> m_cells;
    double m_aspect = 0; // for which they were found
    double m_pitch = 0;
    double m_gap = 0;
    QPointF m_corner;
};

} // namespace liaison
