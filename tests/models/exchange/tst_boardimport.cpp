#include "models/exchange/boardimport.h"

#include "tests/models/testfile.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

BoardImportOptions asOf(const QString &date)
{
    return {.date = TestFile::date(date), .source = {}, .certainty = {}};
}

// "LINE:COLUMN message" of each refusal.
QString shown(const std::vector<BoardImport::Refusal> &refused)
{
    QStringList lines;
    for (const BoardImport::Refusal &refusal : refused)
        lines.append(u"%1:%2 %3"_s.arg(refusal.line).arg(refusal.column).arg(refusal.message));
    return lines.join(u'\n');
}

} // namespace

class tst_BoardImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_editor.reset();
        m_file.reset();
    }

    void readsWhatTheBoardWrites()
    {
        const QByteArray sheet = "code,territory,ALS,GAC,AF/EoL,ccNSO\n"
                                 "AN,Netherlands Antilles,,,,\n"
                                 "BB,Barbados,2,represented,AF signed,active\n"
                                 "GY,Guyana,,unknown,,n/a\n";
        const auto read =
            readBoardSheet(m_file->store(), sheet, u"folder/board.csv"_s, asOf(u"2007-02-15"_s));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QCOMPARE(read->summary(), u"5 new, 0 changed, 1 same, 0 refused"_s); // unknown is what GY, GAC is
        QVERIFY(applyBoardSheet(*m_editor, *read));
        QCOMPARE(standing(u"BB:ALS:2007-02-15"_s), u"2; board.csv; reported"_s);
        QCOMPARE(standing(u"BB:AF/EoL:2007-02-15"_s), u"AF signed; board.csv; reported"_s);
        QCOMPARE(standing(u"GY:ccNSO:2007-02-15"_s), u"n/a; board.csv; reported"_s);
        QCOMPARE(standing(u"GY:GAC:2007-02-15"_s), QString());
        QCOMPARE(m_editor->undoStack()->count(), 1); // one step

        const auto again =
            readBoardSheet(m_file->store(), sheet, u"folder/board.csv"_s, asOf(u"2007-02-15"_s));
        QVERIFY(again);
        QCOMPARE(again->summary(), u"0 new, 0 changed, 6 same, 0 refused"_s);
        const auto edits = m_file->store().edits().size();
        const auto nothing = applyBoardSheet(*m_editor, *again);
        QVERIFY(nothing && nothing->isNull());
        QCOMPARE(m_file->store().edits().size(), edits);
    }

    void readingWritesNothing()
    {
        const auto edits = m_file->store().edits().size();
        QVERIFY(readBoardSheet(m_file->store(), "code,ALS\nBB,2\n", u"b.csv"_s, asOf(u"2007"_s)));
        QCOMPARE(m_file->store().edits().size(), edits);
    }

    // One row of the sheet "code,territory,ALS,GAC" each: which territory it finds.
    void findsTheRow_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const QByteArray &text, const QString &found,
                             const QString &date = u"2007-02-15"_s) {
            QTest::newRow(name) << text << date << found;
        };
        row("code", "BB,,1,", u"BB"_s);
        row("code in lower case", "bb,,1,", u"BB"_s);
        row("ccTLD", ",.uk,1,", u"GB"_s);
        row("ccTLD in the column of codes", ".uk,,1,", u"GB"_s);
        row("name", ",Barbados,1,", u"BB"_s);
        row("name with blanks around", ",  Barbados ,1,", u"BB"_s);
        row("name in French", ",Barbade,1,", u"BB"_s);
        row("name without its accents", ",Curacao,1,", u"CW"_s, u"2012"_s);
        row("alias", ",Trinidad and Tobago,1,", u"TT"_s);
        row("code and name", "BB,Barbados,1,", u"BB"_s);
        row("code and alias", "TT,Trinidad and Tobago,1,", u"TT"_s);
        row("code and ccTLD", "TT,.tt,1,", u"TT"_s);
        row("the code chooses where the name is ambiguous", "MF,St Martin,1,", u"MF"_s, u"2012"_s);
        row("the code chooses, the other one", "SX,St Martin,1,", u"SX"_s, u"2012"_s);
        row("outside the region", "GR,,1,", u"GR"_s);
        row("the year in which it ended", "AN,,1,", u"AN"_s, u"2010"_s);
    }
    void findsTheRow()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, date);
        QFETCH(QString, found);
        const auto read =
            readBoardSheet(m_file->store(), "code,territory,ALS,GAC\n" + row + '\n', u"b.csv"_s, asOf(date));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QCOMPARE(shown(read->refused), QString());
        QCOMPARE(read->observations.size(), 1U);
        QVERIFY(read->observations.front().territory == TestFile::territory(found));
        QVERIFY(read->observations.front().indicator == TestFile::indicator(u"ALS"_s));
        QVERIFY(read->observations.front().date == TestFile::date(date));
    }

    // One row of the sheet "code,territory,ALS,GAC,AF/EoL" each: where and why it is refused, and how many of
    // its cells are taken all the same.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<int>("taken");
        const auto row = [](const char *name, const QByteArray &text, const QString &refused, int taken = 0) {
            QTest::newRow(name) << text << refused << taken;
        };
        row("no territory", ",,1,represented,", u"2:2 no territory in this row"_s);
        row("no territory and no value", ",,,,", u"2:2 no territory in this row"_s);
        row("a row that ends early", "\"\"", u"2:1 no territory in this row"_s);
        row("unknown code", "ZZ,,1,,", u"2:1 unknown territory"_s);
        row("unknown name", ",Atlantis,1,,", u"2:2 unknown territory: Atlantis"_s);
        row("name nearly right is not guessed", ",Barbadoss,1,,",
            u"2:2 unknown territory: Barbadoss: did you mean BB"_s);
        row("name of two territories", ",St Martin,1,,", u"2:2 more than one territory: “St Martin” is MF"_s);
        row("code and name disagree", "BB,Guyana,1,,", u"2:4 “BB” is Barbados, but the row says “Guyana”"_s);
        row("code and name disagree, the name ambiguous", "BB,St Martin,1,,",
            u"2:4 “BB” is Barbados, but the row says “St Martin”"_s);
        row("the same territory again", "BB,,1,,\n,Barbados,2,,", u"3:2 Barbados stood in line 2 already"_s,
            1);
        row("a level that is none", "BB,,1,king,",
            u"2:7 value not understood: GAC: “king” is none of: none"_s, 1);
        row("a level of another indicator", "BB,,1,AF signed,", u"2:7 value not understood: GAC"_s, 1);
        row("a count below zero", "BB,,-1,observer,", u"2:5 value not understood: ALS: “-1”"_s, 1);
        row("a fraction", "BB,,1.5,observer,", u"2:5 value not understood: ALS"_s, 1);
        row("a number of 20 digits", "BB,,12345678901234567890,,", u"2:5 value not understood: ALS"_s);
        row("a formula", "BB,,=1+1,,", u"2:5 value not understood: ALS: “=1+1”"_s);
        row("markup", "BB,,<b>1</b>,,", u"2:5 value not understood: ALS: “<b>1</b>”"_s);
        row("two bad cells", "BB,,x,y,", u"2:5 value"_s);
        row("an agreement without a ccTLD", "MF,,1,,AF signed", u"2:8 cannot record St. Martin, AF/EoL"_s, 1);
        row("before its time", "CW,,1,,", u"2:5 cannot record Curaçao, ALS: 2007-08"_s);
        row("a name with a comma that is not quoted", ",Bonaire, Saba,1,,,represented",
            u"2:20 more columns"_s);
        row("after a quoted line end", "BB,\"Bar\nbados\",1,x,", u"2:4 “BB” is Barbados, but the row says"_s);
        row("line of a cell after a quoted line end", "BB,\"Barbados\n\",1,x,",
            u"3:5 value not understood: GAC"_s, 1);
    }
    void refuses()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, refused);
        QFETCH(int, taken);
        const QByteArray sheet = "code,territory,ALS,GAC,AF/EoL\n" + row + '\n';
        const auto read = readBoardSheet(m_file->store(), sheet, u"b.csv"_s, asOf(u"2007-08"_s));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QVERIFY2(shown(read->refused).startsWith(refused), qPrintable(shown(read->refused)));
        QCOMPARE(read->added, taken);
        QCOMPARE(read->observations.size(), size_t(taken));
    }

    void tellsEveryBadCell()
    {
        const auto read =
            readBoardSheet(m_file->store(), "code,ALS,GAC\nBB,x,y\nGY,1,z\n", u"b.csv"_s, asOf(u"2007"_s));
        QVERIFY(read);
        QCOMPARE(read->refused.size(), 3U);
        QCOMPARE(read->summary(), u"1 new, 0 changed, 0 same, 3 refused"_s);
    }

    void refusesTheDecksOwnSheetRowByRow()
    {
        QByteArray sheet = "row,territory,ALS,GAC,AF/EoL,ccNSO\n1,,,represented,,active\n";
        for (int i = 2; i <= 27; ++i)
            sheet += QByteArray::number(i) + ",,,,,\n";
        const auto read = readBoardSheet(m_file->store(), sheet, u"deck.csv"_s, asOf(u"2007-02-15"_s));
        QVERIFY(read);
        QCOMPARE(read->summary(), u"0 new, 0 changed, 0 same, 27 refused"_s);
        QCOMPARE(read->leftColumns, QStringList{u"row"_s});
        for (int i = 0; i < 27; ++i) {
            QCOMPARE(read->refused[size_t(i)].line, i + 2);
            QCOMPARE(read->refused[size_t(i)].message, u"no territory in this row"_s);
        }
    }

    void refusesTheSheetAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &sheet, const char *message) {
            QTest::newRow(name) << sheet << QString::fromUtf8(message);
        };
        row("empty", "", "cannot import the sheet: b.csv: the sheet is empty");
        row("only blank lines", "\n\n", "cannot import the sheet: b.csv: the sheet is empty");
        row("neither code nor territory", "name,ALS\nBB,1\n",
            "cannot import the sheet: b.csv:1:1: it has neither");
        row("semicolons", "code;ALS\nBB;1\n",
            "cannot import the sheet: b.csv:1:1: its columns are not separated");
        row("no indicator", "code,capital\nBB,Bridgetown\n",
            "b.csv:1:1: none of its columns is an indicator: ALS, GAC");
        row("an indicator twice", "code,GAC,gac\nBB,none,none\n",
            "b.csv:1:10: the column “gac” stands twice");
        row("codes twice", "code,GAC,code\n", "b.csv:1:10: the column “code” stands twice");
        row("no CSV", "code,ALS\nBB,\"1\n", "cannot read the table: b.csv:2:4: a quote is opened");
        row("no text", QByteArray("\0\1\2", 3), "cannot read the table: b.csv:1:1: a NUL");
    }
    void refusesTheSheetAsAWhole()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QString, message);
        const auto read = readBoardSheet(m_file->store(), sheet, u"b.csv"_s, asOf(u"2007"_s));
        QVERIFY(!read);
        QVERIFY2(read.error().message().contains(message), qPrintable(read.error().message()));
    }

    void refusesWhatIsSaidBesideTheSheet_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("certainty");
        QTest::addColumn<QString>("message");
        QTest::newRow("no date") << u""_s << u""_s << u""_s << u"needs a date"_s;
        QTest::newRow("certainty") << u"2007"_s << u""_s << u"rumoured"_s << u"rumoured"_s;
        QTest::newRow("source") << u"2007"_s << QString(1'001, u'a') << u""_s << u"source"_s;
    }
    void refusesWhatIsSaidBesideTheSheet()
    {
        QFETCH(QString, date);
        QFETCH(QString, source);
        QFETCH(QString, certainty);
        QFETCH(QString, message);
        const BoardImportOptions options{PartialDate::parse(date).value_or(PartialDate()), source, certainty};
        const auto read = readBoardSheet(m_file->store(), "code,ALS\nBB,1\n", u"b.csv"_s, options);
        QVERIFY(!read);
        QVERIFY2(read.error().message().contains(message), qPrintable(read.error().message()));
    }

    void namesTheColumnsItLeaves()
    {
        const auto read = readBoardSheet(m_file->store(),
            "row,code,GAC,capital,,,training\n1,BB,,Bridgetown,,x,next level\n", u"b.csv"_s, asOf(u"2007"_s));
        QVERIFY(read);
        QCOMPARE(read->leftColumns, QStringList({u"row"_s, u"capital"_s, u"column 6"_s}));
        QCOMPARE(
            read->summary(), u"1 new, 0 changed, 0 same, 0 refused"_s); // training: off the board, but known
    }

    // A cell of GAC on a date where "observer; deck; assumed" stands, and "none" of the year before.
    void comparesWithWhatStands_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("certainty");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const QByteArray &cell, const QString &source,
                             const QString &certainty, const QString &summary, const QString &after) {
            QTest::newRow(name) << cell << source << certainty << summary << after;
        };
        row("says nothing", "", u""_s, u""_s, u"0 new, 0 changed, 0 same"_s, u"observer; deck; assumed"_s);
        row("the same value keeps its source and certainty", "observer", u""_s, u""_s,
            u"0 new, 0 changed, 1 same"_s, u"observer; deck; assumed"_s);
        row("the same value, source and certainty", "observer", u"deck"_s, u"assumed"_s,
            u"0 new, 0 changed, 1 same"_s, u"observer; deck; assumed"_s);
        row("the same value from another source", "observer", u"GAC list"_s, u""_s,
            u"0 new, 1 changed, 0 same"_s, u"observer; GAC list; assumed"_s);
        row("the same value made sure", "observer", u""_s, u"official"_s, u"0 new, 1 changed, 0 same"_s,
            u"observer; deck; official"_s);
        row("another value has the sheet's own source", "represented", u""_s, u""_s,
            u"0 new, 1 changed, 0 same"_s, u"represented; b.csv; reported"_s);
        row("unknown withdraws", "unknown", u""_s, u""_s, u"0 new, 1 changed, 0 same"_s, u""_s);
    }
    void comparesWithWhatStands()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, source);
        QFETCH(QString, certainty);
        QFETCH(QString, summary);
        QFETCH(QString, after);
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"observer"_s), u"deck"_s, u"assumed"_s);
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"none"_s), u"deck"_s, u"assumed"_s);
        const BoardImportOptions options{TestFile::date(u"2007-02-15"_s), source, certainty};
        const auto read = readBoardSheet(m_file->store(), "code,GAC\nBB," + cell + "\n", u"b.csv"_s, options);
        QVERIFY(read);
        QVERIFY2(read->summary().startsWith(summary), qPrintable(read->summary()));
        QVERIFY(applyBoardSheet(*m_editor, *read));
        QCOMPARE(standing(u"BB:GAC:2007-02-15"_s), after);
        QCOMPARE(standing(u"BB:GAC:2006"_s), u"none; deck; assumed"_s);
    }

    void anotherPrecisionIsAnotherDate()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"observer"_s));
        const auto read =
            readBoardSheet(m_file->store(), "code,GAC\nBB,observer\n", u"b.csv"_s, asOf(u"2007-02"_s));
        QVERIFY(read);
        QCOMPARE(read->summary(), u"1 new, 0 changed, 0 same, 0 refused"_s);
    }

    void unknownAfterAnEarlierValueIsRecorded()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s));
        const auto read =
            readBoardSheet(m_file->store(), "code,GAC\nBB,unknown\n", u"b.csv"_s, asOf(u"2007"_s));
        QVERIFY(read);
        QCOMPARE(read->summary(), u"1 new, 0 changed, 0 same, 0 refused"_s);
        QVERIFY(applyBoardSheet(*m_editor, *read));
        QCOMPARE(standing(u"BB:GAC:2007"_s), u"unknown; b.csv; reported"_s);
        const auto again =
            readBoardSheet(m_file->store(), "code,GAC\nBB,unknown\n", u"b.csv"_s, asOf(u"2007"_s));
        QVERIFY(again);
        QCOMPARE(again->summary(), u"0 new, 0 changed, 1 same, 0 refused"_s);
    }

    // What the board writes for a territory without a ccTLD says nothing new.
    void notApplicableByNatureIsTheSame()
    {
        const auto read =
            readBoardSheet(m_file->store(), "code,AF/EoL\nMF,n/a\nTT,n/a\n", u"b.csv"_s, asOf(u"2012"_s));
        QVERIFY(read);
        QCOMPARE(read->summary(), u"1 new, 0 changed, 1 same, 0 refused"_s);
    }

    // Text from a sheet is kept as text wherever it ends up.
    void sourceIsOnlyText()
    {
        const BoardImportOptions options{TestFile::date(u"2007"_s), u"=cmd|'/c calc'!A0 <b>"_s, {}};
        const auto read = readBoardSheet(m_file->store(), "code,ALS\nBB,1\n", u"b.csv"_s, options);
        QVERIFY(read);
        QVERIFY(applyBoardSheet(*m_editor, *read));
        QCOMPARE(standing(u"BB:ALS:2007"_s), u"1; =cmd|'/c calc'!A0 <b>; reported"_s);
    }

private:
    // What stands of exactly a date: "represented; deck; assumed", empty when nothing does.
    QString standing(const QString &key) const
    {
        namespace f = fields::observation;
        const Record row = m_file->store().find(f::entity, naturalId(QString(f::entity), key));
        if (row.isNull() || row.isHidden())
            return QString();
        const Value &value = row.value(f::value);
        const Value &reading = value.part(f::reading);
        return QStringList{reading.toInteger() ? QString::number(*reading.toInteger()) : reading.text(),
            value.part(f::source).text(), value.part(f::certainty).text()}
            .join(u"; "_s);
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

QTEST_GUILESS_MAIN(tst_BoardImport)
#include "tst_boardimport.moc"
