#include "tests/app/commands/program.h"

#include <QTest>

#include <csignal>
#include <grp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// Bad input is harmless: a clear message, exit 1, the file byte for byte as it was, nothing left beside it.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badValuesAreRefused_data();
    void badValuesAreRefused();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void aFileOfAnotherUserIsRefused();
    void aFileInAReadOnlyFolderIsReadAndNotWritten();
    void noSpaceLosesNothing();
    void textIsOnlyText_data();
    void textIsOnlyText();

private:
    Program m_program;
    const QString m_file = u"@f.liaison"_s;
};

namespace {

// Root may write anywhere; then nobody takes its place, with a copy of the program that nobody can reach.
void becomeNobody(Program &program)
{
    if (geteuid() != 0)
        return;
    const QString copy = program.path(u"liaison"_s);
    QFile::copy(QStringLiteral(LIAISON_PROGRAM), copy);
    QFile::setPermissions(copy, QFile::Permissions(0x7755));
    chmod(QFile::encodeName(program.path(QString())).constData(), 0755);
    program.setExecutable(copy);
    program.inChild([] {
        constexpr uid_t nobody = 65534;
        if (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)
            _exit(99);
    });
}

} // namespace

void TestBadInput::initTestCase()
{
    m_program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program.run({u"new"_s, m_file, u"--example"_s, u"caribbean-2007"_s}), 0);
    COMPARE_EXIT(m_program.run({u"add"_s, m_file, u"project"_s, u"code=9Z"_s, u"title=Ninth"_s}), 0);
}

