#include "tests/views/reports/boardfixture.h"
#include "views/reports/pdfprinter.h"
#include "views/style/typography.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// Takes what a disk with little space takes.
class FullDevice : public QIODevice
{
public:
    FullDevice() { open(WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(u"No space left on device"_s);
        return -1;
    }
};

// Without what a reader of the page does not see either: how wide a gap is, and which form of an Arabic
// letter stands.
QString simple(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).simplified();
}

} // namespace

class TestPdfPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyRowAndTotalStandsOnALine_data();
    void everyRowAndTotalStandsOnALine();
    void headRepeatsOnEveryPage();
    void totalsAreNeverAlone_data();
    void totalsAreNeverAlone();
    void sameInputSameBytes();
    void dateIsTheSetups();
    void propertiesAndOutline();
    void sheets_data();
    void sheets();
    void fontsAreEmbedded();
    void oddTextIsPrintedAsItIs_data();
    void oddTextIsPrintedAsItIs();
    void lettersAreNotJoined();
    void longNameLosesNothing_data();
    void longNameLosesNothing();
    void gridsAndSectionsThatFollow();
    void wideBoardIsTurned_data();
    void wideBoardIsTurned();
    void emptyReport();
    void wellFormed();
    void failureSaysWhy();

private:
    static QByteArray print(const Report &report, const PageSetup &setup = setupOf(PageSetup::Paper::A4));
    static PageSetup setupOf(PageSetup::Paper paper)
    {
        return {paper, QDateTime(QDate(2007, 2, 15), QTime(12, 0), Qt::UTC)};
    }
    // What a tool of poppler says of a PDF.
    QString ask(const QString &program, const QStringList &options, const QByteArray &pdf);
    QStringList textLines(const QByteArray &pdf, const QStringList &options = {u"-layout"_s});

    QTemporaryDir m_folder;
};

void TestPdfPrinter::initTestCase()
{
    initStyle();
    QVERIFY(m_folder.isValid());
}

QByteArray TestPdfPrinter::print(const Report &report, const PageSetup &setup)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<void> printed = printPdf(report, setup, buffer);
    if (!printed)
        qCritical("%s", qPrintable(printed.error().message()));
    return buffer.data();
}

