#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatBoardWritesIsReadAgain();
    void aDryRunWritesNothing();
    void whatIsRefusedIsNamedByLineAndColumn();
    void skipBadWritesTheRest();
    void theDecksSheetWithoutNamesIsRefusedRowByRow();
    void badSourcesAreRefused_data();
    void badSourcesAreRefused();
    void anImportIsOneStep();

private:
    Program::Answer import(const QStringList &more) const
    {
        return m_program->run(
            QStringList{u"import"_s, m_file, u"board"_s, u"@sheet.csv"_s, u"--as-of"_s, u"2007-02-15"_s} + more);
    }
    QByteArray csv() const
    {
        return m_program->run({u"board"_s, m_file, u"--as-of"_s, u"2007-02-15"_s, u"--format"_s, u"csv"_s}).out;
    }

    std::unique_ptr<Program> m_program;
    const QString m_file = u"@f.liaison"_s;
};

void TestImportCommand::init()
{
    m_program = std::make_unique<Program>();
    m_program->set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program->run({u"new"_s, m_file}), 0);
}

void TestImportCommand::whatBoardWritesIsReadAgain()
{
    COMPARE_EXIT(m_program->run({u"new"_s, u"@e.liaison"_s, u"--example"_s, u"caribbean-2007"_s}), 0);
    const QByteArray sheet
        = m_program->run({u"board"_s, u"@e.liaison"_s, u"--as-of"_s, u"2007-02-15"_s, u"--format"_s, u"csv"_s}).out;
    m_program->write(u"sheet.csv"_s, sheet);
    const auto first = import({u"--source"_s, u"the deck"_s, u"--certainty"_s, u"assumed"_s});
    COMPARE_EXIT(first, 0);
    const QJsonObject found{{u"new"_s, 15}, {u"changed"_s, 0}, {u"same"_s, 0}, {u"refused"_s, QJsonArray()},
        {u"left"_s, QJsonArray()}};
    QCOMPARE(first.object(), found);
    const QByteArray before = m_program->digest(u"f.liaison"_s);
    const auto again = import({});
    COMPARE_EXIT(again, 0);
    QCOMPARE(again.object()[u"new"_s].toInt(), 0);
    QCOMPARE(again.object()[u"same"_s].toInt(), 15);
    QCOMPARE(m_program->digest(u"f.liaison"_s), before);
}

void TestImportCommand::aDryRunWritesNothing()
{
    m_program->write(u"sheet.csv"_s, "territory,ALS,weather\nGuyana,2,fine\n");
    const QByteArray before = m_program->digest(u"f.liaison"_s);
    const auto answer = import({u"--dry-run"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.object()[u"new"_s].toInt(), 1);
    QCOMPARE(answer.object()[u"left"_s].toArray(), QJsonArray{u"weather"_s});
    QVERIFY(answer.err.contains("weather"));
    QCOMPARE(m_program->digest(u"f.liaison"_s), before);
}

void TestImportCommand::whatIsRefusedIsNamedByLineAndColumn()
{
    m_program->write(u"sheet.csv"_s, "code,ALS,GAC\nGY,2,represented\nBB,many,\nQQ,1,\n");
    const QByteArray before = m_program->digest(u"f.liaison"_s);
    const auto answer = import({});
    COMPARE_EXIT(answer, 1);
    const QJsonArray refused = answer.object()[u"refused"_s].toArray();
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused[0][u"line"_s].toInt(), 3);
    QCOMPARE(refused[0][u"column"_s].toInt(), 4);
    QCOMPARE(refused[1][u"line"_s].toInt(), 4);
    QCOMPARE(refused[1][u"column"_s].toInt(), 1);
    QVERIFY2(answer.err.contains("sheet.csv:3:4: "), answer.err.constData());
    QVERIFY2(answer.err.contains("sheet.csv:4:1: "), answer.err.constData());
    QVERIFY2(answer.err.contains("; nothing was written\n"), answer.err.constData());
    QCOMPARE(m_program->digest(u"f.liaison"_s), before);
}

void TestImportCommand::skipBadWritesTheRest()
{
    m_program->write(u"sheet.csv"_s, "code,ALS,GAC\nGY,2,represented\nBB,many,\nQQ,1,\n");
    const auto answer = import({u"--skip-bad"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.object()[u"refused"_s].toArray().size(), 2);
    QVERIFY(csv().contains("GY,Guyana,2,represented,,\n"));
    QVERIFY(csv().contains("BB,Barbados,,,,\n"));
}

void TestImportCommand::theDecksSheetWithoutNamesIsRefusedRowByRow()
{
    m_program->write(u"sheet.csv"_s, "territory,ALS,GAC\n,1,\n,,represented\n");
    const auto answer = import({});
    COMPARE_EXIT(answer, 1);
    QCOMPARE(answer.object()[u"refused"_s].toArray().size(), 2);
}

void TestImportCommand::badSourcesAreRefused_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("no row can be found by it") << QByteArray("name,ALS\nGuyana,1\n");
    QTest::addRow("no indicator") << QByteArray("code,weather\nGY,fine\n");
    QTest::addRow("a quote that is never closed") << QByteArray("code,ALS\n\"GY,1\n");
    QTest::addRow("bad UTF-8") << QByteArray("code,ALS\nGY,1\xff\n");
    QTest::addRow("not text at all") << QByteArray("SQLite format 3\0\x01\x02", 18);
}

void TestImportCommand::badSourcesAreRefused()
{
    QFETCH(QByteArray, sheet);
    m_program->write(u"sheet.csv"_s, sheet);
    const QByteArray before = m_program->digest(u"f.liaison"_s);
    COMPARE_REFUSED(import({}), "sheet.csv");
    COMPARE_REFUSED(m_program->run({u"import"_s, m_file, u"board"_s, u"@gone.csv"_s, u"--as-of"_s, u"2007"_s}), "gone.csv");
    COMPARE_REFUSED(m_program->run({u"import"_s, m_file, u"board"_s, u"@sheet.csv"_s, u"--as-of"_s, u"2007-13"_s}), "--as-of");
    QCOMPARE(m_program->digest(u"f.liaison"_s), before);
}

void TestImportCommand::anImportIsOneStep()
{
    const QByteArray before = csv();
    m_program->write(u"sheet.csv"_s, "code,ALS,GAC\nGY,2,represented\nBB,1,observer\n");
    COMPARE_EXIT(import({}), 0);
    QVERIFY(csv() != before);
    COMPARE_EXIT(m_program->run({u"undo"_s, m_file}), 0);
    QCOMPARE(csv(), before);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