void TestBadInput::badValuesAreRefused_data()
{
    QTest::addColumn<QStringList>("words"); // FILE stands for the file
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &words, const char *said) {
        QTest::addRow("%s", name) << words.split(u'|') << QByteArray(said);
    };
    row("unknown territory", u"set|FILE|Atlantis|GAC|none"_s, "Atlantis");
    row("a name of two territories", u"set|FILE|St Martin|GAC|none"_s, "SX");
    row("unknown indicator", u"set|FILE|BB|GACC|none"_s, "GACC");
    row("unknown level", u"set|FILE|BB|GAC|king"_s, "king");
    row("a level of another indicator", u"set|FILE|BB|GAC|member"_s, "member");
    row("an empty value", u"set|FILE|BB|GAC|"_s, "GAC");
    row("negative count", u"set|FILE|BB|ALS|-1"_s, "-1");
    row("a count with a fraction", u"set|FILE|BB|ALS|1.5"_s, "1.5");
    row("a number with 20 digits", u"set|FILE|BB|ALS|12345678901234567890"_s, "12345678901234567890");
    row("a count in other digits", u"set|FILE|BB|ALS|٣"_s, "ALS");
    row("impossible date", u"set|FILE|BB|ALS|1|--as-of|2007-02-30"_s, "2007-02-30");
    row("a date that is none", u"set|FILE|BB|ALS|1|--as-of|soon"_s, "soon");
    row("month 13", u"set|FILE|BB|ALS|1|--as-of|2007-13"_s, "2007-13");
    row("unknown certainty", u"set|FILE|BB|ALS|1|--certainty|sure"_s, "sure");
    row("an agreement where there is no ccTLD", u"set|FILE|BQ|AF/EoL|AF signed|--as-of|2012"_s, "ccTLD");
    row("outside its life", u"set|FILE|AN|ALS|1|--as-of|2012"_s, "Netherlands Antilles");
    row("unknown entity", u"list|FILE|frob"_s, "frob");
    row("unknown field to filter by", u"list|FILE|task|--where|colour=red"_s, "colour");
    row("a filter without a value", u"list|FILE|task|--where|owner"_s, "owner");
    row("a limit that is no number", u"list|FILE|task|--limit|-1"_s, "-1");
    row("unknown format", u"board|FILE|--format|xml"_s, "xml");
    row("unknown region", u"board|FILE|--region|Mordor"_s, "Mordor");
    row("bad day", u"board|FILE|--as-of|2007-02-29"_s, "2007-02-29");
    row("bad time", u"board|FILE|--known-at|2007-02-15T25:00:00Z"_s, "--known-at");
    row("add to an unknown entity", u"add|FILE|frob|a=b"_s, "frob");
    row("add with an unknown field", u"add|FILE|task|text=x|colour=red"_s, "colour");
    row("add with a field twice", u"add|FILE|task|text=x|text=y"_s, "text");
    row("add without a required field", u"add|FILE|task|owner=x"_s, "text");
    row("add without a key field", u"add|FILE|observation|territory=BB|indicator=ALS|value=1"_s, "date");
    row("add with a bad date", u"add|FILE|task|text=x|due=2007-02-30"_s, "due");
    row("add with a bad yes or no", u"add|FILE|task|text=x|done=perhaps"_s, "done");
    row("add with 20 digits", u"add|FILE|project|code=8Y|title=x|position=12345678901234567890"_s, "position");
    row("add with a negative number", u"add|FILE|project|code=8Y|title=x|position=-1"_s, "position");
    row("add with a reference to nothing", u"add|FILE|project|code=8Y|title=x|objective=99"_s, "objective");
    row("add with a bad choice", u"add|FILE|observation|territory=BB|indicator=ALS|date=2007|value=1|certainty=sure"_s, "certainty");
    row("add with a level that is none", u"add|FILE|observation|territory=BB|indicator=GAC|date=2007|value=king"_s, "king");
    row("add with a control character", u"add|FILE|task|text=a\x1b[31mb"_s, "text");
    row("add what stands already", u"add|FILE|project|code=9Z|title=x"_s, "9Z");
    row("edit of nothing", u"edit|FILE|project|ZZ|title=x"_s, "ZZ");
    row("edit of a key field", u"edit|FILE|project|9Z|code=9Y"_s, "code");
    row("edit that empties a required field", u"edit|FILE|project|9Z|title="_s, "title");
    row("edit with an unknown field", u"edit|FILE|project|9Z|colour=red"_s, "colour");
    row("delete of nothing", u"delete|FILE|project|ZZ"_s, "ZZ");
    row("history of nothing", u"history|FILE|project|ZZ"_s, "ZZ");
    row("undo of no edit", u"undo|FILE|0123456789ab"_s, "0123456789ab");
    row("undo of what is no name", u"undo|FILE|yesterday"_s, "yesterday");
    row("resolve where there is no conflict", u"resolve|FILE|project|9Z|title|--take|1"_s, "no conflict");
    row("explain of an unknown indicator", u"explain|FILE|GACC"_s, "GACC");
    row("explain of a territory that is not on the board", u"explain|FILE|GAC|FR"_s, "FR");
    row("compare with a bad date", u"compare|FILE|--from|2007-02-30"_s, "--from");
}

void TestBadInput::badValuesAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    words.replaceInStrings(u"FILE"_s, m_file);
    const QByteArray before = m_program.digest(u"f.liaison"_s);
    const QStringList files = m_program.files();
    COMPARE_REFUSED(m_program.run(words), said);
    QCOMPARE(m_program.digest(u"f.liaison"_s), before);
    QCOMPARE(m_program.files(), files);
}

void TestBadInput::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = m_program.read(u"f.liaison"_s);
    QTest::addRow("empty") << QByteArray("");
    QTest::addRow("text") << QByteArray("code,territory\n");
    QTest::addRow("something that begins like SQLite") << QByteArray("SQLite format 3\0and then nothing", 32);
    QByteArray foreign = whole;
    foreign.replace(68, 4, "ABCD");
    QTest::addRow("another program's database") << foreign;
    QByteArray newer = whole;
    newer.replace(60, 4, QByteArray("\0\0\x03\xe7", 4));
    QTest::addRow("written by a newer version") << newer;
    QTest::addRow("cut in half") << whole.first(whole.size() / 2);
    QByteArray damaged = whole;
    damaged.replace(100, whole.size() / 2, QByteArray(whole.size() / 2, 'x'));
    QTest::addRow("overwritten from the first page on") << damaged;
}

