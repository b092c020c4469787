#include "tests/models/store/laptop.h"
#include "tests/models/store/picture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

// The file at rest and on opening (store.md, section 6).
class TestStoreFile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_time = 1'171'497'600'000;
    std::unique_ptr<Laptop> m_laptop;
    QUuid m_row;

    QString home() const { return m_folder->filePath(u"home"_s); }
    // A closed file with some edits, alone in its folder.
    void makeFile()
    {
        QVERIFY(m_laptop->create());
        m_row = m_laptop->addNote(u"first"_s);
        m_laptop->setNote(m_laptop->note(m_row), sample::body, Value(u"a long text"_s));
        m_laptop->close();
    }
    // A copy as a stranger's tool would make it: the file alone.
    Picture pictureOfCopy()
    {
        const QString copy = m_folder->filePath(u"copy.liaison"_s);
        if (!copyOver(m_laptop->path(), copy))
            return {};
        auto opened = Store::open(copy, OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
        return opened.store ? pictureOf(*opened.store) : Picture();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
        QVERIFY(m_folder->isValid());
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
        m_laptop = std::make_unique<Laptop>(home(), u"Ana"_s, &m_time);
    }
    void cleanup()
    {
        m_laptop.reset();
        m_folder.reset();
    }

    void isMadePrivateAndNeverOverwrites()
    {
        const mode_t before = ::umask(0);
        QVERIFY(m_laptop->create());
        QCOMPARE(modeOf(m_laptop->path()), mode_t(0600));
        m_laptop->addNote(u"note"_s);
        for (const QString &name : filesIn(home()))
            QCOMPARE(modeOf(m_laptop->aside(name)), mode_t(0600)); // its WAL too
        QVERIFY(m_laptop->store().backup(m_laptop->aside(u"backup"_s)).ok());
        QCOMPARE(modeOf(m_laptop->aside(u"backup"_s)), mode_t(0600));
        ::umask(before);
        m_laptop->close();
        const QByteArray bytes = bytesOf(m_laptop->path());
        QVERIFY(!m_laptop->create());
        QCOMPARE(bytesOf(m_laptop->path()), bytes);
    }

    void isOneFileWhenClosed()
    {
        makeFile();
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
        // Not in WAL mode: it opens from a medium nobody can write.
        QCOMPARE(bytesOf(m_laptop->path()).at(18), '\x01');
        QCOMPARE(bytesOf(m_laptop->path()).at(19), '\x01');
    }

    void readingChangesNoByte_data()
    {
        QTest::addColumn<OpenMode>("mode");
        QTest::newRow("opened to read") << OpenMode::ReadOnly;
        QTest::newRow("opened to write") << OpenMode::ReadWrite;
    }

    void readingChangesNoByte()
    {
        QFETCH(OpenMode, mode);
        makeFile();
        const QByteArray before = bytesOf(m_laptop->path());
        QCOMPARE(m_laptop->open(mode), OpenOutcome::Current);
        pictureOf(m_laptop->store());
        m_laptop->store().check();
        m_laptop->store().history(sample::note, m_row);
        m_laptop->store().forks();
        m_laptop->store().oddities();
        m_laptop->store().tips();
        m_laptop->store().allEdits();
        m_laptop->store().read({.entity = sample::note, .search = u"long"_s});
        m_laptop->store().settle();
        m_laptop->store().lookForOtherWriters();
        QVERIFY(m_laptop->store().merge(m_laptop->store().allEdits()).ok()); // nothing new
        QVERIFY(m_laptop->store().backup(m_folder->filePath(u"backup"_s)).ok());
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
        m_laptop->close();
        QCOMPARE(bytesOf(m_laptop->path()), before);
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
    }

    void aCopyTwoSecondsAfterAnEditIsComplete()
    {
        QVERIFY(m_laptop->create());
        m_laptop->addNote(u"in the copy"_s);
        const Picture now = pictureOf(m_laptop->store());
        QTRY_COMPARE_WITH_TIMEOUT(difference(pictureOfCopy(), now), QString(), 2'000);
    }

    void aCopyAfterSettlingIsComplete()
    {
        QVERIFY(m_laptop->create());
        m_laptop->addNote(u"in the copy"_s);
        m_laptop->store().settle();
        QCOMPARE(difference(pictureOfCopy(), pictureOf(m_laptop->store())), QString());
        m_laptop->addNote(u"another"_s);
        m_laptop->store().settle();
        QCOMPARE(difference(pictureOfCopy(), pictureOf(m_laptop->store())), QString());
    }

    void aBackupIsCompleteAndNeverOverwrites()
    {
        makeFile();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        m_laptop->addNote(u"not settled"_s);
        const QString target = m_folder->filePath(u"backup.liaison"_s);
        QVERIFY(m_laptop->store().backup(target).ok());
        auto backup = Store::open(target, OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
        QCOMPARE(backup.outcome, OpenOutcome::Current);
        QCOMPARE(difference(pictureOf(*backup.store), pictureOf(m_laptop->store())), QString());
        QVERIFY(backup.store->check().ok());
        backup.store.reset();
        const QByteArray bytes = bytesOf(target);
        const auto again = m_laptop->store().backup(target);
        QVERIFY(!again.ok());
        QCOMPARE(bytesOf(target), bytes);
        QVERIFY(!m_laptop->store().backup(m_folder->filePath(u"no/such/folder/backup"_s)).ok());
    }

    // Other people's tools read the records under their own names.
    void anySqlToolReadsTheRecords()
    {
        makeFile();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        Draft draft(u"Add place"_s);
        const QUuid place = naturalId(QString(sample::place), u"GY"_s);
        draft.create(*sampleCatalogue().entity(sample::place), place,
            {{sample::code, Value(u"GY"_s)}, {sample::name, Value(u"Guyana"_s)}});
        draft.edit(m_laptop->note(m_row), {{sample::about, Value(place)}});
        m_laptop->commit(draft);
        m_laptop->close();
        const QByteArray before = bytesOf(m_laptop->path());
        const auto ask = [&](const QString &sql) {
            QProcess shell;
            shell.start(u"sqlite3"_s, {u"-readonly"_s, m_laptop->path(), sql});
            shell.waitForFinished();
            return QString::fromUtf8(shell.readAllStandardOutput() + shell.readAllStandardError()).trimmed();
        };
        QCOMPARE(ask(u"SELECT name FROM v_place"_s), u"Guyana"_s);
        QCOMPARE(ask(u"SELECT title, body, about FROM v_note"_s), u"first|a long text|GY"_s);
        QCOMPARE(ask(u"SELECT count(*) FROM note"_s), u"1"_s);
        QCOMPARE(ask(u"PRAGMA integrity_check"_s), u"ok"_s);
        QCOMPARE(bytesOf(m_laptop->path()), before);
    }

    // POSIX takes all locks of a process on a file when it closes any descriptor of it: another program would
    // then tidy away the WAL we write on to, and every edit from then on would be lost.
    void openingTheFileTwiceKeepsOthersFromItsWal()
    {
        makeFile();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        m_laptop->addNote(u"second"_s);
        const auto again = [&] {
            return Store::open(
                m_laptop->path(), OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
        };
        QVERIFY(again().store);
        QProcess shell;
        shell.start(u"sqlite3"_s, {m_laptop->path(), u"PRAGMA journal_mode = DELETE"_s});
        QVERIFY(shell.waitForFinished());
        QVERIFY(shell.readAllStandardError().contains("locked"));
        m_laptop->addNote(u"third"_s);
        m_laptop->store().settle();
        QCOMPARE(pictureOfCopy(), pictureOf(m_laptop->store()));
    }

    void twoProgramsMayWrite()
    {
        makeFile();
        Laptop second(m_folder->filePath(u"second"_s), u"Ben"_s, &m_time);
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        m_laptop->addNote(u"by the first"_s);
        auto opened =
            Store::open(m_laptop->path(), OpenMode::ReadWrite, second.surroundings(), sampleCatalogue());
        QCOMPARE(opened.outcome, OpenOutcome::Current);
        const Record stale = m_laptop->note(m_row);
        QSignalSpy changed(&m_laptop->store(), &Store::changed);
        Draft draft(u"Set note"_s);
        draft.edit(opened.store->find(sample::note, m_row), {{sample::title, Value(u"by the second"_s)}});
        QVERIFY(opened.store->commit(draft).ok());
        m_laptop->store().lookForOtherWriters();
        QCOMPARE(changed.count(), 1);
        m_laptop->store().lookForOtherWriters();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_laptop->note(m_row).value(sample::title).text(), u"by the second"_s);
        // A stale edit is at worst a listed conflict.
        m_laptop->setNote(stale, sample::title, Value(u"by the first"_s));
        QCOMPARE(m_laptop->store().conflicts().size(), 1u);
        QVERIFY(m_laptop->store().forks().empty());
        QVERIFY(m_laptop->store().check().ok());
        opened.store.reset();
        m_laptop->close();
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
    }

    void restoringBringsBackAndKeepsWhatWas()
    {
        makeFile();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        const QString backup = m_folder->filePath(u"backup.liaison"_s);
        QVERIFY(m_laptop->store().backup(backup).ok());
        const Picture then = pictureOf(m_laptop->store());
        m_laptop->addNote(u"later"_s);
        const Picture now = pictureOf(m_laptop->store());
        m_laptop->close();
        const auto aside = restoreBackup(backup, m_laptop->path(), m_laptop->surroundings());
        QVERIFY(aside.ok());
        QVERIFY(m_laptop->open() != OpenOutcome::Damaged);
        QCOMPARE(difference(pictureOf(m_laptop->store()), then), QString());
        QCOMPARE(modeOf(m_laptop->path()), mode_t(0600));
        auto kept = Store::open(*aside, OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
        QVERIFY(kept.store);
        QCOMPARE(difference(pictureOf(*kept.store), now), QString());
    }

    void aDamagedBackupIsNotRestored()
    {
        makeFile();
        const QByteArray before = bytesOf(m_laptop->path());
        const QString backup = m_folder->filePath(u"backup.liaison"_s);
        QVERIFY(writeBytes(backup, before.first(before.size() / 2)));
        const auto refused = restoreBackup(backup, m_laptop->path(), m_laptop->surroundings());
        QVERIFY(!refused.ok());
        QCOMPARE(bytesOf(m_laptop->path()), before);
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
        QVERIFY(
            !restoreBackup(m_folder->filePath(u"none"_s), m_laptop->path(), m_laptop->surroundings()).ok());
        QCOMPARE(bytesOf(m_laptop->path()), before);
    }

    void damageOfTheRecordTablesIsFoundAndRebuilt()
    {
        makeFile();
        // A letter of a shown title, where the edits do not look.
        QByteArray bytes = bytesOf(m_laptop->path());
        const qsizetype edited = bytes.lastIndexOf("first");
        QVERIFY(edited > 0);
        int found = 0;
        for (qsizetype at = bytes.indexOf("first"); at >= 0; at = bytes.indexOf("first", at + 1)) {
            QByteArray damaged = bytes;
            damaged[at] = 'F';
            QVERIFY(writeBytes(m_laptop->path(), damaged));
            const OpenOutcome outcome = m_laptop->open();
            if (outcome == OpenOutcome::Damaged) {
                ++found;
                continue;
            }
            QCOMPARE(outcome, OpenOutcome::Current);
            const CheckReport report = m_laptop->store().check();
            if (report.ok())
                QCOMPARE(m_laptop->note(m_row).value(sample::title).text(), u"first"_s);
            else
                ++found;
            if (!report.ok()) {
                QVERIFY(m_laptop->store().rebuild().ok());
                QVERIFY(m_laptop->store().check().ok());
                QCOMPARE(m_laptop->note(m_row).value(sample::title).text(), u"first"_s);
            }
            m_laptop->close();
        }
        QVERIFY(found >= 2); // in the operation and in the record table
    }
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
