#include "views/map/mapgeometry.h"

#include <QFile>

#include <cmath>
#include <numbers>

// Outside the namespace, as Qt asks.
static void initMapResources()
{
    Q_INIT_RESOURCE(liaison_map);
}

namespace liaison {

namespace {

constexpr double degree = std::numbers::pi / 180;

MapGeometry::Ring makeRing(const MapFile::Ring &from)
{
    MapGeometry::Ring ring;
    double left = 1e9, right = -1e9, low = 1e9, high = -1e9;
    for (size_t i = 0; i < from.vertices.size(); ++i) {
        const QPointF point =
            sheetPoint(from.vertices[i].x() * MapFile::unit, from.vertices[i].y() * MapFile::unit);
        for (size_t level = 0; level <= from.coarsest[i]; ++level)
            ring.levels[level].push_back(point);
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        low = std::min(low, point.y());
        high = std::max(high, point.y());
    }
    ring.box = QRectF(QPointF(left, low), QPointF(right, high));
    for (auto &points : ring.levels) {
        if (points.size() < 3)
            points.clear();
        points.shrink_to_fit();
    }
    return ring;
}

double area(const QRectF &box)
{
    return box.width() * box.height();
}

} // namespace

QPointF sheetPoint(double longitude, double latitude)
{
    return {longitude, std::sin(latitude * degree) / degree};
}

double latitudeOf(double sheetY)
{
    return std::asin(std::clamp(sheetY * degree, -1.0, 1.0)) / degree;
}

MapGeometry::MapGeometry(const MapFile &file)
{
    m_shapes.reserve(file.shapes.size());
    for (const MapFile::Shape &from : file.shapes) {
        Shape shape{from.code, from.name, {}, 0};
        shape.rings.reserve(from.rings.size());
        for (const MapFile::Ring &ring : from.rings) {
            shape.rings.push_back(makeRing(ring));
            if (area(shape.rings.back().box) > area(shape.rings[shape.main].box))
                shape.main = shape.rings.size() - 1;
        }
        m_byCode.insert(shape.code, m_shapes.size());
        m_shapes.push_back(std::move(shape));
    }
}

std::shared_ptr<const MapGeometry> MapGeometry::world()
{
    static std::weak_ptr<const MapGeometry> kept;
    auto geometry = kept.lock();
    if (!geometry) {
        initMapResources();
        QFile file(QStringLiteral(":/map/world.map"));
        const auto map =
            file.open(QIODevice::ReadOnly) ? decodeMapFile(file.readAll()) : Result<MapFile>(MapFile());
        if (!map)
            qFatal("the map in the program is damaged"); // compiled in: nothing a user can do or lose
        geometry = std::make_shared<const MapGeometry>(*map);
        kept = geometry;
    }
    return geometry;
}

const MapGeometry::Shape *MapGeometry::shape(const QString &code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.cend() ? nullptr : &m_shapes[*found];
}

size_t MapGeometry::levelFor(double pixels)
{
    size_t level = MapFile::levels - 1;
    while (level > 0 && MapFile::tolerances[level] * pixels > 0.5)
        --level;
    return level;
}

bool contains(const std::vector<QPointF> &ring, QPointF point)
{
    bool inside = false;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const QPointF a = ring[i];
        const QPointF b = ring[j];
        if ((a.y() > point.y()) != (b.y() > point.y())
            && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

} // namespace liaison
