#include "app/backupkeeper.h"
#include "tests/models/testfile.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace liaison;
using namespace std::chrono_literals;

// When backups are made, and what is done when the file is gone.
class BackupKeeperTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<QThreadPool> m_threads;
    std::unique_ptr<BackupKeeper> m_keeper;

    void open(const BackupRhythm &rhythm)
    {
        Surroundings surroundings = m_file->surroundings();
        surroundings.backupFolder = m_file->folder() + u"/backups"_s;
        m_keeper = std::make_unique<BackupKeeper>(m_file->store(), surroundings, rhythm, *m_threads);
    }
    qsizetype count() const { return static_cast<qsizetype>(m_keeper->folder().list().size()); }
    bool backUp() // to the end
    {
        m_keeper->backUp();
        return QTest::qWaitFor([this] { return !m_keeper->isWorking(); }) && m_keeper->last();
    }
    void edit(const QString &level) { m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02-15"_s, Value(level)); }
    void later(int hours)
    {
        m_file->setNow(QDateTime::fromMSecsSinceEpoch(m_file->now() + hours * 3'600'000LL));
    }
    static bool copyInto(const QString &from, const QString &to)
    {
        // In a process of its own: closing the file here would take the locks SQLite holds on it.
        QProcess cp;
        cp.start(u"cp"_s, {from, to});
        return cp.waitForFinished() && cp.exitCode() == 0;
    }
    QByteArray stateOf(const QString &path)
    {
        const auto opening = Store::open(path, OpenMode::ReadOnly, m_file->surroundings());
        return opening.store ? opening.store->check().stateDigest : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_threads = std::make_unique<QThreadPool>();
    }
    void cleanup()
    {
        m_keeper.reset();
        m_threads.reset();
        m_file.reset();
    }

    void soonAfterOpening()
    {
        open({0ms, 1h});
        QSignalSpy made(m_keeper.get(), &BackupKeeper::made);
        QVERIFY(!m_keeper->last());
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(count(), 1);
        QCOMPARE(stateOf(m_keeper->last()->path), m_file->store().check().stateDigest);
    }

    void notAgainWhenTheNewestHoldsEverything()
    {
        open({1h, 1h});
        QVERIFY(backUp());
        const Backup first = *m_keeper->last();
        later(5);
        open({0ms, 1h});
        QTRY_VERIFY(m_keeper->last());
        QCOMPARE(*m_keeper->last(), first);
        QCOMPARE(count(), 1);
    }

    void whatSomebodyElseWroteMeanwhileCounts()
    {
        open({1h, 1h});
        QVERIFY(backUp());
        m_keeper.reset();
        edit(u"observer"_s);
        later(5);
        open({0ms, 1h});
        QTRY_VERIFY(m_keeper->last());
        QCOMPARE(count(), 2);
    }

    void afterAWhileOfChanges()
    {
        open({1h, 1ms});
        QVERIFY(backUp());
        QSignalSpy made(m_keeper.get(), &BackupKeeper::made);
        later(1);
        edit(u"observer"_s);
        QVERIFY(m_keeper->hasChanges());
        QTRY_VERIFY(!m_keeper->hasChanges());
        QCOMPARE(made.count(), 1);
        QCOMPARE(count(), 2);
        QCOMPARE(stateOf(m_keeper->last()->path), m_file->store().check().stateDigest);
    }

    void notWithoutChangesAndNotBeforeItIsTime()
    {
        open({1h, 1h});
        QVERIFY(backUp());
        later(1);
        edit(u"observer"_s);
        QVERIFY(m_keeper->hasChanges());
        QCOMPARE(count(), 1);
        QVERIFY(backUp());
        QVERIFY(!m_keeper->hasChanges());
        const Backup second = *m_keeper->last();
        later(1);
        QVERIFY(backUp());
        QCOMPARE(*m_keeper->last(), second); // nothing changed since
        QCOMPARE(count(), 2);
    }

    void whileOneIsUnderWay()
    {
        open({1h, 1h});
        m_keeper->backUp();
        m_keeper->backUp(); // is the same
        edit(u"observer"_s);
        m_keeper->backUp();
        edit(u"represented"_s);
        const QByteArray state = m_file->store().check().stateDigest;
        QVERIFY(backUp());
        QVERIFY(!m_keeper->hasChanges());
        QCOMPARE(stateOf(m_keeper->last()->path), state);
    }

    void whatIsCopiedIsLookedThroughAfterClosing()
    {
        open({1h, 1h});
        edit(u"observer"_s);
        const QByteArray state = m_file->store().check().stateDigest;
        m_keeper->copyNow();
        edit(u"represented"_s); // too late
        const BackupFolder folder = m_keeper->folder();
        m_keeper.reset();
        m_file->close(); // nobody has it open any more
        QVERIFY(!QFile::exists(m_file->path() + u"-wal"_s));
        m_threads.reset();
        QCOMPARE(folder.list().size(), size_t(1));
        QCOMPARE(stateOf(folder.list().front().path), state);
    }

    void aFailureIsToldOnceAndTriedAgain()
    {
        QFile inTheWay(m_file->folder() + u"/backups"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        open({1h, 1ms});
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        edit(u"observer"_s);
        QTRY_COMPARE(failed.count(), 1);
        m_keeper->copyNow();
        QTRY_VERIFY(!m_keeper->isWorking());
        QCOMPARE(failed.count(), 1);
        m_keeper->backUp(); // asked for
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(m_keeper->hasChanges() && !m_keeper->last() && m_keeper->failure());
        QVERIFY(inTheWay.remove());
        QTRY_VERIFY(m_keeper->last() && !m_keeper->failure());
        QCOMPARE(failed.count(), 2);
    }

    void whatRestoringTookBackIsNoBackupOfNow()
    {
        const QString before = m_file->folder() + u"/before.liaison"_s;
        QVERIFY(m_file->store().backup(before).ok());
        edit(u"observer"_s);
        open({1h, 1h});
        QVERIFY(backUp());
        m_keeper.reset();
        m_file->close();
        QVERIFY(restoreBackup(before, m_file->path(), m_file->surroundings()).ok());
        later(1);
        m_file->reopen();
        open({0ms, 1h});
        QTRY_VERIFY(m_keeper->last());
        QCOMPARE(count(), 2);
        QCOMPARE(stateOf(m_keeper->last()->path), m_file->store().check().stateDigest);
    }

    void anOverwrittenFileIsMadeAgain()
    {
        const QString other = m_file->folder() + u"/other.liaison"_s;
        QVERIFY(m_file->store().backup(other).ok());
        open({1h, 1h});
        QVERIFY(backUp());
        edit(u"exploring"_s);
        edit(u"observer"_s);
        m_file->store().settle();
        edit(u"represented"_s);
        const QByteArray state = m_file->store().check().stateDigest;
        QVERIFY(copyInto(other, m_file->path()));
        m_file->store().lookForOtherWriters();
        QCOMPARE(m_file->store().whereabouts(), Whereabouts::Overwritten);
        const auto rescued = m_keeper->rescue();
        QVERIFY2(rescued.ok(), rescued.ok() ? "" : qPrintable(rescued.error().message()));
        QCOMPARE(stateOf(rescued->path), state);
        QCOMPARE(count(), 2);
    }

    void withoutABackupItSaysSo()
    {
        open({1h, 1h});
        edit(u"observer"_s);
        QFile empty(m_file->folder() + u"/empty"_s);
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QVERIFY(copyInto(empty.fileName(), m_file->path()));
        m_file->store().lookForOtherWriters();
        QCOMPARE(m_file->store().whereabouts(), Whereabouts::Overwritten);
        QVERIFY(!m_keeper->rescue().ok());
    }

    void whatStandsInItsPlaceIsNotItsBackup()
    {
        open({1h, 1h});
        edit(u"observer"_s);
        const QString other = m_file->folder() + u"/other.liaison"_s;
        TestFile stranger;
        QVERIFY(stranger.store().backup(other).ok());
        QVERIFY(QFile::remove(m_file->path()));
        QVERIFY(QFile::rename(other, m_file->path()));
        m_keeper->backUp(); // looks first
        QVERIFY(!m_keeper->isWorking());
        QCOMPARE(m_file->store().whereabouts(), Whereabouts::Replaced);
        const auto rescued = m_keeper->rescue();
        QVERIFY(rescued.ok() && rescued->kept);
        QCOMPARE(stateOf(rescued->path), m_file->store().check().stateDigest);
    }
};

QTEST_GUILESS_MAIN(BackupKeeperTest)
#include "tst_backupkeeper.moc"