void TestBadInput::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    m_program.write(u"bad.liaison"_s, bytes);
    const QStringList files = m_program.files();
    const QString all = u"board|@bad.liaison\nset|@bad.liaison|BB|ALS|1\nlist|@bad.liaison|territory\n"
                        "add|@bad.liaison|task|text=x\nundo|@bad.liaison\nissues|@bad.liaison\nconflicts|@bad.liaison\n"
                        "backup|@bad.liaison|@copy.liaison\nrestore|@bad.liaison|@new.liaison"_s;
    for (const QString &words : all.split(u'\n')) {
        const auto answer = m_program.run(words.split(u'|'));
        QVERIFY2(answer.exit == 1, qPrintable(words + u": "_s + QString::fromUtf8(answer.out + answer.err)));
        COMPARE_REFUSED(answer, "bad.liaison");
        QVERIFY2(m_program.read(u"bad.liaison"_s) == bytes, qPrintable(words));
        QCOMPARE(m_program.files(), files);
    }
    COMPARE_EXIT(m_program.run({u"check"_s, u"@bad.liaison"_s}), 1);
    QVERIFY(m_program.read(u"bad.liaison"_s) == bytes);
    QCOMPARE(m_program.files(), files);
    // A folder is no file either, and neither is what is not there.
    COMPARE_REFUSED(m_program.run({u"board"_s, u"@home"_s}), "home");
    COMPARE_REFUSED(m_program.run({u"set"_s, u"@home"_s, u"BB"_s, u"ALS"_s, u"1"_s}), "home");
    COMPARE_REFUSED(m_program.run({u"board"_s, u"@gone.liaison"_s}), "gone.liaison");
    COMPARE_REFUSED(m_program.run({u"new"_s, u"@no/f.liaison"_s}), "f.liaison");
    QCOMPARE(m_program.files(), files);
}

void TestBadInput::aFileOfAnotherUserIsRefused()
{
    Program program;
    program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(program.run({u"new"_s, m_file}), 0);
    const QByteArray before = program.digest(u"f.liaison"_s);
    if (geteuid() != 0)
        QVERIFY(QFile::setPermissions(program.path(u"f.liaison"_s), {}));
    becomeNobody(program);
    COMPARE_REFUSED(program.run({u"board"_s, m_file}), "permission");
    COMPARE_REFUSED(program.run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"1"_s}), "permission");
    QFile::setPermissions(program.path(u"f.liaison"_s), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(program.digest(u"f.liaison"_s), before);
}

void TestBadInput::aFileInAReadOnlyFolderIsReadAndNotWritten()
{
    Program program;
    program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(program.run({u"new"_s, m_file}), 0);
    const QByteArray before = program.digest(u"f.liaison"_s);
    QVERIFY(QFile::setPermissions(program.path(u"f.liaison"_s), QFile::Permissions(0x6666)));
    const QByteArray folder = QFile::encodeName(program.path(QString()));
    becomeNobody(program);
    QCOMPARE(chmod(folder.constData(), 0555), 0);
    const QStringList files = program.files();
    const auto read = program.run({u"board"_s, m_file});
    const auto written = program.run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"1"_s});
    const auto made = program.run({u"new"_s, u"@g.liaison"_s});
    const auto copied = program.run({u"backup"_s, m_file, u"@copy.liaison"_s});
    QCOMPARE(chmod(folder.constData(), 0755), 0);
    COMPARE_EXIT(read, 0);
    COMPARE_REFUSED(written, "f.liaison");
    COMPARE_REFUSED(made, "g.liaison");
    COMPARE_REFUSED(copied, "copy.liaison");
    QCOMPARE(program.digest(u"f.liaison"_s), before);
    QCOMPARE(program.files(), files);
}

