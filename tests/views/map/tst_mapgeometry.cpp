#include "views/map/mapgeometry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace liaison;
using namespace Qt::StringLiterals;

// The outlines in the program.
class MapGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = MapGeometry::world(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasEveryTerritoryButThosePointsOnly()
    {
        QCOMPARE(m_world->shapes().size(), size_t(250));
        for (const auto code : {"AI", "SX", "BL", "BM", "FJ", "AQ", "BQ", "XK"})
            QVERIFY2(m_world->shape(QString::fromLatin1(code)), code);
        for (const auto code : {"VA", "EU", "SU", "AN"})
            QVERIFY2(!m_world->shape(QString::fromLatin1(code)), code);
    }

    void isReadOnceWhileSomebodyHoldsIt() { QCOMPARE(MapGeometry::world(), m_world); }

    void levelsLeaveOutMoreAndMore()
    {
        size_t before = 0;
        for (size_t level = MapFile::levels; level-- > 0;) {
            size_t points = 0;
            for (const auto &shape : m_world->shapes()) {
                for (const auto &ring : shape.rings)
                    points += ring.levels[level].size();
            }
            QVERIFY2(points > before, qPrintable(QString::number(level)));
            before = points;
        }
        QVERIFY(before > 200'000);
    }

    // A vertex that several outlines share is left out by all of them or by none (but for islets that are too
    // small to be there at all): no gap opens between neighbours.
    void bordersStayEqualAtEveryLevel()
    {
        for (size_t level = 0; level < MapFile::levels; ++level) {
            // A vertex as often as there are outlines that have it: at all, and at this level.
            std::vector<Point> all, kept;
            for (const auto &shape : m_world->shapes()) {
                for (const auto &ring : shape.rings) {
                    if (ring.levels[level].empty())
                        continue;
                    addVertices(ring.levels[0], all);
                    addVertices(ring.levels[level], kept);
                }
            }
            std::sort(all.begin(), all.end());
            std::sort(kept.begin(), kept.end());
            int shared = 0;
            for (auto from = kept.begin(), whole = all.begin(); from != kept.end();) {
                whole = std::lower_bound(whole, all.end(), *from);
                const auto to = std::upper_bound(from, kept.end(), *from);
                const auto wholeTo = std::upper_bound(whole, all.end(), *from);
                shared += to - from > 1 ? 1 : 0;
                QVERIFY2(to - from == wholeTo - whole,
                    qPrintable(u"level %1: %2, %3"_s.arg(level).arg(from->first).arg(from->second)));
                from = to;
            }
            QVERIFY2(shared > 500, qPrintable(QString::number(shared))); // there are some 300 borders
        }
    }

    void neighboursShareTheEdgesOfTheirBorder()
    {
        for (size_t level = 0; level < MapFile::levels; ++level) {
            const auto dominican = edges(u"DO"_s, level);
            int common = 0;
            for (const auto &[from, to] : edges(u"HT"_s, level)) {
                common += dominican.contains({to, from}) ? 1 : 0;
                // Between two vertices of the border lies an edge of it.
                const bool both = isVertex(dominican, from) && isVertex(dominican, to);
                QCOMPARE(both, dominican.contains({to, from}));
            }
            QVERIFY2(common > 0, qPrintable(QString::number(level)));
        }
    }

    void anEnclaveFillsItsHole()
    {
        for (size_t level = 0; level < MapFile::levels; ++level) {
            const auto southAfrica = edges(u"ZA"_s, level);
            for (const auto &edge : edges(u"LS"_s, level))
                QVERIFY(southAfrica.contains({edge.second, edge.first}));
        }
    }

    void levelsFollowTheScale()
    {
        QCOMPARE(MapGeometry::levelFor(1), size_t(MapFile::levels - 1)); // the world on a small screen
        QCOMPARE(MapGeometry::levelFor(20), size_t(2)); // the Caribbean beside a board
        QCOMPARE(MapGeometry::levelFor(1000), size_t(0));
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QFile file(u":/map/world.map"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("something else") << QByteArray("{\"type\":\"FeatureCollection\"}");
        QTest::addRow("only the head") << whole.left(6);
        QTest::addRow("a ring that promises more than there is") << QByteArray("LMAP1\n")
                + qCompress(QByteArray("\x01\x02"
                                       "AB\x01X\x01\xff\xff\x03"));
        QTest::addRow("a point beyond the pole") << QByteArray("LMAP1\n")
                + qCompress(QByteArray("\x01\x02"
                                       "AB\x01X\x01\x03\x00\xff\xff\xff\x7f\x00\x00\x00\x00",
                    17));
    }
    void damageIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto map = decodeMapFile(bytes);
        QVERIFY(!map);
        QVERIFY(!map.error().message().isEmpty());
    }

    void whatIsWrittenIsRead()
    {
        MapFile map;
        map.shapes.push_back(
            {u"AB"_s, u"Å b"_s, {{{{-1'800'000, -900'000}, {1'800'000, 900'000}, {0, 1}}, {4, 0, 2}}}});
        const auto read = decodeMapFile(encodeMapFile(map));
        QVERIFY(read);
        QVERIFY(*read == map);
    }

private:
    using Point = std::pair<double, double>;
    using Edges = std::set<std::pair<Point, Point>>;

    static void addVertices(const std::vector<QPointF> &ring, std::vector<Point> &to)
    {
        const auto begin = static_cast<std::ptrdiff_t>(to.size());
        for (const QPointF &point : ring)
            to.push_back({point.x(), point.y()});
        std::sort(to.begin() + begin, to.end());
        to.erase(std::unique(to.begin() + begin, to.end()), to.end());
    }
    Edges edges(const QString &code, size_t level) const
    {
        Edges edges;
        for (const auto &ring : m_world->shape(code)->rings) {
            const auto &points = ring.levels[level];
            for (size_t i = 0; i < points.size(); ++i) {
                const QPointF &a = points[i];
                const QPointF &b = points[(i + 1) % points.size()];
                edges.insert({{a.x(), a.y()}, {b.x(), b.y()}});
            }
        }
        return edges;
    }
    static bool isVertex(const Edges &edges, const Point &point)
    {
        return std::any_of(edges.begin(), edges.end(), [&](const auto &edge) { return edge.first == point; });
    }

    std::shared_ptr<const MapGeometry> m_world;
};

QTEST_GUILESS_MAIN(MapGeometryTest)
#include "tst_mapgeometry.moc"
