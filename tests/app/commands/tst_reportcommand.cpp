#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// The report and the picture as a script asks for them; what stands on the pages is tested with the reports.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePdfHoldsEveryRowAndTotal();
    void sameInputSameBytes();
    void paperIsChosen();
    void anExistingFileIsReplacedWhole();
    void aPictureOfTheWindowNeedsNoDisplay();
    void badRequestsLeaveNothing_data();
    void badRequestsLeaveNothing();

private:
    Program::Answer report(const QString &out, const QStringList &more = {}) const
    {
        return m_program.run(
            QStringList{u"report"_s, m_file, u"board"_s, u"-o"_s, out, u"--as-of"_s, u"2007-02-15"_s} + more);
    }

    Program m_program;
    const QString m_file = u"@f.liaison"_s;
};

void TestReportCommand::initTestCase()
{
    m_program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program.run({u"new"_s, m_file, u"--example"_s, u"caribbean-2007"_s}), 0);
}

void TestReportCommand::thePdfHoldsEveryRowAndTotal()
{
    const auto answer = report(u"@board.pdf"_s);
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err, QByteArray());
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, m_program.path(u"board.pdf"_s), u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    const QByteArray csv
        = m_program.run({u"board"_s, m_file, u"--as-of"_s, u"2007-02-15"_s, u"--format"_s, u"csv"_s}).out;
    const QStringList rows = QString::fromUtf8(csv).split(u'\n', Qt::SkipEmptyParts).mid(1);
    QCOMPARE(rows.size(), 27);
    for (const QString &row : rows)
        QVERIFY2(text.contains(row.section(u',', 1, 1)), qPrintable(row));
    for (const auto &total : {u"9 in 5 of 27"_s, u"2 of 27"_s, u"6 of 27"_s, u"0 of 27"_s})
        QVERIFY2(text.contains(total), qPrintable(text));
}

void TestReportCommand::sameInputSameBytes()
{
    COMPARE_EXIT(report(u"@one.pdf"_s), 0);
    COMPARE_EXIT(report(u"@two.pdf"_s), 0);
    QVERIFY(m_program.read(u"one.pdf"_s).startsWith("%PDF-"));
    QVERIFY(m_program.read(u"one.pdf"_s) == m_program.read(u"two.pdf"_s));
}

void TestReportCommand::paperIsChosen()
{
    const auto size = [&](const QString &name) {
        QProcess reader;
        reader.start(u"pdfinfo"_s, {m_program.path(name)});
        reader.waitForFinished();
        return reader.readAllStandardOutput();
    };
    COMPARE_EXIT(report(u"@a4.pdf"_s, {u"--paper"_s, u"A4"_s}), 0);
    COMPARE_EXIT(report(u"@letter.pdf"_s, {u"--paper"_s, u"Letter"_s}), 0);
    QVERIFY2(size(u"a4.pdf"_s).contains("(A4)"), size(u"a4.pdf"_s).constData());
    QVERIFY2(size(u"letter.pdf"_s).contains("(letter)"), size(u"letter.pdf"_s).constData());
    QVERIFY2(size(u"a4.pdf"_s).contains("Caribbean"), size(u"a4.pdf"_s).constData()); // in its title
    QVERIFY2(size(u"a4.pdf"_s).contains("Ana"), size(u"a4.pdf"_s).constData());
}

void TestReportCommand::anExistingFileIsReplacedWhole()
{
    m_program.write(u"old.pdf"_s, QByteArray(5'000'000, 'x'));
    COMPARE_EXIT(report(u"@old.pdf"_s), 0);
    QVERIFY(m_program.read(u"old.pdf"_s).startsWith("%PDF-"));
    QVERIFY(!m_program.read(u"old.pdf"_s).contains("xxxxxxxx"));
}

void TestReportCommand::aPictureOfTheWindowNeedsNoDisplay()
{
    const QByteArray before = m_program.digest(u"f.liaison"_s);
    const auto answer = m_program.run({u"shot"_s, m_file, u"board"_s, u"-o"_s, u"@shot.png"_s, u"--size"_s, u"1280x800"_s,
        u"--as-of"_s, u"2007-02-15"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err, QByteArray());
    QVERIFY(m_program.read(u"shot.png"_s).startsWith("\x89PNG"));
    QCOMPARE(m_program.digest(u"f.liaison"_s), before);
}

void TestReportCommand::badRequestsLeaveNothing_data()
{
    QTest::addColumn<QString>("out");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("said");
    QTest::addRow("HTML comes later") << u"@x.html"_s << QStringList{} << QByteArray("x.html");
    QTest::addRow("no ending") << u"@x"_s << QStringList{} << QByteArray("pdf");
    QTest::addRow("over the file itself") << u"@f.liaison"_s << QStringList{} << QByteArray("f.liaison");
    QTest::addRow("a folder that is not there") << u"@no/x.pdf"_s << QStringList{} << QByteArray("x.pdf");
    QTest::addRow("paper nobody has") << u"@x.pdf"_s << QStringList{u"--paper"_s, u"A9"_s} << QByteArray("--paper A9");
    QTest::addRow("since no day") << u"@x.pdf"_s << QStringList{u"--since"_s, u"2007-13"_s} << QByteArray("2007-13");
    QTest::addRow("since a day after the report's")
        << u"@x.pdf"_s << QStringList{u"--since"_s, u"2007-03"_s} << QByteArray("2007-03");
    QTest::addRow("a language that is none") << u"@x.pdf"_s << QStringList{u"--language"_s, u"qqq"_s} << QByteArray("--language qqq");
}

void TestReportCommand::badRequestsLeaveNothing()
{
    QFETCH(QString, out);
    QFETCH(QStringList, more);
    QFETCH(QByteArray, said);
    const QStringList before = m_program.files();
    const QByteArray digest = m_program.digest(u"f.liaison"_s);
    COMPARE_REFUSED(report(out, more), said);
    QCOMPARE(m_program.files(), before);
    QCOMPARE(m_program.digest(u"f.liaison"_s), digest);
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
