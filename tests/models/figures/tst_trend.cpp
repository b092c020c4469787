#include "models/figures/trend.h"

#include "models/figures/board.h"
#include "tests/models/testfile.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// "GY ALS 2007-02 3", several by semicolons; "-" withdraws, digits alone are a count.
void observeAll(TestFile &file, const QString &observations)
{
    for (const QString &text : observations.split(u';', Qt::SkipEmptyParts)) {
        const QStringList words = text.simplified().split(u' ');
        const QString reading = words.sliced(3).join(u' ');
        bool isNumber = false;
        const qlonglong number = reading.toLongLong(&isNumber);
        if (reading == "-"_L1)
            file.withdraw(words.at(0), words.at(1), words.at(2));
        else
            file.observe(
                words.at(0), words.at(1), words.at(2), isNumber ? Value(qint64(number)) : Value(reading));
    }
}

std::vector<Indicator> onBoard(const Store &store)
{
    std::vector<Indicator> shown = indicators(store);
    std::erase_if(shown, [](const Indicator &indicator) { return !indicator.onBoard; });
    return shown;
}

// "2007-02-15 1 of 6", each step after the first that changes one of them; what tests expect is short then.
QString stepsText(const Trend &trend)
{
    QStringList texts;
    for (size_t i = 1; i < trend.steps.size(); ++i) {
        const Trend::Step &step = trend.steps[i];
        if (step.met != trend.steps[i - 1].met || step.of() != trend.steps[i - 1].of())
            texts += u"%1 %2 of %3"_s.arg(step.day.toString(Qt::ISODate)).arg(step.met).arg(step.of());
    }
    return texts.join(u"; "_s);
}

QString lineText(const std::vector<Trend::Vertex> &line)
{
    QStringList texts;
    for (const Trend::Vertex &vertex : line)
        texts += vertex.day.toString(Qt::ISODate) + u' ' + QString::number(vertex.met, 'g', 3);
    return texts.join(u"; "_s);
}

QString staleText(const Trend &trend)
{
    QStringList texts;
    for (const Trend::Span &span : trend.stale)
        texts += span.from.toString(Qt::ISODate) + u'/' + span.to.toString(Qt::ISODate);
    return texts.join(u"; "_s);
}

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }
    void countsAsTheBoardDoes_data();
    void countsAsTheBoardDoes();
    void equalsTheBoardOnAnyDay_data();
    void equalsTheBoardOnAnyDay();
    void drawsDatesAsPreciselyAsTheyAreKnown_data();
    void drawsDatesAsPreciselyAsTheyAreKnown();
    void growsStaleAndFreshAgain_data();
    void growsStaleAndFreshAgain();
    void cutsTheLineWhereItGrowsStale_data();
    void cutsTheLineWhereItGrowsStale();
    void hasAPointForEachDate();
    void tellsTheRowsBehindAPoint();
    void hasNoLineWithoutObservations();
    void showsTargetsOfTheRegion_data();
    void showsTargetsOfTheRegion();
    void keepsTheFirstVersionOfATarget();
    void spansWhatWasObserved();
    void refreshingReadsWhatChanged();

private:
    Trends trends(const QString &region = {}) const
    {
        return trendsOf(m_file->store(), m_file->readRegion(region), onBoard(m_file->store()));
    }
    const Trend &trend(const Trends &all, const QString &indicator) const
    {
        for (size_t i = 0; i < all.indicators.size(); ++i) {
            if (all.indicators[i].code == indicator)
                return all.trends[i];
        }
        qFatal("no such indicator");
    }
    void target(const QString &indicator, const Value &reading, const QString &due, QUuid region = {},
        QUuid territory = {})
    {
        namespace f = fields::target;
        m_file->create(f::entity, m_target,
            {{f::indicator, Value(TestFile::indicator(indicator))},
                {f::region, region.isNull() ? Value() : Value(region)},
                {f::territory, territory.isNull() ? Value() : Value(territory)},
                {f::value,
                    Value(Value::Parts{
                        {QString(f::due), Value(TestFile::date(due))}, {QString(f::reading), reading}})}});
    }

    const QUuid m_target = QUuid::createUuid();
    std::unique_ptr<TestFile> m_file;
};

