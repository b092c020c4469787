#include "views/widgets/datebox.h"

#include <QLineEdit>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class DateBoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void asPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso"); // empty: no date
        QTest::addRow("a year") << u"2007"_s << u"2007"_s;
        QTest::addRow("a month") << u"2007-02"_s << u"2007-02"_s;
        QTest::addRow("a day") << u"2007-02-15"_s << u"2007-02-15"_s;
        QTest::addRow("a day in words") << u"15 Feb 2007"_s << u"2007-02-15"_s;
        QTest::addRow("a long month, more spaces") << u" 15  February 2007 "_s << u"2007-02-15"_s;
        QTest::addRow("a month in words") << u"Feb 2007"_s << u"2007-02"_s;
        QTest::addRow("American order in words") << u"Feb 15, 2007"_s << u"2007-02-15"_s;
        QTest::addRow("today") << u"today"_s << u"2007-06-01"_s;
        QTest::addRow("TODAY") << u"TODAY"_s << u"2007-06-01"_s;
        QTest::addRow("leap day") << u"29 Feb 2008"_s << u"2008-02-29"_s;
        QTest::addRow("no leap year") << u"29 Feb 2007"_s << QString();
        QTest::addRow("no 30 February") << u"2007-02-30"_s << QString();
        QTest::addRow("nothing") << QString() << QString();
        QTest::addRow("numbers in an order nobody can know") << u"02/03/2007"_s << QString();
        QTest::addRow("words") << u"last week"_s << QString();
        QTest::addRow("markup") << u"<b>2007</b>"_s << QString();
    }
    void asPeopleWriteIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto date = dateFromText(text, QLocale::c(), QDate(2007, 6, 1));
        QCOMPARE(date ? date->toIso() : QString(), iso);
    }

    void stepsAreAsWideAsTheDate_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("later");
        QTest::addRow("a day over the month's end") << u"2007-02-28"_s << u"2007-03-01"_s;
        QTest::addRow("a month over the year's end") << u"2007-12"_s << u"2008-01"_s;
        QTest::addRow("a year") << u"2007"_s << u"2008"_s;
        QTest::addRow("the last day there is") << u"9999-12-31"_s << u"9999-12-31"_s;
    }
    void stepsAreAsWideAsTheDate()
    {
        QFETCH(QString, from);
        QFETCH(QString, later);
        DateBox box([] { return QDate(2007, 6, 1); });
        box.setDate(*PartialDate::parse(from));
        QTest::keyClick(box.edit(), Qt::Key_Up);
        QCOMPARE(box.date().toIso(), later);
        if (later != from) {
            QTest::keyClick(box.edit(), Qt::Key_Down);
            QCOMPARE(box.date().toIso(), from);
        }
    }

    void whatIsNoDateIsTold()
    {
        DateBox box([] { return QDate(2007, 6, 1); });
        box.setDate(*PartialDate::parse(u"2007"_s));
        QSignalSpy chosen(&box, &DateBox::dateChosen);
        QSignalSpy refused(&box, &DateBox::refused);
        QSignalSpy left(&box, &DateBox::left);
        box.edit()->selectAll();
        QTest::keyClicks(box.edit(), u"soon"_s);
        QTest::keyClick(box.edit(), Qt::Key_Return);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(left.size(), 0);
        QTest::keyClick(box.edit(), Qt::Key_Escape);
        QCOMPARE(box.edit()->text(), u"2007"_s);
        QCOMPARE(left.size(), 1);
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(DateBoxTest)
#include "tst_datebox.moc"
