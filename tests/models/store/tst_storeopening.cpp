#include "tests/models/store/laptop.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QtEndian>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

} // namespace

// Every way opening can end (store.md, section 6), and that a refused file stays as it is.
class TestStoreOpening : public QObject
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
            QVERIFY(writeBytes(path, bytes));
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

    // What a stranger's tool added: nothing of it runs, and what is harmless is gone after one rebuild.
    void aChangedSchema_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<OpenOutcome>("outcome");
        QTest::newRow("a trigger") << u"CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM edit; END"_s
                                   << OpenOutcome::Damaged;
        QTest::newRow("a kept table is gone") << u"DROP TABLE waiting"_s << OpenOutcome::Damaged;
        QTest::newRow("a kept table is another")
            << u"ALTER TABLE edit ADD COLUMN more TEXT"_s << OpenOutcome::Damaged;
        QTest::newRow("a record table is gone")
            << u"DROP VIEW v_note; DROP TABLE note"_s << OpenOutcome::Rebuilt;
        QTest::newRow("a record table is another")
            << u"ALTER TABLE note ADD COLUMN more TEXT"_s << OpenOutcome::Rebuilt;
        QTest::newRow("another table") << u"CREATE TABLE mine(x)"_s << OpenOutcome::Rebuilt;
        QTest::newRow("another view") << u"CREATE VIEW mine AS SELECT 1"_s << OpenOutcome::Rebuilt;
        QTest::newRow("an index on a record table")
            << u"CREATE INDEX mine ON note(title)"_s << OpenOutcome::Rebuilt;
        QTest::newRow("an index on a kept table")
            << u"CREATE INDEX mine ON edit(at)"_s << OpenOutcome::Rebuilt;
    }

    void aChangedSchema()
    {
        QFETCH(QString, sql);
        QFETCH(OpenOutcome, outcome);
        makeFile();
        QProcess shell;
        shell.start(u"sqlite3"_s, {m_laptop->path(), sql});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        const QByteArray before = bytesOf(m_laptop->path());
        QCOMPARE(m_laptop->open(), outcome);
        if (outcome == OpenOutcome::Damaged) {
            QCOMPARE(bytesOf(m_laptop->path()), before);
            return;
        }
        QCOMPARE(m_laptop->note(m_row).value(sample::title).text(), u"first"_s);
        QVERIFY(m_laptop->store().check().ok());
        m_laptop->close();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
    }

    void openingWhileAnotherProgramHoldsIt()
    {
        makeFile();
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            // SQLite's exclusive lock, as another program would hold it.
            const int fd = ::open(QFile::encodeName(m_laptop->path()).constData(), O_RDWR);
            struct flock lock = {};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = 0x40000000;
            lock.l_len = 512;
            const char told = ::fcntl(fd, F_SETLK, &lock) == 0 ? '1' : '0';
            ::alarm(60);
            if (::write(pipe[1], &told, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char told = 0;
        QCOMPARE(::read(pipe[0], &told, 1), 1);
        QCOMPARE(told, '1');
        const QByteArray before = bytesOf(m_laptop->path());
        auto opened =
            Store::open(m_laptop->path(), OpenMode::ReadWrite, m_laptop->surroundings(), sampleCatalogue());
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(pipe[0]);
        ::close(pipe[1]);
        QCOMPARE(opened.outcome, OpenOutcome::InUse);
        QVERIFY(!opened.store);
        QVERIFY(!opened.error.why.isEmpty());
        QCOMPARE(bytesOf(m_laptop->path()), before);
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
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
};

QTEST_GUILESS_MAIN(TestStoreOpening)
#include "tst_storeopening.moc"
