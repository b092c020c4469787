#include "views/widgets/segments.h"

#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestSegments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }

    void oneIsChosen()
    {
        Segments segments;
        segments.add(u"monthButton"_s, u"Month"_s);
        segments.add(u"listButton"_s, u"List"_s);
        segments.show();
        QCOMPARE(segments.current(), 0);
        QSignalSpy chosen(&segments, &Segments::chosen);
        segments.setCurrent(1); // told by nobody
        QCOMPARE(segments.current(), 1);
        QVERIFY(chosen.isEmpty());
        QTest::mouseClick(segments.findChild<QToolButton *>(u"monthButton"_s), Qt::LeftButton);
        QCOMPARE(segments.current(), 0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toInt(), 0);
        QVERIFY(!segments.findChild<QToolButton *>(u"listButton"_s)->isChecked());
    }

    void withoutRoomTheyAreAMenu()
    {
        Segments segments;
        segments.add(u"monthButton"_s, u"Month"_s);
        segments.add(u"listButton"_s, u"List & more"_s);
        segments.add(u"lineButton"_s, u"By territory"_s);
        segments.show();
        const int whole = segments.sizeHint().width();
        QVERIFY(segments.minimumSizeHint().width() < whole);
        segments.resize(whole, segments.height());
        QVERIFY(segments.findChild<QToolButton *>(u"listButton"_s)->isVisible());
        segments.resize(whole - 1, segments.height());
        auto *all = segments.findChild<QToolButton *>(objectNames::segmentsButton);
        QVERIFY(all->isVisible() && !segments.findChild<QToolButton *>(u"listButton"_s)->isVisible());
        QCOMPARE(all->accessibleName(), u"Month"_s);
        QSignalSpy chosen(&segments, &Segments::chosen);
        all->menu()->actions()[1]->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(segments.current(), 1);
        QCOMPARE(all->text(), u"List && more"_s);
        segments.resize(whole, segments.height());
        QVERIFY(!all->isVisible() && segments.findChild<QToolButton *>(u"listButton"_s)->isVisible());
    }
};

QTEST_MAIN(TestSegments)
#include "tst_segments.moc"
