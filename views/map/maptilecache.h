#pragma once

#include "views/map/maptransform.h"

#include <QHash>
#include <QImage>
#include <QPoint>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace liaison {

/// The ground of a map as pictures of 512 px, so that panning copies and zooming scales what is there until
/// the sharp tiles are painted.
class MapTileCache
{
public:
    static constexpr int side = 512; ///< device px

    /// Paints what is in the clip, both in px of the transform; any part gives the same picture as the whole.
    using Ground = std::function<void(QPainter *, const MapTransform &, const QRectF &clip)>;

    /// Everything looks different now.
    void clear();
    /// What lies there looks different now, on the sheet.
    void clear(const std::vector<QRectF> &land);

    /// Paints the part of the map that fills `size`.
    /// @param milliseconds for missing tiles; none: all of them. Where one is missing then, an older one
    /// stands in.
    /// @return whether all of it is sharp
    bool paint(QPainter *painter, QSize size, qreal ratio, const MapTransform &transform,
        const Ground &ground, std::optional<double> milliseconds);

    bool isEmpty() const { return m_front.tiles.isEmpty() && m_back.tiles.isEmpty(); }

private:
    struct Layer
    {
        MapTransform look; // its origin does not matter
        qreal ratio = 0;
        QHash<QPoint, QImage> tiles;
        bool isWhole = false; // covered the view when last painted
    };

    static QImage paintTile(QPoint index, const Layer &layer, const Ground &ground);
    static QRect tileRect(QPoint index, const QPointF &origin, double scale);
    void startLayer(const MapTransform &transform, qreal ratio);
    void standIn(QPainter *painter, const QPointF &origin, double scale, const QRect &view) const;
    void dropFar(const QRect &wanted, qsizetype most);

    Layer m_front;
    Layer m_back;
};

} // namespace liaison
