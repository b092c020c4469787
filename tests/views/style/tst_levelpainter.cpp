#include "views/style/levelpainter.h"
#include "views/style/palette.h"

#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

using Paint = std::function<void(QPainter *)>;

constexpr int side = 16;
constexpr QPointF middle(side / 2.0, side / 2.0);

QImage painted(const QColor &ground, qreal scale, const Paint &paint)
{
    QImage image(qRound(side * scale), qRound(side * scale), QImage::Format_ARGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(&painter);
    return image;
}

Paint standingPaint(Theme theme, Standing standing, Ground ground = Ground::Table)
{
    return [=](QPainter *painter) {
        paintStanding(painter, standing, middle, standingRadius, Tokens(theme), ground);
    };
}

// The shape alone, at the size of a table: what differs from the ground by more than antialiasing's faint
// edge.
QImage shape(Theme theme, const Paint &paint)
{
    const QColor base = colour(theme, Token::Base);
    const QImage image = painted(base, 1.0, paint);
    QImage result(image.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool ink = std::abs(qGray(image.pixel(x, y)) - qGray(base.rgb())) > 40;
            result.setPixel(x, y, ink ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
        }
    }
    return result;
}

int differentPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}

constexpr Standing standings[] = {
    Standing::Met, Standing::OnTheWay, Standing::NotMet, Standing::Unknown, Standing::NotApplicable};
constexpr Mark marks[] = {
    Mark::Stale, Mark::Conflict, Mark::Target, Mark::LateTarget, Mark::Better, Mark::Worse};

} // namespace

class TstLevelPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void shapesDifferWithoutColour_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<Ground>("ground");
        QTest::newRow("light, table") << Theme::Light << Ground::Table;
        QTest::newRow("light, map") << Theme::Light << Ground::Map;
        QTest::newRow("dark, table") << Theme::Dark << Ground::Table;
        QTest::newRow("dark, map") << Theme::Dark << Ground::Map;
    }
    void shapesDifferWithoutColour()
    {
        QFETCH(Theme, theme);
        QFETCH(Ground, ground);
        QList<QImage> shapes = {shape(theme, [](QPainter *) {})};
        for (const Standing standing : standings)
            shapes << shape(theme, standingPaint(theme, standing, ground));
        for (const Mark mark : marks) {
            shapes << shape(theme,
                [=](QPainter *painter) { paintMark(painter, mark, middle, markRadius, Tokens(theme)); });
        }
        for (qsizetype i = 0; i < shapes.size(); ++i) {
            for (qsizetype j = i + 1; j < shapes.size(); ++j) {
                const int differ = differentPixels(shapes[i], shapes[j]);
                QVERIFY2(
                    differ >= 8, qPrintable(u"%1 and %2 differ in %3 pixels"_s.arg(i).arg(j).arg(differ)));
            }
        }
    }

    void colourIsTheToken_data()
    {
        QTest::addColumn<Standing>("standing");
        QTest::addColumn<Token>("token");
        QTest::addColumn<QPointF>("inked"); // a point inside the shape, in radii from its middle
        QTest::newRow("met: the disc") << Standing::Met << Token::Met << QPointF(0, -0.6);
        QTest::newRow("on the way: its left half") << Standing::OnTheWay << Token::Way << QPointF(-0.4, 0);
        QTest::newRow("not met: its ring") << Standing::NotMet << Token::Not << QPointF(0, -0.85);
        QTest::newRow("unknown: its dash") << Standing::Unknown << Token::Unknown << QPointF(0, 0);
        QTest::newRow("not applicable: its slash") << Standing::NotApplicable << Token::Mute << QPointF(0, 0);
    }
    void colourIsTheToken()
    {
        QFETCH(Standing, standing);
        QFETCH(Token, token);
        QFETCH(QPointF, inked);
        constexpr qreal scale = 8; // large enough for pixels without antialiasing
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const QImage image = painted(colour(theme, Token::Base), scale, standingPaint(theme, standing));
            const QPointF point = (middle + inked * standingRadius) * scale;
            QCOMPARE(image.pixelColor(point.toPoint()), colour(theme, token));
        }
    }

    // On a selected row the tick has the row's colour, not the page's.
    void whatIsCutOutShowsTheGround()
    {
        const QColor row = colour(Theme::Light, Token::Sel);
        const QImage image = painted(row, 10, standingPaint(Theme::Light, Standing::Met));
        const QPointF kneeOfTick = (middle + QPointF(-0.13, 0.36) * standingRadius) * 10;
        QCOMPARE(image.pixelColor(kneeOfTick.toPoint()), row);
    }

    void staysInsideItsCircle()
    {
        constexpr qreal scale = 10;
        constexpr qreal limit = (standingRadius + 0.2) * scale;
        for (const Standing standing : standings) {
            const QImage image =
                painted(Qt::white, scale, standingPaint(Theme::Light, standing, Ground::Map));
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QPointF from = QPointF(x + 0.5, y + 0.5) - middle * scale;
                    if (QPointF::dotProduct(from, from) > limit * limit)
                        QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
                }
            }
        }
    }

    void painterIsLeftAsItWas()
    {
        QImage image(32, 32, QImage::Format_ARGB32);
        QPainter painter(&image);
        painter.setPen(Qt::red);
        const QTransform before = painter.transform();
        paintStanding(&painter, Standing::Met, middle, standingRadius, Tokens(Theme::Light));
        paintMark(&painter, Mark::Worse, middle, markRadius, Tokens(Theme::Light));
        QCOMPARE(painter.transform(), before);
        QCOMPARE(painter.pen().color(), QColor(Qt::red));
        QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
    }

    void aKeptPictureIsWhatTheStrokesPaint_data()
    {
        QTest::addColumn<QPointF>("centre");
        QTest::newRow("whole pixel") << QPointF(8, 8);
        QTest::newRow("half a pixel down") << QPointF(8, 8.5);
        QTest::newRow("half a pixel across") << QPointF(7.5, 8);
    }
    void aKeptPictureIsWhatTheStrokesPaint()
    {
        QFETCH(QPointF, centre);
        const auto compare = [&](const Paint &paint) {
            QPicture strokes; // keeps what is painted, not a picture of it
            QPainter recording(&strokes);
            paint(&recording);
            recording.end();
            const QColor ground = colour(Theme::Light, Token::Base);
            const QImage expected =
                painted(ground, 1.0, [&](QPainter *painter) { painter->drawPicture(0, 0, strokes); });
            for (int time = 0; time < 2; ++time) {
                const QImage actual = painted(ground, 1.0, paint);
                for (int y = 0; y < side; ++y) {
                    for (int x = 0; x < side; ++x)
                        QVERIFY(std::abs(qGray(actual.pixel(x, y)) - qGray(expected.pixel(x, y))) <= 2);
                }
            }
        };
        const Tokens tokens(Theme::Light);
        for (const Standing standing : standings)
            compare(
                [&](QPainter *painter) { paintStanding(painter, standing, centre, standingRadius, tokens); });
        for (const Mark mark : marks)
            compare([&](QPainter *painter) { paintMark(painter, mark, centre, markRadius, tokens); });
    }
};

QTEST_MAIN(TstLevelPainter)
#include "tst_levelpainter.moc"
