#include "views/widgets/codelist.h"

#include "views/style/stylesheet.h"

#include <QApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestCodeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }

    void eachCodeLeadsToItsTerritory()
    {
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        CodeList list;
        list.setPlaces({{first, u"AG"_s, u"Antigua & Barbuda"_s}, {second, u"AI"_s, u"Anguilla"_s}},
            u"Nothing"_s, u"2 of 27:"_s);
        list.resize(list.sizeHint());
        list.show();
        QCOMPARE(list.accessibleName(), u"Nothing 2 of 27: AG AI"_s);
        QSignalSpy chosen(&list, &CodeList::territoryChosen);
        list.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&list, Qt::Key_Tab);
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1);
        const QUuid one = chosen.front().front().toUuid();
        QVERIFY(one == first || one == second);
    }

    void dataAreNoMarkup()
    {
        CodeList list;
        list.setPlaces({{QUuid::createUuid(), u"<b>\"&"_s, u"<i>"_s}}, u"<u>"_s, u"<s>"_s);
        QVERIFY(!list.text().contains(u"<b>"_s) && !list.text().contains(u"<u>"_s)
            && !list.text().contains(u"<s>"_s));
        QVERIFY(list.text().contains(u"&lt;b&gt;"_s));
        QCOMPARE(list.accessibleName(), u"<u> <s> <b>\"&"_s);
    }
};

QTEST_MAIN(TestCodeList)
#include "tst_codelist.moc"
