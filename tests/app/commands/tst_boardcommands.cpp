#include "models/edits/editor.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "models/items/comparemodel.h"
#include "models/store/store.h"
#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// new, board, set, compare, explain, issues.
class TestBoardCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theExampleIsTheDecksBoard();
    void nothingWasKnownTheDayBefore();
    void theExampleSaysThatItIsAssumed();
    void readingChangesNoByte_data();
    void readingChangesNoByte();
    void theBoardAsCsv();
    void newMakesTheRegionAskedFor_data();
    void newMakesTheRegionAskedFor();
    void newNeverOverwrites();
    void aFailedNewLeavesNoFile_data();
    void aFailedNewLeavesNoFile();
    void setRecordsWhatTheBoardShows_data();
    void setRecordsWhatTheBoardShows();
    void unknownWithdrawsOrIsRecorded();
    void aTerritoryIsOnTheBoardInItsLifeOnly_data();
    void aTerritoryIsOnTheBoardInItsLifeOnly();
    void datesCountAsTheyAreWritten_data();
    void datesCountAsTheyAreWritten();
    void observedAndRecordedAreTwoClocks();
    void notApplicableLeavesTheDenominator();
    void compareTellsWhatChanged();
    void compareTellsWhatTheWindowShows();
    void explainedRowsAddUp_data();
    void explainedRowsAddUp();
    void doubtfulNamesWaitToBeSettled();

private:
    QJsonObject board(const QString &file, const QStringList &more) const
    {
        return m_program.run(QStringList{u"board"_s, file, u"--format"_s, u"json"_s} + more).object();
    }
    QString fresh()
    {
        const QString name = u"@fresh%1.liaison"_s.arg(++m_files);
        m_program.run({u"new"_s, name});
        return name;
    }

    Program m_program;
    int m_files = 0;
    const QString m_example = u"@example.liaison"_s;
};

namespace {

QJsonObject rowOf(const QJsonObject &board, const QString &code)
{
    for (const QJsonValue &row : board[u"rows"_s].toArray()) {
        if (row[u"code"_s].toString() == code)
            return row.toObject();
    }
    return {};
}

QJsonValue valueOf(const QJsonObject &board, const QString &code, const QString &indicator)
{
    return rowOf(board, code)[u"values"_s][indicator];
}

QStringList codesOf(const QJsonObject &board)
{
    QStringList codes;
    for (const QJsonValue &row : board[u"rows"_s].toArray())
        codes.append(row[u"code"_s].toString());
    return codes;
}

} // namespace

void TestBoardCommands::initTestCase()
{
    m_program.set("SOURCE_DATE_EPOCH", u"1172664000"_s); // 2007-02-28
    const auto made = m_program.run({u"new"_s, m_example, u"--example"_s, u"caribbean-2007"_s});
    COMPARE_EXIT(made, 0);
    QCOMPARE(made.out, QByteArray());
}

void TestBoardCommands::theExampleIsTheDecksBoard()
{
    const QJsonObject shown = board(m_example, {u"--as-of"_s, u"2007-02-15"_s});
    QCOMPARE(shown[u"region"_s].toString(), u"Caribbean"_s);
    QCOMPARE(shown[u"asOf"_s].toString(), u"2007-02-15"_s);
    QCOMPARE(shown[u"lastUpdate"_s].toString(), u"2007-02-15"_s);
    QCOMPARE(codesOf(shown).join(u' '),
        u"AG AI AN AW BB BM BS BZ CU DM DO GD GP GY HT JM KN KY LC MQ MS PR TC TT VC VI VG"_s);
    QStringList indicators;
    for (const QJsonValue &indicator : shown[u"indicators"_s].toArray())
        indicators.append(indicator[u"code"_s].toString());
    QCOMPARE(indicators, (QStringList{u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s}));

    const QJsonObject totals = shown[u"totals"_s].toObject();
    const QJsonObject als{{u"of"_s, 27}, {u"met"_s, 5}, {u"known"_s, 5}, {u"unknown"_s, 22}, {u"notApplicable"_s, 0},
        {u"sum"_s, 9}};
    QCOMPARE(totals[u"ALS"_s].toObject(), als);
    QCOMPARE(totals[u"GAC"_s][u"met"_s].toInt(), 2);
    QCOMPARE(totals[u"GAC"_s][u"of"_s].toInt(), 27);
    QCOMPARE(totals[u"AF/EoL"_s][u"met"_s].toInt(), 0);
    QCOMPARE(totals[u"AF/EoL"_s][u"known"_s].toInt(), 0);
    QCOMPARE(totals[u"ccNSO"_s][u"known"_s].toInt(), 8);
    QCOMPARE(totals[u"ccNSO"_s][u"met"_s].toInt(), 6);
    QCOMPARE(totals[u"ccNSO"_s][u"levels"_s][u"active"_s].toInt(), 6);
    QCOMPARE(totals[u"ccNSO"_s][u"levels"_s][u"member"_s].toInt(), 2);
}

