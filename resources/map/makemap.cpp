// Makes the map of the program from GeoJSON (one feature a territory, see resources/README.md), and back:
//     liaison_make_map world.geojson world.map
//     liaison_make_map --unpack world.map world.geojson
// Levels of detail are made here, once. A border between two territories is simplified as one line, so that
// both sides stay equal at every level: rings are cut into arcs where the company of a vertex changes, as in
// TopoJSON (M. Bostock, 2013), and each arc is weighed by the method of D. Douglas and T. Peucker,
// Cartographica 10 (1973), 112-122.

#include "views/map/mapfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

[[noreturn]] void fail(const QString &message)
{
    QTextStream(stderr) << "liaison_make_map: " << message << '\n';
    std::exit(1);
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(path + u": "_s + file.errorString());
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        fail(path + u": "_s + file.errorString());
}

MapFile::Ring readRing(const QJsonArray &points)
{
    MapFile::Ring ring;
    for (const auto &each : points) {
        const QJsonArray point = each.toArray();
        const QPoint vertex(static_cast<int>(std::lround(point.at(0).toDouble() / MapFile::unit)),
            static_cast<int>(std::lround(point.at(1).toDouble() / MapFile::unit)));
        if (ring.vertices.empty() || ring.vertices.back() != vertex)
            ring.vertices.push_back(vertex);
    }
    if (ring.vertices.size() > 1 && ring.vertices.front() == ring.vertices.back())
        ring.vertices.pop_back();
    return ring;
}

MapFile readGeoJson(const QByteArray &bytes)
{
    MapFile map;
    const QJsonArray features = QJsonDocument::fromJson(bytes).object().value("features"_L1).toArray();
    for (const auto &each : features) {
        const QJsonObject feature = each.toObject();
        MapFile::Shape shape{
            feature.value("id"_L1).toString(), feature["properties"_L1]["name"_L1].toString(), {}};
        const QJsonObject geometry = feature.value("geometry"_L1).toObject();
        const QJsonArray coordinates = geometry.value("coordinates"_L1).toArray();
        const bool one = geometry.value("type"_L1) == "Polygon"_L1;
        const QJsonArray polygons = one ? QJsonArray{coordinates} : coordinates;
        for (const auto &polygon : polygons) {
            const QJsonArray rings = polygon.toArray();
            for (const auto &ring : rings) {
                shape.rings.push_back(readRing(ring.toArray()));
                if (shape.rings.back().vertices.size() < 3)
                    fail(shape.code + u": a ring of less than three points"_s);
            }
        }
        map.shapes.push_back(std::move(shape));
    }
    if (map.shapes.empty())
        fail(u"no features: not the GeoJSON expected"_s);
    return map;
}

// Each ring as a polygon of its own: holes keep their direction, which is all a painter needs.
QByteArray writeGeoJson(const MapFile &map)
{
    QJsonArray features;
    for (const MapFile::Shape &shape : map.shapes) {
        QJsonArray polygons;
        for (const MapFile::Ring &ring : shape.rings) {
            QJsonArray points;
            const auto add = [&](const QPoint &at) {
                points.append(QJsonArray{at.x() * MapFile::unit, at.y() * MapFile::unit});
            };
            std::for_each(ring.vertices.begin(), ring.vertices.end(), add);
            add(ring.vertices.front());
            polygons.append(QJsonArray{points});
        }
        features.append(QJsonObject{{u"type"_s, u"Feature"_s}, {u"id"_s, shape.code},
            {u"properties"_s, QJsonObject{{u"name"_s, shape.name}}},
            {u"geometry"_s, QJsonObject{{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, polygons}}}});
    }
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}})
        .toJson(QJsonDocument::Compact);
}

using Key = std::pair<int, int>;

Key key(const QPoint &point)
{
    return {point.x(), point.y()};
}

// The vertices where arcs begin and end.
class Nodes
{
public:
    explicit Nodes(const MapFile &map)
    {
        for (const MapFile::Shape &shape : map.shapes) {
            for (const MapFile::Ring &ring : shape.rings) {
                const size_t n = ring.vertices.size();
                for (size_t i = 0; i < n; ++i)
                    meet(ring.vertices[i], ring.vertices[(i + n - 1) % n], ring.vertices[(i + 1) % n]);
            }
        }
    }
    bool contains(const QPoint &vertex) const { return m_nodes.contains(key(vertex)); }

private:
    void meet(const QPoint &vertex, const QPoint &before, const QPoint &after)
    {
        const std::pair<Key, Key> company = std::minmax({key(before), key(after)}); // by value
        const auto [found, isNew] = m_company.try_emplace(key(vertex), company);
        if (!isNew && found->second != company)
            m_nodes.insert(key(vertex));
        // Where the sheet is cut both halves must go on meeting.
        if (std::abs(vertex.x()) == 1'800'000)
            m_nodes.insert(key(vertex));
    }

