#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsageEndsWithTwo_data();
    void wrongUsageEndsWithTwo();
    void helpIsForEveryCommand();
    void theVersionIsPrinted();
    void withoutADisplayTheWindowSaysSo();
    void aFileNamedLikeACommandIsWrittenWithItsFolder();
    void fieldsAreTheCatalogue();
    void fieldsOfOneEntity();
    void theTableForPeopleHasAHead();

private:
    Program m_program;
};

void TestCommandLine::initTestCase()
{
    COMPARE_EXIT(m_program.run({u"new"_s, u"@f.liaison"_s}), 0);
}

void TestCommandLine::wrongUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addRow("a word that is neither command nor file") << QStringList{u"frobnicate"_s};
    QTest::addRow("a command of a later version") << QStringList{u"sync"_s, u"@f.liaison"_s, u"@folder"_s};
    QTest::addRow("export comes later") << QStringList{u"export"_s, u"@f.liaison"_s, u"task"_s, u"@out.csv"_s};
    QTest::addRow("sync comes later") << QStringList{u"sync"_s, u"@f.liaison"_s, u"@folder"_s};
    QTest::addRow("an option instead of a command") << QStringList{u"--frob"_s};
    QTest::addRow("two files for the window") << QStringList{u"@f.liaison"_s, u"@f.liaison"_s};
    QTest::addRow("unknown option") << QStringList{u"board"_s, u"@f.liaison"_s, u"--frob"_s};
    QTest::addRow("an option of another command") << QStringList{u"issues"_s, u"@f.liaison"_s, u"--as-of"_s, u"2007"_s};
    QTest::addRow("an option without its value") << QStringList{u"board"_s, u"@f.liaison"_s, u"--as-of"_s};
    QTest::addRow("no file") << QStringList{u"board"_s};
    QTest::addRow("too few arguments") << QStringList{u"set"_s, u"@f.liaison"_s, u"BB"_s, u"GAC"_s};
    QTest::addRow("too many arguments") << QStringList{u"issues"_s, u"@f.liaison"_s, u"@f.liaison"_s};
    QTest::addRow("add without a field") << QStringList{u"add"_s, u"@f.liaison"_s, u"task"_s};
    QTest::addRow("edit without a field") << QStringList{u"edit"_s, u"@f.liaison"_s, u"project"_s, u"X"_s};
    QTest::addRow("compare without --from") << QStringList{u"compare"_s, u"@f.liaison"_s};
    QTest::addRow("import without --as-of") << QStringList{u"import"_s, u"@f.liaison"_s, u"board"_s, u"@s.csv"_s};
    QTest::addRow("import of another entity comes later")
        << QStringList{u"import"_s, u"@f.liaison"_s, u"task"_s, u"@s.csv"_s, u"--as-of"_s, u"2007"_s};
    QTest::addRow("report without -o") << QStringList{u"report"_s, u"@f.liaison"_s, u"board"_s};
    QTest::addRow("a kind of report of a later version")
        << QStringList{u"report"_s, u"@f.liaison"_s, u"weekly"_s, u"-o"_s, u"@x.pdf"_s};
    QTest::addRow("resolve without a choice")
        << QStringList{u"resolve"_s, u"@f.liaison"_s, u"project"_s, u"X"_s, u"title"_s};
    QTest::addRow("resolve with two choices") << QStringList{
        u"resolve"_s, u"@f.liaison"_s, u"project"_s, u"X"_s, u"title"_s, u"--take"_s, u"1"_s, u"--value"_s, u"y"_s};
}

void TestCommandLine::wrongUsageEndsWithTwo()
{
    QFETCH(QStringList, words);
    const QByteArray before = m_program.digest(u"f.liaison"_s);
    const auto answer = m_program.run(words);
    COMPARE_EXIT(answer, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.startsWith("liaison: "), answer.err.constData());
    QVERIFY2(answer.err.endsWith("; nothing was written\n"), answer.err.constData());
    QCOMPARE(answer.err.count('\n'), 1);
    QCOMPARE(m_program.digest(u"f.liaison"_s), before);
}

void TestCommandLine::helpIsForEveryCommand()
{
    const auto overview = m_program.run({u"--help"_s});
    COMPARE_EXIT(overview, 0);
    QCOMPARE(overview.err, QByteArray());
    const QStringList names = u"new board set compare explain issues list add edit delete undo history import report "
                              "conflicts resolve check backup restore rebuild fields shot"_s.split(u' ');
    for (const QString &name : names) {
        QVERIFY2(overview.out.contains(QByteArray("  " + name.toUtf8() + " ")), qPrintable(name));
        const auto help = m_program.run({name, u"--help"_s});
        COMPARE_EXIT(help, 0);
        QVERIFY2(help.out.startsWith("Usage: liaison " + name.toUtf8()), help.out.constData());
    }
}

void TestCommandLine::theVersionIsPrinted()
{
    const auto answer = m_program.run({u"--version"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray("liaison " LIAISON_VERSION "\n"));
}

void TestCommandLine::withoutADisplayTheWindowSaysSo()
{
    const auto answer = m_program.run({u"@f.liaison"_s});
    COMPARE_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("no display"), answer.err.constData());
}

void TestCommandLine::aFileNamedLikeACommandIsWrittenWithItsFolder()
{
    COMPARE_EXIT(m_program.run({u"new"_s, u"./check"_s}), 0);
    COMPARE_EXIT(m_program.run({u"check"_s, u"./check"_s}), 0);
    COMPARE_EXIT(m_program.run({u"check"_s}), 2);
}

void TestCommandLine::fieldsAreTheCatalogue()
{
    const auto answer = m_program.run({u"fields"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    QSet<QString> seen;
    for (const QJsonValue &row : answer.array()) {
        for (const auto &key : {u"entity"_s, u"field"_s, u"type"_s, u"choices"_s, u"sensitivity"_s})
            QVERIFY2(row.toObject().contains(key), qPrintable(key));
        seen.insert(row[u"entity"_s].toString() + u'.' + row[u"field"_s].toString());
    }
    for (const auto &field : {u"observation.territory"_s, u"observation.value"_s, u"observation.source"_s,
             u"observation.certainty"_s, u"observation.note"_s, u"target.due"_s, u"target.reason"_s,
             u"indicator.stale_after"_s, u"project.plain_words"_s, u"level.meets"_s, u"task.of"_s})
        QVERIFY2(seen.contains(field), qPrintable(field));
}

void TestCommandLine::fieldsOfOneEntity()
{
    const auto answer = m_program.run({u"fields"_s, u"observation"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    for (const QJsonValue &row : answer.array()) {
        QCOMPARE(row[u"entity"_s].toString(), u"observation"_s);
        if (row[u"field"_s].toString() == u"certainty"_s)
            QCOMPARE(row[u"choices"_s].toArray(), (QJsonArray{u"official"_s, u"reported"_s, u"assumed"_s}));
        if (row[u"field"_s].toString() == u"own_note"_s)
            QCOMPARE(row[u"sensitivity"_s].toString(), u"internal"_s);
    }
    COMPARE_REFUSED(m_program.run({u"fields"_s, u"nonsense"_s}), "nonsense");
}

void TestCommandLine::theTableForPeopleHasAHead()
{
    const auto answer = m_program.run({u"fields"_s, u"task"_s});
    COMPARE_EXIT(answer, 0);
    QVERIFY(answer.out.startsWith("entity  field  type"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
