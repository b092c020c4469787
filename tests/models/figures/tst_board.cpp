#include "models/figures/board.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// "GY ALS 2007-02 3", several by semicolons; a reading may hold blanks, digits alone are a count.
void observeAll(TestFile &file, const QString &observations)
{
    for (const QString &text : observations.split(u';', Qt::SkipEmptyParts)) {
        const QStringList words = text.simplified().split(u' ');
        const QString reading = words.sliced(3).join(u' ');
        bool isNumber = false;
        const qlonglong number = reading.toLongLong(&isNumber);
        Value value(reading);
        if (isNumber)
            value = Value(qint64(number));
        file.observe(words.at(0), QString(words.at(1)).replace(u'_', u' '), words.at(2), value);
    }
}

QDate day(const QString &iso)
{
    return TestFile::date(iso).lastDay();
}

const Board::Row *rowOf(const Board &board, const QString &code)
{
    for (const Board::Row &row : board.rows) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

size_t columnOf(const Board &board, const QString &code)
{
    for (size_t i = 0; i < board.indicators.size(); ++i) {
        if (board.indicators[i].code == code)
            return i;
    }
    qFatal("no such column");
}

const BoardCell &cellOf(const Board &board, const QString &territory, const QString &indicator)
{
    const Board::Row *row = rowOf(board, territory);
    if (!row)
        qFatal("no such row");
    return row->cells[columnOf(board, indicator)];
}

QString shown(const Board &board, const QString &territory, const QString &indicator)
{
    const BoardCell &cell = cellOf(board, territory, indicator);
    return board.indicators[columnOf(board, indicator)].readingText(cell.reading);
}

} // namespace

class TestBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }
    void showsTheObservationThatCounts_data();
    void showsTheObservationThatCounts();
    void tellsUnknownFromNoFromNotApplicable_data();
    void tellsUnknownFromNoFromNotApplicable();
    void holdsTerritoriesWhileTheyExist_data();
    void holdsTerritoriesWhileTheyExist();
    void marksWhatIsStale_data();
    void marksWhatIsStale();
    void readsAsKnownThen_data();
    void readsAsKnownThen();
    void addsUp_data();
    void addsUp();
    void marksInTheOrderOfTheContract();
    void showsBothOfAConflictAsOne();
    void doesNotStaleBeforeTheDateEnds();
    void keepsTheOrderOfTheRegion();
    void carriesTheDoubtsOfItsRows();
    void datesItsLastUpdate();
    void hasTheIndicatorsOfTheBoardOnly();
    void isEmptyWithoutRegionOrIndicators();
    void countsWhatNoLevelKnows();

private:
    Board board(const QString &asOf, const QString &region = {}) const
    {
        return boardAsOf(m_file->store(), m_file->readRegion(region), day(asOf));
    }

    std::unique_ptr<TestFile> m_file;
};