void TestBoardCommands::nothingWasKnownTheDayBefore()
{
    const QJsonObject shown = board(m_example, {u"--as-of"_s, u"2007-02-14"_s});
    QCOMPARE(shown[u"rows"_s].toArray().size(), 27);
    QVERIFY(shown[u"lastUpdate"_s].isNull());
    for (const QJsonValue &total : shown[u"totals"_s].toObject()) {
        QCOMPARE(total[u"known"_s].toInt(), 0);
        QCOMPARE(total[u"unknown"_s].toInt(), 27);
    }
}

void TestBoardCommands::theExampleSaysThatItIsAssumed()
{
    const QJsonObject jamaica = rowOf(board(m_example, {u"--as-of"_s, u"2007-02-15"_s}), u"JM"_s);
    QCOMPARE(jamaica[u"values"_s][u"ALS"_s].toInt(), 2);
    QVERIFY(jamaica[u"values"_s][u"GAC"_s].isNull());
    QCOMPARE(jamaica[u"dates"_s][u"ALS"_s].toString(), u"2007-02-15"_s);
    QCOMPARE(jamaica[u"marks"_s][u"ALS"_s].toArray(), QJsonArray{u"assumed"_s});
    const auto text = m_program.run({u"board"_s, m_example, u"--as-of"_s, u"2007-02-15"_s});
    COMPARE_EXIT(text, 0);
    QVERIFY2(text.out.contains("[a] assumed"), text.out.constData());
    QVERIFY2(text.out.contains("27 names on this board are a reconstruction."), text.out.constData());
    QVERIFY2(text.out.contains("9 in 5 of 27"), text.out.constData());
}

void TestBoardCommands::readingChangesNoByte_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *command : {"board", "issues", "conflicts", "check"})
        QTest::addRow("%s", command) << QStringList{QLatin1StringView(command), m_example};
    QTest::addRow("list") << QStringList{u"list"_s, m_example, u"observation"_s};
    QTest::addRow("compare") << QStringList{u"compare"_s, m_example, u"--from"_s, u"2006"_s};
    QTest::addRow("explain") << QStringList{u"explain"_s, m_example, u"ALS"_s};
    QTest::addRow("history") << QStringList{u"history"_s, m_example, u"territory"_s, u"GY"_s};
}

void TestBoardCommands::readingChangesNoByte()
{
    QFETCH(QStringList, words);
    const QByteArray before = m_program.digest(u"example.liaison"_s);
    const QStringList files = m_program.files();
    COMPARE_EXIT(m_program.run(words), 0);
    QCOMPARE(m_program.digest(u"example.liaison"_s), before);
    QCOMPARE(m_program.files(), files);
}

void TestBoardCommands::theBoardAsCsv()
{
    const auto answer = m_program.run({u"board"_s, m_example, u"--as-of"_s, u"2007-02"_s, u"--format"_s, u"csv"_s});
    COMPARE_EXIT(answer, 0);
    const QList<QByteArray> lines = answer.out.split('\n');
    QCOMPARE(lines.size(), 29);
    QCOMPARE(lines.at(0), QByteArray("code,territory,ALS,GAC,AF/EoL,ccNSO"));
    QCOMPARE(lines.at(1), QByteArray("AG,Antigua & Barbuda,,represented,,active"));
    QCOMPARE(lines.at(16), QByteArray("JM,Jamaica,2,,,active"));
}

void TestBoardCommands::newMakesTheRegionAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("rows");
    QTest::addRow("the Caribbean, when nothing is said; AN still stood")
        << QStringList{} << u"2007-02-15"_s << u"Caribbean"_s << 29;
    QTest::addRow("the Caribbean after AN and with BL and MF")
        << QStringList{u"--region"_s, u"caribbean"_s} << u"2012"_s << u"Caribbean"_s << 33;
    QTest::addRow("the world after AN") << QStringList{u"--region"_s, u"world"_s} << u"2012"_s << u"World"_s << 252;
    QTest::addRow("codes in the order written")
        << QStringList{u"--region"_s, u"TT,GY"_s} << u"2012"_s << u"TT, GY"_s << 2;
    QTest::addRow("ccTLDs and names, with a name of one's own")
        << QStringList{u"--region"_s, u".tt, Guyana"_s, u"--name"_s, u"South"_s} << u"2012"_s << u"South"_s << 2;
    QTest::addRow("the Caribbean under a name of one's own")
        << QStringList{u"--name"_s, u"CTU <members>"_s} << u"2012"_s << u"CTU <members>"_s << 33;
}

