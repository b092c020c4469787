#include "views/style/steps.h"

#include "views/style/palette.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filledUpToTheCurrentOne_data()
    {
        QTest::addColumn<int>("reached");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("filled");
        QTest::addRow("not begun") << 0 << Qt::LeftToRight << u"...."_s;
        QTest::addRow("the third") << 3 << Qt::LeftToRight << u"###."_s;
        QTest::addRow("the last") << 4 << Qt::LeftToRight << u"####"_s;
        QTest::addRow("right to left") << 1 << Qt::RightToLeft << u"...#"_s;
    }
    void filledUpToTheCurrentOne()
    {
        QFETCH(int, reached);
        QFETCH(Qt::LayoutDirection, direction);
        const QColor hue(u"#a06ad8"_s);
        const QSizeF size = stepsSize(4);
        QImage image(qCeil(size.width()), 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintSteps(&painter, {0, 10}, reached, 4, hue, themePalette(Theme::Light), direction);
        painter.end();
        QString filled;
        for (int step = 0; step < 4; ++step) {
            const QColor there = image.pixelColor(qRound((step + 0.5) * size.width() / 4), 10);
            QVERIFY(there == hue || there == colour(Theme::Light, Token::Line2));
            filled += there == hue ? u'#' : u'.';
        }
        QTEST(filled, "filled");
    }
};

QTEST_MAIN(TestSteps)
#include "tst_steps.moc"
