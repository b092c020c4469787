#include "models/domain/draft.h"
#include "models/figures/board.h"
#include "models/reports/boardreport.h"
#include "tests/models/testfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// The members of "Caribbean" that exist in 2007: AN BB GY KN TT.
constexpr int rowsIn2007 = 5;

template <typename Block>
const Block *blockOf(const report::Section &section)
{
    for (const report::Block &block : section.blocks) {
        if (const auto *found = std::get_if<Block>(&block))
            return found;
    }
    return nullptr;
}

const report::BoardTable &tableOf(const Report &report)
{
    return *blockOf<report::BoardTable>(report.sections.front());
}

QStringList notesOf(const Report &report)
{
    QStringList notes;
    for (const report::Footnotes::Note &note : blockOf<report::Footnotes>(report.sections.front())->notes)
        notes << note.mark + u' ' + note.text;
    return notes;
}

QString figureOf(const Report &report, const QString &project)
{
    for (const report::ProjectLine &line : blockOf<report::ProjectList>(report.cover)->projects) {
        QString text;
        for (const report::Run &run : line.figure)
            text += run.weight == report::Run::Weight::Strong ? u'*' + run.text + u'*' : run.text;
        if (line.code == project)
            return text.replace(QChar::Nbsp, u' ');
    }
    return {};
}

QStringList rowOf(const Report &report, const QString &code)
{
    for (const report::BoardTable::Row &row : tableOf(report).rows) {
        if (row.code != code)
            continue;
        QStringList texts{row.number, row.name.text + row.name.sign + row.name.mark};
        for (const report::TableCell &cell : row.cells)
            texts << cell.text + cell.mark;
        return texts;
    }
    return {};
}

QStringList totalsOf(const Report &report)
{
    QStringList texts;
    for (const report::TableTotal &total : tableOf(report).totals)
        texts << QString(total.text + u" | "_s + total.caption).replace(QChar::Nbsp, u' ');
    return texts;
}

// All words of a report, wherever they stand.
QString everything(const Report &report)
{
    QStringList all{report.title, report.overline, report.subtitle, report.headLeft, report.headRight,
        report.footLeft, report.author, report.subject, report.sections.front().lead};
    for (const report::Block &block : report.cover.blocks) {
        if (const auto *paragraph = std::get_if<report::Paragraph>(&block))
            all << paragraph->heading << paragraph->text;
    }
    for (const report::ProjectLine &line : blockOf<report::ProjectList>(report.cover)->projects)
        all << line.title << line.plainWords << figureOf(report, line.code);
    for (const report::BoardTable::Row &row : tableOf(report).rows)
        all << rowOf(report, row.code);
    all << totalsOf(report) << notesOf(report);
    return all.join(u'\n');
}

const report::Paragraph *paragraphOf(const Report &report, report::Paragraph::Kind kind)
{
    for (const report::Block &block : report.cover.blocks) {
        const auto *paragraph = std::get_if<report::Paragraph>(&block);
        if (paragraph && paragraph->kind == kind)
            return paragraph;
    }
    return nullptr;
}

} // namespace

class TestBoardReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void nothingOnFile();
    void rowsAndTotalsAreTheBoards();
    void cover();
    void projectFigure_data();
    void projectFigure();
    void reconstructedNames();
    void allNamesReconstructed();
    void confirmedNames();
    void stale();
    void conflict();
    void notApplicable();
    void provenance_data();
    void provenance();
    void ownNotesStayHome();
    void oddTextIsKept();

private:
    static Report reportOn(TestFile &file, QDate asOf, const QString &region = QString())
    {
        return boardReport(file.store(), {file.readRegion(region), asOf, QLocale(u"en_GB"_s), u"Ann"_s});
    }
    static constexpr QDate day() { return QDate::fromJulianDay(2454147); } // 15 February 2007
};

void TestBoardReport::nothingOnFile()
{
    TestFile file;
    const Report report = reportOn(file, day());
    QCOMPARE(day(), QDate(2007, 2, 15));
    QCOMPARE(int(tableOf(report).rows.size()), rowsIn2007);
    QCOMPARE(tableOf(report).totalsTitle, u"5 territories"_s);
    QCOMPARE(rowOf(report, u"BB"_s), (QStringList{u"2"_s, u"Barbados"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s}));
    QCOMPARE(totalsOf(report),
        (QStringList{u"0 in 0 of 5 | 5 unknown"_s, u"0 of 5 | 5 unknown"_s, u"0 of 5 | 5 unknown"_s,
            u"0 of 5 | 5 unknown"_s}));
    QVERIFY(report.sections.front().lead.endsWith(u"Nothing is on file on this date."_s));
    QVERIFY(!paragraphOf(report, report::Paragraph::Kind::Small));
}

