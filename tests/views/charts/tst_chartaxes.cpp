#include "views/charts/chartaxes.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString textOf(const auto &numbers)
{
    QStringList texts;
    for (const auto &number : numbers)
        texts += QString::number(number);
    return texts.join(u' ');
}

} // namespace

class TestChartAxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void countsFromNothingToTheTop_data()
    {
        QTest::addColumn<int>("top");
        QTest::addColumn<QString>("ticks");
        QTest::addRow("nobody") << 0 << u"0"_s;
        QTest::addRow("one territory") << 1 << u"0 1"_s;
        QTest::addRow("two") << 2 << u"0 1 2"_s;
        QTest::addRow("the example's thirds") << 27 << u"0 9 18 27"_s;
        QTest::addRow("thirds before quarters") << 12 << u"0 4 8 12"_s;
        QTest::addRow("quarters") << 8 << u"0 2 4 6 8"_s;
        QTest::addRow("halves") << 26 << u"0 13 26"_s;
        QTest::addRow("a prime: round numbers, the last one away from the top") << 31 << u"0 10 20 31"_s;
        QTest::addRow("a small prime") << 7 << u"0 2 4 6 7"_s;
        QTest::addRow("the world") << 253 << u"0 100 200 253"_s;
    }
    void countsFromNothingToTheTop()
    {
        QFETCH(int, top);
        QFETCH(QString, ticks);
        QCOMPARE(textOf(countTicks(top)), ticks);
    }

    void labelsYearsEvenly_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("years");
        QTest::addRow("each") << QDate(2006, 1, 1) << QDate(2009, 5, 1) << 10 << u"2006 2007 2008 2009"_s;
        QTest::addRow("every second, on even years")
            << QDate(2005, 1, 1) << QDate(2017, 8, 1) << 8 << u"2006 2008 2010 2012 2014 2016"_s;
        QTest::addRow("every fifth") << QDate(2006, 1, 1) << QDate(2026, 11, 25) << 5
                                     << u"2010 2015 2020 2025"_s;
        QTest::addRow("a year that began before") << QDate(2006, 2, 1) << QDate(2007, 5, 1) << 4 << u"2007"_s;
        QTest::addRow("no room") << QDate(2006, 1, 1) << QDate(2009, 5, 1) << 0 << u""_s;
        QTest::addRow("backwards") << QDate(2009, 1, 1) << QDate(2006, 1, 1) << 4 << u""_s;
    }
    void labelsYearsEvenly()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(int, most);
        QFETCH(QString, years);
        std::vector<int> found;
        for (const QDate &day : yearTicks(from, to, most)) {
            QCOMPARE(day.dayOfYear(), 1);
            found.push_back(day.year());
        }
        QCOMPARE(textOf(found), years);
    }

    void pushesLabelsApart_data()
    {
        QTest::addColumn<QList<qreal>>("wanted");
        QTest::addColumn<QString>("places"); // gap 10, between 0 and 100
        using Places = QList<qreal>;
        QTest::addRow("none") << Places{} << QString();
        QTest::addRow("far enough") << Places{20, 40} << u"20 40"_s;
        QTest::addRow("two at one place: both move") << Places{50, 50} << u"45 55"_s;
        QTest::addRow("in the order given") << Places{52, 50} << u"56 46"_s;
        QTest::addRow("a chain moves as one") << Places{50, 52, 61} << u"44.3333 54.3333 64.3333"_s;
        QTest::addRow("kept inside at the bottom") << Places{98, 99} << u"90 100"_s;
        QTest::addRow("kept inside at the top") << Places{1, 0} << u"10 0"_s;
        QTest::addRow("pushed into the next group") << Places{0, 0, 12} << u"0 10 20"_s;
    }
    void pushesLabelsApart()
    {
        QFETCH(QList<qreal>, wanted);
        QFETCH(QString, places);
        QCOMPARE(textOf(pushedApart({wanted.begin(), wanted.end()}, 10, 0, 100)), places);
    }
};

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestChartAxes)
#include "tst_chartaxes.moc"