void TestBoardCommands::newMakesTheRegionAskedFor()
{
    QFETCH(QStringList, options);
    QFETCH(QString, asOf);
    QFETCH(QString, region);
    QFETCH(int, rows);
    const QString file = u"@new%1.liaison"_s.arg(++m_files);
    COMPARE_EXIT(m_program.run(QStringList{u"new"_s, file} + options), 0);
    const QJsonObject shown = board(file, {u"--as-of"_s, asOf});
    QCOMPARE(shown[u"region"_s].toString(), region);
    QCOMPARE(shown[u"rows"_s].toArray().size(), rows);
    QCOMPARE(m_program.run({u"list"_s, file, u"region"_s, u"--format"_s, u"json"_s}).array().size(), 1);
}

void TestBoardCommands::newNeverOverwrites()
{
    m_program.write(u"taken"_s, "not yours");
    COMPARE_REFUSED(m_program.run({u"new"_s, u"@taken"_s}), "taken");
    QCOMPARE(m_program.read(u"taken"_s), QByteArray("not yours"));
}

void TestBoardCommands::aFailedNewLeavesNoFile_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::addRow("a code that is none") << QStringList{u"--region"_s, u"GY,QQ"_s} << QByteArray("QQ");
    QTest::addRow("a code named twice") << QStringList{u"--region"_s, u"GY,.gy"_s} << QByteArray("twice");
    QTest::addRow("a name of two territories") << QStringList{u"--region"_s, u"St Martin"_s} << QByteArray("SX");
    QTest::addRow("an empty code") << QStringList{u"--region"_s, u"GY,"_s} << QByteArray();
    QTest::addRow("an example that is none") << QStringList{u"--example"_s, u"mars-2007"_s} << QByteArray("mars-2007");
}

void TestBoardCommands::aFailedNewLeavesNoFile()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    const QStringList before = m_program.files();
    COMPARE_REFUSED(m_program.run(QStringList{u"new"_s, u"@never.liaison"_s} + options), said);
    QCOMPARE(m_program.files(), before);
}

void TestBoardCommands::setRecordsWhatTheBoardShows_data()
{
    QTest::addColumn<QString>("territory");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QJsonValue>("shown");
    QTest::addRow("code") << u"BB"_s << u"GAC"_s << u"represented"_s << u"BB"_s << u"GAC"_s << QJsonValue(u"represented"_s);
    QTest::addRow("code, case ignored") << u"bb"_s << u"gac"_s << u"Observer"_s << u"BB"_s << u"GAC"_s << QJsonValue(u"observer"_s);
    QTest::addRow("ccTLD") << u".gy"_s << u"ALS"_s << u"3"_s << u"GY"_s << u"ALS"_s << QJsonValue(3);
    QTest::addRow("French name") << u"Haïti"_s << u"ccNSO"_s << u"member"_s << u"HT"_s << u"ccNSO"_s << QJsonValue(u"member"_s);
    QTest::addRow("a name without its accents") << u"curacao"_s << u"ALS"_s << u"1"_s << u"CW"_s << u"ALS"_s << QJsonValue(1);
    QTest::addRow("an alias") << u"Antigua"_s << u"AF/EoL"_s << u"AF signed"_s << u"AG"_s << u"AF/EoL"_s << QJsonValue(u"AF signed"_s);
    QTest::addRow("zero is known") << u"GD"_s << u"ALS"_s << u"0"_s << u"GD"_s << u"ALS"_s << QJsonValue(0);
}

