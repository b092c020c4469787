#include "models/figures/compare.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void namesWhoseValueShows();
    void keepsBoardOrder();
    void tellsBetterFromWorse_data();
    void tellsBetterFromWorse();
    void marksTheCellsThatChanged();
    void marksNothingByALaterDay();

private:
    // "GY GAC none>represented 2008-01-01"
    QStringList changes(const QString &from, const QString &to) const
    {
        QStringList all;
        for (const BoardChange &change : boardChanges(m_file->store(), m_file->readRegion(),
                 TestFile::date(from).lastDay(), TestFile::date(to).lastDay()))
            all.append(u"%1 %2 %3>%4 %5"_s
                           .arg(change.code, change.indicator, change.from, change.to, change.date.toIso())
                           .trimmed());
        return all;
    }

    std::unique_ptr<TestFile> m_file;
};

void TestCompare::tellsWhatChanged_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("all");

    QTest::newRow("nothing happened") << u"2007-03-01"_s << u"2007-04-01"_s << QStringList();
    QTest::newRow("the same day twice") << u"2008-01-01"_s << u"2008-01-01"_s << QStringList();
    QTest::newRow("first values") << u"2007-01-01"_s << u"2007-03-01"_s
                                  << QStringList({u"AN ALS >2 2007-02-15"_s, u"GY GAC >none 2007-02-15"_s});
    QTest::newRow("another value") << u"2007-03-01"_s << u"2008-06-01"_s
                                   << QStringList(u"GY GAC none>represented 2008-01-01"_s);
    QTest::newRow("withdrawn: unknown from then on")
        << u"2008-06-01"_s << u"2009-06-01"_s << QStringList(u"GY GAC represented> 2009-01-01"_s);
    QTest::newRow("over several changes: the ends only")
        << u"2007-03-01"_s << u"2009-06-01"_s << QStringList(u"GY GAC none> 2009-01-01"_s);
    QTest::newRow("not applicable is said")
        << u"2009-06-01"_s << u"2010-03-01"_s << QStringList(u"TT ccNSO >n/a 2010-01-01"_s);
    QTest::newRow("a territory that leaves takes its values, one that comes brings them")
        << u"2010-10-09"_s << u"2010-10-10"_s << QStringList({u"AN ALS 2>"_s, u"CW ALS >3 2010-10-10"_s});
    QTest::newRow("a territory without a ccTLD comes without a value")
        << u"2007-07-14"_s << u"2007-07-15"_s << QStringList();
    QTest::newRow("backwards") << u"2008-06-01"_s << u"2007-03-01"_s
                               << QStringList(u"GY GAC represented>none 2007-02-15"_s);
}

void TestCompare::tellsWhatChanged()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    m_file->observe(u"GY"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"none"_s));
    m_file->observe(u"AN"_s, u"ALS"_s, u"2007-02-15"_s, Value(2));
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008-01-01"_s, Value(u"represented"_s));
    m_file->observe(u"GY"_s, u"GAC"_s, u"2009-01-01"_s, Value(unknownReading));
    m_file->observe(u"TT"_s, u"ccNSO"_s, u"2010-01-01"_s, Value(notApplicableReading));
    m_file->observe(u"CW"_s, u"ALS"_s, u"2010-10-10"_s, Value(3));
    QTEST(changes(from, to), "all");
}

void TestCompare::namesWhoseValueShows()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"observer"_s), u"a call"_s);
    Surroundings maria = m_file->surroundings();
    maria.author = u"Maria"_s;
    m_file->close();
    {
        const auto opening = Store::open(m_file->path(), OpenMode::ReadWrite, maria);
        QVERIFY(opening.store);
        const Record old = opening.store->find(
            fields::observation::entity, TestFile::observation(u"GY"_s, u"GAC"_s, u"2008"_s));
        Draft value(u"Set GY, GAC"_s);
        value.edit(old,
            {{fields::observation::value,
                old.value(fields::observation::value)
                    .withPart(fields::observation::reading, Value(u"represented"_s))}});
        QVERIFY(opening.store->commit(value).ok());
    }
    m_file->reopen();
    Draft note(u"Note"_s);
    note.edit(m_file->store().find(
                  fields::observation::entity, TestFile::observation(u"GY"_s, u"GAC"_s, u"2008"_s)),
        {{fields::observation::note, Value(u"a note of Ann's"_s)}});
    m_file->commit(note);

    const auto all =
        boardChanges(m_file->store(), m_file->readRegion(), QDate(2007, 1, 1), QDate(2009, 1, 1));
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].author, u"Maria"_s);
    QCOMPARE(all[0].source, u"a call"_s);
    QCOMPARE(all[0].standingFrom, Standing::Unknown);
    QCOMPARE(all[0].standingTo, Standing::Met);
    QCOMPARE(all[0].name, u"Guyana"_s);
}