void TestBoard::showsTheObservationThatCounts_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("shows");
    QTest::addColumn<QString>("date");

    const auto row = [](const char *name, const QString &observations, const QString &asOf,
                         const QString &shows, const QString &date) {
        QTest::newRow(name) << observations << asOf << shows << date;
    };
    row("nothing on file", {}, u"2007-02-15"_s, {}, {});
    row("on its day", u"GY ALS 2007-02-15 3"_s, u"2007-02-15"_s, u"3"_s, u"2007-02-15"_s);
    row("the day before", u"GY ALS 2007-02-15 3"_s, u"2007-02-14"_s, {}, {});
    row("long after", u"GY ALS 2007-02-15 3"_s, u"2031-01-01"_s, u"3"_s, u"2007-02-15"_s);
    row("a month counts from its first day", u"GY ALS 2007-02 3"_s, u"2007-02-01"_s, u"3"_s, u"2007-02"_s);
    row("a month does not count before", u"GY ALS 2007-02 3"_s, u"2007-01-31"_s, {}, {});
    row("a year counts from its first day", u"GY ALS 2007 3"_s, u"2007-01-01"_s, u"3"_s, u"2007"_s);
    row("a future one counts from its day", u"GY ALS 2030-06-01 3"_s, u"2030-06-01"_s, u"3"_s,
        u"2030-06-01"_s);
    row("a future one does not count yet", u"GY ALS 2030-06-01 3"_s, u"2030-05-31"_s, {}, {});
    row("asked as of a month: its last day", u"GY ALS 2007-02-28 3"_s, u"2007-02"_s, u"3"_s, u"2007-02-28"_s);
    row("asked as of a leap month: its last day", u"GY ALS 2008-02-29 3"_s, u"2008-02"_s, u"3"_s,
        u"2008-02-29"_s);
    row("asked as of a year: its last day", u"GY ALS 2007-12-31 3"_s, u"2007"_s, u"3"_s, u"2007-12-31"_s);
    row("the later of two days", u"GY ALS 2007-02-15 3;GY ALS 2007-01-31 2"_s, u"2007-02-15"_s, u"3"_s,
        u"2007-02-15"_s);
    row("a year ends later than a day in it", u"GY ALS 2007 1;GY ALS 2007-02-15 3"_s, u"2007-02-15"_s, u"1"_s,
        u"2007"_s);
    row("a month ends later than a day in it", u"GY ALS 2007-02 1;GY ALS 2007-02-15 3"_s, u"2007-02-20"_s,
        u"1"_s, u"2007-02"_s);
    row("a year ends later than a month in it", u"GY ALS 2007-11 3;GY ALS 2007 1"_s, u"2007"_s, u"1"_s,
        u"2007"_s);
    row("equal ends: a month before its year", u"GY ALS 2007 1;GY ALS 2007-12 3"_s, u"2007"_s, u"3"_s,
        u"2007-12"_s);
    row("equal ends: a day before its month", u"GY ALS 2007-12-31 4;GY ALS 2007-12 3"_s, u"2007"_s, u"4"_s,
        u"2007-12-31"_s);
    row("a later day is over a year that ended", u"GY ALS 2006 1;GY ALS 2007-02-15 3"_s, u"2007-02-15"_s,
        u"3"_s, u"2007-02-15"_s);
    row("order of recording does not matter", u"GY ALS 2007-12-31 4;GY ALS 2007-02-15 3"_s, u"2008"_s, u"4"_s,
        u"2007-12-31"_s);
    row("corrected later: the correction", u"GY ALS 2007-02-15 3;GY ALS 2007-02-15 2"_s, u"2007-02-15"_s,
        u"2"_s, u"2007-02-15"_s);
    row("another territory's is not shown", u"TT ALS 2007-02-15 3"_s, u"2007-02-15"_s, {}, {});
    row("another indicator's is not shown", u"GY GAC 2007-02-15 represented"_s, u"2007-02-15"_s, {}, {});
}

void TestBoard::showsTheObservationThatCounts()
{
    QFETCH(QString, observations);
    QFETCH(QString, asOf);
    observeAll(*m_file, observations);
    const Board now = board(asOf);
    QTEST(shown(now, u"GY"_s, u"ALS"_s), "shows");
    QTEST(cellOf(now, u"GY"_s, u"ALS"_s).date.toIso(), "date");
}

void TestBoard::tellsUnknownFromNoFromNotApplicable_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("territory");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<int>("standing");
    QTest::addColumn<QString>("date");

    const auto row = [](const char *name, const QString &observations, const QString &territory,
                         const QString &indicator, Standing standing, const QString &date) {
        QTest::newRow(name) << observations << territory << indicator << static_cast<int>(standing) << date;
    };
    row("nothing on file is unknown", {}, u"GY"_s, u"GAC"_s, Standing::Unknown, {});
    row("no is no", u"GY GAC 2007 none"_s, u"GY"_s, u"GAC"_s, Standing::NotMet, u"2007"_s);
    row("a count of 0 is no", u"GY ALS 2007 0"_s, u"GY"_s, u"ALS"_s, Standing::NotMet, u"2007"_s);
    row("recorded as unknown keeps its date", u"GY GAC 2007 none;GY GAC 2008 unknown"_s, u"GY"_s, u"GAC"_s,
        Standing::Unknown, u"2008"_s);
    row("recorded as not applicable", u"GY GAC 2008 n/a"_s, u"GY"_s, u"GAC"_s, Standing::NotApplicable,
        u"2008"_s);
    row("without a ccTLD nothing said is not applicable", {}, u"MF"_s, u"AF/EoL"_s, Standing::NotApplicable,
        {});
    row("without a ccTLD other indicators are unknown", {}, u"MF"_s, u"ccNSO"_s, Standing::Unknown, {});
    row("with a ccTLD nothing said is unknown", {}, u"GY"_s, u"AF/EoL"_s, Standing::Unknown, {});
    row("without a ccTLD what was said is shown", u"MF AF/EoL 2008 EoL signed"_s, u"MF"_s, u"AF/EoL"_s,
        Standing::Met, u"2008"_s);
    row("between is on the way", u"GY ccNSO 2008 applied"_s, u"GY"_s, u"ccNSO"_s, Standing::OnTheWay,
        u"2008"_s);
    row("at the goal is met", u"GY ccNSO 2008 active"_s, u"GY"_s, u"ccNSO"_s, Standing::Met, u"2008"_s);
}