void TestBoardReport::rowsAndTotalsAreTheBoards()
{
    TestFile file;
    file.observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(2));
    file.observe(u"TT"_s, u"ALS"_s, u"2007-02-15"_s, Value(3));
    file.observe(u"GY"_s, u"ALS"_s, u"2007-02-15"_s, Value(0));
    file.observe(u"GY"_s, u"GAC"_s, u"2007-01"_s, Value(u"represented"_s));
    file.observe(u"KN"_s, u"ccNSO"_s, u"2007"_s, Value(u"member"_s));
    file.observe(u"TT"_s, u"ccNSO"_s, u"2006"_s, Value(u"active"_s));
    const Report report = reportOn(file, day());
    const Board board = boardAsOf(file.store(), file.readRegion(), day());

    QCOMPARE(tableOf(report).rows.size(), board.rows.size());
    for (size_t i = 0; i < board.rows.size(); ++i) {
        const report::BoardTable::Row &row = tableOf(report).rows[i];
        QCOMPARE(row.code, board.rows[i].code);
        QCOMPARE(row.cells.size(), board.indicators.size());
        for (size_t j = 0; j < row.cells.size(); ++j) {
            const BoardCell &cell = board.rows[i].cells[j];
            QCOMPARE(row.cells[j].standing, std::optional(cell.standing));
            QCOMPARE(
                row.cells[j].text, cell.isKnown() ? board.indicators[j].readingText(cell.reading) : u"–"_s);
        }
    }
    QCOMPARE(totalsOf(report),
        (QStringList{u"5 in 2 of 5 | 1 not met, 2 unknown"_s, u"1 of 5 | 4 unknown"_s,
            u"0 of 5 | 5 unknown"_s, u"1 of 5 | 1 member, 3 unknown"_s}));
    QCOMPARE(tableOf(report).columns[2].group, u"ccTLD agreements"_s);
    QCOMPARE(report.sections.front().lead,
        u"5 territories, 4 indicators. The values are dated from 2006 to 2007."_s);
}

void TestBoardReport::cover()
{
    TestFile file;
    file.observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(2), u"deck"_s);
    const Report report = reportOn(file, day());
    QCOMPARE(report.title, u"Board report"_s);
    QCOMPARE(report.overline, u"Caribbean, 5 territories"_s);
    QCOMPARE(report.subtitle, u"Regional presence as of 15 February 2007"_s);
    QCOMPARE(report.headLeft, u"Board report, Caribbean"_s);
    QCOMPARE(report.headRight, u"as of 15 February 2007"_s);
    QCOMPARE(report.author, u"Ann"_s);
    QCOMPARE(report.language, u"en-GB"_s);
    QCOMPARE(
        report.sections.front().lead, u"5 territories, 4 indicators. Every value is dated 15 Feb 2007."_s);
    QStringList projects;
    for (const report::ProjectLine &line : blockOf<report::ProjectList>(report.cover)->projects)
        projects << line.code + u' ' + line.title;
    QCOMPARE(projects.size(), 4);
    QVERIFY(projects.contains(u"4A Government"_s));
    QVERIFY(blockOf<report::Contents>(report.cover));
    QCOMPARE(int(blockOf<report::Key>(report.cover)->entries.size()), 4);

    Region unnamed = file.readRegion(u"BB,GY"_s);
    unnamed.name.clear();
    const Report set = boardReport(file.store(), {unnamed, day()});
    QCOMPARE(set.overline, u"2 territories"_s);
    QCOMPARE(set.headLeft, u"Board report"_s);
}

void TestBoardReport::projectFigure_data()
{
    QTest::addColumn<QStringList>("gac"); // of GY, BB, AN
    QTest::addColumn<QString>("figure");
    QTest::newRow("nothing known") << QStringList{} << u"GAC: *0* of 5 represented, 5 unknown"_s;
    QTest::newRow("some meet it") << QStringList{u"represented"_s, u"represented"_s}
                                  << u"GAC: *2* of 5 represented, 3 unknown"_s;
    QTest::newRow("on the way, from the highest down") << QStringList{u"exploring"_s, u"observer"_s,
        u"none"_s} << u"GAC: *0* of 5 represented, 1 observer, 1 exploring, 1 none, 2 unknown"_s;
}

