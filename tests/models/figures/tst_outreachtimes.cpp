#include "models/figures/outreachtimes.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What happened by quarter: parts that add up, and the rows behind.
class tst_OutreachTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void nothingIsNothing_data() { figures(); }
    void nothingIsNothing()
    {
        QFETCH(QString, code);
        const OutreachTimes times = timesOf(code);
        QVERIFY(times.quarters.empty() && times.parts.empty());
        QVERIFY(!times.lastYear); // unknown, not 0
    }

    void quartersAndTheirDays()
    {
        QCOMPARE(quarterOf(QDate(2007, 3, 31)), 8028);
        QCOMPARE(quarterOf(QDate(2007, 4, 1)), 8029);
        QCOMPARE(firstDayOfQuarter(8031), QDate(2007, 10, 1));
    }

    void partsAddUpToEachOnce_data() { figures(); }
    void partsAddUpToEachOnce()
    {
        QFETCH(QString, code);
        m_file->fill();
        const OutreachFigure &figure = *outreachFigure(code);
        const OutreachTimes times = timesOf(code);
        std::vector<OutreachQuarter> together;
        for (const OutreachQuarter &each : outreachOverTime(m_file->store(), figure, {{}, day})) {
            if (each.project.isNull())
                together.push_back(each);
        }
        QCOMPARE(times.quarters.size(), together.size());
        for (size_t i = 0; i < together.size(); ++i) {
            QCOMPARE(times.quarters[i].quarter, together[i].quarter);
            QCOMPARE(times.quarters[i].numbers.size(), times.parts.size());
            QCOMPARE(times.quarters[i].total(), together[i].number);
            QCOMPARE(outreachSum(outreachRowsOfQuarter(m_file->store(), figure, together[i].quarter, day)),
                std::optional(together[i].number));
        }
    }

    void onesOfAProjectAreTheirRows_data() { figures(); }
    void onesOfAProjectAreTheirRows()
    {
        QFETCH(QString, code);
        m_file->fill();
        const OutreachFigure &figure = *outreachFigure(code);
        int seen = 0;
        for (const OutreachQuarter &each : outreachOverTime(m_file->store(), figure, {{}, day})) {
            if (each.project.isNull())
                continue;
            const OutreachTimes times = timesOf(code, each.project);
            const auto quarter = std::find_if(times.quarters.begin(), times.quarters.end(),
                [&](const OutreachTimes::Quarter &of) { return of.quarter == each.quarter; });
            QVERIFY(quarter != times.quarters.end());
            QCOMPARE(quarter->total(), each.number);
            QCOMPARE(times.parts.size(), size_t(1));
            QCOMPARE(outreachSum(outreachRowsOfQuarter(
                         m_file->store(), figure, each.quarter, day, {.project = each.project})),
                std::optional(each.number));
            ++seen;
        }
        QVERIFY(seen > 0 || figure.over == OutreachFigure::Over::Nothing);
    }

    void whatIsOfTwoStandsApart()
    {
        m_file->fill();
        const OutreachTimes times = timesOf(u"activities"_s);
        using Of = OutreachTimes::Part::Of;
        QCOMPARE(times.parts.size(), size_t(3));
        QVERIFY(times.parts[0].of == Of::Project && times.parts[0].code == "1Q"_L1);
        QVERIFY(times.parts[1].of == Of::Several && times.parts[2].of == Of::None);
        QCOMPARE(times.quarters.size(), size_t(3)); // 2006 stands in its first
        QCOMPARE(times.quarters[0].numbers, (std::vector<qint64>{0, 0, 1}));
        QCOMPARE(times.quarters[1].numbers, (std::vector<qint64>{0, 1, 0}));
        QCOMPARE(times.quarters[2].numbers, (std::vector<qint64>{1, 0, 0}));
        QCOMPARE(times.total(), 3);
        QVERIFY(!times.isSum && timesOf(u"participants"_s).isSum);
    }

    void theYearCountsEachOnce()
    {
        m_file->fill();
        QCOMPARE(timesOf(u"people-trained"_s).lastYear, std::optional<qint64>(2)); // Ada twice
        QCOMPARE(timesOf(u"people-trained"_s).total(), 3); // in two quarters
        QVERIFY(timesOf(u"agreements"_s).lasts);
        QCOMPARE(timesOf(u"agreements"_s).lastYear, std::optional<qint64>(2)); // one of them signed in 2005
        QCOMPARE(timesOf(u"agreements"_s).total(), 2);
        const OutreachTimes later =
            outreachTimes(m_file->store(), *outreachFigure("activities"), QDate(2008, 3, 2));
        QCOMPARE(later.lastYear, std::optional<qint64>(1)); // known to the month
    }

    void aRegionHasWhatWasInIt()
    {
        m_file->fill();
        const OutreachScope pair{.region = m_file->readRegion(u"Pair"_s)};
        const OutreachFigure &figure = *outreachFigure("activities");
        const OutreachTimes times = outreachTimes(m_file->store(), figure, day, pair);
        QCOMPARE(times.total(), 1);
        QCOMPARE(times.quarters.size(), size_t(1));
        QCOMPARE(outreachRowsOfQuarter(m_file->store(), figure, times.quarters[0].quarter, day, pair).size(),
            size_t(1));
        QCOMPARE(outreachRowsOfQuarter(m_file->store(), figure, 8028, day, pair).size(), size_t(0));
    }

    // Its records stay, and are of no project that can be named.
    void aProjectThatIsGone()
    {
        m_file->fill();
        m_file->remove(fields::project::entity, OutreachFile::project(u"1Q"_s));
        const OutreachTimes times = timesOf(u"activities"_s);
        QCOMPARE(times.total(), 3);
        QCOMPARE(times.parts.size(), size_t(2));
    }

private:
    static void figures()
    {
        QTest::addColumn<QString>("code");
        for (const OutreachFigure &figure : outreachFigures())
            QTest::addRow("%s", figure.code.data()) << QString(figure.code);
    }
    OutreachTimes timesOf(const QString &code, QUuid project = {})
    {
        return outreachTimes(m_file->store(), *outreachFigure(code), day, {.project = project});
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_OutreachTimes)
#include "tst_outreachtimes.moc"
