#pragma once

#include "models/domain/result.h"
#include "views/map/mapfile.h"

#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace liaison {

/// The sheet all map work is done on: x is the longitude in degrees, y the height of a cylindrical equal-area
/// projection, sin(latitude) in degrees, northwards. Every projection of ours is this sheet stretched.
QPointF sheetPoint(double longitude, double latitude);
double latitudeOf(double sheetY);

/// The outlines of the world at five levels of detail, ready to be stretched and painted. Immutable.
class MapGeometry
{
public:
    struct Ring
    {
        QRectF box; ///< on the sheet
        /// Closed without repeating the first point. Levels at which less than three points remain are empty.
        std::array<std::vector<QPointF>, MapFile::levels> levels;
    };
    struct Shape
    {
        QString code;
        QString name;
        std::vector<Ring> rings;
        size_t main = 0; ///< the largest ring
    };

    /// The map in the program, read on first use (some 20 ms) and kept while somebody holds it.
    static std::shared_ptr<const MapGeometry> world();

    explicit MapGeometry(const MapFile &file);

    const std::vector<Shape> &shapes() const { return m_shapes; }
    /// Null where there is only a point (VA) or no territory of that code.
    const Shape *shape(const QString &code) const;

    /// The coarsest level whose error stays under half a pixel.
    /// @param pixels of a degree
    static size_t levelFor(double pixels);

private:
    std::vector<Shape> m_shapes;
    QHash<QString, size_t> m_byCode;
};

/// Whether the point lies in the ring (even-odd rule).
bool contains(const std::vector<QPointF> &ring, QPointF point);

} // namespace liaison
