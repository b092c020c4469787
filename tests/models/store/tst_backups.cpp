#include "models/store/backups.h"
#include "tests/models/store/laptop.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <csignal>
#include <thread>

#include <sys/resource.h>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso + u'Z', Qt::ISODate);
}

Backup at(const QDateTime &time)
{
    return {time.toString(Qt::ISODateWithMs), time, 1, false};
}

// Of central Europe, without asking the machine for its list of time zones.
const QByteArray summerTime = "CET-1CEST,M3.5.0,M10.5.0/3";

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_time = 1'171'497'600'000; // midnight of 15 February 2007 UTC
    std::unique_ptr<Laptop> m_laptop;

    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(m_time, Qt::UTC); }
    BackupFolder folder() const { return BackupFolder(m_folder->filePath(u"backups/file-12345678"_s)); }
    QStringList names() const { return filesIn(folder().path()); }
    Store::Opening openBackup(const Backup &backup)
    {
        return Store::open(backup.path, OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
        m_laptop = std::make_unique<Laptop>(m_folder->filePath(u"home"_s), u"Ana"_s, &m_time);
        QVERIFY(m_laptop->create());
        m_laptop->addNote(u"first"_s);
    }
    void cleanup()
    {
        m_laptop.reset();
        m_folder.reset();
    }

    // --- Which are kept

    void thinning_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("all");
        QTest::addColumn<QStringList>("gone");
        const QString noon = u"2007-02-15T12:00:00"_s; // a Thursday
        QTest::newRow("none") << noon << QStringList() << QStringList();
        QTest::newRow("one") << noon << QStringList{noon} << QStringList();
        QTest::newRow("two of one hour: the newer stays")
            << noon << QStringList{u"2007-02-15T11:10:00"_s, u"2007-02-15T11:50:00"_s}
            << QStringList{u"2007-02-15T11:10:00"_s};
        QTest::newRow("either side of the hour")
            << noon << QStringList{u"2007-02-15T10:59:59"_s, u"2007-02-15T11:00:00"_s} << QStringList();
        QTest::newRow("the same second: one stays")
            << noon << QStringList{u"2007-02-15T11:10:00"_s, u"2007-02-15T11:10:00"_s}
            << QStringList{u"2007-02-15T11:10:00"_s};
        QTest::newRow("the newest of all, years old")
            << noon << QStringList{u"1999-01-01T00:00:00"_s} << QStringList();
        QTest::newRow("the clock went back: what is to come stays, and so does the last of the past")
            << noon << QStringList{u"2011-01-01T00:00:00"_s, u"2007-02-15T11:59:00"_s} << QStringList();
        QTest::newRow("what is to come is thinned among itself")
            << noon
            << QStringList{u"2011-01-01T00:10:00"_s, u"2011-01-01T00:50:00"_s, u"2007-02-15T11:59:00"_s}
            << QStringList{u"2011-01-01T00:10:00"_s};
        QTest::newRow("the clock ran ahead for years: nothing else goes")
            << u"2036-01-01T00:00:00"_s
            << QStringList{u"2036-01-01T00:00:00"_s, u"2007-02-15T11:00:00"_s, u"2007-02-14T11:00:00"_s,
                   u"2007-01-14T11:00:00"_s}
            << QStringList();
    }
    void thinning()
    {
        QFETCH(QString, now);
        QFETCH(QStringList, all);
        QFETCH(QStringList, gone);
        std::vector<Backup> backups;
        for (const QString &time : all)
            backups.push_back(at(utc(time)));
        std::rotate(backups.begin(), backups.begin() + static_cast<std::ptrdiff_t>(backups.size() / 2),
            backups.end()); // in whatever order they come
        QStringList superfluous;
        for (const Backup &backup : superfluousBackups(backups, utc(now)))
            superfluous.append(backup.time.toString(u"yyyy-MM-ddTHH:mm:ss"_s));
        QCOMPARE(superfluous, gone);
    }

    void twoYearsOfHalfHours()
    {
        // As they come: thinned after each.
        std::vector<Backup> kept;
        QDateTime time = utc(u"2005-02-15T12:15:00"_s);
        const QDateTime end = utc(u"2007-02-15T12:15:00"_s);
        for (; time <= end; time = time.addSecs(1800)) {
            kept.push_back(at(time));
            for (const Backup &backup : superfluousBackups(kept, time))
                kept.erase(std::find(kept.begin(), kept.end(), backup));
        }
        std::reverse(kept.begin(), kept.end());
        const auto within = [&](qint64 days) {
            return std::count_if(kept.begin(), kept.end(),
                [&](const Backup &backup) { return backup.time >= end.addDays(-days); });
        };
        QCOMPARE(kept.front().time, end);
        QCOMPARE(within(1), 24);
        QCOMPARE(within(7), 24 + 5); // yesterday's last is one of the hours
        QCOMPARE(kept.size(), size_t(24 + 5 + 3 + 11)); // last week's last is one of the days
        QCOMPARE(kept.back().time, utc(u"2006-03-31T23:45:00"_s));
        for (size_t i = 1; i < kept.size(); ++i)
            QVERIFY(kept[i].time < kept[i - 1].time);
    }

    void whenTheClocksChange()
    {
        const QTimeZone zone(summerTime);
        QVERIFY(zone.isValid());
        // 2:30 comes twice on 28 October 2007: an hour of its own each.
        const QDateTime now = utc(u"2007-10-28T22:30:00"_s).toTimeZone(zone);
        QVERIFY(
            superfluousBackups({at(utc(u"2007-10-28T00:30:00"_s)), at(utc(u"2007-10-28T01:30:00"_s))}, now)
                .empty());
        // Days are those of the calendar on the wall: 23:30 and 0:30 in the night from the 26th to the 27th.
        std::vector<Backup> backups;
        for (int hour = 0; hour < 24; ++hour) // the 28th, which uses up the hours
            backups.push_back(at(now.addSecs(-3600 * hour)));
        const Backup before = at(utc(u"2007-10-26T21:30:00"_s));
        const Backup after = at(utc(u"2007-10-26T22:30:00"_s));
        backups.push_back(before);
        backups.push_back(after);
        QVERIFY(superfluousBackups(backups, now).empty());
        QCOMPARE(superfluousBackups(backups, now.toUTC()), std::vector<Backup>{before});
    }

    // --- Making them

    void aBackupIsCompleteAndPrivate()
    {
        QVERIFY(folder().list().empty());
        const auto made = folder().make(m_laptop->store(), now());
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message()));
        QCOMPARE(folder().list(), std::vector<Backup>{*made});
        QCOMPARE(names(), QStringList{u"2007-02-15T00-00-00-000Z.liaison"_s});
        QCOMPARE(made->time, now());
        QCOMPARE(made->size, QFileInfo(made->path).size());
        const auto own = QFile::ReadOwner | QFile::WriteOwner;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(made->path) & (own | others | QFile::ExeOwner), own);
        QCOMPARE(QFile::permissions(folder().path()) & others, QFile::Permissions());
        const auto copy = openBackup(*made);
        QCOMPARE(copy.outcome, OpenOutcome::Current);
        QCOMPARE(copy.store->check().stateDigest, m_laptop->store().check().stateDigest);
        QCOMPARE(copy.store->check().editsDigest, m_laptop->store().check().editsDigest);
    }

    void newestFirstAndOldOnesThinned()
    {
        for (int i = 0; i < 6; ++i) {
            QVERIFY(folder().make(m_laptop->store(), now()).ok());
            m_time += 20 * 60'000;
        }
        const std::vector<Backup> all = folder().list();
        QCOMPARE(all.size(), size_t(2)); // 0:40 and 1:40
        QCOMPARE(all[0].time.time(), QTime(1, 40));
        QCOMPARE(all[1].time.time(), QTime(0, 40));
    }

    void twoInOneMoment()
    {
        const auto first = folder().make(m_laptop->store(), now());
        const auto second = folder().make(m_laptop->store(), now());
        QVERIFY(first.ok() && second.ok());
        QVERIFY(first->path != second->path);
        QCOMPARE(folder().list(), std::vector<Backup>{*second}); // of one hour
        QVERIFY(openBackup(folder().list().front()).store);
    }

    void afterTheClockWentBack()
    {
        const auto late = folder().make(m_laptop->store(), now());
        m_time -= 3'600'000LL * 24 * 400;
        m_laptop->addNote(u"second"_s);
        const auto early = folder().make(m_laptop->store(), now());
        QVERIFY(late.ok() && early.ok());
        QCOMPARE(folder().list(), (std::vector<Backup>{*late, *early}));
    }

    void whatElseLiesThere()
    {
        QVERIFY(QDir().mkpath(folder().path()));
        const QStringList strangers{u"2007-02-15T00-00-00-000Z.liaison.txt"_s,
            u"2007-13-45T00-00-00-000Z.liaison"_s, u"2007-01-01T00-00-00-000Z.liaison.part"_s,
            u"notes.liaison"_s};
        for (const QString &name : strangers)
            QVERIFY(writeBytes(folder().path() + u'/' + name, "mine"));
        QVERIFY(folder().list().empty());
        QVERIFY(folder().make(m_laptop->store(), now()).ok());
        for (const QString &name : strangers)
            QVERIFY2(names().contains(name), qPrintable(name));
        // A copy that was left half made by a program killed days ago is no stranger's.
        QFile part(folder().path() + u'/' + strangers[2]);
        QVERIFY(part.open(QIODevice::ReadWrite));
        QVERIFY(part.setFileTime(utc(u"2007-01-01T00:00:00"_s), QFileDevice::FileModificationTime));
        part.close();
        QVERIFY(folder().make(m_laptop->store(), now()).ok());
        QVERIFY(!names().contains(strangers[2]));
    }

    void eachFileHasAFolder()
    {
        const QString all = m_folder->filePath(u"all"_s);
        const QString one = m_laptop->path();
        const QString link = m_folder->filePath(u"link.liaison"_s);
        QVERIFY(QFile::link(one, link));
        QVERIFY(QDir().mkpath(m_folder->filePath(u"other"_s)));
        const QString other = m_folder->filePath(u"other/file.liaison"_s);
        QVERIFY(writeBytes(other, "x"));
        QCOMPARE(BackupFolder::of(link, all).path(), BackupFolder::of(one, all).path());
        QVERIFY(BackupFolder::of(other, all).path() != BackupFolder::of(one, all).path());
        QVERIFY(BackupFolder::of(one, all).path().startsWith(all + u"/file-"_s));
    }

    void theOnlyCopyIsNeverThinned()
    {
        const auto only = folder().make(m_laptop->store(), now(), BackupFolder::Keep::Always);
        QVERIFY(only.ok());
        m_time += 60'000; // the same hour
        QVERIFY(folder().make(m_laptop->store(), now()).ok());
        QCOMPARE(folder().list().size(), size_t(2));
        QCOMPARE(folder().list().back(), *only);
    }

    void aBackupAndTheEditsSince()
    {
        const auto base = folder().make(m_laptop->store(), now());
        QVERIFY(base.ok());
        const EditName last = m_laptop->store().edits(1).at(0).name;
        m_laptop->addNote(u"second"_s);
        m_laptop->addNote(u"third"_s);
        const std::vector<Edit> since = m_laptop->store().editsAfter(last);
        QCOMPARE(since.size(), size_t(2));
        QCOMPARE(m_laptop->store().editsBeyond(openBackup(*base).store->tips()).size(), size_t(2));
        QCOMPARE(m_laptop->store().editsBeyond(m_laptop->store().tips()).size(), size_t(0));
        QCOMPARE(openBackup(*base).store->countBeyond(m_laptop->store().tips()), qint64(0));
        QCOMPARE(m_laptop->store().editsBeyond({}).size(), size_t(3));
        const auto rescued = folder().makeFrom(*base, since, now(), sampleCatalogue());
        QVERIFY2(rescued.ok(), rescued.ok() ? "" : qPrintable(rescued.error().message()));
        QVERIFY(rescued->kept);
        QCOMPARE(openBackup(*rescued).store->check().stateDigest, m_laptop->store().check().stateDigest);
        // An edit short of the chain.
        const QStringList before = names();
        QVERIFY(!folder().makeFrom(*base, {since[1]}, now(), sampleCatalogue()).ok());
        QCOMPARE(names(), before);
    }

    // --- When it cannot be done

    void aRefusalTouchesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("the disk is full") << u"full"_s;
        QTest::newRow("no room even for the first page") << u"very full"_s;
        QTest::newRow("an edit in the file is damaged") << u"damaged"_s;
    }
    void aRefusalTouchesNothing()
    {
        QFETCH(QString, what);
        QVERIFY(folder().make(m_laptop->store(), now()).ok());
        const QStringList before = names();
        const QByteArray bytes = bytesOf(folder().list().front().path);
        m_time += 60'000; // of the same hour: would push the older one out
        m_laptop->addNote(u"second"_s);
        if (what == u"damaged"_s) {
            // One letter of a value on the board: opening does not see it.
            m_laptop->close();
            const QByteArray whole = bytesOf(m_laptop->path());
            bool shown = false;
            for (qsizetype i = whole.indexOf("first"); i >= 0 && !shown; i = whole.indexOf("first", i + 1)) {
                m_laptop->close();
                QByteArray flipped = whole;
                flipped[i] = 'F';
                QVERIFY(writeBytes(m_laptop->path(), flipped));
                shown = m_laptop->open() == OpenOutcome::Current;
            }
            QVERIFY(shown);
        }
        struct rlimit limit = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlim_t unlimited = limit.rlim_cur;
        if (what != u"damaged"_s) {
            limit.rlim_cur = what == u"full"_s ? 40'000 : 1;
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        }
        const auto made = folder().make(m_laptop->store(), now());
        limit.rlim_cur = unlimited;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        QVERIFY(!made.ok());
        QVERIFY2(made.error().why.contains(u"older backups are as they were"_s),
            qPrintable(made.error().message()));
        QVERIFY2(made.error().why.contains(what == u"damaged"_s ? u"damaged"_s : u"space"_s),
            qPrintable(made.error().message()));
        QCOMPARE(names(), before);
        QCOMPARE(bytesOf(folder().list().front().path), bytes);
    }

    void aFolderThatCannotBe_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a file stands in its place") << u"taken/file-1"_s;
        QTest::newRow("where nobody may make one") << u"/proc/self/backups/file-1"_s;
    }
    void aFolderThatCannotBe()
    {
        QFETCH(QString, path);
        QVERIFY(writeBytes(m_folder->filePath(u"taken"_s), "x"));
        const BackupFolder nowhere(QDir(m_folder->path()).absoluteFilePath(path));
        const auto made = nowhere.make(m_laptop->store(), now());
        QVERIFY(!made.ok());
        QVERIFY2(made.error().message().contains(nowhere.path()), qPrintable(made.error().message()));
        QVERIFY(nowhere.list().empty());
    }

    // --- In another thread, while somebody types

    void whileEditsAreWritten()
    {
        std::vector<Result<Backup>> made;
        std::thread worker([&] {
            for (int i = 0; i < 20; ++i) {
                const auto own = Store::open(
                    m_laptop->path(), OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
                const BackupFolder each(m_folder->filePath(u"each/%1"_s.arg(i)));
                made.push_back(own.store ? each.make(*own.store, now()) : Result<Backup>(own.error));
            }
        });
        for (int i = 0; i < 100; ++i)
            m_laptop->addNote(QString(200, u'y'));
        worker.join();
        for (const auto &one : made) {
            QVERIFY2(one.ok(), one.ok() ? "" : qPrintable(one.error().message()));
            QVERIFY(openBackup(*one).store->check().ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