void TestBoard::tellsUnknownFromNoFromNotApplicable()
{
    QFETCH(QString, observations);
    QFETCH(QString, territory);
    QFETCH(QString, indicator);
    QFETCH(int, standing);
    observeAll(*m_file, observations);
    const Board now = board(u"2009"_s);
    const BoardCell &cell = cellOf(now, territory, indicator);
    QCOMPARE(static_cast<int>(cell.standing), standing);
    QTEST(cell.date.toIso(), "date");
    QCOMPARE(cell.isKnown(), cell.standing != Standing::Unknown && cell.standing != Standing::NotApplicable);
    QCOMPARE(cell.marks().contains(u"n/a"_s), cell.standing == Standing::NotApplicable);
}

void TestBoard::holdsTerritoriesWhileTheyExist_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("codes");

    QTest::newRow("before Saint Martin") << u"2007-07-14"_s << u"AN BB GY KN TT"_s;
    QTest::newRow("first day of Saint Martin") << u"2007-07-15"_s << u"AN BB GY KN MF TT"_s;
    QTest::newRow("last day of the Netherlands Antilles") << u"2010-10-09"_s << u"AN BB GY KN MF TT"_s;
    QTest::newRow("first day of their successors") << u"2010-10-10"_s << u"BB CW GY KN MF SX TT"_s;
}

void TestBoard::holdsTerritoriesWhileTheyExist()
{
    QFETCH(QString, asOf);
    m_file->observe(u"AN"_s, u"ALS"_s, u"2007"_s, Value(2));
    const Board now = board(asOf);
    QStringList codes;
    for (const Board::Row &row : now.rows)
        codes.append(row.code);
    QTEST(codes.join(u' '), "codes");
    const bool there = codes.contains(u"AN"_s);
    QCOMPARE(*now.totals[columnOf(now, u"ALS"_s)].sum, there ? 2 : 0);
    if (there)
        QCOMPARE(shown(now, u"AN"_s, u"ALS"_s), u"2"_s);
}

void TestBoard::marksWhatIsStale_data()
{
    QTest::addColumn<QString>("observation");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<bool>("stale");
    QTest::addColumn<int>("months");

    const auto row = [](const char *name, const QString &observation, const QString &asOf, bool stale,
                         int months) { QTest::newRow(name) << observation << asOf << stale << months; };
    const QString early = u"GY GAC 2007-02-15 represented"_s;
    row("on its day", early, u"2007-02-15"_s, false, 0);
    row("a day short of a month", early, u"2007-03-14"_s, false, 0);
    row("a month", early, u"2007-03-15"_s, false, 1);
    row("24 months to the day", early, u"2009-02-15"_s, false, 24);
    row("a day later", early, u"2009-02-16"_s, true, 24);
    row("a year ages from its end", u"GY GAC 2007 represented"_s, u"2009-12-31"_s, false, 24);
    row("a year, a day too old", u"GY GAC 2007 represented"_s, u"2010-01-01"_s, true, 24);
    row("no is stale as well", u"GY GAC 2007-02-15 none"_s, u"2010-01-01"_s, true, 34);
    row("unknown is not", u"GY GAC 2007-02-15 unknown"_s, u"2010-01-01"_s, false, 34);
    row("not applicable is not", u"GY GAC 2007-02-15 n/a"_s, u"2010-01-01"_s, false, 34);
}

void TestBoard::marksWhatIsStale()
{
    QFETCH(QString, observation);
    QFETCH(QString, asOf);
    QFETCH(bool, stale);
    observeAll(*m_file, observation);
    const Board now = board(asOf);
    const BoardCell &cell = cellOf(now, u"GY"_s, u"GAC"_s);
    QCOMPARE(cell.stale, stale);
    QCOMPARE(cell.marks().contains(u"stale"_s), stale);
    QTEST(cell.ageMonths, "months");
    if (observation.endsWith(u"represented"))
        QCOMPARE(now.totals[columnOf(now, u"GAC"_s)].met, 1); // it keeps its value and counts
}