QString TestPdfPrinter::ask(const QString &program, const QStringList &options, const QByteArray &pdf)
{
    QFile file(m_folder.filePath(u"report.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.flush())
        return u"not written"_s;
    QProcess process;
    process.start(program,
        options + QStringList{file.fileName()}
            + (program == "pdftotext"_L1 ? QStringList{u"-"_s} : QStringList()));
    if (!process.waitForFinished() || process.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList TestPdfPrinter::textLines(const QByteArray &pdf, const QStringList &options)
{
    QStringList lines;
    const QString text = ask(u"pdftotext"_s, options + QStringList{u"-enc"_s, u"UTF-8"_s}, pdf);
    for (const QString &line : text.split(QRegularExpression(u"[\n\f]"_s)))
        lines << simple(line);
    return lines;
}

void TestPdfPrinter::everyRowAndTotalStandsOnALine_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<PageSetup::Paper>("paper");
    QTest::addColumn<int>("pages");
    QTest::newRow("none: a region without members") << 0 << PageSetup::Paper::A4 << 2;
    QTest::newRow("one territory") << 1 << PageSetup::Paper::A4 << 2;
    QTest::newRow("the board of 2007") << 27 << PageSetup::Paper::A4 << 2;
    QTest::newRow("the board of 2007 on Letter") << 27 << PageSetup::Paper::Letter << 2;
    QTest::newRow("the world") << 250 << PageSetup::Paper::A4 << 7;
    QTest::newRow("the world on Letter") << 250 << PageSetup::Paper::Letter << 8;
}

void TestPdfPrinter::everyRowAndTotalStandsOnALine()
{
    QFETCH(int, rows);
    QFETCH(PageSetup::Paper, paper);
    QFETCH(int, pages);
    const Report report = boardFixture(rows);
    const QByteArray pdf = print(report, setupOf(paper));
    const QStringList lines = textLines(pdf);
    const std::vector<QStringList> expected = boardLines(report);
    QCOMPARE(int(expected.size()), rows + 1);
    qsizetype from = 0;
    for (const QStringList &parts : expected) {
        QStringList quoted;
        for (const QString &part : parts)
            quoted << QRegularExpression::escape(simple(part));
        // Between name and first value may stand "?" and a raised letter.
        const QRegularExpression row(u"^%1$"_s.arg(quoted.join(u"( \\?( ?[a-z])?)? "_s)));
        const qsizetype found = lines.indexOf(row, from);
        QVERIFY2(found >= from, qPrintable(parts.join(u" | ") + u'\n' + lines.join(u'\n')));
        from = found + 1;
    }
    QVERIFY(lines.contains(u"c One of two possible territories (GP or GF; TC or SR)."_s));
    for (int page = 1; page <= pages; ++page)
        QVERIFY(!lines.filter(u"Page %1 of %2"_s.arg(page).arg(pages)).isEmpty());
    QVERIFY(lines.filter(u"Page %1 of"_s.arg(pages + 1)).isEmpty());
}

void TestPdfPrinter::headRepeatsOnEveryPage()
{
    const QByteArray pdf = print(boardFixture(250));
    for (int page = 2; page <= 7; ++page) {
        const QStringList one{u"-layout"_s, u"-f"_s, QString::number(page), u"-l"_s, QString::number(page)};
        const QStringList lines = textLines(pdf, one);
        QCOMPARE(lines.filter(u"# CC Country / territory ALS GAC AF/EoL ccNSO"_s).size(), 1);
        QCOMPARE(lines.filter(u"Board report, Caribbean as of 15 February 2007"_s).size(), 1);
        QCOMPARE(lines.filter(u"≈ Territory names are reconstructed"_s).size(), 1);
    }
    const QStringList cover = textLines(pdf, {u"-layout"_s, u"-l"_s, u"1"_s});
    QVERIFY(cover.filter(u"Board report, Caribbean"_s).isEmpty());
    QVERIFY(!cover.filter(u"The board 2"_s).isEmpty());
}

void TestPdfPrinter::totalsAreNeverAlone_data()
{
    QTest::addColumn<int>("rows");
    for (int rows = 38; rows <= 50; ++rows) // about a page
        QTest::addRow("%d rows", rows) << rows;
}

void TestPdfPrinter::totalsAreNeverAlone()
{
    QFETCH(int, rows);
    const QByteArray pdf = print(boardFixture(rows));
    const QString text = ask(u"pdftotext"_s, {u"-layout"_s}, pdf);
    for (const QString &page : text.split(u'\f')) {
        const qsizetype totals = page.indexOf(u"%1 territories  "_s.arg(rows));
        if (totals < 0)
            continue;
        const QString before = page.left(totals);
        QVERIFY(before.contains(QRegularExpression(u"\\n +%1 [A-Z]"_s.arg(rows))));
        QVERIFY(before.contains(QRegularExpression(u"\\n +%1 [A-Z]"_s.arg(rows - 1))));
        return;
    }
    QFAIL("no totals");
}

void TestPdfPrinter::sameInputSameBytes()
{
    const QByteArray first = print(boardFixture(27));
    QVERIFY(first.startsWith("%PDF-"));
    QCOMPARE(print(boardFixture(27)), first);
    Report other = boardFixture(27);
    other.sections.front().lead += u'!';
    QVERIFY(print(other) != first);
}

void TestPdfPrinter::dateIsTheSetups()
{
    PageSetup setup = setupOf(PageSetup::Paper::A4);
    QVERIFY(
        ask(u"pdfinfo"_s, {u"-rawdates"_s}, print(boardFixture(1), setup)).contains(u"D:20070215120000Z"_s));
    setup.created = QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::OffsetFromUTC, 3600);
    QVERIFY(
        ask(u"pdfinfo"_s, {u"-rawdates"_s}, print(boardFixture(1), setup)).contains(u"D:20260101000000Z"_s));
}

void TestPdfPrinter::propertiesAndOutline()
{
    Report report = boardFixture(250);
    report.author = u"Zoë (liaison) \\ <b>"_s;
    const QByteArray pdf = print(report);
    const QString info = ask(u"pdfinfo"_s, {}, pdf);
    QVERIFY(
        info.contains(QRegularExpression(u"Title: +Board report, Caribbean, as of 15 February 2007\\n"_s)));
    QVERIFY(info.contains(QRegularExpression(u"Author: +Zoë \\(liaison\\) \\\\ <b>\\n"_s)));
    QVERIFY(info.contains(QRegularExpression(u"Subject: +Regional presence of the Caribbean\\n"_s)));
    const QString structure = ask(u"pdftohtml"_s, {u"-xml"_s, u"-i"_s, u"-stdout"_s}, pdf);
    QVERIFY2(structure.contains(u"<item page=\"2\">The board</item>"_s), qPrintable(structure.right(500)));
    QVERIFY(structure.contains(QRegularExpression(u"<a href=\"[^\"]*#2\">The board"_s))); // from the contents
}

void TestPdfPrinter::sheets_data()
{
    QTest::addColumn<PageSetup::Paper>("paper");
    QTest::addColumn<QString>("size");
    QTest::newRow("A4") << PageSetup::Paper::A4 << u"595 x 842 pts (A4)"_s;
    QTest::newRow("Letter") << PageSetup::Paper::Letter << u"612 x 792 pts (letter)"_s;
}

void TestPdfPrinter::sheets()
{
    QFETCH(PageSetup::Paper, paper);
    QFETCH(QString, size);
    const QString info = ask(u"pdfinfo"_s, {}, print(boardFixture(27), setupOf(paper)));
    QVERIFY2(info.contains(size), qPrintable(info));
}

void TestPdfPrinter::fontsAreEmbedded()
{
    const QStringList fonts =
        ask(u"pdffonts"_s, {}, print(boardFixture(27))).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(fonts.size() >= 2);
    for (const QString &font : fonts) {
        QVERIFY2(font.contains(u"Roboto"_s), qPrintable(font));
        QVERIFY2(font.contains(QRegularExpression(u"Identity-H +yes (yes|no) +yes"_s)), qPrintable(font));
    }
}

void TestPdfPrinter::oddTextIsPrintedAsItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << u"<b>Bold</b> &amp; <img src=x>"_s;
    QTest::newRow("formula") << u"=1+1;@SUM(A1)"_s;
    QTest::newRow("accents and quotes") << u"Côte d’Ivoire “Åland”"_s;
    QTest::newRow("letters that like to join") << u"fi fl ffi office"_s;
    QTest::newRow("Greek and Cyrillic") << u"Ελλάδα Россия"_s;
    QTest::newRow("right to left") << u"المغرب"_s;
    QTest::newRow("placeholders of the program's own") << u"%1 %n %2"_s;
    QTest::newRow("PDF syntax") << u"(a) << /B >> \\n endobj"_s;
}

void TestPdfPrinter::oddTextIsPrintedAsItIs()
{
    QFETCH(QString, name);
    Report report = boardFixture(3);
    auto &table = std::get<report::BoardTable>(report.sections.front().blocks.front());
    table.rows[1].name.text = name;
    table.rows[1].cells[1].text = u"<i>x</i>"_s;
    const QStringList lines = textLines(print(report));
    QStringList row = lines.filter(QRegularExpression(u"^2 AI "_s));
    QCOMPARE(row.size(), 1);
    QVERIFY2(row.front().contains(simple(name)), qPrintable(row.front()));
    QVERIFY2(row.front().endsWith(u"– <i>x</i> – –"_s), qPrintable(row.front()));
}

void TestPdfPrinter::lettersAreNotJoined()
{
    Report report = boardFixture(1);
    report.sections.front().lead = u"office, file, affluent"_s;
    const QString text = ask(u"pdftotext"_s, {}, print(report));
    QVERIFY2(text.contains(report.sections.front().lead), qPrintable(text));
}

void TestPdfPrinter::longNameLosesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("lines");
    QTest::newRow("set condensed") << u"South Georgia & South Sandwich Islands"_s << 1;
    QTest::newRow("set smaller") << u"The former islands of the far northern sea"_s << 1;
    QTest::newRow("broken into lines") << u"Islands and "_s.repeated(40) + u"more"_s << 0;
    QTest::newRow("one endless word") << u"Llanfair"_s.repeated(60) << 0;
    QTest::newRow("with a line break") << u"Trinidad\nTobago"_s << 1;
}

