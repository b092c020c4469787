#include "models/store/store.h"
#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison;
using namespace liaison::test;
using namespace Qt::StringLiterals;

// conflicts, resolve: two laptops began with one file, and their edits meet.
class TestConflictCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bothValuesAreListed();
    void aResolutionSettlesIt_data();
    void aResolutionSettlesIt();
    void aDeletionAgainstAChangeIsSettledByLife_data();
    void aDeletionAgainstAChangeIsSettledByLife();
    void badResolutionsAreRefused_data();
    void badResolutionsAreRefused();

private:
    void meet();
    QJsonArray conflicts() const { return m_program->run({u"conflicts"_s, m_ours, u"--format"_s, u"json"_s}).array(); }
    QStringList resolve(const QStringList &more) const
    {
        return QStringList{u"resolve"_s, m_ours, u"observation"_s, m_key} + more;
    }

    std::unique_ptr<Program> m_program;
    const QString m_ours = u"@ours.liaison"_s;
    const QString m_theirs = u"@theirs.liaison"_s;
    const QString m_key = u"GY:GAC:2007-02-15"_s;
};

void TestConflictCommands::init()
{
    m_program = std::make_unique<Program>();
    m_program->set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program->run({u"new"_s, m_ours}), 0);
    COMPARE_EXIT(m_program->run({u"set"_s, m_ours, u"GY"_s, u"GAC"_s, u"none"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"letter"_s}), 0);
    QVERIFY(QFile::copy(m_program->path(u"ours.liaison"_s), m_program->path(u"theirs.liaison"_s)));
}

void TestConflictCommands::meet()
{
    const Surroundings surroundings{[] { return qint64(1'172'664'000'000); }, u"Ana"_s, m_program->path(u"home/tokens"_s)};
    const auto theirs = Store::open(m_program->path(u"theirs.liaison"_s), OpenMode::ReadOnly, surroundings);
    const auto ours = Store::open(m_program->path(u"ours.liaison"_s), OpenMode::ReadWrite, surroundings);
    QVERIFY(theirs.store && ours.store);
    QVERIFY(ours.store->merge(theirs.store->allEdits()));
}

