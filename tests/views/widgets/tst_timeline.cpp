#include "views/widgets/timeline.h"

#include "views/style/stylesheet.h"

#include <QAccessible>
#include <QApplication>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TimeLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_line = std::make_unique<TimeLine>();
        m_line->resize(500, m_line->height());
        m_line->setDays(
            {{QDate(2000, 1, 1), 1}, {QDate(2004, 6, 15), 30}, {QDate(2009, 12, 31), 2}}, QDate(2010, 6, 1));
        m_line->setDay(QDate(2004, 6, 15));
        m_line->show();
        m_moved = std::make_unique<QSignalSpy>(m_line.get(), &TimeLine::dayMoved);
    }

    void keysGoFromChangeToChange()
    {
        QTest::keyClick(m_line.get(), Qt::Key_Right);
        QCOMPARE(m_line->day(), QDate(2009, 12, 31));
        QTest::keyClick(m_line.get(), Qt::Key_Up); // then today
        QCOMPARE(m_line->day(), QDate(2010, 6, 1));
        QTest::keyClick(m_line.get(), Qt::Key_Right); // and there it ends
        QCOMPARE(m_moved->count(), 2);
        QTest::keyClick(m_line.get(), Qt::Key_Home);
        QCOMPARE(m_line->day(), QDate(2000, 1, 1));
        QTest::keyClick(m_line.get(), Qt::Key_Left);
        QCOMPARE(m_line->day(), QDate(2000, 1, 1));
        QTest::keyClick(m_line.get(), Qt::Key_PageUp);
        QCOMPARE(m_line->day(), QDate(2001, 1, 1));
        QTest::keyClick(m_line.get(), Qt::Key_End);
        QCOMPARE(m_line->day(), QDate(2010, 6, 1));
    }

    void draggingMovesTheDayAndSnapsToChanges()
    {
        const int y = m_line->height() / 2;
        const QPoint at(qRound(m_line->placeOf(QDate(2002, 3, 1))), y);
        QTest::mousePress(m_line.get(), Qt::LeftButton, {}, at);
        QVERIFY(qAbs(m_line->day().daysTo(QDate(2002, 3, 1))) < 10); // a pixel is some days
        QTest::mouseMove(m_line.get(), {qRound(m_line->placeOf(QDate(2009, 12, 31))) + 3, y});
        QCOMPARE(m_line->day(), QDate(2009, 12, 31));
        QTest::mouseMove(m_line.get(), {-200, y}); // outside: the end
        QCOMPARE(m_line->day(), QDate(2000, 1, 1));
        QTest::mouseRelease(m_line.get(), Qt::LeftButton, {}, {-200, y});
        QTest::mouseMove(m_line.get(), {250, y}); // let go
        QCOMPARE(m_line->day(), QDate(2000, 1, 1));
        QCOMPARE(m_moved->count(), 3);
    }

    void whatIsShownMovesNothing()
    {
        m_line->setDay(QDate(1950, 1, 1)); // before the line
        QCOMPARE(m_line->placeOf(m_line->day()), m_line->placeOf(QDate(2000, 1, 1)));
        m_line->setDays({}, QDate(2010, 6, 1));
        QTest::keyClick(m_line.get(), Qt::Key_Left); // nothing to go to
        QCOMPARE(m_moved->count(), 0);
        QVERIFY(!m_line->grab().isNull());
    }

    void isASliderForScreenReaders()
    {
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(m_line.get());
        QVERIFY(reader);
        QCOMPARE(reader->role(), QAccessible::Slider);
        QCOMPARE(reader->text(QAccessible::Description), u"As of 15 Jun 2004"_s);
        QVERIFY(reader->valueInterface());
        QCOMPARE(reader->valueInterface()->currentValue().toInt(), int(QDate(2004, 6, 15).toJulianDay()));
    }

    void timeRunsFromTheLeftInEveryLanguage()
    {
        const qreal before = m_line->placeOf(QDate(2002, 1, 1));
        m_line->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(m_line->placeOf(QDate(2002, 1, 1)), before);
        QTest::keyClick(m_line.get(), Qt::Key_Right);
        QCOMPARE(m_line->day(), QDate(2009, 12, 31));
    }

private:
    std::unique_ptr<TimeLine> m_line;
    std::unique_ptr<QSignalSpy> m_moved;
};

QTEST_MAIN(TimeLineTest)
#include "tst_timeline.moc"
