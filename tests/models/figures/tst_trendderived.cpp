#include "models/figures/board.h"
#include "models/figures/changedays.h"
#include "models/figures/trend.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// Over time, too, what nobody stated is as records have it.
class tst_TrendDerived : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
        fill();
    }

    void everyDayIsTheBoards_data()
    {
        QTest::addColumn<QString>("indicator");
        for (const char *code : {"ALS", "AF/EoL", "training", "GAC"})
            QTest::addRow("%s", code) << QString(QLatin1StringView(code));
    }
    void everyDayIsTheBoards()
    {
        QFETCH(QString, indicator);
        const Trends trends = read(indicator);
        int known = 0;
        for (const QDate &day : days()) {
            const Board board = boardOf(m_file->store(), m_file->readRegion(), trends.indicators, day);
            const BoardTotal &total = board.totals[0];
            const Trend::Step &step = trends.trends[0].on(day);
            const std::array is{step.met, step.onTheWay, step.notMet, step.unknown, step.notApplicable};
            const std::array was{total.met, total.onTheWay, total.notMet, total.unknown, total.notApplicable};
            QVERIFY2(is == was, qPrintable(day.toString(Qt::ISODate)));
            known += total.known;
        }
        QVERIFY(known > 0);
    }

    // Each step changes the reading, and between two steps nothing does.
    void stepsAreTheReadings()
    {
        const Indicator of = findIndicator(m_file->store(), u"AF/EoL"_s).value();
        const std::vector<QUuid> places{OutreachFile::territory(u"BB"_s), OutreachFile::territory(u"GY"_s)};
        QStringList steps;
        for (const DerivedStep &step : derivationOf(of)->ever(m_file->store(), of, places))
            steps.append(m_file->store().keyOf(fields::territory::entity, step.territory) + u' '
                + step.from.toString(Qt::ISODate) + u' ' + step.reading.text());
        QCOMPARE(steps,
            (QStringList{u"BB 2005-03-01 EoL signed"_s, u"BB 2006-01-01 AF signed"_s,
                u"BB 2009-01-01 EoL signed"_s, u"GY 2005-03-01 EoL signed"_s}));
    }

    void theDaysOfChange()
    {
        std::vector<Indicator> shown{findIndicator(m_file->store(), u"AF/EoL"_s).value()};
        QStringList days;
        for (const ChangeDay &each : changeDays(m_file->store(), m_file->readRegion(u"Pair"_s), shown))
            days.append(each.day.toString(Qt::ISODate) + u' ' + QString::number(each.count));
        QCOMPARE(days, (QStringList{u"2005-03-01 1"_s, u"2006-07-01 1"_s}));
    }

    void aSlopeOverWhatIsKnownToTheYear()
    {
        const Trends trends = read(u"AF/EoL"_s);
        const Trend::Slope first{QDate(2005, 3, 1), QDate(2005, 3, 31), 2};
        QVERIFY(trends.trends[0].slopes.front() == first);
        QCOMPARE(trends.firstDay(), QDate(2005, 3, 1)); // though nobody stated it then
    }

    void followsItsRecords()
    {
        Trends trends = read(u"ALS"_s);
        const int before = trends.trends[0].on(QDate(2007, 2, 15)).met;
        m_file->organisation(u"More"_s, organisationKind::als, u"KN"_s, u"2005"_s);
        trends = refreshed(std::move(trends), m_file->store(), {OutreachFile::indicator(u"ALS"_s)});
        QCOMPARE(trends.trends[0].on(QDate(2007, 2, 15)).met, before + 1);
    }

private:
    // Around the days on which anything here begins or ends.
    static std::vector<QDate> days()
    {
        std::vector<QDate> all;
        for (QDate month(2003, 12, 1); month < QDate(2011, 2, 1); month = month.addMonths(1)) {
            for (const int after : {0, 1, 8, 9, 14})
                all.push_back(month.addDays(after));
            all.push_back(month.addMonths(1).addDays(-1));
        }
        return all;
    }
    Trends read(const QString &indicator)
    {
        return trendsOf(
            m_file->store(), m_file->readRegion(), {findIndicator(m_file->store(), indicator).value()});
    }

    void fill()
    {
        m_file->organisation(u"One"_s, organisationKind::als, u"BB GY AN CW"_s, u"2004"_s);
        m_file->organisation(u"Two"_s, organisationKind::als, u"BB TT"_s, u"2006-05"_s);
        m_file->observe(u"TT"_s, u"ALS"_s, u"2004-06-01"_s, Value(0));
        m_file->observe(u"TT"_s, u"ALS"_s, u"2007"_s, Value(unknownReading));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2008"_s, Value(2));
        m_file->agreement(agreementKind::eol, agreementStage::isSigned, u"BB GY"_s, u"2005-03"_s);
        m_file->agreement(agreementKind::af, agreementStage::lapsed, u"BB"_s, u"2006"_s, u"2008"_s);
        m_file->agreement(agreementKind::af, agreementStage::drafting, u"KN"_s);
        m_file->observe(u"GY"_s, u"AF/EoL"_s, u"2006-07-01"_s, Value(u"in discussion"_s));
        const QUuid registry =
            m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB KN"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada, registry, u"2005"_s, u"2007"_s);
        m_file->attend(m_file->activity(u"First"_s, u"2006-02"_s, {}), ada, QString(trainingLevel::first));
        m_file->attend(m_file->activity(u"Next"_s, u"2007-06-01"_s, {}), ada, QString(trainingLevel::next));
        m_file->attend(m_file->activity(u"Late"_s, u"2009-06-01"_s, {}), ada, QString(trainingLevel::next));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s));
    }

    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_TrendDerived)
#include "tst_trendderived.moc"