void TestTrend::countsAsTheBoardDoes_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("steps");
    QTest::addRow("nothing on file: only who exists changes")
        << QString() << u"2007-07-15 0 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("from its day") << u"GY GAC 2008-03-04 represented"_s
                                  << u"2007-07-15 0 of 6; 2008-03-04 1 of 6; 2010-10-10 1 of 7"_s;
    QTest::addRow("a year counts from its first day")
        << u"GY GAC 2008 represented"_s << u"2007-07-15 0 of 6; 2008-01-01 1 of 6; 2010-10-10 1 of 7"_s;
    QTest::addRow("the period that ends last wins, whenever it was entered")
        << u"GY GAC 2008 represented; GY GAC 2008-03-04 none"_s
        << u"2007-07-15 0 of 6; 2008-01-01 1 of 6; 2010-10-10 1 of 7"_s;
    QTest::addRow("of two that end together the more precise wins")
        << u"GY GAC 2008 represented; GY GAC 2008-12-31 none"_s
        << u"2007-07-15 0 of 6; 2008-01-01 1 of 6; 2008-12-31 0 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("recorded as unknown again")
        << u"GY GAC 2008 represented; GY GAC 2009 unknown"_s
        << u"2007-07-15 0 of 6; 2008-01-01 1 of 6; 2009-01-01 0 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("recorded as not applicable leaves the rows")
        << u"GY GAC 2008 n/a"_s << u"2007-07-15 0 of 6; 2008-01-01 0 of 5; 2010-10-10 0 of 6"_s;
    QTest::addRow("withdrawn") << u"GY GAC 2008 represented; GY GAC 2008 -"_s
                               << u"2007-07-15 0 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("a territory that ends takes its value with it")
        << u"AN GAC 2006-05-01 represented"_s << u"2006-05-01 1 of 5; 2007-07-15 1 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("a territory that begins brings what was known")
        << u"CW GAC 2009 represented"_s << u"2007-07-15 0 of 6; 2010-10-10 1 of 7"_s;
    QTest::addRow("after its end nothing counts")
        << u"AN GAC 2011 represented"_s << u"2007-07-15 0 of 6; 2010-10-10 0 of 7"_s;
    QTest::addRow("on the way is not met")
        << u"GY GAC 2008 observer"_s << u"2007-07-15 0 of 6; 2010-10-10 0 of 7"_s;
}

void TestTrend::countsAsTheBoardDoes()
{
    QFETCH(QString, observations);
    QFETCH(QString, steps);
    observeAll(*m_file, observations);
    QCOMPARE(stepsText(trend(trends(), u"GAC"_s)), steps);
}

void TestTrend::equalsTheBoardOnAnyDay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("random file %u", seed) << seed;
}