void TestBoardCommands::setRecordsWhatTheBoardShows()
{
    QFETCH(QString, territory);
    QFETCH(QString, indicator);
    QFETCH(QString, value);
    QFETCH(QString, code);
    QFETCH(QString, column);
    QFETCH(QJsonValue, shown);
    const QString file = fresh();
    const auto answer = m_program.run({u"set"_s, file, territory, indicator, value, u"--as-of"_s, u"2012-05-01"_s,
        u"--source"_s, u"phone call"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(valueOf(board(file, {u"--as-of"_s, u"2012-05-01"_s}), code, column), shown);
    QVERIFY(valueOf(board(file, {u"--as-of"_s, u"2012-04-30"_s}), code, column).isNull());
}

void TestBoardCommands::unknownWithdrawsOrIsRecorded()
{
    const QString file = fresh();
    const auto shown = [&](const QString &day) { return valueOf(board(file, {u"--as-of"_s, day}), u"BB"_s, u"GAC"_s); };
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-01-10"_s}), 0);
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-01"_s}), 0);
    // Of exactly that date: withdrawn, what was known before shows again.
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"unknown"_s, u"--as-of"_s, u"2007-02-01"_s}), 0);
    QCOMPARE(shown(u"2007-02-20"_s), QJsonValue(u"observer"_s));
    // Of no observation's date: nothing is known from that day on.
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"unknown"_s, u"--as-of"_s, u"2007-02-10"_s}), 0);
    QVERIFY(shown(u"2007-02-20"_s).isNull());
    QCOMPARE(shown(u"2007-02-09"_s), QJsonValue(u"observer"_s));
}

void TestBoardCommands::aTerritoryIsOnTheBoardInItsLifeOnly_data()
{
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("notThere");
    QTest::addRow("the last day of the Netherlands Antilles")
        << u"2010-10-09"_s << QStringList{u"AN"_s} << QStringList{u"BQ"_s, u"CW"_s, u"SX"_s};
    QTest::addRow("the first day of its successors")
        << u"2010-10-10"_s << QStringList{u"BQ"_s, u"CW"_s, u"SX"_s} << QStringList{u"AN"_s};
    QTest::addRow("before BL and MF left Guadeloupe")
        << u"2007-07-14"_s << QStringList{u"GP"_s} << QStringList{u"BL"_s, u"MF"_s};
    QTest::addRow("after they left it") << u"2007-07-15"_s << QStringList{u"BL"_s, u"MF"_s, u"GP"_s} << QStringList{};
}

void TestBoardCommands::aTerritoryIsOnTheBoardInItsLifeOnly()
{
    QFETCH(QString, asOf);
    QFETCH(QStringList, there);
    QFETCH(QStringList, notThere);
    const QString file = fresh();
    const QStringList codes = codesOf(board(file, {u"--as-of"_s, asOf}));
    for (const QString &code : there) {
        QVERIFY2(codes.contains(code), qPrintable(code));
        COMPARE_EXIT(m_program.run({u"set"_s, file, code, u"ALS"_s, u"1"_s, u"--as-of"_s, asOf}), 0);
    }
    for (const QString &code : notThere) {
        QVERIFY2(!codes.contains(code), qPrintable(code));
        const QByteArray before = m_program.digest(file.mid(1));
        COMPARE_REFUSED(m_program.run({u"set"_s, file, code, u"ALS"_s, u"1"_s, u"--as-of"_s, asOf}), "exist");
        QCOMPARE(m_program.digest(file.mid(1)), before);
    }
}

void TestBoardCommands::datesCountAsTheyAreWritten_data()
{
    QTest::addColumn<QStringList>("observed"); // DATE VALUE pairs
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<QJsonValue>("shown");
    QTest::addRow("a year counts from its first day") << QStringList{u"2006"_s, u"1"_s} << u"2006-01-01"_s << QJsonValue(1);
    QTest::addRow("and not before") << QStringList{u"2006"_s, u"1"_s} << u"2005-12-31"_s << QJsonValue();
    QTest::addRow("the period that ends last wins")
        << QStringList{u"2006-03-05"_s, u"1"_s, u"2006"_s, u"2"_s} << u"2006-06-01"_s << QJsonValue(2);
    QTest::addRow("of two that end together the more precise wins")
        << QStringList{u"2006-12-31"_s, u"1"_s, u"2006-12"_s, u"2"_s, u"2006"_s, u"3"_s} << u"2007"_s << QJsonValue(1);
    QTest::addRow("asked as of a month: its last day") << QStringList{u"2006-02-28"_s, u"4"_s} << u"2006-02"_s << QJsonValue(4);
    QTest::addRow("asked as of a year: its last day") << QStringList{u"2006-12-31"_s, u"5"_s} << u"2006"_s << QJsonValue(5);
    QTest::addRow("today is the default of both") << QStringList{u"today"_s, u"6"_s} << u"today"_s << QJsonValue(6);
    QTest::addRow("a future date counts from its day") << QStringList{u"2030-01-01"_s, u"7"_s} << u"today"_s << QJsonValue();
    QTest::addRow("a leap day") << QStringList{u"2004-02-29"_s, u"8"_s} << u"2004-02-29"_s << QJsonValue(8);
}

