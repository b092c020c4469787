#include "app/backupkeeper.h"
#include "tests/models/testfile.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace std::chrono_literals;

// When backups are made, and what is done when the file is gone.
class BackupKeeperTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<BackupKeeper> m_keeper;

    void open(const BackupRhythm &rhythm)
    {
        Surroundings surroundings = m_file->surroundings();
        surroundings.backupFolder = m_file->folder() + u"/backups"_s;
        m_keeper = std::make_unique<BackupKeeper>(m_file->store(), surroundings, rhythm);
    }
    qsizetype count() const { return static_cast<qsizetype>(m_keeper->folder().list().size()); }
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
    }
    void cleanup()
    {
        m_keeper.reset();
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
        const auto first = m_keeper->backUpNow();
        QVERIFY(first.ok());
        later(5);
        open({0ms, 1h});
        QTRY_VERIFY(m_keeper->last());
        QCOMPARE(*m_keeper->last(), *first);
        QCOMPARE(count(), 1);
    }

    void whatSomebodyElseWroteMeanwhileCounts()
    {
        open({1h, 1h});
        QVERIFY(m_keeper->backUpNow().ok());
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
        QVERIFY(m_keeper->backUpNow().ok());
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
        QVERIFY(m_keeper->backUpNow().ok());
        later(1);
        edit(u"observer"_s);
        QVERIFY(m_keeper->hasChanges());
        QCOMPARE(count(), 1);
        const auto second = m_keeper->backUpNow();
        QVERIFY(second.ok() && !m_keeper->hasChanges());
        later(1);
        QCOMPARE(m_keeper->backUpNow()->path, second->path); // nothing changed since
        QCOMPARE(count(), 2);
    }

    void whileOneIsUnderWay()
    {
        open({1h, 1h});
        m_keeper->backUp();
        edit(u"observer"_s);
        m_keeper->backUp(); // after the first
        edit(u"represented"_s);
        const auto made = m_keeper->backUpNow(); // waits, and holds all
        QVERIFY(made.ok());
        QVERIFY(!m_keeper->isWorking());
        QCOMPARE(stateOf(made->path), m_file->store().check().stateDigest);
    }

    void closedWhileOneIsUnderWay()
    {
        for (int i = 0; i < 10; ++i) {
            open({1h, 1h});
            m_keeper->backUp();
            m_keeper.reset();
        }
        m_file->close(); // nobody has it open any more
        QVERIFY(!QFile::exists(m_file->path() + u"-wal"_s));
    }

    void aFailureIsToldAndTriedAgain()
    {
        QFile inTheWay(m_file->folder() + u"/backups"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        open({1h, 1ms});
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        edit(u"observer"_s);
        QTRY_VERIFY(failed.count() >= 2);
        QVERIFY(m_keeper->hasChanges() && !m_keeper->last());
        QVERIFY(inTheWay.remove());
        QTRY_VERIFY(m_keeper->last());
    }

    void anOverwrittenFileIsMadeAgain()
    {
        const QString other = m_file->folder() + u"/other.liaison"_s;
        QVERIFY(m_file->store().backup(other).ok());
        open({1h, 1h});
        QVERIFY(m_keeper->backUpNow().ok());
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
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        m_keeper->backUp(); // has not looked yet
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(count(), 0);
        m_file->store().lookForOtherWriters();
        const auto rescued = m_keeper->rescue();
        QVERIFY(rescued.ok() && rescued->kept);
        QCOMPARE(stateOf(rescued->path), m_file->store().check().stateDigest);
    }
};

QTEST_GUILESS_MAIN(BackupKeeperTest)
#include "tst_backupkeeper.moc"