void TestPdfPrinter::longNameLosesNothing()
{
    QFETCH(QString, name);
    QFETCH(int, lines);
    Report report = boardFixture(27);
    auto &table = std::get<report::BoardTable>(report.sections.front().blocks.front());
    table.rows[4].name.text = name;
    const QByteArray pdf = print(report);
    const QStringList row = textLines(pdf).filter(QRegularExpression(u"^5 BB .* 2 – – –$"_s));
    QCOMPARE(row.size(), 1); // number, code, the beginning of the name and the values
    if (lines == 1) {
        QVERIFY2(row.front().contains(simple(name)), qPrintable(row.front()));
    } else { // raw: in the order of painting
        QString text = textLines(pdf, {u"-raw"_s}).join(u' ');
        QVERIFY(text.remove(u' ').contains(simple(name).remove(u' ')));
    }
}

// A grid's head stands on each of its pages, and a section that begins below another is found in the contents.
void TestPdfPrinter::gridsAndSectionsThatFollow()
{
    Report report = boardFixture(27);
    const auto sectionOf = [](const QString &title, report::Section::Begins begins) {
        return report::Section{title, u"Lead of "_s + title, {}, begins};
    };
    report.sections.push_back(sectionOf(u"First project"_s, report::Section::Begins::OnAPage));
    report.sections.push_back(sectionOf(u"Second project"_s, report::Section::Begins::Here));
    report::Grid grid{u"Activities"_s,
        {{u"Date"_s}, {u"Title"_s, report::Grid::Align::Left, 1}, {u"Count"_s, report::Grid::Align::Right}}, {},
        u"and 5 earlier ones"_s};
    for (int i = 1; i <= 60; ++i)
        grid.rows.push_back({u"%1 Jan 2007"_s.arg(i), u"Talk %1 <b>of</b> the day"_s.arg(i), QString::number(100 + i)});
    grid.rows.push_back({u"–"_s, u"A title that is too long for the line "_s.repeated(6) + u"to its end"_s, u"7"_s});
    report.sections.back().blocks.push_back(grid);
    report.sections.push_back(sectionOf(u"Third project"_s, report::Section::Begins::Here));

    const QByteArray pdf = print(report);
    const QStringList lines = textLines(pdf);
    for (int i = 1; i <= 60; ++i)
        QVERIFY(lines.contains(u"%1 Jan 2007 Talk %1 <b>of</b> the day %2"_s.arg(i).arg(100 + i)));
    QVERIFY(!lines.filter(u"to its end"_s).isEmpty());
    QVERIFY(lines.contains(u"and 5 earlier ones"_s));
    QCOMPARE(lines.filter(u"Page 4 of 4"_s).size(), 1);
    QCOMPARE(lines.filter(u"Date Title Count"_s).size(), 2);
    for (const auto &[title, page] : {std::pair(u"First project"_s, 3), {u"Second project"_s, 3}, {u"Third project"_s, 4}}) {
        QVERIFY2(!lines.filter(u"%1 %2"_s.arg(title).arg(page)).isEmpty(), qPrintable(lines.join(u'\n')));
        const QString only = QString::number(page);
        QVERIFY(textLines(pdf, {u"-layout"_s, u"-f"_s, only, u"-l"_s, only}).contains(title));
    }
}