void TestBadInput::noSpaceLosesNothing()
{
    Program program;
    program.set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    QVERIFY(QDir().mkpath(program.path(u"small"_s)));
    // Where the machine lets us, a small file system that is full; else a limit on what the program may write.
    const QByteArray folder = QFile::encodeName(program.path(u"small"_s));
    const bool mounted = mount("tmpfs", folder.constData(), "tmpfs", 0, "size=4m") == 0;
    const QString file = u"@small/f.liaison"_s;
    COMPARE_EXIT(program.run({u"new"_s, file}), 0);
    const QByteArray before = program.digest(u"small/f.liaison"_s);
    if (mounted) {
        QFile filler(program.path(u"small/filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
    } else {
        program.inChild([] {
            const rlimit limit{4096, 4096};
            std::signal(SIGXFSZ, SIG_IGN);
            setrlimit(RLIMIT_FSIZE, &limit);
        });
    }
    const QStringList there = QDir(program.path(u"small"_s)).entryList(QDir::Files);
    const auto written = program.run({u"set"_s, file, u"BB"_s, u"ALS"_s, u"1"_s});
    const auto made = program.run({u"new"_s, u"@small/g.liaison"_s});
    const auto copied = program.run({u"backup"_s, file, u"@small/copy.liaison"_s});
    const auto read = program.run({u"board"_s, file});
    const QByteArray after = program.digest(u"small/f.liaison"_s);
    const QStringList left = QDir(program.path(u"small"_s)).entryList(QDir::Files);
    if (mounted)
        QCOMPARE(umount(folder.constData()), 0);
    COMPARE_REFUSED(written, "f.liaison");
    COMPARE_REFUSED(made, "g.liaison");
    COMPARE_REFUSED(copied, "copy.liaison");
    COMPARE_EXIT(read, 0);
    QCOMPARE(after, before);
    QCOMPARE(left, there);
}

void TestBadInput::textIsOnlyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("a formula") << u"=1+1"_s;
    QTest::addRow("a command to a spreadsheet") << u"@SUM(1)|cmd '/C calc'!A0"_s;
    QTest::addRow("markup") << u"<b>bold</b><img src=x onerror=alert(1)>&amp;"_s;
    QTest::addRow("SQL") << u"x'); DROP TABLE edit; --"_s;
    QTest::addRow("a path") << u"../../etc/passwd"_s;
    QTest::addRow("placeholders") << u"%1 %2 %n %L1 {0} $HOME `id`"_s;
    QTest::addRow("right to left") << u"تجربة"_s;
    QTest::addRow("two lines") << u"one\ntwo"_s;
}

void TestBadInput::textIsOnlyText()
{
    QFETCH(QString, text);
    const QString id = QString::fromUtf8(
        m_program.run({u"add"_s, m_file, u"task"_s, u"text="_s + text, u"owner="_s + text.left(8)}).out).trimmed();
    QVERIFY(!id.isEmpty());
    const auto answer = m_program.run({u"list"_s, m_file, u"task"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    bool found = false;
    for (const QJsonValue &row : answer.array()) {
        if (row[u"id"_s].toString() != id)
            continue;
        found = true;
        QCOMPARE(row[u"text"_s].toString(), text);
    }
    QVERIFY(found);
    COMPARE_EXIT(m_program.run({u"set"_s, m_file, u"BB"_s, u"ALS"_s, u"1"_s, u"--source"_s, text}), 0);
    COMPARE_EXIT(m_program.run({u"list"_s, m_file, u"task"_s, u"--search"_s, text}), 0);
    COMPARE_EXIT(m_program.run({u"check"_s, m_file}), 0);
    COMPARE_REFUSED(m_program.run({u"set"_s, m_file, text, u"ALS"_s, u"1"_s}), "liaison: ");
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
