#include "views/map/maplabels.h"
#include "views/map/mapnames.h"
#include "views/map/mapscene.h"
#include "views/map/tilegrid.h"
#include "views/style/typography.h"

#include <QImage>
#include <QLineF>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace liaison;
using namespace Qt::StringLiterals;

// Painting without a widget or a model.
class MapSceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initStyle(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void labelsNeverCollide()
    {
        // A crowd: more symbols than labels find room.
        std::vector<LabelWish> wishes;
        for (int i = 0; i < 120; ++i)
            wishes.push_back({QPointF(30 + (i * 37) % 360, 30 + (i * 53) % 240), 7, QSizeF(16, 11), i % 2});
        const QRectF legend(0, 200, 100, 100);
        const QRectF bounds(0, 0, 420, 300);
        const auto placed = placeLabels(wishes, {legend}, bounds);
        QCOMPARE(placed.size(), wishes.size());
        int count = 0;
        for (size_t i = 0; i < placed.size(); ++i) {
            if (!placed[i])
                continue;
            ++count;
            QVERIFY(bounds.contains(placed[i]->rect));
            QVERIFY(!placed[i]->rect.intersects(legend));
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!placed[j] || !placed[i]->rect.intersects(placed[j]->rect));
        }
        QVERIFY2(count > 60, qPrintable(QString::number(count)));
    }

    void aLonelyLabelStandsEast()
    {
        const auto placed =
            placeLabels({{QPointF(50, 50), 8, QSizeF(20, 10), 0}}, {}, QRectF(0, 0, 100, 100));
        QCOMPARE(placed.front()->rect, QRectF(58, 45, 20, 10));
        const auto atTheRim =
            placeLabels({{QPointF(95, 50), 8, QSizeF(20, 10), 0}}, {}, QRectF(0, 0, 100, 100));
        QCOMPARE(atTheRim.front()->rect, QRectF(67, 45, 20, 10));
    }

    // Walled in on all sides it stands farther off, at the end of a line.
    void aLabelWithoutRoomIsLed()
    {
        std::vector<LabelWish> wishes{{QPointF(100, 100), 5, QSizeF(14, 11), 0}};
        for (int i = 0; i < 8; ++i) {
            const double angle = 0.785398 * i;
            wishes.push_back(
                {QPointF(100 + 14 * std::cos(angle), 100 + 14 * std::sin(angle)), 5, QSizeF(14, 11), 1});
        }
        const QRectF bounds(0, 0, 200, 200);
        QVERIFY(!placeLabels(wishes, {}, bounds).front()); // no lines allowed
        wishes.front().reach = 80;
        const auto placed = placeLabels(wishes, {}, bounds);
        for (size_t i = 0; i < placed.size(); ++i) {
            QVERIFY(placed[i]);
            for (size_t j = 0; j < placed.size(); ++j)
                QVERIFY(i == j || !placed[i]->rect.intersects(placed[j]->rect));
        }
        QVERIFY(placed.front()->isLed);
        const QPointF end = leaderEnd(placed.front()->rect, wishes.front().symbol);
        QVERIFY(placed.front()->rect.adjusted(-1, -1, 1, 1).contains(end));
        QVERIFY(QLineF(end, wishes.front().symbol).length() < 80);
        QVERIFY(std::none_of(placed.begin() + 1, placed.end(), [](const auto &each) { return each->isLed; }));
    }

    void groupsAreNamedForWhatTheyHold_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<QString>("subregions");
        QTest::addColumn<QString>("name");
        QTest::addRow("all of a group") << u"AI AG KN MS"_s << u"C C C C"_s << u"Leeward Islands"_s;
        QTest::addRow("and one beside it") << u"AI AG KN MS MQ"_s << u"C C C C C"_s << u"Lesser Antilles"_s;
        QTest::addRow("most of a group") << u"AI AG KN MS BM"_s << u"C C C C N"_s << u"Leeward Islands"_s;
        QTest::addRow("a subregion") << u"TV TK WF WS FJ"_s << u"P P P P M"_s << u"P"_s;
        QTest::addRow("rather than its continent") << u"GH CI LR SN EH"_s << u"W W W W N"_s << u"W"_s;
        QTest::addRow("a continent") << u"GH CD DZ KE ZA"_s << u"W M N E S"_s << u"Africa"_s;
        QTest::addRow("two subregions")
            << u"JP KR TH MY"_s << u"E E S S"_s << QLocale().createSeparatedList({u"E"_s, u"S"_s});
        QTest::addRow("none") << u"JP FR BR TO"_s << u"E W S P"_s << QString();
    }
    void groupsAreNamedForWhatTheyHold()
    {
        QFETCH(QString, codes);
        QFETCH(QString, subregions);
        QTEST(groupName(codes.split(u' '), subregions.split(u' ')), "name");
    }

    void fillsFollowTheLevels()
    {
        MapScene scene;
        scene.setLook(Tokens(Theme::Light), 1);
        scene.setSize({400, 300});
        scene.setContent(island(Standing::Met));
        QCOMPARE(inland(scene), colour(Theme::Light, Token::MapMet));
        scene.setContent(island(Standing::OnTheWay));
        QCOMPARE(inland(scene), colour(Theme::Light, Token::MapWay));
        scene.setContent(island(Standing::Unknown));
        QCOMPARE(inland(scene), colour(Theme::Light, Token::Terr));
        scene.setShown({u"other"_s});
        scene.setContent(island(Standing::Met));
        QCOMPARE(inland(scene), colour(Theme::Light, Token::Terr)); // filtered out
        scene.setShown({});
        scene.setLook(Tokens(Theme::Dark), 1);
        QCOMPARE(inland(scene), colour(Theme::Dark, Token::MapMet));
    }

    // What the antimeridian cuts in the data is one piece on the map: no line and no gap along it.
    void noSeamAtTheAntimeridian()
    {
        MapScene scene;
        scene.setLook(Tokens(Theme::Light), 1);
        scene.setSize({600, 400});
        MapContent content;
        content.places.push_back(place(u"RU"_s, {{177, 66.5}}, Standing::Met));
        content.places.push_back(place(u"AS"_s, {{-170.7, 60}}, Standing::Unknown));
        content.places.push_back(place(u"WS"_s, {{170, 70}}, Standing::Unknown));
        scene.setContent(content);
        QImage image(600, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        scene.groundPainter()(&painter, scene.transform(), QRectF(0, 0, 600, 400));
        painter.end();
        // Across the 180th meridian in Chukotka.
        const QPointF at = scene.transform().mapTurned(sheetPoint(180, 66.8));
        QVERIFY(QRectF(10, 10, 580, 380).contains(at));
        const int inland = qGray(colour(Theme::Light, Token::MapMet).rgb());
        for (int x = -2; x <= 1; ++x)
            QVERIFY(std::abs(qGray(image.pixel(at.toPoint() + QPoint(x, 0))) - inland) < 6);
    }

    // A tile shows what the whole shows.
    void tilesFitTogether()
    {
        MapScene scene;
        scene.setLook(Tokens(Theme::Light), 1);
        scene.setSize({400, 300});
        scene.setContent(island(Standing::NotMet)); // with hatching
        QImage whole(400, 300, QImage::Format_RGB32), parts(400, 300, QImage::Format_RGB32);
        QPainter one(&whole), many(&parts);
        scene.groundPainter()(&one, scene.transform(), QRectF(0, 0, 400, 300));
        for (int x = 0; x < 400; x += 100) {
            for (int y = 0; y < 300; y += 100)
                scene.groundPainter()(&many, scene.transform(), QRectF(x, y, 100, 100));
        }
        one.end();
        many.end();
        int different = 0;
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 400; ++x)
                different += std::abs(qGray(whole.pixel(x, y)) - qGray(parts.pixel(x, y))) > 12 ? 1 : 0;
        }
        QVERIFY2(different <= 20, qPrintable(QString::number(different)));
    }

    void touchingSymbolsGetAnInset()
    {
        MapScene scene;
        scene.setLook(Tokens(Theme::Light), 1);
        scene.setSize({700, 450});
        MapContent content = island(Standing::Met);
        content.places.push_back(place(u"CU"_s, {{-79, 21.7}}, Standing::Unknown));
        content.places.push_back(place(u"MF"_s, {{-63.06, 18.1}}, Standing::Unknown));
        content.places.push_back(place(u"SX"_s, {{-63.09, 18.05}}, Standing::Unknown));
        scene.setContent(content);
        QCOMPARE(scene.insetCount(), size_t(1));
        QVERIFY(scene.insetFrame(0).contains(*scene.symbolOf(2)));
        QVERIFY(scene.insetFrame(0).contains(*scene.symbolOf(3)));
        QVERIFY(!scene.insetFrame(0).contains(*scene.symbolOf(0)));
        // Their land in the inset is theirs, too.
        QCOMPARE(scene.placeAt(*scene.symbolOf(2)), std::optional<size_t>(2));
        scene.zoomAt({350, 225}, 4);
        QCOMPARE(scene.insetCount(), size_t(0)); // no longer needed
    }

    void aFarIslandDoesNotShrinkTheRest()
    {
        MapScene scene;
        scene.setLook(Tokens(Theme::Light), 1);
        scene.setSize({700, 450});
        MapContent content = island(Standing::Met);
        content.places.push_back(place(u"CU"_s, {{-79, 21.7}}, Standing::Unknown));
        content.places.push_back(place(u"BB"_s, {{-59.5, 13.2}}, Standing::Unknown));
        content.places.push_back(place(u"AW"_s, {{-70, 12.5}}, Standing::Unknown));
        content.places.push_back(place(u"PR"_s, {{-66.5, 18.2}}, Standing::Unknown));
        content.places.push_back(place(u"LC"_s, {{-61, 13.9}}, Standing::Unknown));
        scene.setContent(content);
        const double scale = scene.transform().scale();
        content.places.push_back(place(u"BM"_s, {{-64.8, 32.3}}, Standing::Unknown));
        scene.setContent(content);
        QCOMPARE(scene.transform().scale(), scale);
        QCOMPARE(scene.insetCount(), size_t(1));
        QVERIFY(scene.insetFrame(0).contains(*scene.symbolOf(6)));
    }

    void tilesKeepNeighboursNear()
    {
        // No table knows these: columns and rows follow the places.
        std::vector<TileWish> wishes;
        for (int i = 0; i < 60; ++i)
            wishes.push_back({QString::number(i), QPointF((i % 10) * 3.0 + (i % 3) * 0.2, (i / 10) * 4.0)});
        const auto grid = tileGrid(wishes, 1.5);
        QCOMPARE(grid.size(), wishes.size());
        std::set<std::pair<int, int>> cells;
        int wrong = 0;
        for (size_t i = 0; i < grid.size(); ++i) {
            QVERIFY(cells.insert({grid[i].x(), grid[i].y()}).second); // one each
            if (i % 10 > 0)
                wrong += grid[i].x() <= grid[i - 1].x() ? 1 : 0;
            if (i >= 10)
                wrong += grid[i].y() >= grid[i - 10].y() ? 1 : 0; // the sheet counts northwards
        }
        QVERIFY2(wrong <= 5, qPrintable(QString::number(wrong)));
    }

    void theCaribbeanHasItsTiles()
    {
        const auto grid = tileGrid({{u"BM"_s, {}}, {u"CU"_s, {}}, {u"GY"_s, {}}}, 1);
        QCOMPARE(grid[0] - grid[1], QPoint(4, -2));
        QCOMPARE(grid[2] - grid[1], QPoint(6, 6));
    }

    void standsOnPaperToo()
    {
        // The same parts at twice the size: a printer has more dots.
        MapScene screen, paper;
        screen.setLook(Tokens(Theme::Light), 1);
        paper.setLook(Tokens(Theme::Light), 2);
        screen.setSize({700, 450});
        paper.setSize({1400, 900});
        screen.setContent(island(Standing::Met));
        paper.setContent(island(Standing::Met));
        QCOMPARE(*paper.symbolOf(0), *screen.symbolOf(0) * 2);
        QCOMPARE(paper.symbolRect(0).width(), 2 * screen.symbolRect(0).width());
    }

private:
    static MapContent::Place place(const QString &code, std::vector<QPointF> points, Standing standing)
    {
        MapContent::Place place;
        place.code = place.name = code;
        place.points = std::move(points);
        place.shapes = {code};
        place.standing = standing;
        place.level = u"level"_s;
        return place;
    }
    static MapContent island(Standing standing)
    {
        MapContent content;
        content.places.push_back(place(u"JM"_s, {{-77.3, 18.1}}, standing));
        return content;
    }
    static QColor inland(MapScene &scene)
    {
        QImage image(400, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        scene.paint(&painter);
        painter.end();
        const QPointF at = scene.transform().map(sheetPoint(-77.75, 18.3)); // beside the symbol and its label
        return QColor(image.pixel(at.toPoint()));
    }
};

QTEST_MAIN(MapSceneTest)
#include "tst_mapscene.moc"