void TestPdfPrinter::wideBoardIsTurned_data()
{
    QTest::addColumn<int>("indicators");
    QTest::newRow("ten indicators") << 10;
    QTest::newRow("thirty indicators") << 30;
}

void TestPdfPrinter::wideBoardIsTurned()
{
    QFETCH(int, indicators);
    Report report = boardFixture(60);
    auto &table = std::get<report::BoardTable>(report.sections.front().blocks.front());
    for (int i = 4; i < indicators; ++i) {
        table.columns.push_back(table.columns[1]);
        table.totals.push_back(table.totals[1]);
        for (report::BoardTable::Row &row : table.rows)
            row.cells.push_back(row.cells[1]);
    }
    const QByteArray pdf = print(report);
    const QString info = ask(u"pdfinfo"_s, {u"-l"_s, u"9"_s}, pdf);
    QVERIFY2(info.contains(QRegularExpression(u"Page +1 size: +595 x 842"_s)), qPrintable(info));
    QVERIFY2(info.contains(QRegularExpression(u"Page +2 size: +842 x 595"_s)), qPrintable(info));
    const QStringList lines = textLines(pdf);
    for (const QStringList &parts : boardLines(report)) {
        const QString values = simple(parts.mid(parts.size() - indicators).join(u' '));
        const QStringList found = lines.filter(values);
        QVERIFY2(!found.isEmpty(), qPrintable(values));
    }
}