void TestBoardCommands::datesCountAsTheyAreWritten()
{
    QFETCH(QStringList, observed);
    QFETCH(QString, asOf);
    QFETCH(QJsonValue, shown);
    const QString file = fresh();
    for (qsizetype i = 0; i < observed.size(); i += 2) {
        COMPARE_EXIT(
            m_program.run({u"set"_s, file, u"BB"_s, u"ALS"_s, observed.at(i + 1), u"--as-of"_s, observed.at(i)}), 0);
    }
    QCOMPARE(valueOf(board(file, {u"--as-of"_s, asOf}), u"BB"_s, u"ALS"_s), shown);
}

void TestBoardCommands::observedAndRecordedAreTwoClocks()
{
    const QString file = fresh();
    m_program.set("SOURCE_DATE_EPOCH", u"1173139200"_s); // 2007-03-06
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"ALS"_s, u"2"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    m_program.set("SOURCE_DATE_EPOCH", u"1175817600"_s); // 2007-04-06
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"ALS"_s, u"3"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    m_program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);

    const auto known = [&](const QStringList &more) {
        return valueOf(board(file, QStringList{u"--as-of"_s, u"2007-02-15"_s} + more), u"BB"_s, u"ALS"_s);
    };
    QCOMPARE(known({}), QJsonValue(3));
    QCOMPARE(known({u"--known-at"_s, u"2007-04"_s}), QJsonValue(3));
    QCOMPARE(known({u"--known-at"_s, u"2007-03-06"_s}), QJsonValue(2));
    QCOMPARE(known({u"--known-at"_s, u"2007-03-05T23:59:59Z"_s}), QJsonValue());
    QCOMPARE(known({u"--known-at"_s, u"2007-03-06T00:00:00Z"_s}), QJsonValue(2));
    COMPARE_REFUSED(m_program.run({u"board"_s, file, u"--known-at"_s, u"2007-03-06T00:00"_s}), "--known-at");
}

void TestBoardCommands::notApplicableLeavesTheDenominator()
{
    const QString file = fresh();
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"n/a"_s, u"--as-of"_s, u"2012-01-01"_s}), 0);
    const QJsonObject shown = board(file, {u"--as-of"_s, u"2012-01-01"_s});
    QVERIFY(valueOf(shown, u"BB"_s, u"GAC"_s).isNull());
    QCOMPARE(rowOf(shown, u"BB"_s)[u"marks"_s][u"GAC"_s].toArray(), QJsonArray{u"n/a"_s});
    QCOMPARE(shown[u"totals"_s][u"GAC"_s][u"of"_s].toInt(), 32);
    QCOMPARE(shown[u"totals"_s][u"GAC"_s][u"notApplicable"_s].toInt(), 1);
    // Three territories of the Caribbean have no ccTLD to agree upon.
    QCOMPARE(rowOf(shown, u"BQ"_s)[u"marks"_s][u"AF/EoL"_s].toArray(), QJsonArray{u"n/a"_s});
    QCOMPARE(shown[u"totals"_s][u"AF/EoL"_s][u"notApplicable"_s].toInt(), 3);
    QVERIFY(m_program.run({u"board"_s, file, u"--as-of"_s, u"2012"_s, u"--format"_s, u"csv"_s}).out.contains("BB,Barbados,,n/a,,\n"));
}

void TestBoardCommands::compareTellsWhatChanged()
{
    const QString file = fresh();
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2006"_s}), 0);
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"BB"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"the minister"_s}), 0);
    COMPARE_EXIT(m_program.run({u"set"_s, file, u"GY"_s, u"ALS"_s, u"2"_s, u"--as-of"_s, u"2007-02-16"_s}), 0);
    const auto answer
        = m_program.run({u"compare"_s, file, u"--from"_s, u"2006-12-31"_s, u"--to"_s, u"2007-02"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.object()[u"from"_s].toString(), u"2006-12-31"_s);
    QCOMPARE(answer.object()[u"to"_s].toString(), u"2007-02-28"_s);
    const QJsonArray changes = answer.object()[u"changes"_s].toArray();
    QCOMPARE(changes.size(), 2);
    const QJsonObject barbados{{u"code"_s, u"BB"_s}, {u"territory"_s, u"Barbados"_s}, {u"indicator"_s, u"GAC"_s},
        {u"old"_s, u"observer"_s}, {u"new"_s, u"represented"_s}, {u"date"_s, u"2007-02-15"_s},
        {u"source"_s, u"the minister"_s}, {u"author"_s, u"Ana"_s}};
    QVERIFY2(changes.contains(barbados), answer.out.constData());
    for (const QJsonValue &change : changes) {
        if (change[u"code"_s].toString() == u"GY"_s) {
            QVERIFY(change[u"old"_s].isNull());
            QCOMPARE(change[u"new"_s], QJsonValue(2));
        }
    }
}