void TestConflictCommands::bothValuesAreListed()
{
    COMPARE_EXIT(m_program->run({u"set"_s, m_ours, u"GY"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    m_program->set("LIAISON_AUTHOR", u"Maria"_s);
    m_program->set("SOURCE_DATE_EPOCH", u"1172750400"_s);
    COMPARE_EXIT(m_program->run({u"set"_s, m_theirs, u"GY"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"minister"_s}), 0);
    meet();
    const QJsonArray all = conflicts();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][u"entity"_s].toString(), u"observation"_s);
    QCOMPARE(all[0][u"field"_s].toString(), u"value"_s);
    QCOMPARE(all[0][u"shown"_s][u"value"_s].toString(), u"represented"_s);
    QCOMPARE(all[0][u"values"_s].toArray().size(), 2);
    QCOMPARE(all[0][u"values"_s][0][u"value"_s][u"value"_s].toString(), u"observer"_s);
    QCOMPARE(all[0][u"values"_s][0][u"author"_s].toString(), u"Ana"_s);
    QCOMPARE(all[0][u"values"_s][1][u"author"_s].toString(), u"Maria"_s);
    QCOMPARE(all[0][u"values"_s][1][u"at"_s].toString(), u"2007-03-01T12:00:00.000Z"_s);
    const auto board = m_program->run({u"board"_s, m_ours, u"--as-of"_s, u"2007-02-15"_s, u"--format"_s, u"json"_s});
    QVERIFY2(board.out.contains("\"conflict\""), board.out.constData());
}

void TestConflictCommands::aResolutionSettlesIt_data()
{
    QTest::addColumn<QStringList>("choice");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("source");
    QTest::addRow("the one shown") << QStringList{u"value"_s, u"--take"_s, u"2"_s} << u"represented"_s << u"minister"_s;
    QTest::addRow("the other one") << QStringList{u"value"_s, u"--take"_s, u"1"_s} << u"observer"_s << u"call"_s;
    QTest::addRow("a third value; the other parts stay as shown")
        << QStringList{u"value"_s, u"--value"_s, u"exploring"_s} << u"exploring"_s << u"minister"_s;
    QTest::addRow("another source") << QStringList{u"source"_s, u"--value"_s, u"a letter"_s} << u"represented"_s << u"a letter"_s;
}

void TestConflictCommands::aResolutionSettlesIt()
{
    QFETCH(QStringList, choice);
    QFETCH(QString, value);
    QFETCH(QString, source);
    COMPARE_EXIT(m_program->run({u"set"_s, m_ours, u"GY"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"call"_s}), 0);
    m_program->set("SOURCE_DATE_EPOCH", u"1172750400"_s);
    COMPARE_EXIT(m_program->run({u"set"_s, m_theirs, u"GY"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"minister"_s}), 0);
    meet();
    const auto answer = m_program->run(resolve(choice));
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(conflicts(), QJsonArray());
    const QJsonValue row = m_program->run({u"list"_s, m_ours, u"observation"_s, u"--format"_s, u"json"_s}).array().first();
    QCOMPARE(row[u"value"_s].toString(), value);
    QCOMPARE(row[u"source"_s].toString(), source);
}

void TestConflictCommands::aDeletionAgainstAChangeIsSettledByLife_data()
{
    QTest::addColumn<QString>("life");
    QTest::addColumn<int>("rows");
    QTest::addRow("it lives") << u"alive"_s << 1;
    QTest::addRow("it is deleted") << u"deleted"_s << 0;
}

void TestConflictCommands::aDeletionAgainstAChangeIsSettledByLife()
{
    QFETCH(QString, life);
    QFETCH(int, rows);
    COMPARE_EXIT(m_program->run({u"delete"_s, m_ours, u"observation"_s, m_key}), 0);
    COMPARE_EXIT(m_program->run({u"set"_s, m_theirs, u"GY"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    meet();
    QCOMPARE(conflicts().size(), 1);
    QCOMPARE(conflicts()[0][u"field"_s].toString(), u"life"_s);
    COMPARE_EXIT(m_program->run(resolve({u"life"_s, u"--value"_s, life})), 0);
    QCOMPARE(conflicts(), QJsonArray());
    QCOMPARE(m_program->run({u"list"_s, m_ours, u"observation"_s, u"--format"_s, u"json"_s}).array().size(), rows);
}

void TestConflictCommands::badResolutionsAreRefused_data()
{
    QTest::addColumn<QStringList>("choice");
    QTest::addColumn<QByteArray>("said");
    QTest::addRow("there is no third") << QStringList{u"value"_s, u"--take"_s, u"3"_s} << QByteArray("--take 3");
    QTest::addRow("they are counted from 1") << QStringList{u"value"_s, u"--take"_s, u"0"_s} << QByteArray("--take 0");
    QTest::addRow("not a number") << QStringList{u"value"_s, u"--take"_s, u"x"_s} << QByteArray("--take x");
    QTest::addRow("a level that is none") << QStringList{u"value"_s, u"--value"_s, u"member"_s} << QByteArray("member");
    QTest::addRow("a field without a conflict") << QStringList{u"note"_s, u"--value"_s, u"x"_s} << QByteArray("no conflict");
    QTest::addRow("a field that is none") << QStringList{u"colour"_s, u"--value"_s, u"x"_s} << QByteArray("colour");
}

void TestConflictCommands::badResolutionsAreRefused()
{
    QFETCH(QStringList, choice);
    QFETCH(QByteArray, said);
    COMPARE_EXIT(m_program->run({u"set"_s, m_ours, u"GY"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    COMPARE_EXIT(m_program->run({u"set"_s, m_theirs, u"GY"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-15"_s}), 0);
    meet();
    const QByteArray before = m_program->digest(u"ours.liaison"_s);
    COMPARE_REFUSED(m_program->run(resolve(choice)), said);
    QCOMPARE(m_program->digest(u"ours.liaison"_s), before);
}

QTEST_GUILESS_MAIN(TestConflictCommands)
#include "tst_conflictcommands.moc"