void TestTrend::equalsTheBoardOnAnyDay()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto oneOf = [&](const QStringList &list) {
        return list.at(random.bounded(static_cast<int>(list.size())));
    };
    const QDate from(2005, 1, 1);
    const auto anyDate = [&] {
        const QString day = from.addDays(random.bounded(8 * 365)).toString(Qt::ISODate);
        return day.left(oneOf({u"4"_s, u"7"_s, u"10"_s, u"10"_s}).toInt());
    };
    QStringList made;
    for (int i = 0; i < 120; ++i) {
        const QString indicator = oneOf({u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s});
        const QString reading = indicator == "ALS"_L1
            ? oneOf({u"0"_s, u"1"_s, u"4"_s, u"unknown"_s, u"n/a"_s})
            : indicator == "GAC"_L1 ? oneOf({u"none"_s, u"observer"_s, u"represented"_s, u"unknown"_s})
            : indicator == "AF/EoL"_L1
            ? oneOf({u"none"_s, u"in discussion"_s, u"AF signed"_s, u"EoL signed"_s, u"n/a"_s})
            : oneOf({u"ended"_s, u"applied"_s, u"active"_s, u"unknown"_s});
        const QString where = u"%1 %2 %3 "_s.arg(
            oneOf({u"AN"_s, u"BB"_s, u"CW"_s, u"GY"_s, u"KN"_s, u"MF"_s, u"SX"_s, u"TT"_s}), indicator,
            anyDate());
        observeAll(*m_file, where + reading);
        made += where;
    }
    made.removeDuplicates();
    for (int i = 0; i < 10; ++i)
        observeAll(*m_file, made.takeAt(random.bounded(static_cast<int>(made.size()))) + u'-');

    const Region region = m_file->readRegion();
    const Trends all = trends();
    std::vector<QDate> days = {QDate(2000, 1, 1), QDate(2030, 1, 1), QDate(2010, 10, 9), QDate(2010, 10, 10)};
    for (int i = 0; i < 60; ++i)
        days.push_back(from.addDays(random.bounded(9 * 365)));
    for (const Trend &each : all.trends) {
        for (const Trend::Point &point : each.points)
            days.insert(
                days.end(), {point.date.firstDay().addDays(-1), point.date.firstDay(), point.date.lastDay()});
    }
    for (const QDate &day : days) {
        const Board board = boardOf(m_file->store(), region, all.indicators, day);
        for (size_t i = 0; i < all.indicators.size(); ++i) {
            const BoardTotal &total = board.totals[i];
            const Trend::Step &step = all.trends[i].on(day);
            const Trend::Step expected{
                step.day, total.met, total.onTheWay, total.notMet, total.unknown, total.notApplicable};
            QVERIFY2(step == expected, qPrintable(all.indicators[i].code + u' ' + day.toString(Qt::ISODate)));
            QCOMPARE(step.of(), total.of);
        }
        QVERIFY(static_cast<int>(board.rows.size()) <= all.mostRows);
    }
}

void TestTrend::drawsDatesAsPreciselyAsTheyAreKnown_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("line"); // until 2013-01-01
    QTest::addRow("a day is upright, and begins without one")
        << u"GY GAC 2006-05-01 represented; BB GAC 2008-02-03 represented"_s
        << u"2006-05-01 1; 2008-02-03 1; 2008-02-03 2; 2013-01-01 2"_s;
    QTest::addRow("a month slopes") << u"GY GAC 2006-05-01 none; BB GAC 2008-02 represented"_s
                                    << u"2006-05-01 0; 2008-02-01 0; 2008-02-29 1; 2013-01-01 1"_s;
    QTest::addRow("a year slopes from nothing where it comes first")
        << u"GY GAC 2006 represented"_s << u"2006-01-01 0; 2006-12-31 1; 2013-01-01 1"_s;
    QTest::addRow("within a slope a day is still upright")
        << u"GY GAC 2006 represented; BB GAC 2006-07-02 represented"_s
        << u"2006-01-01 0; 2006-07-02 0.5; 2006-07-02 1.5; 2006-12-31 2; 2013-01-01 2"_s;
    QTest::addRow("downwards too") << u"GY GAC 2006-05-01 represented; GY GAC 2008-02 none"_s
                                   << u"2006-05-01 1; 2008-02-01 1; 2008-02-29 0; 2013-01-01 0"_s;
    QTest::addRow("the slope of a territory that ends is over before")
        << u"AN GAC 2010 represented"_s
        << u"2010-01-01 0; 2010-10-09 1; 2010-10-10 1; 2010-10-10 0; 2013-01-01 0"_s;
    QTest::addRow("a value that is confirmed is no corner")
        << u"GY GAC 2006-05-01 represented; GY GAC 2007-05-01 represented"_s
        << u"2006-05-01 1; 2013-01-01 1"_s;
    QTest::addRow("only after the end of the line") << u"GY GAC 2014 represented"_s << QString();
}