void TestPdfPrinter::emptyReport()
{
    Report report;
    report.title = u"Nothing"_s;
    const QByteArray pdf = print(report);
    QVERIFY(ask(u"pdfinfo"_s, {}, pdf).contains(QRegularExpression(u"Pages: +1\\n"_s)));
    QVERIFY(textLines(pdf).contains(u"Nothing"_s));
}

void TestPdfPrinter::wellFormed()
{
    // poppler reports damage on standard error and reads on.
    QFile file(m_folder.filePath(u"whole.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(printPdf(boardFixture(250), setupOf(PageSetup::Paper::A4), file).ok());
    file.close();
    QProcess process;
    process.start(
        u"pdftoppm"_s, {u"-r"_s, u"20"_s, u"-gray"_s, file.fileName(), m_folder.filePath(u"page"_s)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QVERIFY(QFile::exists(m_folder.filePath(u"page-7.pgm"_s)));
}

void TestPdfPrinter::failureSaysWhy()
{
    FullDevice full;
    const Result<void> unwritten = printPdf(boardFixture(1), setupOf(PageSetup::Paper::A4), full);
    QVERIFY(!unwritten);
    QVERIFY(unwritten.error().message().contains(u"No space left on device"_s));

    QBuffer closed;
    QVERIFY(!printPdf(boardFixture(1), setupOf(PageSetup::Paper::A4), closed));
    QBuffer reading;
    reading.open(QIODevice::ReadOnly);
    QVERIFY(!printPdf(boardFixture(1), setupOf(PageSetup::Paper::A4), reading));

    QFile device(u"/dev/full"_s);
    if (device.open(QIODevice::WriteOnly)) {
        const Result<void> noSpace = printPdf(boardFixture(1), setupOf(PageSetup::Paper::A4), device);
        QVERIFY(!noSpace);
        QCOMPARE(noSpace.error().where, u"/dev/full"_s);
        QVERIFY(!noSpace.error().why.isEmpty());
    }
}

} // namespace liaison

QTEST_MAIN(liaison::TestPdfPrinter)
#include "tst_pdfprinter.moc"
