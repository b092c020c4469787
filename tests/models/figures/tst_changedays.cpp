#include "models/figures/changedays.h"

#include "models/figures/board.h"

#include "../testfile.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestChangeDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }

    // Of the small region only its own life: TT and GY always were.
    void nothingIsObserved()
    {
        QVERIFY(days(u"Pair"_s).empty());
        // AN goes after 9 October 2010, CW and SX come on the 10th; MF came on 15 July 2007.
        QCOMPARE(days(u"Caribbean"_s),
            (std::vector<ChangeDay>{{QDate(2007, 7, 15), 1}, {QDate(2010, 10, 10), 3}}));
    }

    void observationsCountFromTheFirstDayOfTheirDate()
    {
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1));
        m_file->observe(u"TT"_s, u"GAC"_s, u"2007-02"_s, Value(u"observer"_s));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2007-02-01"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s)); // of another region
        m_file->observe(u"TT"_s, u"ALS"_s, u"2008"_s, Value(1));
        m_file->withdraw(u"TT"_s, u"ALS"_s, u"2008"_s);
        QCOMPARE(days(u"Pair"_s), (std::vector<ChangeDay>{{QDate(2007, 1, 1), 1}, {QDate(2007, 2, 1), 2}}));
    }

    void theNeighbours_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("before"); // invalid: none
        QTest::addColumn<QDate>("after");

        const QDate one(2007, 1, 1);
        const QDate two(2007, 2, 1);
        QTest::newRow("before all") << QDate(2006, 1, 1) << QDate() << one;
        QTest::newRow("on the first") << one << QDate() << two;
        QTest::newRow("between") << QDate(2007, 1, 2) << one << two;
        QTest::newRow("on the last") << two << one << QDate();
        QTest::newRow("after all") << QDate(2008, 1, 1) << two << QDate();
    }
    void theNeighbours()
    {
        QFETCH(QDate, day);
        const std::vector<ChangeDay> known{{QDate(2007, 1, 1), 1}, {QDate(2007, 2, 1), 2}};
        QTEST(changeBefore(known, day).value_or(QDate()), "before");
        QTEST(changeAfter(known, day).value_or(QDate()), "after");
        QVERIFY(!changeBefore({}, day) && !changeAfter({}, day));
    }

    // Between two such days no board differs from the one of the day before.
    void theBoardStandsStillBetween()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QStringList dates{
            u"2006"_s, u"2006-11"_s, u"2006-11-20"_s, u"2007"_s, u"2007-01-31"_s, u"2007-02"_s};
        for (int i = 0; i < 12; ++i)
            m_file->observe(QStringList{u"GY"_s, u"TT"_s}[random.bounded(2)], u"ALS"_s,
                dates[random.bounded(dates.size())], Value(random.bounded(4)));
        const Region region = m_file->readRegion(u"Pair"_s);
        const std::vector<ChangeDay> known = days(u"Pair"_s);
        for (QDate day(2005, 12, 20); day < QDate(2007, 4, 1); day = day.addDays(1)) {
            const bool isNamed = std::any_of(
                known.begin(), known.end(), [&](const ChangeDay &each) { return each.day == day; });
            if (!isNamed)
                QVERIFY2(shown(region, day) == shown(region, day.addDays(-1)),
                    qPrintable(day.toString(Qt::ISODate)));
        }
    }

private:
    std::vector<ChangeDay> days(const QString &region) const
    {
        return changeDays(m_file->store(), m_file->readRegion(region), indicatorsOnBoard());
    }
    // The observations the board shows; their age grows by itself.
    std::vector<QUuid> shown(const Region &region, QDate day) const
    {
        std::vector<QUuid> result;
        for (const Board::Row &row : boardAsOf(m_file->store(), region, day).rows) {
            for (const BoardCell &cell : row.cells)
                result.push_back(cell.observation);
        }
        return result;
    }
    std::vector<Indicator> indicatorsOnBoard() const
    {
        return boardAsOf(m_file->store(), m_file->readRegion(), QDate(2007, 2, 15)).indicators;
    }

    std::unique_ptr<TestFile> m_file;
};

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestChangeDays)
#include "tst_changedays.moc"