void TestTrend::drawsDatesAsPreciselyAsTheyAreKnown()
{
    QFETCH(QString, observations);
    QFETCH(QString, line);
    observeAll(*m_file, observations);
    QCOMPARE(lineText(trend(trends(), u"GAC"_s).line(QDate(2013, 1, 1))), line);
}

void TestTrend::growsStaleAndFreshAgain_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("stale");
    QTest::addRow("nothing to grow old") << QString() << QString();
    QTest::addRow("ever since") << u"GY GAC 2006-05-01 none"_s << u"2008-05-02/"_s;
    QTest::addRow("a year is as old as its end") << u"GY GAC 2006 none"_s << u"2009-01-01/"_s;
    QTest::addRow("until somebody looks again")
        << u"GY GAC 2006-05-01 none; BB GAC 2010-06 none"_s << u"2008-05-02/2010-05-31; 2012-07-01/"_s;
    QTest::addRow("not between two that are near")
        << u"GY GAC 2006-05-01 none; BB GAC 2008-05-01 none"_s << u"2010-05-02/"_s;
    QTest::addRow("unknown is no fresh look")
        << u"GY GAC 2006-05-01 none; BB GAC 2007-05-01 unknown"_s << u"2008-05-02/"_s;
}

void TestTrend::growsStaleAndFreshAgain()
{
    QFETCH(QString, observations);
    QFETCH(QString, stale);
    observeAll(*m_file, observations);
    const Trends all = trends();
    const Trend &gac = trend(all, u"GAC"_s);
    QCOMPARE(staleText(gac), stale);
    for (const Trend::Span &span : gac.stale) {
        QVERIFY(!gac.isStaleOn(span.from.addDays(-1)));
        QVERIFY(gac.isStaleOn(span.from));
        QCOMPARE(gac.isStaleOn(QDate(2030, 1, 1)), true);
    }
}

void TestTrend::cutsTheLineWhereItGrowsStale_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("pieces"); // until 2013-01-01; stale ones in brackets
    QTest::addRow("nothing") << QString() << QString();
    QTest::addRow("never stale while it is drawn")
        << u"GY GAC 2012-05-01 represented"_s << u"2012-05-01 1; 2013-01-01 1"_s;
    QTest::addRow("stale at its end") << u"GY GAC 2006-05-01 represented"_s
                                      << u"2006-05-01 1; 2008-05-01 1 | [2008-05-01 1; 2013-01-01 1]"_s;
    QTest::addRow("fresh again with an upright")
        << u"GY GAC 2006-05-01 represented; BB GAC 2011-05-01 represented"_s
        << u"2006-05-01 1; 2008-05-01 1 | [2008-05-01 1; 2011-05-01 1] | 2011-05-01 1; 2011-05-01 2; "
           "2013-01-01 2"_s;
    QTest::addRow("fresh again with a slope")
        << u"GY GAC 2006-05-01 represented; BB GAC 2011 represented"_s
        << u"2006-05-01 1; 2008-05-01 1 | [2008-05-01 1; 2011-01-01 1] | 2011-01-01 1; 2011-12-31 2; "
           "2013-01-01 2"_s;
    QTest::addRow("fresh again without a corner")
        << u"GY GAC 2006-05-01 represented; GY GAC 2011-05-01 represented"_s
        << u"2006-05-01 1; 2008-05-01 1 | [2008-05-01 1; 2011-05-01 1] | 2011-05-01 1; 2013-01-01 1"_s;
}

