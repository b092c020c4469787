#include "tests/views/map/mapfixture.h"

#include "views/map/mapspread.h"
#include "views/map/mapview.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// A symbol is a disc.
bool covers(const QRectF &rect, QPointF symbol, double radius)
{
    return distance(symbol,
               {std::clamp(symbol.x(), rect.left(), rect.right()),
                   std::clamp(symbol.y(), rect.top(), rect.bottom())})
        < radius - 0.01;
}

} // namespace

// Whatever the region and the size: every territory has a symbol and a name, and nothing covers another.
class MapLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void cleanup()
    {
        m_view.reset();
        m_fixture.reset();
    }

    void nothingCoversAnother_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("count");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("unit");
        struct Region
        {
            const char *name;
            QString codes, date;
            int count;
        };
        const QString pacific =
            u"AS,AU,CC,CK,CX,FJ,FM,GU,HM,KI,MH,MP,NC,NF,NR,NU,NZ,PF,PG,PN,PW,SB,TK,TO,TV,UM,VU,WF,WS"_s;
        const Region regions[] = {
            {"the example as the deck has it", {}, u"2007-02-15"_s, 27},
            {"the example today", {}, u"2026-06-01"_s, 26},
            {"all 33", u"caribbean"_s, u"2026-06-01"_s, 33},
            {"the Pacific", pacific, u"2026-06-01"_s, 29},
            {"the islands of the Pacific",
                QString(pacific).remove(u"AU,CC,"_s).remove(u"CX,"_s).remove(u"HM,"_s), u"2026-06-01"_s, 25},
            {"the world", u"world"_s, u"2026-06-01"_s, 252},
        };
        // What the window leaves for the map beside the board and alone, at 1280 x 800 and 1440 x 900; with
        // the strips that a past date and names to confirm bring, and without them. The names of the world
        // make its board wider.
        const QSize alone[] = {{1095, 546}, {1095, 600}, {1255, 672}, {1255, 726}};
        const QSize beside[] = {{503, 348}, {557, 366}, {561, 366}, {663, 410}, {697, 449}};
        const QSize besideTheWorld[] = {{455, 366}, {471, 366}, {615, 429}, {627, 429}};
        for (const Region &region : regions) {
            const bool isWorld = region.count > 100;
            std::vector<QSize> sizes(std::begin(alone), std::end(alone));
            if (isWorld)
                sizes.insert(sizes.end(), std::begin(besideTheWorld), std::end(besideTheWorld));
            else
                sizes.insert(sizes.end(), std::begin(beside), std::end(beside));
            for (const QSize &size : sizes)
                QTest::addRow("%s, %d x %d", region.name, size.width(), size.height())
                    << region.codes << region.date << region.count << size << 1.0;
            QTest::addRow("%s, presented", region.name)
                << region.codes << region.date << region.count << QSize(1920, 980) << 1.5;
        }
    }
    void nothingCoversAnother()
    {
        QFETCH(QString, region);
        QFETCH(QString, date);
        QFETCH(int, count);
        QFETCH(QSize, size);
        QFETCH(double, unit);
        open(region, date);
        QCOMPARE(m_fixture->model->rowCount(), count);
        m_view->resize(size);
        MapScene &scene = m_view->scene();
        if (unit > 1)
            scene.setLook(Tokens(Theme::Light), unit);
        QStringList found = faults(scene);
        // The map of the world beside the board at 1280 x 800 has some 670 square px for each of its
        // territories, land and sea included; name and symbol alone take 290, and Europe has the fourth part
        // of them all.
        if (count > 100 && size.width() < 500) {
            const auto nameless =
                found.removeIf([](const QString &fault) { return fault.endsWith(u"has no name"_s); });
            QVERIFY2(nameless < count / 6, qPrintable(QString::number(nameless)));
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
    }

    // Larger text needs more room than there is: names may be missing, nothing may be covered.
    void atTwiceTheTextSize_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QSize>("size");
        for (const QSize &size : {QSize(500, 300), QSize(663, 410), QSize(1095, 546)}) {
            QTest::addRow("the example, %d x %d", size.width(), size.height()) << QString() << size;
            QTest::addRow("all 33, %d x %d", size.width(), size.height()) << u"caribbean"_s << size;
        }
    }
    void atTwiceTheTextSize()
    {
        QFETCH(QString, region);
        QFETCH(QSize, size);
        open(region, u"2012-01-01"_s);
        m_view->resize(size);
        m_view->scene().setLook(Tokens(Theme::Light), 2);
        QStringList found = faults(m_view->scene());
        found.removeIf([](const QString &fault) { return fault.endsWith(u"has no name"_s); });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
    }

    void namesOfInsetsAreRight()
    {
        open(u"caribbean"_s, u"2026-06-01"_s);
        m_view->resize(663, 410);
        QVERIFY(m_view->scene().insetNames().contains(u"Leeward Islands"_s));
        open(u"world"_s, u"2026-06-01"_s);
        for (const QSize &size : {QSize(1095, 600), QSize(1255, 726)}) {
            m_view->resize(size);
            const QStringList names = m_view->scene().insetNames();
            QVERIFY2(names.contains(u"Europe"_s), qPrintable(names.join(u", "_s)));
        }
    }

    // Names replace codes where they have room; what one looks at is named, what lies outside is not drawn
    // in.
    void zoomedIntoEurope()
    {
        open(u"world"_s, u"2026-06-01"_s);
        m_view->resize(1095, 600);
        MapScene &scene = m_view->scene();
        const auto place = [&](const QString &code) { return size_t(m_fixture->row(code)); };
        scene.zoomAt(scene.transform().mapTurned(sheetPoint(16, 48)), 3.2);
        scene.placeLabels();
        const QRectF picture(QPointF(), scene.size());
        QVERIFY(scene.labelRect(place(u"TR"_s))->width() > 2 * scene.labelRect(place(u"SI"_s))->width());
        QStringList found = faults(scene);
        found.removeIf([&](const QString &fault) {
            return fault.endsWith(u"has no symbol"_s) || fault.startsWith(u"legend covers"_s)
                || !picture.contains(scene.symbolRect(place(fault.left(2))));
        });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
        for (size_t i = 0; i < scene.content().places.size(); ++i) {
            const QRectF symbol = scene.symbolRect(i), near = symbol.adjusted(-90, -9, 90, 9);
            if (const auto label = scene.labelRect(i); label && !picture.intersects(symbol))
                QVERIFY2(near.intersects(*label), qPrintable(scene.content().places[i].code));
        }
    }

    void spreadingMovesLittle()
    {
        const QRectF bounds(0, 0, 200, 200);
        // Far enough apart: nobody moves.
        const std::vector<QPointF> calm{{20, 20}, {40, 20}, {20, 45}};
        QCOMPARE(spreadApart(calm, 11, bounds), calm);
        // Two give way by half each.
        const auto two = spreadApart({{50, 50}, {56, 50}}, 10, bounds);
        QVERIFY(distance(two[0], {48, 50}) < 0.1 && distance(two[1], {58, 50}) < 0.1);
        // At one point, at the rim, beside an obstacle.
        const std::vector<QPointF> crowd(12, QPointF(3, 100));
        const QRectF obstacle(0, 0, 60, 90);
        const auto parted = spreadApart(crowd, 10, bounds, {obstacle});
        for (size_t i = 0; i < parted.size(); ++i) {
            QVERIFY(bounds.contains(parted[i]));
            QVERIFY(!covers(obstacle, parted[i], 4.9));
            for (size_t j = 0; j < i; ++j)
                QVERIFY(distance(parted[i], parted[j]) > 9.5);
        }
    }