void TestBoard::doesNotStaleBeforeTheDateEnds()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
    QCOMPARE(cellOf(board(u"2007-02-15"_s), u"GY"_s, u"GAC"_s).ageMonths, 0);
}

void TestBoard::readsAsKnownThen_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("knownAt"); // a day at noon; empty: now
    QTest::addColumn<QString>("shows");

    // Recorded 1 March: 2 as of 15 February. Corrected 1 April: 3. Recorded 1 May: 4 as of 20 February.
    QTest::newRow("now, as of February's end") << u"2007-02"_s << QString() << u"4"_s;
    QTest::newRow("now, as of the first date") << u"2007-02-15"_s << QString() << u"3"_s;
    QTest::newRow("before anything was recorded") << u"2007-02"_s << u"2007-02-28"_s << QString();
    QTest::newRow("the same moment it was recorded") << u"2007-02"_s << u"2007-03-01"_s << u"2"_s;
    QTest::newRow("after the correction") << u"2007-02"_s << u"2007-04-02"_s << u"3"_s;
    QTest::newRow("between, as of an early day") << u"2007-02-14"_s << u"2007-04-02"_s << QString();
    QTest::newRow("after all of it") << u"2007-02"_s << u"2007-05-02"_s << u"4"_s;
    QTest::newRow("withdrawn afterwards, not then") << u"2007-02"_s << u"2007-06-01"_s << u"4"_s;
}

void TestBoard::readsAsKnownThen()
{
    QFETCH(QString, asOf);
    QFETCH(QString, knownAt);
    const auto noon = [](const QString &iso) { return QDateTime(day(iso), QTime(12, 0), Qt::UTC); };
    m_file->setNow(noon(u"2007-03-01"_s));
    m_file->observe(u"GY"_s, u"ALS"_s, u"2007-02-15"_s, Value(2));
    m_file->setNow(noon(u"2007-04-01"_s));
    m_file->observe(u"GY"_s, u"ALS"_s, u"2007-02-15"_s, Value(3));
    m_file->setNow(noon(u"2007-05-01"_s));
    m_file->observe(u"GY"_s, u"ALS"_s, u"2007-02-20"_s, Value(4));
    if (QByteArray(QTest::currentDataTag()).startsWith("withdrawn")) {
        m_file->setNow(noon(u"2007-06-02"_s));
        m_file->withdraw(u"GY"_s, u"ALS"_s, u"2007-02-20"_s);
        QCOMPARE(shown(board(asOf), u"GY"_s, u"ALS"_s), u"3"_s);
    }
    std::optional<qint64> known;
    if (!knownAt.isEmpty())
        known = noon(knownAt).toMSecsSinceEpoch();
    const Board then = boardAsOf(m_file->store(), m_file->readRegion(), day(asOf), known);
    QTEST(shown(then, u"GY"_s, u"ALS"_s), "shows");
}

void TestBoard::addsUp_data()
{
    QTest::addColumn<QString>("observations");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("total"); // of met onTheWay notMet known unknown n/a
    QTest::addColumn<QString>("more"); // sum, in; or the levels that occur

    // As of 2009 the region holds AN BB GY KN MF TT; MF has no ccTLD.
    const auto row = [](const char *name, const QString &observations, const QString &indicator,
                         const QString &total, const QString &more) {
        QTest::newRow(name) << observations << indicator << total << more;
    };
    row("nothing known, a count", {}, u"ALS"_s, u"6 0 0 0 0 6 0"_s, u"sum 0 in 0"_s);
    row("nothing known, a ladder", {}, u"GAC"_s, u"6 0 0 0 0 6 0"_s, {});
    row("counts are summed, 0 is not in", u"GY ALS 2008 3;TT ALS 2008 2;BB ALS 2008 0;AN ALS 2008 unknown"_s,
        u"ALS"_s, u"6 2 0 1 3 3 0"_s, u"sum 5 in 2"_s);
    row("not applicable leaves the denominator", u"GY ALS 2008 3;TT ALS 2008 n/a"_s, u"ALS"_s,
        u"5 1 0 0 1 4 1"_s, u"sum 3 in 1"_s);
    row("levels that occur",
        u"GY ccNSO 2008 active;TT ccNSO 2008 active;BB ccNSO 2008 member;AN ccNSO 2008 ended"_s, u"ccNSO"_s,
        u"6 2 1 1 4 2 0"_s, u"active 2 ended 1 member 1"_s);
    row("without a ccTLD not applicable", u"GY AF/EoL 2008 AF signed;TT AF/EoL 2008 in discussion"_s,
        u"AF/EoL"_s, u"5 1 1 0 2 3 1"_s, u"AF signed 1 in discussion 1"_s);
    row("all recorded as not applicable",
        u"AN GAC 2008 n/a;BB GAC 2008 n/a;GY GAC 2008 n/a;KN GAC 2008 n/a;MF GAC 2008 n/a;TT GAC 2008 n/a"_s,
        u"GAC"_s, u"0 0 0 0 0 0 6"_s, {});
    row("a territory outside the region does not count", u"GB GAC 2008 represented"_s, u"GAC"_s,
        u"6 0 0 0 0 6 0"_s, {});
    row("a territory that does not exist yet does not count", u"CW GAC 2008 represented"_s, u"GAC"_s,
        u"6 0 0 0 0 6 0"_s, {});
}