void TestTrend::cutsTheLineWhereItGrowsStale()
{
    QFETCH(QString, observations);
    QFETCH(QString, pieces);
    observeAll(*m_file, observations);
    const Trends all = trends();
    QStringList texts;
    for (const Trend::Piece &piece : trend(all, u"GAC"_s).pieces(QDate(2013, 1, 1)))
        texts += piece.isStale ? u'[' + lineText(piece.corners) + u']' : lineText(piece.corners);
    QCOMPARE(texts.join(u" | "_s), pieces);
}

void TestTrend::tellsTheRowsBehindAPoint()
{
    observeAll(*m_file,
        u"TT GAC 2006-05 observer; BB GAC 2006-05 represented; GY GAC 2006-05-01 none; "
        "GR GAC 2006-05 none; TT ALS 2006-05 1; CW GAC 2006-05 none"_s);
    const Trends all = trends();
    const std::vector<TrendRow> rows =
        rowsBehind(m_file->store(), all.region, all.indicators[1], TestFile::date(u"2006-05"_s));
    // In board order; not of another date, region or indicator, nor of who did not exist.
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].name, u"Barbados"_s);
    QCOMPARE(rows[0].reading, u"represented"_s);
    QCOMPARE(rows[0].standing, Standing::Met);
    QCOMPARE(rows[1].territory, TestFile::territory(u"TT"_s));
    QCOMPARE(rows[1].standing, Standing::OnTheWay);
}

void TestTrend::hasAPointForEachDate()
{
    observeAll(*m_file,
        u"GY GAC 2006-05-01 none; BB GAC 2006-05-01 none; TT GAC 2006 none; CW GAC 2006 none; BB ALS 2005 1"_s);
    const Trends all = trends();
    // Curaçao did not exist; Barbados' user group is another line's.
    const std::vector<Trend::Point> points = {
        {TestFile::date(u"2006-05-01"_s), 2}, {TestFile::date(u"2006"_s), 1}};
    QVERIFY(trend(all, u"GAC"_s).points == points);
}

void TestTrend::hasNoLineWithoutObservations()
{
    const Trends all = trends();
    QCOMPARE(all.trends.size(), size_t(4));
    QVERIFY(all.trends.front().line(QDate(2020, 1, 1)).empty());
    QVERIFY(all.firstDay().isNull() && all.lastDay().isNull());
    const Trends none = trendsOf(m_file->store(), Region(), onBoard(m_file->store()));
    QCOMPARE(none.mostRows, 0);
    QCOMPARE(none.trends.front().on(QDate(2020, 1, 1)).of(), 0);
}

void TestTrend::showsTargetsOfTheRegion_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("territory");
    QTest::addColumn<int>("territories"); // -1: not shown
    QTest::addRow("a number") << u"GAC"_s << u"4"_s << u"Caribbean"_s << QString() << 4;
    QTest::addRow("of every region") << u"GAC"_s << u"4"_s << QString() << QString() << 4;
    QTest::addRow("of another region") << u"GAC"_s << u"4"_s << u"Pair"_s << QString() << -1;
    QTest::addRow("of one territory") << u"GAC"_s << u"represented"_s << QString() << u"GY"_s << -1;
    QTest::addRow("a level that meets the goal is meant for all, on that day")
        << u"GAC"_s << u"represented"_s << u"Caribbean"_s << QString() << 7;
    QTest::addRow("a level below it is no number of territories that meet it")
        << u"GAC"_s << u"observer"_s << u"Caribbean"_s << QString() << -1;
    QTest::addRow("a sum is not a number of territories")
        << u"ALS"_s << u"4"_s << u"Caribbean"_s << QString() << -1;
    QTest::addRow("of what is not shown") << u"training"_s << u"4"_s << u"Caribbean"_s << QString() << -1;
}