    std::map<Key, std::pair<Key, Key>> m_company;
    std::set<Key> m_nodes;
};

double distance(const QPoint &point, const QPoint &a, const QPoint &b)
{
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    const double px = point.x() - a.x(), py = point.y() - a.y();
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(px - t * dx, py - t * dy) * MapFile::unit;
}

quint8 coarsestFor(double deviation)
{
    quint8 level = 0;
    while (level + 1 < MapFile::levels && MapFile::tolerances[level + 1] < deviation)
        ++level;
    return level;
}

// Where in the ring an arc goes: indexes from its first to its last vertex, in an order that does not depend
// on the side it is seen from.
using Arc = std::vector<size_t>;

void weigh(MapFile::Ring &ring, const Arc &arc, size_t first, size_t last, double above)
{
    if (last - first < 2)
        return;
    const auto &v = ring.vertices;
    size_t split = first + 1;
    double farthest = -1;
    for (size_t i = first + 1; i < last; ++i) {
        const double d = distance(v[arc[i]], v[arc[first]], v[arc[last]]);
        if (d > farthest) {
            farthest = d;
            split = i;
        }
    }
    const double weight = std::min(above, farthest); // a part never outlives the whole it hangs on
    ring.coarsest[arc[split]] = coarsestFor(weight);
    weigh(ring, arc, first, split, weight);
    weigh(ring, arc, split, last, weight);
}

void weigh(MapFile::Ring &ring, const Nodes &nodes)
{
    const auto &v = ring.vertices;
    const size_t n = v.size();
    ring.coarsest.assign(n, 0);
    std::set<size_t> ends;
    for (size_t i = 0; i < n; ++i) {
        if (nodes.contains(v[i]))
            ends.insert(i);
    }
    // An island, or an enclave and the hole it fills, has no node: its lowest vertex is one, and the farthest
    // from it.
    const auto byPlace = [&](size_t a, size_t b) { return key(v[a]) < key(v[b]); };
    std::vector<size_t> all(n);
    for (size_t i = 0; i < n; ++i)
        all[i] = i;
    if (ends.empty())
        ends.insert(*std::min_element(all.begin(), all.end(), byPlace));
    if (ends.size() == 1) {
        const QPoint from = v[*ends.begin()];
        const auto nearer = [&](size_t a, size_t b) {
            const auto far = [&](size_t i) { return std::hypot(v[i].x() - from.x(), v[i].y() - from.y()); };
            return far(a) < far(b) || (far(a) == far(b) && byPlace(a, b));
        };
        ends.insert(*std::max_element(all.begin(), all.end(), nearer));
    }
    for (auto end = ends.begin(); end != ends.end(); ++end) {
        ring.coarsest[*end] = MapFile::levels - 1;
        const auto next = std::next(end) == ends.end() ? ends.begin() : std::next(end);
        Arc arc;
        for (size_t i = *end;; i = (i + 1) % n) {
            arc.push_back(i);
            if (i == *next && arc.size() > 1)
                break;
        }
        const auto lower = [&](size_t a, size_t b) { return byPlace(a, b); };
        if (std::lexicographical_compare(arc.rbegin(), arc.rend(), arc.begin(), arc.end(), lower))
            std::reverse(arc.begin(), arc.end());
        weigh(ring, arc, 0, arc.size() - 1, 1e9);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == "--unpack"_L1) {
        const auto map = decodeMapFile(readAll(arguments[2]));
        if (!map)
            fail(map.error().message());
        write(arguments[3], writeGeoJson(*map));
        return 0;
    }
    if (arguments.size() != 3)
        fail(u"usage: liaison_make_map [--unpack] FROM TO"_s);
    MapFile map = readGeoJson(readAll(arguments[1]));
    const Nodes nodes(map);
    for (MapFile::Shape &shape : map.shapes) {
        for (MapFile::Ring &ring : shape.rings)
            weigh(ring, nodes);
    }
    write(arguments[2], encodeMapFile(map));
    return 0;
}
