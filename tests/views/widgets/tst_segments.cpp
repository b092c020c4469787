#include "views/widgets/segments.h"

#include "views/style/stylesheet.h"

#include <QApplication>
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
};

QTEST_MAIN(TestSegments)
#include "tst_segments.moc"