void TestBoardReport::projectFigure()
{
    QFETCH(QStringList, gac);
    QFETCH(QString, figure);
    TestFile file;
    const QStringList codes{u"GY"_s, u"BB"_s, u"AN"_s};
    for (qsizetype i = 0; i < gac.size(); ++i)
        file.observe(codes[i], u"GAC"_s, u"2007"_s, Value(gac[i]));
    file.observe(u"GY"_s, u"ALS"_s, u"2007"_s, Value(4));
    file.observe(u"GY"_s, u"AF/EoL"_s, u"2007"_s, Value(u"AF signed"_s));
    file.observe(u"BB"_s, u"AF/EoL"_s, u"2007"_s, Value(u"EoL signed"_s));
    file.observe(u"TT"_s, u"ccNSO"_s, u"2007"_s, Value(u"active"_s));
    const Report report = reportOn(file, day());
    QCOMPARE(figureOf(report, u"4A"_s), figure);
    QCOMPARE(figureOf(report, u"3C"_s),
        u"ALS in *1* of 5 territories (4 in all), 4 unknown;\nccNSO: *1* of 5 active, 4 unknown"_s);
    QCOMPARE(figureOf(report, u"4H"_s), u"AF/EoL: *2* of 5: 1 AF signed, 1 EoL signed, 3 unknown"_s);
    QCOMPARE(figureOf(report, u"1Q"_s), u"no indicator on the board"_s);
}

void TestBoardReport::reconstructedNames()
{
    TestFile file;
    file.observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(2), u"deck, 15 Feb 2007"_s);
    const Report report = reportOn(file, day());
    const auto *box = paragraphOf(report, report::Paragraph::Kind::Boxed);
    QVERIFY(box);
    QVERIFY2(box->text.startsWith(u"2 of the 5 names"_s), qPrintable(box->text));
    QVERIFY(box->text.contains(u"“?” marks weak evidence"_s));
    QCOMPARE(report.footLeft,
        u"≈ 2 of 5 territory names are reconstructed, not confirmed; values: deck, 15 Feb 2007."_s);
    QCOMPARE(rowOf(report, u"KN"_s).at(1), u"St. Kitts & Nevis?a"_s);
    QCOMPARE(rowOf(report, u"TT"_s).at(1), u"Trinidad & Tobago"_s);
    QStringList dotted;
    for (const report::BoardTable::Row &row : tableOf(report).rows) {
        if (row.name.reconstructed)
            dotted << row.code;
    }
    QCOMPARE(dotted, (QStringList{u"KN"_s, u"TT"_s}));
    QCOMPARE(notesOf(report),
        (QStringList{u"– unknown: nothing on file on this date."_s, u"a the row could be another"_s}));
}

void TestBoardReport::allNamesReconstructed()
{
    TestFile file;
    Region region = file.readRegion(u"Pair"_s);
    for (Region::Member &member : region.members)
        member.certainty = QString(certaintyCode::assumed);
    const Report report = boardReport(file.store(), {region, day()});
    QVERIFY(paragraphOf(report, report::Paragraph::Kind::Boxed)->text.startsWith(u"The 2 names"_s));
    QCOMPARE(report.footLeft, u"≈ Territory names are reconstructed, not confirmed."_s);
}

void TestBoardReport::confirmedNames()
{
    TestFile file;
    const Report report = reportOn(file, day(), u"Pair"_s);
    QVERIFY(!paragraphOf(report, report::Paragraph::Kind::Boxed));
    QCOMPARE(report.footLeft, QString());
    QVERIFY(!everything(report).contains(u"reconstruct"_s));
}

void TestBoardReport::stale()
{
    TestFile file;
    file.observe(u"BB"_s, u"GAC"_s, u"2004-03"_s, Value(u"observer"_s));
    file.observe(u"GY"_s, u"GAC"_s, u"2004-03"_s, Value(u"observer"_s));
    file.observe(u"AN"_s, u"GAC"_s, u"2003"_s, Value(u"observer"_s));
    const Report report = reportOn(file, day());
    QCOMPARE(rowOf(report, u"AN"_s).at(3), u"observera"_s);
    QCOMPARE(rowOf(report, u"BB"_s).at(3), u"observerb"_s);
    QCOMPARE(rowOf(report, u"GY"_s).at(3), u"observerb"_s); // the same note, the same letter
    QVERIFY(notesOf(report).contains(u"b Dated Mar 2004, older than 24 months."_s));
}

