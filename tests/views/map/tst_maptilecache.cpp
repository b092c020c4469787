#include "views/map/maptilecache.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>

using namespace liaison;

namespace {

constexpr QSize size(1500, 1000);

MapTransform scaled(double scale, QPointF origin = QPointF(700, 500))
{
    MapTransform transform(-60, 16);
    transform.setScale(scale);
    transform.setOrigin(origin);
    return transform;
}

// A square around the middle of the sheet, as large as the scale; counts what is painted.
struct Square
{
    std::shared_ptr<std::atomic<int>> painted = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<QSemaphore> entered; // told of each tile that is begun
    std::shared_ptr<QSemaphore> gate; // one tile for each

    MapTileCache::Ground ground(QColor colour = Qt::red) const
    {
        return {[colour, painted = painted, entered = entered, gate = gate](
                    QPainter *painter, const MapTransform &transform, const QRectF &clip) {
                    if (entered)
                        entered->release();
                    if (gate)
                        gate->acquire();
                    ++*painted;
                    painter->fillRect(clip, Qt::white);
                    painter->fillRect(transform.map(QRectF(-70, -10, 20, 20)), colour);
                },
            Qt::blue};
    }
};

struct Picture
{
    QImage image{size, QImage::Format_RGB32};
    bool isSharp = false;
};

Picture paint(MapTileCache &cache, const MapTransform &transform, const MapTileCache::Ground &ground,
    MapTileCache::Pace pace)
{
    Picture picture;
    picture.image.fill(Qt::green);
    QPainter painter(&picture.image);
    picture.isSharp = cache.paint(&painter, size, 1, transform, ground, pace);
    return picture;
}

} // namespace

// What stands in for tiles that are missing, and what their threads paint.
class MapTileCacheTest : public QObject
{
    Q_OBJECT

    using Pace = MapTileCache::Pace;

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void atOnceItIsComplete()
    {
        MapTileCache cache;
        const Square square;
        const Picture picture = paint(cache, scaled(20), square.ground(), Pace::AtOnce);
        QVERIFY(picture.isSharp);
        QCOMPARE(*square.painted, 8); // four by two around the origin
        QCOMPARE(picture.image.pixelColor(700, 500), QColor(Qt::red));
        QCOMPARE(picture.image.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(paint(cache, scaled(20, {690, 490}), square.ground(), Pace::AtOnce).isSharp);
        QCOMPARE(*square.painted, 8);
    }

    void anOlderPictureStandsIn_data()
    {
        QTest::addColumn<double>("by");
        QTest::addRow("larger") << 1.7;
        QTest::addRow("a little larger") << 1.01;
        QTest::addRow("smaller") << 0.8;
    }
    void anOlderPictureStandsIn()
    {
        QFETCH(double, by);
        Square square;
        MapTileCache cache;
        paint(cache, scaled(20), square.ground(), Pace::AtOnce);
        square.gate = std::make_shared<QSemaphore>();
        const Picture rough = paint(cache, scaled(20 * by), square.ground(), Pace::Moving);
        QVERIFY(!rough.isSharp);
        // Half the square's width is 10 degrees.
        const auto half = int(scaled(20 * by).scaleX() * 10);
        QCOMPARE(rough.image.pixelColor(700 - half + 4, 500), QColor(Qt::red));
        QCOMPARE(rough.image.pixelColor(700 - half - 4, 500), QColor(Qt::white));
        QCOMPARE(rough.image.pixelColor(700 + half - 4, 500), QColor(Qt::red));
        QCOMPARE(rough.image.pixelColor(700 + half + 4, 500), QColor(Qt::white));
        QVERIFY(by < 1 || rough.image.pixelColor(0, 0) != QColor(Qt::blue));
        for (int x = 0; x < size.width(); x += 7)
            QVERIFY(rough.image.pixelColor(x, 3) != QColor(Qt::green)); // all of it is painted
        square.gate->release(1000);

        MapTileCache fresh;
        const Picture exact = paint(fresh, scaled(20 * by), square.ground(), Pace::AtOnce);
        Picture settled;
        QTRY_VERIFY((settled = paint(cache, scaled(20 * by), square.ground(), Pace::Resting)).isSharp);
        QCOMPARE(settled.image, exact.image);
    }

    void whatIsOutdatedIsNotPainted()
    {
        Square first, second;
        MapTileCache cache;
        paint(cache, scaled(20), first.ground(), Pace::AtOnce);
        *first.painted = 0;
        first.gate = std::make_shared<QSemaphore>();
        paint(cache, scaled(40), first.ground(), Pace::Resting); // eight tiles; the threads wait in theirs
        paint(cache, scaled(60), second.ground(Qt::magenta), Pace::Resting);
        first.gate->release(1000);
        Picture picture;
        QTRY_VERIFY((picture = paint(cache, scaled(60), second.ground(Qt::magenta), Pace::Resting)).isSharp);
        QVERIFY(*first.painted <= 2); // those that were in work
        QCOMPARE(picture.image.pixelColor(700, 500), QColor(Qt::magenta));
    }

    void whatLooksDifferentIsPaintedAnew()
    {
        const Square square;
        MapTileCache cache;
        paint(cache, scaled(20), square.ground(), Pace::AtOnce);
        cache.clear({QRectF(-61, -1, 2, 2)});
        QCOMPARE(paint(cache, scaled(20), square.ground(Qt::black), Pace::AtOnce).image.pixelColor(700, 500),
            QColor(Qt::black));
        QVERIFY(*square.painted > 8 && *square.painted < 16); // the others are kept
        cache.clear();
        QVERIFY(cache.isEmpty());
    }

    // The window needs the other core.
    void oneThreadPaintsWhileTheMapMoves()
    {
        Square square;
        MapTileCache cache;
        paint(cache, scaled(20), square.ground(), Pace::AtOnce);
        *square.painted = 0;
        square.entered = std::make_shared<QSemaphore>();
        square.gate = std::make_shared<QSemaphore>();
        paint(cache, scaled(40), square.ground(), Pace::Moving);
        QVERIFY(square.entered->tryAcquire(1, 10'000));
        QVERIFY(!square.entered->tryAcquire(1, 50)); // nobody else comes
        paint(cache, scaled(40), square.ground(), Pace::Resting);
        QVERIFY(square.entered->tryAcquire(1, 10'000)); // the second one
        QCOMPARE(*square.painted, 0);
        square.gate->release(1000);
        QTRY_VERIFY(paint(cache, scaled(40), square.ground(), Pace::Resting).isSharp);
        QCOMPARE(*square.painted, 8);
    }

    void itTellsOfEachTile()
    {
        const Square square;
        MapTileCache cache;
        int told = 0; // in this thread: a spy would count in those that paint
        connect(
            &cache, &MapTileCache::tilePainted, this, [&told] { ++told; }, Qt::QueuedConnection);
        paint(cache, scaled(20), square.ground(), Pace::Resting);
        QTRY_COMPARE(told, 8);
        QVERIFY(paint(cache, scaled(20), square.ground(), Pace::Resting).isSharp);
        QCOMPARE(*square.painted, 8);
    }

    void itMayEndWhileItPaints()
    {
        Square square;
        square.gate = std::make_shared<QSemaphore>();
        MapTileCache cache;
        paint(cache, scaled(20), square.ground(), Pace::Resting);
        square.gate->release(1000);
    }
};

QTEST_GUILESS_MAIN(MapTileCacheTest)
#include "tst_maptilecache.moc"
