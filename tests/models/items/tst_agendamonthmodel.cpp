#include "models/items/agendamonthmodel.h"
#include "tests/models/items/agendaitems.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;
using Kind = AgendaItem::Kind;

// A month as weeks, and what stands on each day.
class tst_AgendaMonthModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void weeks_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QDate>("month");
        QTest::addColumn<QString>("expected"); // first and last day, first weekday, weekend columns
        QTest::addRow("a week begins on Monday")
            << u"en_GB"_s << QDate(2007, 2, 15) << u"2007-01-29 2007-03-04 Monday 56"_s;
        QTest::addRow("on Sunday") << u"en_US"_s << QDate(2007, 2, 1) << u"2007-01-28 2007-03-03 Sunday 06"_s;
        QTest::addRow("on Saturday, with another weekend")
            << u"en_AE"_s << QDate(2007, 2, 1) << u"2007-01-27 2007-03-02 Saturday 01"_s;
        QTest::addRow("four weeks exactly")
            << u"en_GB"_s << QDate(2010, 2, 28) << u"2010-02-01 2010-02-28 Monday 56"_s;
        QTest::addRow("six weeks") << u"en_GB"_s << QDate(2007, 4, 1) << u"2007-03-26 2007-05-06 Monday 56"_s;
    }
    void weeks()
    {
        QFETCH(QString, locale);
        QFETCH(QDate, month);
        AgendaMonthModel model{QLocale(locale)};
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setMonth(month, {}, month, {});
        const QDate first = model.day(model.index(0, 0));
        const QDate last = model.day(model.index(model.rowCount() - 1, 6));
        QString weekend;
        for (int column = 0; column < 7; ++column) {
            if (model.index(0, column).data(AgendaMonthModel::WeekendRole).toBool())
                weekend += QString::number(column);
        }
        QTEST(QStringList({first.toString(Qt::ISODate), last.toString(Qt::ISODate),
                              model.headerData(0, Qt::Horizontal).toString(), weekend})
                  .join(u' '),
            "expected");
        QCOMPARE(model.daysOf(month), std::pair(first, last));
        QCOMPARE(model.day(model.indexOf(month)), month);
        QVERIFY(!model.indexOf(first.addDays(-1)).isValid());
        QVERIFY(!model.indexOf(last.addDays(1)).isValid());
    }

    void days_data()
    {
        QTest::addColumn<AgendaItem>("item");
        QTest::addColumn<QString>("expected"); // days of February; "?" some day of it
        QTest::addRow("a day") << agendaItem(u"A"_s, u"2007-02-16"_s) << u"16"_s;
        QTest::addRow("several") << agendaItem(u"A"_s, u"2007-02-14"_s, u"2007-02-16"_s) << u"14 15 16"_s;
        QTest::addRow("from the month before")
            << agendaItem(u"A"_s, u"2007-01-30"_s, u"2007-02-01"_s) << u"1"_s;
        QTest::addRow("some day of the month") << agendaItem(u"A"_s, u"2007-02"_s) << u"?"_s;
        QTest::addRow("some day of the year") << agendaItem(u"A"_s, u"2007"_s) << u"?"_s;
        QTest::addRow("some day of another month") << agendaItem(u"A"_s, u"2007-03"_s) << QString();
        QTest::addRow("until some day") << agendaItem(u"A"_s, u"2007-02-27"_s, u"2007-03"_s) << u"27"_s;
        QTest::addRow("due this month") << agendaItem(Kind::TaskDue, u"A"_s, u"2007-02"_s) << u"28"_s;
        QTest::addRow("due this year") << agendaItem(Kind::TargetDue, u"A"_s, u"2007"_s) << QString();
    }
    void days()
    {
        QFETCH(AgendaItem, item);
        AgendaMonthModel model;
        model.setMonth(today, {item}, today, agendaNames());
        QStringList found;
        for (QDate day(2007, 2, 1); day.month() == 2; day = day.addDays(1)) {
            if (!model.itemsOn(day).empty())
                found += QString::number(day.day());
        }
        if (!model.sometime().empty())
            found += u"?"_s;
        QTEST(found.join(u' '), "expected");
    }

    void aTextForEachDay()
    {
        AgendaMonthModel model;
        model.setMonth(today,
            {agendaItem(Kind::TaskDue, u"Report"_s, u"2007-02-16"_s),
                agendaItem(u"Talk"_s, u"2007-02-15"_s, u"2007-02-16"_s),
                agendaItem(u"Call"_s, u"2007-02-15"_s)},
            today, agendaNames());
        const auto text = [&](int day) {
            return model.indexOf(QDate(2007, 2, day)).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(text(14), u"14 February"_s);
        QCOMPARE(text(15), u"15 February, today, 2 items: Talk, Call"_s);
        QCOMPARE(text(16), u"16 February, 2 items: Talk, Report"_s); // what began first stands first
        QVERIFY(model.indexOf(today).data(AgendaMonthModel::TodayRole).toBool());
        QVERIFY(!model.indexOf(QDate(2007, 3, 1)).data(AgendaMonthModel::InMonthRole).toBool());
        QCOMPARE(model.indexOf(QDate(2007, 3, 1)).data().toString(), u"1"_s);
    }

    void anEqualMonthKeepsTheCells()
    {
        AgendaMonthModel model;
        const std::vector items{agendaItem(u"A"_s, u"2007-02-16"_s)};
        model.setMonth(today, items, today, agendaNames());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setMonth(QDate(2007, 2, 1), items, today, agendaNames());
        QCOMPARE(reset.size(), 0);
        model.setMonth(QDate(2007, 3, 1), items, today, agendaNames());
        QCOMPARE(reset.size(), 1);
    }

private:
    const QDate today{2007, 2, 15};
};

QTEST_GUILESS_MAIN(tst_AgendaMonthModel)
#include "tst_agendamonthmodel.moc"
