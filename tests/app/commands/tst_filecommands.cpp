#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// check, backup, restore, rebuild; the author; where things are kept.
class TestFileCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void equalEditsHaveEqualState();
    void checkFindsDamage();
    void aBackupIsCompleteAndNeverOverwrites();
    void restoreKeepsWhatStoodThere();
    void restoreIntoANewPlace();
    void rebuildChangesNothingThatIsShown();
    void aFileIsOneFileOfItsOwner();
    void theAuthorIsSaid_data();
    void theAuthorIsSaid();
    void standardOutputThatCannotBeWrittenIsAnError();

private:
    QJsonObject check(const QString &file) const
    {
        return m_program->run({u"check"_s, file, u"--format"_s, u"json"_s}).object();
    }

    std::unique_ptr<Program> m_program;
    const QString m_file = u"@f.liaison"_s;
};

void TestFileCommands::init()
{
    m_program = std::make_unique<Program>();
    m_program->set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program->run({u"new"_s, m_file, u"--example"_s, u"caribbean-2007"_s}), 0);
}

void TestFileCommands::equalEditsHaveEqualState()
{
    COMPARE_EXIT(m_program->run({u"new"_s, u"@g.liaison"_s, u"--example"_s, u"caribbean-2007"_s}), 0);
    const QJsonObject first = check(m_file);
    QCOMPARE(first[u"ok"_s], QJsonValue(true));
    QCOMPARE(first[u"problems"_s].toArray(), QJsonArray());
    QVERIFY(first[u"edits"_s].toInt() >= 2);
    QVERIFY(first[u"rows"_s].toInt() > 253);
    QCOMPARE(first[u"digest"_s][u"state"_s].toString().size(), 64);
    QCOMPARE(check(u"@g.liaison"_s), first);
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"5"_s}), 0);
    QVERIFY(check(m_file)[u"digest"_s] != first[u"digest"_s]);
}

void TestFileCommands::checkFindsDamage()
{
    QByteArray bytes = m_program->read(u"f.liaison"_s);
    const qsizetype at = bytes.indexOf("the row could be another territory.");
    QVERIFY(at > 0);
    bytes[at] = 'T';
    m_program->write(u"f.liaison"_s, bytes);
    const auto answer = m_program->run({u"check"_s, m_file, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 1);
    QCOMPARE(answer.object()[u"ok"_s], QJsonValue(false));
    QVERIFY2(!answer.object()[u"problems"_s].toArray().isEmpty(), answer.out.constData());
    for (const QJsonValue &problem : answer.object()[u"problems"_s].toArray())
        QVERIFY(!problem[u"what"_s].toString().isEmpty());
    QCOMPARE(m_program->read(u"f.liaison"_s), bytes);
}

void TestFileCommands::aBackupIsCompleteAndNeverOverwrites()
{
    COMPARE_EXIT(m_program->run({u"backup"_s, m_file, u"@copy.liaison"_s}), 0);
    QCOMPARE(check(u"@copy.liaison"_s), check(m_file));
    const QByteArray before = m_program->digest(u"copy.liaison"_s);
    COMPARE_REFUSED(m_program->run({u"backup"_s, m_file, u"@copy.liaison"_s}), "copy.liaison");
    COMPARE_REFUSED(m_program->run({u"backup"_s, m_file, m_file}), "f.liaison");
    QCOMPARE(m_program->digest(u"copy.liaison"_s), before);
}

void TestFileCommands::restoreKeepsWhatStoodThere()
{
    COMPARE_EXIT(m_program->run({u"backup"_s, m_file, u"@copy.liaison"_s}), 0);
    const QJsonObject old = check(m_file);
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"5"_s}), 0);
    const QJsonObject changed = check(m_file);
    const QStringList before = m_program->files();
    const auto answer = m_program->run({u"restore"_s, u"@copy.liaison"_s, m_file});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(check(m_file)[u"digest"_s], old[u"digest"_s]);
    QStringList kept = m_program->files();
    for (const QString &file : before)
        kept.removeAll(file);
    QCOMPARE(kept.size(), 1);
    QVERIFY2(answer.err.contains(kept.first().toUtf8()), answer.err.constData());
    QCOMPARE(check(u'@' + kept.first())[u"digest"_s], changed[u"digest"_s]);
}

void TestFileCommands::restoreIntoANewPlace()
{
    COMPARE_EXIT(m_program->run({u"restore"_s, m_file, u"@new.liaison"_s}), 0);
    QCOMPARE(check(u"@new.liaison"_s)[u"digest"_s], check(m_file)[u"digest"_s]);
    m_program->write(u"junk"_s, "junk");
    COMPARE_REFUSED(m_program->run({u"restore"_s, u"@junk"_s, m_file}), "junk");
    QCOMPARE(check(m_file)[u"ok"_s], QJsonValue(true));
}

void TestFileCommands::rebuildChangesNothingThatIsShown()
{
    const QJsonObject before = check(m_file);
    COMPARE_EXIT(m_program->run({u"rebuild"_s, m_file}), 0);
    QCOMPARE(check(m_file), before);
}

void TestFileCommands::aFileIsOneFileOfItsOwner()
{
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"5"_s}), 0);
    QCOMPARE(m_program->files(), QStringList{u"f.liaison"_s});
    const auto all = QFileInfo(m_program->path(u"f.liaison"_s)).permissions();
    QVERIFY(!(all & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    // The token of this replica lies in the data folder, not beside the file.
    QVERIFY(!QDir(m_program->path(u"home/data/liaison/replicas"_s)).isEmpty());
}

void TestFileCommands::theAuthorIsSaid_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("author");
    QTest::addRow("LIAISON_AUTHOR first") << u"Maria"_s << QByteArray("[General]\nauthor=Jo\n") << u"Maria"_s;
    QTest::addRow("then the settings") << u""_s << QByteArray("[General]\nauthor=Jo\n") << u"Jo"_s;
    QTest::addRow("else the account's name") << u""_s << QByteArray("[General]\n") << QString();
}

void TestFileCommands::theAuthorIsSaid()
{
    QFETCH(QString, variable);
    QFETCH(QByteArray, settings);
    QFETCH(QString, author);
    m_program->set("LIAISON_AUTHOR", variable);
    QVERIFY(QDir().mkpath(m_program->path(u"home/config/liaison"_s)));
    m_program->write(u"home/config/liaison/liaison.ini"_s, settings);
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"5"_s, u"--as-of"_s, u"2007-02-20"_s}), 0);
    const auto answer = m_program->run(
        {u"history"_s, m_file, u"observation"_s, u"BB:ALS:2007-02-20"_s, u"--format"_s, u"json"_s});
    const QString said = answer.array().first()[u"author"_s].toString();
    QVERIFY(!said.isEmpty());
    if (!author.isEmpty())
        QCOMPARE(said, author);
}

void TestFileCommands::standardOutputThatCannotBeWrittenIsAnError()
{
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(LIAISON_PROGRAM), {u"board"_s, m_program->path(u"f.liaison"_s)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

QTEST_GUILESS_MAIN(TestFileCommands)
#include "tst_filecommands.moc"