void TestTrend::showsTargetsOfTheRegion()
{
    QFETCH(QString, indicator);
    QFETCH(QString, reading);
    QFETCH(QString, region);
    QFETCH(QString, territory);
    QFETCH(int, territories);
    bool isNumber = false;
    const qlonglong number = reading.toLongLong(&isNumber);
    target(indicator, isNumber ? Value(qint64(number)) : Value(reading), u"2012"_s,
        region.isEmpty() ? QUuid() : TestFile::region(region),
        territory.isEmpty() ? QUuid() : TestFile::territory(territory));
    const Trends all = trends();
    QCOMPARE(all.targets.size(), size_t(territories < 0 ? 0 : 1));
    if (territories < 0)
        return;
    const TrendTarget &shown = all.targets.front();
    QCOMPARE(shown.id, m_target);
    QCOMPARE(all.indicators[shown.indicator].code, indicator);
    QCOMPARE(shown.present.territories, territories);
    QCOMPARE(shown.present.due, TestFile::date(u"2012"_s));
    QVERIFY(!shown.first);
}

void TestTrend::keepsTheFirstVersionOfATarget()
{
    namespace f = fields::target;
    const auto revise = [&](int territories, const QString &due, const QString &why) {
        Draft draft(u"Revise"_s);
        draft.edit(m_file->store().find(f::entity, m_target),
            {{f::value,
                Value(Value::Parts{{QString(f::due), Value(TestFile::date(due))},
                    {QString(f::reading), Value(territories)}, {QString(f::reason), Value(why)}})}});
        m_file->commit(draft);
    };
    target(u"GAC"_s, Value(5), u"2008"_s, TestFile::region());
    revise(4, u"2009"_s, u"an election"_s);
    revise(3, u"2009-06"_s, u"no money"_s);
    const Trends all = trends();
    QCOMPARE(all.targets.size(), size_t(1));
    const TrendTarget::Version present{3, TestFile::date(u"2009-06"_s), u"no money"_s};
    const TrendTarget::Version first{5, TestFile::date(u"2008"_s), {}};
    QVERIFY(all.targets.front().present == present);
    QVERIFY(all.targets.front().first == first);
    revise(5, u"2008"_s, {});
    QVERIFY(!trends().targets.front().first); // as it was first set, after all
}

void TestTrend::spansWhatWasObserved()
{
    observeAll(*m_file, u"GY GAC 2006-05 none; BB ALS 2009 1; TT ALS 2007-01-01 1"_s);
    const Trends all = trends();
    QCOMPARE(all.firstDay(), QDate(2006, 5, 1));
    QCOMPARE(all.lastDay(), QDate(2009, 12, 31));
    QCOMPARE(all.mostRows, 7);
    QCOMPARE(trends(u"Pair"_s).mostRows, 2);
}

void TestTrend::refreshingReadsWhatChanged()
{
    observeAll(*m_file, u"GY GAC 2006 none; BB ALS 2005 1; TT ccNSO 2005 member"_s);
    const Trends before = trends();
    m_file->observe(u"BB"_s, u"GAC"_s, u"2006-03"_s, Value(u"represented"_s));
    m_file->withdraw(u"GY"_s, u"GAC"_s, u"2006"_s);
    m_file->observe(u"TT"_s, u"ALS"_s, u"2006"_s, Value(2));
    target(u"GAC"_s, Value(4), u"2008"_s);

    // The target in any case; ALS as it was.
    const Trends after = trends();
    Trends some = refreshed(before, m_file->store(), {TestFile::indicator(u"GAC"_s)});
    QVERIFY(trend(some, u"GAC"_s) == trend(after, u"GAC"_s));
    QVERIFY(trend(some, u"ALS"_s) == trend(before, u"ALS"_s));
    QVERIFY(some.targets == after.targets && some.targets.size() == 1);
    some = refreshed(some, m_file->store(), {TestFile::indicator(u"ALS"_s)});
    QVERIFY(some.trends == after.trends && some.targets == after.targets);
    QCOMPARE(some.mostRows, after.mostRows);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestTrend)
#include "tst_trend.moc"