void TestBoardReport::conflict()
{
    TestFile file;
    file.observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
    file.close();
    const QString copy = file.folder() + u"/copy.liaison"_s;
    QVERIFY(QFile::copy(file.path(), copy));
    file.reopen();
    file.observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));

    const Surroundings elsewhere{file.surroundings().clock, u"Ben"_s, file.folder() + u"/elsewhere"_s};
    const auto opening = Store::open(copy, OpenMode::ReadWrite, elsewhere);
    QVERIFY2(opening.store, qPrintable(opening.error.message()));
    using namespace fields::observation;
    Draft draft(u"Set BB, GAC"_s);
    draft.edit(opening.store->find(entity, file.observation(u"BB"_s, u"GAC"_s, u"2007"_s)),
        {{value,
            Value(Value::Parts{
                {reading, Value(u"exploring"_s)}, {certainty, Value(certaintyCode::reported)}})}});
    QVERIFY(opening.store->commit(draft).ok());
    QVERIFY(file.store().merge(opening.store->allEdits()).ok());

    const Report report = reportOn(file, day());
    QVERIFY2(rowOf(report, u"BB"_s).at(3).endsWith(u'a'), qPrintable(rowOf(report, u"BB"_s).at(3)));
    QVERIFY(notesOf(report).contains(
        u"a More than one value is on file, and nobody has chosen between them yet."_s));
}

void TestBoardReport::notApplicable()
{
    TestFile file;
    file.observe(u"GY"_s, u"AF/EoL"_s, u"2007"_s, Value(u"n/a"_s));
    const Report report = reportOn(file, QDate(2011, 1, 1)); // MF has no ccTLD
    QCOMPARE(rowOf(report, u"MF"_s).at(4), u"n/a"_s);
    QCOMPARE(rowOf(report, u"GY"_s).at(4), u"n/a"_s);
    QCOMPARE(totalsOf(report).at(2), u"0 of 5 | 5 unknown, 2 n/a"_s);
    QVERIFY(notesOf(report).contains(u"n/a does not apply; left out of the totals."_s));
    QCOMPARE(blockOf<report::Key>(report.cover)->entries.back().standing, Standing::NotApplicable);
}

void TestBoardReport::provenance_data()
{
    QTest::addColumn<QStringList>("sources"); // of AN, BB, GY
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << QStringList{u"deck"_s, u"deck"_s}
                         << u"Source of all values: deck. Certainty: 2 reported."_s;
    QTest::newRow("two") << QStringList{u"deck"_s, u"letter"_s}
                         << u"Sources of the values: deck; letter. Certainty: 2 reported."_s;
    QTest::newRow("one is missing") << QStringList{{}, u"letter"_s,
        u"letter"_s} << u"Sources of the values: letter; 1 values without a source. Certainty: 3 reported."_s;
    QTest::newRow("none") << QStringList{{}}
                          << u"No source is on file for the values. Certainty: 1 reported."_s;
}

void TestBoardReport::provenance()
{
    QFETCH(QStringList, sources);
    QFETCH(QString, text);
    TestFile file;
    const QStringList codes{u"AN"_s, u"BB"_s, u"GY"_s};
    for (qsizetype i = 0; i < sources.size(); ++i)
        file.observe(codes[i], u"ALS"_s, u"2007"_s, Value(1), sources[i]);
    QCOMPARE(paragraphOf(reportOn(file, day()), report::Paragraph::Kind::Small)->text, text);
}

void TestBoardReport::ownNotesStayHome()
{
    TestFile file;
    file.observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(2));
    Draft draft(u"Note"_s);
    draft.edit(
        file.store().find(fields::observation::entity, file.observation(u"BB"_s, u"ALS"_s, u"2007-02-15"_s)),
        {{fields::observation::ownNote, Value(u"told in confidence"_s)}});
    file.commit(draft);
    QVERIFY(!everything(reportOn(file, day())).contains(u"confidence"_s));
}

void TestBoardReport::oddTextIsKept()
{
    TestFile file;
    const QString source = u"<b>=1+1</b> %1 %n &amp; \uE000 end"_s;
    file.observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(2), source);
    const Report report = reportOn(file, day());
    QVERIFY(paragraphOf(report, report::Paragraph::Kind::Small)
                ->text.startsWith(u"Source of all values: "_s + source));
    QVERIFY(report.footLeft.endsWith(source + u'.'));
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestBoardReport)
#include "tst_boardreport.moc"
