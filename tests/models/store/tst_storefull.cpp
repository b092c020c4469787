#include "tests/models/store/laptop.h"
#include "tests/models/store/propertytest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <random>
#include <set>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *smallDisk = "size=3m";

// No file of this process may grow beyond this. Needs no privilege; the system then says "file too large".
void limitFiles(rlim_t bytes)
{
    struct rlimit limit = {};
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0)
        qFatal("no limits here");
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        qFatal("no limits here");
}

bool fill(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, 'f')) == bytes && file.flush();
}

} // namespace

// No space left: nothing is lost, and the message names the cause.
class TestStoreFull : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRuns(); }

private:
    qint64 m_time = 1'171'497'600'000;
    std::mt19937 m_random{20070215};

    // Until one edit is refused; those before it go into `kept`.
    Error writeUntilRefused(Laptop &laptop, std::set<EditName> &kept)
    {
        const Entity &note = *sampleCatalogue().entity(sample::note);
        for (;;) {
            Draft draft(u"Add note"_s);
            const QString text(static_cast<qsizetype>(m_random() % 20'000), u'y');
            const QUuid row = QUuid::createUuidV5(QUuid(), QString::number(m_random()));
            draft.create(note, row, {{sample::title, Value(u"note"_s)}, {sample::body, Value(text)}});
            const auto name = laptop.store().commit(draft);
            if (!name)
                return name.error();
            kept.insert(*name);
            if (m_random() % 4 == 0)
                laptop.store().settle(); // may fail as well, and says nothing of edits
        }
    }

    void compareKept(Laptop &laptop, const std::set<EditName> &kept)
    {
        std::set<EditName> held;
        for (const EditInfo &edit : laptop.store().edits())
            held.insert(edit.name);
        QCOMPARE(held, kept);
        const CheckReport report = laptop.store().check();
        QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.problems[0].what));
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }

    void aFileThatMayNotGrow()
    {
        const int rounds = isLongRun() ? 200 : 30;
        std::unique_ptr<QTemporaryDir> folder;
        std::unique_ptr<Laptop> laptop;
        std::set<EditName> kept;
        for (int round = 0; round < rounds; ++round) {
            if (round % 10 == 0) {
                laptop.reset();
                folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
                laptop = std::make_unique<Laptop>(folder->filePath(u"home"_s), u"Ana"_s, &m_time);
                QVERIFY(laptop->create());
                kept.clear();
            }
            qint64 largest = 0;
            for (const QFileInfo &file : QDir(folder->filePath(u"home"_s)).entryInfoList(QDir::Files))
                largest = std::max(largest, file.size());
            limitFiles(static_cast<rlim_t>(largest) + m_random() % 100'000);
            const Error error = writeUntilRefused(*laptop, kept);
            limitFiles(RLIM_INFINITY);
            QVERIFY2(
                error.why.contains(u"space"_s) || error.why.contains(u"disk"_s), qPrintable(error.message()));
            compareKept(*laptop, kept);
            // There is room again: work goes on, also after another start.
            laptop->addNote(u"goes on"_s);
            kept.insert(laptop->store().edits(1).at(0).name);
            if (round % 2) {
                laptop->close();
                QCOMPARE(laptop->open(), OpenOutcome::Current);
                compareKept(*laptop, kept);
            }
            QVERIFY(laptop->store().forks().empty());
        }
    }

    void aFullDisk()
    {
        QTemporaryDir folder;
        const QByteArray mountPoint = QFile::encodeName(folder.path());
        // In a namespace of our own: nobody else sees the disk, and it is gone with this process.
        const bool mayMount = ::unshare(CLONE_NEWNS) == 0
            && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
            && ::mount("tmpfs", mountPoint.constData(), "tmpfs", 0, smallDisk) == 0;
        if (!mayMount) {
            qInfo("this machine lets no small disk be mounted here: aFileThatMayNotGrow() stands for it");
            return;
        }
        Laptop laptop(folder.filePath(u"home"_s), u"Ana"_s, &m_time);
        std::set<EditName> kept;
        int refusals = 0;
        const int rounds = isLongRun() ? 200 : 30;
        for (int round = 0; round < rounds; ++round) {
            if (round % 10 == 0) {
                laptop.close();
                QDir(folder.filePath(u"home"_s)).removeRecursively();
                QVERIFY(QDir().mkpath(folder.filePath(u"home"_s)));
                QVERIFY(laptop.create());
                kept.clear();
            }
            struct statvfs disk = {};
            QCOMPARE(::statvfs(mountPoint.constData(), &disk), 0);
            const auto free = static_cast<qint64>(disk.f_bavail * disk.f_bsize);
            const qint64 left = static_cast<qint64>(m_random() % 60'000);
            QVERIFY(fill(folder.filePath(u"filler"_s), std::max<qint64>(0, free - left)));
            const Error error = writeUntilRefused(laptop, kept);
            ++refusals;
            QVERIFY2(error.why.contains(u"space"_s), qPrintable(error.message()));
            QVERIFY(!laptop.store().backup(folder.filePath(u"backup"_s)).ok());
            QVERIFY(!QFile::exists(folder.filePath(u"backup"_s)));
            if (round % 3 == 0) { // also closed and opened while it is full
                laptop.close();
                auto opened =
                    Store::open(laptop.path(), OpenMode::ReadWrite, laptop.surroundings(), sampleCatalogue());
                if (opened.outcome != OpenOutcome::Current) {
                    QCOMPARE(opened.outcome, OpenOutcome::Denied);
                    QVERIFY2(opened.error.why.contains(u"space"_s), qPrintable(opened.error.message()));
                }
            } else {
                compareKept(laptop, kept);
            }
            QVERIFY(QFile::remove(folder.filePath(u"filler"_s)));
            if (!laptop.isOpen())
                QCOMPARE(laptop.open(), OpenOutcome::Current);
            laptop.addNote(u"goes on"_s);
            kept.insert(laptop.store().edits(1).at(0).name);
            compareKept(laptop, kept);
            QVERIFY(laptop.store().forks().empty());
        }
        qInfo("%d times full", refusals);
        laptop.close();
        QCOMPARE(::umount2(mountPoint.constData(), MNT_DETACH), 0);
    }

    void aNewFileOnAFullDisk()
    {
        QTemporaryDir folder(fastFolderTemplate());
        Laptop laptop(folder.filePath(u"home"_s), u"Ana"_s, &m_time);
        limitFiles(8'192);
        const auto made = Store::create(laptop.path(), laptop.surroundings(), sampleCatalogue());
        limitFiles(RLIM_INFINITY);
        QVERIFY(!made.ok());
        QVERIFY2(!made.error().why.isEmpty(), qPrintable(made.error().message()));
        QCOMPARE(QDir(folder.filePath(u"home"_s)).entryList(QDir::Files), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStoreFull)
#include "tst_storefull.moc"