void TestBoard::addsUp()
{
    QFETCH(QString, observations);
    QFETCH(QString, indicator);
    observeAll(*m_file, observations);
    const Board now = board(u"2009"_s);
    for (const BoardTotal &total : now.totals) {
        QCOMPARE(total.of + total.notApplicable, static_cast<int>(now.rows.size()));
        QCOMPARE(total.known + total.unknown, total.of);
        QCOMPARE(total.met + total.onTheWay + total.notMet, total.known);
    }
    const BoardTotal &total = now.totals[columnOf(now, indicator)];
    QTEST((u"%1 %2 %3 %4 %5 %6 %7"_s.arg(total.of)
                  .arg(total.met)
                  .arg(total.onTheWay)
                  .arg(total.notMet)
                  .arg(total.known)
                  .arg(total.unknown)
                  .arg(total.notApplicable)),
        "total");
    QStringList more;
    if (total.sum)
        more.append(u"sum %1 in %2"_s.arg(*total.sum).arg(*total.in));
    for (auto it = total.levels.begin(); it != total.levels.end(); ++it)
        more.append(u"%1 %2"_s.arg(it.key()).arg(it.value()));
    QTEST(more.join(u' '), "more");
}

void TestBoard::marksInTheOrderOfTheContract()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2000"_s, Value(u"represented"_s), u"deck, 15 Feb 2007"_s,
        QString(certaintyCode::assumed));
    m_file->observe(
        u"TT"_s, u"GAC"_s, u"2007"_s, Value(notApplicableReading), {}, QString(certaintyCode::assumed));
    const Board now = board(u"2009"_s);
    QCOMPARE(cellOf(now, u"GY"_s, u"GAC"_s).marks(), QStringList({u"assumed"_s, u"stale"_s}));
    QCOMPARE(cellOf(now, u"GY"_s, u"GAC"_s).source, u"deck, 15 Feb 2007"_s);
    QCOMPARE(cellOf(now, u"TT"_s, u"GAC"_s).marks(), QStringList({u"assumed"_s, u"n/a"_s}));
    QVERIFY(cellOf(now, u"BB"_s, u"GAC"_s).marks().isEmpty());
}

void TestBoard::showsBothOfAConflictAsOne()
{
    // Two laptops that began with one file record different values for one day.
    const QString copy = m_file->folder() + u"/copy.liaison"_s;
    m_file->close();
    QVERIFY(QFile::copy(m_file->path(), copy));
    m_file->reopen();
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"represented"_s));
    Surroundings maria = m_file->surroundings();
    maria.author = u"Maria"_s;
    auto other = Store::open(copy, OpenMode::ReadWrite, maria);
    QVERIFY(other.store);
    using namespace fields::observation;
    Draft draft(u"Set GY, GAC"_s);
    m_file->create(draft, entity, TestFile::observation(u"GY"_s, u"GAC"_s, u"2008"_s),
        {{fields::observation::territory, Value(TestFile::territory(u"GY"_s))},
            {fields::observation::indicator, Value(TestFile::indicator(u"GAC"_s))},
            {fields::observation::date, Value(TestFile::date(u"2008"_s))},
            {value, Value(Value::Parts{{QString(reading), Value(u"observer"_s)}})}});
    QVERIFY(other.store->commit(draft).ok());
    QVERIFY(m_file->store().merge(other.store->allEdits()).ok());

    const Board now = board(u"2009"_s);
    const BoardCell &cell = cellOf(now, u"GY"_s, u"GAC"_s);
    QVERIFY(cell.conflict);
    QCOMPARE(cell.marks(), QStringList(u"conflict"_s));
    QVERIFY(cell.isKnown());
    QCOMPARE(now.totals[columnOf(now, u"GAC"_s)].known, 1);
}