// Row for row, over the years in which the example changes.
void TestBoardCommands::compareTellsWhatTheWindowShows()
{
    const auto answer = m_program.run({u"compare"_s, m_example, u"--from"_s, u"2007-02-14"_s, u"--to"_s,
        u"2015"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    QStringList told;
    for (const QJsonValue &change : answer.object()[u"changes"_s].toArray()) {
        const auto text = [&](const QString &name) {
            const QJsonValue value = change[name];
            return value.isNull() ? u"unknown"_s : value.toVariant().toString();
        };
        told += QStringList{text(u"code"_s), text(u"territory"_s), text(u"indicator"_s), text(u"old"_s),
            text(u"new"_s), text(u"source"_s), text(u"author"_s)}
                    .join(u'|');
    }
    QVERIFY(told.size() > 20);

    using namespace liaison;
    const auto opening = Store::open(m_program.path(m_example.mid(1)), OpenMode::ReadOnly,
        {systemClock(), u"Ana"_s, m_program.path(u"tokens"_s)});
    QVERIFY(opening.store);
    Editor editor(*opening.store);
    BoardModel board(editor, regions(*opening.store).front());
    board.setAsOf(PartialDate(QDate(2015, 12, 31)));
    board.setSince(QDate(2007, 2, 14));
    CompareModel table;
    table.setChanges(boardChanges(board.store(), board.board(), board.since()));
    QStringList shown;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            if (column != CompareModel::DateColumn) // in the user's words there
                cells += table.index(row, column).data().toString();
        }
        shown += cells.join(u'|');
    }
    QCOMPARE(shown, told);
}

void TestBoardCommands::explainedRowsAddUp_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("sum");
    QTest::addRow("a total of a count") << QStringList{u"ALS"_s} << QJsonValue(9) << 9;
    QTest::addRow("a total of a ladder") << QStringList{u"ccNSO"_s} << QJsonValue(6) << 6;
    QTest::addRow("a total of nothing") << QStringList{u"AF/EoL"_s} << QJsonValue(0) << 0;
    QTest::addRow("a cell with a count") << QStringList{u"ALS"_s, u"TT"_s} << QJsonValue(3) << 3;
    QTest::addRow("a cell with a level") << QStringList{u"GAC"_s, u"AG"_s} << QJsonValue(u"represented"_s) << 1;
    QTest::addRow("an unknown cell") << QStringList{u"GAC"_s, u"TT"_s} << QJsonValue() << 0;
}

void TestBoardCommands::explainedRowsAddUp()
{
    QFETCH(QStringList, words);
    QFETCH(QJsonValue, value);
    QFETCH(int, sum);
    const auto answer = m_program.run(
        QStringList{u"explain"_s, m_example} + words + QStringList{u"--as-of"_s, u"2007-02-15"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.object()[u"value"_s], value);
    int counted = 0;
    for (const QJsonValue &row : answer.object()[u"rows"_s].toArray()) {
        counted += row[u"counts"_s].toInt();
        QCOMPARE(row[u"entity"_s].toString(), u"observation"_s);
        QVERIFY(!row[u"title"_s].toString().isEmpty());
    }
    QCOMPARE(counted, sum);
}

void TestBoardCommands::doubtfulNamesWaitToBeSettled()
{
    const auto answer = m_program.run({u"issues"_s, m_example, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    QByteArray all;
    for (const QJsonValue &issue : answer.array())
        all += issue[u"text"_s].toString().toUtf8() + issue[u"title"_s].toString().toUtf8() + '\n';
    QVERIFY2(all.contains("Puerto Rico"), all.constData());
    QVERIFY(answer.array().size() >= 27);
}

QTEST_GUILESS_MAIN(TestBoardCommands)
#include "tst_boardcommands.moc"