private:
    void open(const QString &region, const QString &date)
    {
        m_view.reset();
        m_fixture = std::make_unique<MapFixture>(
            region.isEmpty() ? NewFileOptions{{}, {}, u"caribbean-2007"_s} : NewFileOptions{region, {}, {}});
        m_fixture->showDate(date);
        m_view = std::make_unique<MapView>(*m_fixture->model, *m_fixture->selection);
    }

    static QStringList faults(const MapScene &scene)
    {
        QStringList found;
        const auto &places = scene.content().places;
        const QRectF picture(QPointF(), scene.size());
        std::vector<std::pair<QString, QRectF>> boxes; // none covers another
        for (size_t i = 0; i < scene.insetCount(); ++i)
            boxes.emplace_back(u"inset "_s + scene.insetNames().value(qsizetype(i)), scene.insetFrame(i));
        boxes.emplace_back(u"legend"_s, scene.legend().rect());
        boxes.emplace_back(u"scale bar"_s, scene.scaleBarRect());
        for (size_t i = 0; i < boxes.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (boxes[i].second.intersects(boxes[j].second))
                    found.append(boxes[i].first + u" covers "_s + boxes[j].first);
            }
        }
        for (size_t i = 0; i < places.size(); ++i) {
            const auto symbol = scene.symbolOf(i);
            const double radius = scene.symbolRect(i).width() / 2;
            const QString &code = places[i].code;
            if (!symbol || !picture.contains(scene.symbolRect(i))) {
                found.append(code + u" has no symbol"_s);
                continue;
            }
            if (scene.placeAt(*symbol) != i)
                found.append(code + u" cannot be clicked"_s);
            const auto label = scene.labelRect(i);
            if (!label)
                found.append(code + u" has no name"_s);
            for (size_t j = 0; j < places.size(); ++j) {
                const auto other = scene.symbolOf(j);
                if (i == j || !other)
                    continue;
                if (j < i && distance(*symbol, *other) < 2 * radius)
                    found.append(code + u" touches "_s + places[j].code);
                if (label && covers(*label, *other, radius))
                    found.append(code + u"'s name covers "_s + places[j].code);
                if (const auto second = scene.labelRect(j);
                    label && second && j < i && label->adjusted(0.01, 0.01, -0.01, -0.01).intersects(*second))
                    found.append(code + u"'s name covers that of "_s + places[j].code);
            }
            for (size_t k = scene.insetCount(); k < boxes.size(); ++k) {
                if (covers(boxes[k].second, *symbol, radius) || (label && boxes[k].second.intersects(*label)))
                    found.append(boxes[k].first + u" covers "_s + code);
            }
            for (size_t k = 0; k < scene.insetCount(); ++k) {
                const QRectF name = scene.insetNameRect(k);
                if (covers(name, *symbol, radius) || (label && name.intersects(*label)))
                    found.append(u"the name of "_s + boxes[k].first + u" covers "_s + code);
                // In an inset with all of it, or not at all.
                const QRectF frame = scene.insetFrame(k);
                if (covers(frame, *symbol, radius) && !frame.contains(scene.symbolRect(i)))
                    found.append(boxes[k].first + u" cuts "_s + code);
                if (label && frame.intersects(*label) != frame.contains(*symbol))
                    found.append(boxes[k].first + u" covers the name of "_s + code);
            }
        }
        return found;
    }

    std::unique_ptr<MapFixture> m_fixture;
    std::unique_ptr<MapView> m_view;
};

QTEST_MAIN(MapLayoutTest)
#include "tst_maplayout.moc"