void TestBoard::keepsTheOrderOfTheRegion()
{
    const Board now = board(u"2009"_s, u"Pair"_s);
    QCOMPARE(now.rows.size(), 2U);
    QCOMPARE(now.rows[0].name, u"Trinidad & Tobago"_s);
    QCOMPARE(now.rows[1].code, u"GY"_s);
    const Board asked = board(u"2009"_s, u"GB,BB"_s);
    QCOMPARE(asked.rows[0].code, u"GB"_s);
    QCOMPARE(asked.rows[1].code, u"BB"_s);
}

void TestBoard::carriesTheDoubtsOfItsRows()
{
    const Board now = board(u"2009"_s);
    QCOMPARE(now.reconstructed(), 2);
    QVERIFY(rowOf(now, u"KN"_s)->isReconstructed());
    QCOMPARE(rowOf(now, u"KN"_s)->doubt, u"the row could be another"_s);
    QVERIFY(!rowOf(now, u"GY"_s)->isReconstructed());
    QCOMPARE(board(u"2009"_s, u"TT,KN"_s).reconstructed(), 0);
}

void TestBoard::datesItsLastUpdate()
{
    QVERIFY(board(u"2009"_s).lastUpdate.isNull());
    observeAll(*m_file, u"GY ALS 2007-02-15 1;TT ALS 2007-02 2"_s);
    QCOMPARE(board(u"2009"_s).lastUpdate.toIso(), u"2007-02"_s); // it ends later
    QVERIFY(board(u"2006"_s).lastUpdate.isNull());
    observeAll(*m_file, u"GY GAC 2008 unknown;TT GAC 2008-05 n/a"_s);
    QCOMPARE(board(u"2009"_s).lastUpdate.toIso(), u"2007-02"_s); // neither is a value shown
    observeAll(*m_file, u"GB ALS 2008-03 1;GY training 2008-04 none"_s);
    QCOMPARE(board(u"2009"_s).lastUpdate.toIso(), u"2007-02"_s); // neither is on the board
}

void TestBoard::hasTheIndicatorsOfTheBoardOnly()
{
    QStringList codes;
    for (const Indicator &indicator : board(u"2009"_s).indicators)
        codes.append(indicator.code);
    QCOMPARE(codes.join(u' '), u"ALS GAC AF/EoL ccNSO"_s);

    const Board training = boardOf(m_file->store(), m_file->readRegion(),
        {findIndicator(m_file->store(), u"training"_s).value()}, day(u"2009"_s));
    QCOMPARE(training.totals.size(), 1U);
    QCOMPARE(training.totals[0].unknown, 6);
}

void TestBoard::isEmptyWithoutRegionOrIndicators()
{
    const Board none = boardAsOf(m_file->store(), Region(), day(u"2009"_s));
    QVERIFY(none.rows.empty());
    QCOMPARE(none.totals.size(), 4U);
    QCOMPARE(none.totals[0].of, 0);
    QVERIFY(boardOf(m_file->store(), m_file->readRegion(), {}, day(u"2009"_s)).totals.empty());
}

void TestBoard::countsWhatNoLevelKnows()
{
    observeAll(*m_file, u"GY GAC 2008 chairing;TT ALS 2008 many"_s);
    const Board now = board(u"2009"_s);
    QCOMPARE(now.totals[columnOf(now, u"GAC"_s)].levels.value(u"chairing"_s), 1);
    QCOMPARE(now.totals[columnOf(now, u"GAC"_s)].onTheWay, 1);
    QCOMPARE(*now.totals[columnOf(now, u"ALS"_s)].sum, 0);
    QCOMPARE(shown(now, u"TT"_s, u"ALS"_s), u"many"_s);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestBoard)
#include "tst_board.moc"