void TestCompare::keepsBoardOrder()
{
    for (const QString &code : {u"TT"_s, u"BB"_s, u"GY"_s}) {
        m_file->observe(code, u"ccNSO"_s, u"2008"_s, Value(u"active"_s));
        m_file->observe(code, u"ALS"_s, u"2008"_s, Value(1));
    }
    QStringList places;
    for (const QString &change : changes(u"2007"_s, u"2008"_s))
        places.append(change.section(u' ', 0, 1));
    QCOMPARE(places,
        QStringList({u"BB ALS"_s, u"BB ccNSO"_s, u"GY ALS"_s, u"GY ccNSO"_s, u"TT ALS"_s, u"TT ccNSO"_s}));
}

void TestCompare::tellsBetterFromWorse_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("from"); // empty: nothing on file
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("way"); // 2: no mark
    QTest::addRow("a level up") << u"GAC"_s << u"none"_s << u"observer"_s << 1;
    QTest::addRow("a level down") << u"GAC"_s << u"represented"_s << u"observer"_s << -1;
    QTest::addRow("levels of one rank") << u"ccNSO"_s << u"none"_s << u"ended"_s << 0;
    QTest::addRow("a level nobody knows") << u"GAC"_s << u"none"_s << u"guest"_s << 0;
    QTest::addRow("a count up, both meeting the goal") << u"ALS"_s << u"1"_s << u"3"_s << 1;
    QTest::addRow("a count down") << u"ALS"_s << u"3"_s << u"0"_s << -1;
    QTest::addRow("the same again") << u"ALS"_s << u"3"_s << u"3"_s << 2;
    QTest::addRow("first known: not better than nobody knows")
        << u"GAC"_s << QString() << u"represented"_s << 0;
    QTest::addRow("unknown since: not worse") << u"GAC"_s << u"represented"_s << u"unknown"_s << 0;
    QTest::addRow("not applicable since") << u"GAC"_s << u"represented"_s << u"n/a"_s << 0;
}

void TestCompare::tellsBetterFromWorse()
{
    QFETCH(QString, indicator);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, way);
    const auto valueOf = [](const QString &text) {
        bool isNumber = false;
        const qlonglong number = text.toLongLong(&isNumber);
        if (isNumber)
            return Value(qint64(number));
        return Value(text);
    };
    if (!from.isEmpty())
        m_file->observe(u"GY"_s, indicator, u"2007-01-01"_s, valueOf(from));
    m_file->observe(u"GY"_s, indicator, u"2008-01-01"_s, valueOf(to));
    const Board later = boardAsOf(m_file->store(), m_file->readRegion(), QDate(2008, 6, 1));
    const EarlierBoard earlier(m_file->store(), later, QDate(2007, 6, 1));
    int found = 0;
    for (size_t row = 0; row < later.rows.size(); ++row) {
        for (size_t column = 0; column < later.indicators.size(); ++column) {
            const auto turn = earlier.turnOf(later, row, column);
            if (!turn)
                continue;
            ++found;
            QCOMPARE(later.rows[row].code, u"GY"_s);
            QCOMPARE(static_cast<int>(turn->way), way);
            QCOMPARE(turn->from, from);
        }
    }
    QCOMPARE(found, way == 2 ? 0 : 1);
}

void TestCompare::marksTheCellsThatChanged()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"none"_s));
    m_file->observe(u"AN"_s, u"ALS"_s, u"2007-02-15"_s, Value(2)); // leaves
    m_file->observe(u"CW"_s, u"ALS"_s, u"2010-10-10"_s, Value(3)); // comes
    m_file->observe(u"GY"_s, u"GAC"_s, u"2012-01-01"_s, Value(u"represented"_s));
    const Region region = m_file->readRegion();
    const Board later = boardAsOf(m_file->store(), region, QDate(2012, 6, 1));
    const EarlierBoard earlier(m_file->store(), later, QDate(2008, 1, 1));
    QStringList marked;
    for (size_t row = 0; row < later.rows.size(); ++row) {
        for (size_t column = 0; column < later.indicators.size(); ++column) {
            if (earlier.turnOf(later, row, column))
                marked += later.rows[row].code + u' ' + later.indicators[column].code;
        }
    }
    QStringList named;
    for (const BoardChange &change :
        boardChanges(m_file->store(), region, QDate(2008, 1, 1), QDate(2012, 6, 1))) {
        if (change.code != u"AN"_s) // not on the later board
            named += change.code + u' ' + change.indicator;
    }
    QCOMPARE(marked, named);
    QCOMPARE(marked, (QStringList{u"CW ALS"_s, u"GY GAC"_s}));
}

void TestCompare::marksNothingByALaterDay()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008-01-01"_s, Value(u"represented"_s));
    const Board board = boardAsOf(m_file->store(), m_file->readRegion(), QDate(2007, 6, 1));
    const auto marks = [&](const EarlierBoard &other) {
        int count = 0;
        for (size_t row = 0; row < board.rows.size(); ++row)
            count += other.turnOf(board, row, 1) ? 1 : 0;
        return count;
    };
    QCOMPARE(marks(EarlierBoard(m_file->store(), board, QDate(2009, 1, 1))), 0);
    QCOMPARE(marks(EarlierBoard(m_file->store(), board, QDate(2007, 6, 1))), 0);
    QCOMPARE(marks(EarlierBoard(m_file->store(), board, QDate())), 0);
    QCOMPARE(marks(EarlierBoard()), 0);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestCompare)
#include "tst_compare.moc"
