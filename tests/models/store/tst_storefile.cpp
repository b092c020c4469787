#include "tests/models/store/laptop.h"
#include "tests/models/store/picture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtEndian>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t nobody = 65534;

// Root may write anything: these tests are about those who may not.
class Unprivileged
{
public:
    explicit Unprivileged(const QString &folder)
        : m_wasRoot(geteuid() == 0)
    {
        if (!m_wasRoot)
            return;
        give(folder);
        for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
            give(folder + u'/' + name);
        m_ok = setresgid(nobody, nobody, 0) == 0 && setresuid(nobody, nobody, 0) == 0;
    }
    ~Unprivileged()
    {
        if (m_wasRoot && (setresuid(0, 0, 0) != 0 || setresgid(0, 0, 0) != 0))
            qFatal("root was lost");
    }
    bool ok() const { return m_ok; }

private:
    void give(const QString &path)
    {
        m_ok = m_ok && ::chown(QFile::encodeName(path).constData(), nobody, nobody) == 0;
    }

    bool m_wasRoot;
    bool m_ok = true;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
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

    void opening_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<OpenOutcome>("outcome");
        QTest::newRow("no such file") << u"missing"_s << OpenOutcome::Missing;
        QTest::newRow("a folder") << u"folder"_s << OpenOutcome::Denied;
        QTest::newRow("no bytes") << u"empty"_s << OpenOutcome::Foreign;
        QTest::newRow("text") << u"text"_s << OpenOutcome::Foreign;
        QTest::newRow("another program's database") << u"other"_s << OpenOutcome::Foreign;
        QTest::newRow("a newer format") << u"newer"_s << OpenOutcome::NewerFormat;
        QTest::newRow("a much newer format in another layout") << u"newest"_s << OpenOutcome::NewerFormat;
        QTest::newRow("cut in half") << u"half"_s << OpenOutcome::Damaged;
        QTest::newRow("cut after the header") << u"header"_s << OpenOutcome::Damaged;
        QTest::newRow("zeros in the middle") << u"zeros"_s << OpenOutcome::Damaged;
    }

    void opening()
    {
        QFETCH(QString, what);
        QFETCH(OpenOutcome, outcome);
        const QString path = m_laptop->path();
        makeFile();
        QByteArray bytes = bytesOf(path);
        if (what == u"missing"_s) {
            QFile::remove(path);
        } else if (what == u"folder"_s) {
            QFile::remove(path);
            QVERIFY(QDir().mkpath(path));
        } else {
            if (what == u"empty"_s)
                bytes.clear();
            else if (what == u"text"_s)
                bytes = QByteArray("code,territory\nGY,Guyana\n").repeated(100);
            else if (what == u"other"_s)
                qToBigEndian<quint32>(0x12345678, bytes.data() + 68);
            else if (what == u"newer"_s)
                qToBigEndian<quint32>(2, bytes.data() + 60);
            else if (what == u"newest"_s)
                bytes = bytes.first(100) + QByteArray(5000, 'x'),
                qToBigEndian<quint32>(77, bytes.data() + 60);
            else if (what == u"half"_s)
                bytes.resize(bytes.size() / 2);
            else if (what == u"header"_s)
                bytes.resize(100);
            else
                bytes.replace(4096, 20'000, QByteArray(20'000, '\0'));
            QVERIFY(write(path, bytes));
        }
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            auto opened = Store::open(path, mode, m_laptop->surroundings(), sampleCatalogue());
            QCOMPARE(opened.outcome, outcome);
            QVERIFY(!opened.store);
            QVERIFY(!opened.error.what.isEmpty());
            QVERIFY(opened.error.where.contains(path));
            QVERIFY(!opened.error.why.isEmpty());
            if (QFileInfo(path).isFile())
                QCOMPARE(bytesOf(path), bytes);
            QVERIFY(filesIn(home()).size() <= 1);
        }
    }

    void openingWithoutPermission_data()
    {
        QTest::addColumn<int>("fileMode");
        QTest::addColumn<int>("folderMode");
        QTest::addColumn<OpenOutcome>("outcome");
        QTest::newRow("nobody may read it") << 0 << 0755 << OpenOutcome::Denied;
        QTest::newRow("the file cannot be written") << 0444 << 0755 << OpenOutcome::ReadOnly;
        QTest::newRow("the folder cannot be written") << 0600 << 0555 << OpenOutcome::ReadOnly;
        QTest::newRow("neither can be written") << 0444 << 0555 << OpenOutcome::ReadOnly;
    }

    void openingWithoutPermission()
    {
        QFETCH(int, fileMode);
        QFETCH(int, folderMode);
        QFETCH(OpenOutcome, outcome);
        makeFile();
        const QByteArray before = bytesOf(m_laptop->path());
        const QByteArray path = QFile::encodeName(m_laptop->path());
        QCOMPARE(::chmod(path.constData(), mode_t(fileMode)), 0);
        QCOMPARE(::chmod(QFile::encodeName(home()).constData(), mode_t(folderMode)), 0);
        {
            const Unprivileged unprivileged(home());
            QVERIFY(unprivileged.ok());
            QCOMPARE(m_laptop->open(), outcome);
            if (outcome == OpenOutcome::ReadOnly) {
                QVERIFY(m_laptop->store().isReadOnly());
                QCOMPARE(m_laptop->note(m_row).value(sample::body).text(), u"a long text"_s);
                Draft draft(u"Set note"_s);
                draft.edit(m_laptop->note(m_row), {{sample::title, Value(u"no"_s)}});
                const auto refused = m_laptop->store().commit(draft);
                QVERIFY(!refused.ok());
                QVERIFY(!refused.error().why.isEmpty());
                QVERIFY(!m_laptop->store().undo(m_laptop->store().edits(1).at(0).name).ok());
                QVERIFY(!m_laptop->store().rebuild().ok());
                m_laptop->close();
            }
        }
        QCOMPARE(::chmod(QFile::encodeName(home()).constData(), 0755), 0);
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        QCOMPARE(bytesOf(m_laptop->path()), before);
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
    }

    void makingWithoutPermission()
    {
        QCOMPARE(::chmod(QFile::encodeName(home()).constData(), 0555), 0);
        const Unprivileged unprivileged(home());
        const auto refused = Store::create(m_laptop->path(), m_laptop->surroundings(), sampleCatalogue());
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().where.contains(m_laptop->path()));
        QVERIFY(filesIn(home()).isEmpty());
    }

    // A program of another version: everything derived is made anew, the edits stay.
    void anotherCatalogueRebuilds()
    {
        makeFile();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        const QByteArray edits = m_laptop->store().check().editsDigest;
        m_laptop->close();
        QCOMPARE(m_laptop->open(newerCatalogue()), OpenOutcome::Rebuilt);
        QCOMPARE(m_laptop->store().check().editsDigest, edits);
        QVERIFY(m_laptop->store().check().ok());
        QCOMPARE(m_laptop->note(m_row).value(sample::body).text(), u"a long text"_s);
        m_laptop->setNote(m_laptop->note(m_row), sample::colour, Value(u"red"_s));
        m_laptop->close();
        QVERIFY(filesIn(home()).size() >= 2); // backed up first
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        QCOMPARE(m_laptop->note(m_row).value(sample::colour).text(), u"red"_s);
    }

    void anotherCatalogueOnAFileNobodyMayWrite()
    {
        makeFile();
        const QByteArray before = bytesOf(m_laptop->path());
        auto opened =
            Store::open(m_laptop->path(), OpenMode::ReadOnly, m_laptop->surroundings(), newerCatalogue());
        QVERIFY(opened.store);
        QCOMPARE(opened.store->find(sample::note, m_row).value(sample::title).text(), u"first"_s);
        QVERIFY(opened.store->check().ok());
        QCOMPARE(opened.store->path(), m_laptop->path());
        opened.store.reset();
        QCOMPARE(bytesOf(m_laptop->path()), before);
        QCOMPARE(filesIn(home()), QStringList{u"file.liaison"_s});
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
        QVERIFY(write(backup, before.first(before.size() / 2)));
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
            QVERIFY(write(m_laptop->path(), damaged));
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
