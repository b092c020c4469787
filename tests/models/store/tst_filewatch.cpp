#include "models/store/filewatch.h"
#include "tests/models/store/laptop.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <utime.h>

using namespace liaison;
using namespace Qt::StringLiterals;

// A file moved, replaced or overwritten under the open store: noticed, and from then on nothing is written.
class TestFileWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_time = 1'171'497'600'000;
    std::unique_ptr<Laptop> m_laptop;
    QByteArray m_older; // the file as it was, closed
    QByteArray m_stranger;

    Store &store() { return m_laptop->store(); }
    QString path() const { return m_laptop->path(); }
    QString other() const { return m_folder->filePath(u"other.liaison"_s); }

    bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    Result<EditName> tryToWrite()
    {
        Draft draft(u"Add note"_s);
        draft.create(*sampleCatalogue().entity(sample::note), QUuid::createUuid(),
            {{sample::title, Value(u"late"_s)}});
        return store().commit(draft);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
        Laptop stranger(m_folder->filePath(u"stranger"_s), u"Ben"_s, &m_time);
        QVERIFY(stranger.create());
        stranger.addNote(u"a stranger's"_s);
        stranger.close();
        m_stranger = bytesOf(stranger.path());
        m_laptop = std::make_unique<Laptop>(m_folder->filePath(u"home"_s), u"Ana"_s, &m_time);
        QVERIFY(m_laptop->create());
        m_laptop->addNote(u"first"_s);
        m_laptop->close();
        m_older = bytesOf(path());
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
    }
    void cleanup()
    {
        m_laptop.reset();
        m_folder.reset();
    }

    void displaced_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("edited");
        QTest::addColumn<bool>("settled");
        QTest::addColumn<Whereabouts>("where");
        const std::pair<const char *, Whereabouts> ways[] = {{"renamed", Whereabouts::Gone},
            {"deleted", Whereabouts::Gone}, {"another moved over it", Whereabouts::Replaced},
            {"another copied into it", Whereabouts::Overwritten},
            {"an older state of it copied into it", Whereabouts::Overwritten},
            {"text written into it", Whereabouts::Overwritten}, {"emptied", Whereabouts::Overwritten}};
        for (const auto &[way, where] : ways) {
            const QString how = QString::fromLatin1(way);
            QTest::addRow("%s, after edits", way) << how << true << true << where;
            QTest::addRow("%s, right after an edit", way) << how << true << false << where;
            // The older state is the present one when nothing was edited.
            if (!how.startsWith(u"an older"_s))
                QTest::addRow("%s, nothing edited", way) << how << false << false << where;
        }
    }
    void displaced()
    {
        QFETCH(QString, how);
        QFETCH(bool, edited);
        QFETCH(bool, settled);
        QFETCH(Whereabouts, where);
        if (edited)
            m_laptop->addNote(u"second"_s);
        if (settled)
            store().settle();
        const auto edits = store().edits().size();
        store().lookForOtherWriters();
        QCOMPARE(store().whereabouts(), Whereabouts::InPlace);
        QSignalSpy spy(&store(), &Store::displaced);
        QByteArray there;
        if (how == u"renamed"_s) {
            QVERIFY(QFile::rename(path(), other()));
        } else if (how == u"deleted"_s) {
            QVERIFY(QFile::remove(path()));
        } else if (how == u"another moved over it"_s) {
            there = m_stranger;
            QVERIFY(writeBytes(other(), there));
            QVERIFY(run(u"mv"_s, {other(), path()}));
        } else {
            there = how == u"another copied into it"_s ? m_stranger
                : how.startsWith(u"an older"_s)        ? m_older
                : how.startsWith(u"text"_s)            ? QByteArray(100'000, 't')
                                                       : QByteArray();
            QVERIFY(writeBytes(other(), there));
            QVERIFY(
                run(u"cp"_s, {other(), path()})); // a process of its own, so that it takes no locks of ours
        }

        const auto refused = tryToWrite(); // looks by itself
        QVERIFY(!refused.ok());
        QVERIFY2(
            refused.error().why.contains(u"nothing was written"_s), qPrintable(refused.error().message()));
        QCOMPARE(store().whereabouts(), where);
        QCOMPARE(spy.count(), 0);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(!store().undo(store().edits(1).empty() ? EditName() : store().edits(1).at(0).name).ok());
        QVERIFY(!store().rebuild().ok());
        store().settle();
        store().lookForOtherWriters();
        if (where != Whereabouts::Overwritten) {
            // All of it, from a file that has no name or another.
            const QString copy = m_folder->filePath(u"copy.liaison"_s);
            QVERIFY(store().backup(copy).ok());
            const auto opened =
                Store::open(copy, OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
            QVERIFY(opened.store);
            QCOMPARE(opened.store->edits().size(), edits);
            QVERIFY(opened.store->check().ok());
        }
        m_laptop->close();
        // What stands there is as the other program left it, also with what lies beside it.
        if (where == Whereabouts::Gone)
            QCOMPARE(filesIn(m_folder->filePath(u"home"_s)), QStringList());
        else
            QCOMPARE(bytesOf(path()), there);
        if (!there.isEmpty() && !how.startsWith(u"text"_s)) {
            const auto opened =
                Store::open(path(), OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
            QVERIFY(opened.store);
            QVERIFY(opened.store->check().ok());
        }
        if (how == u"renamed"_s) {
            const auto opened =
                Store::open(other(), OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue());
            QVERIFY(opened.store);
            QCOMPARE(opened.store->edits().size(), edits);
        }
    }

    void whatIsNoDisplacement_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"touched", "written by another laptop's program", "folded by another tool",
                 "opened here once more", "many edits of our own"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void whatIsNoDisplacement()
    {
        QFETCH(QString, how);
        for (int round = 0; round < 3; ++round) {
            m_laptop->addNote(u"mine"_s);
            if (round > 0)
                store().settle();
            if (how == u"touched"_s) {
                const utimbuf times{1'000'000 + round, 1'000'000 + round};
                QCOMPARE(::utime(QFile::encodeName(path()).constData(), &times), 0);
            } else if (how.startsWith(u"written"_s)) {
                Laptop ben(m_folder->filePath(u"ben%1"_s.arg(round)), u"Ben"_s, &m_time);
                auto opened = Store::open(path(), OpenMode::ReadWrite, ben.surroundings(), sampleCatalogue());
                Draft draft(u"Add note"_s);
                draft.create(*sampleCatalogue().entity(sample::note), QUuid::createUuid(),
                    {{sample::title, Value(u"Ben's"_s)}});
                QVERIFY(opened.store->commit(draft).ok());
                if (round == 1)
                    store().lookForOtherWriters();
                opened.store->settle();
            } else if (how.startsWith(u"folded"_s)) {
                if (round > 0) // unsettled it may be taken for a displacement
                    QVERIFY(run(u"sqlite3"_s, {path(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s}));
            } else if (how.startsWith(u"opened"_s)) {
                QVERIFY(Store::open(path(), OpenMode::ReadOnly, m_laptop->surroundings(), sampleCatalogue())
                            .store);
            } else {
                for (int i = 0; i < 400; ++i)
                    m_laptop->addNote(QString(200, u'z'));
            }
            store().lookForOtherWriters();
            QCOMPARE(store().whereabouts(), Whereabouts::InPlace);
            QVERIFY(tryToWrite().ok());
        }
        QVERIFY(store().check().ok());
        m_laptop->close();
        QCOMPARE(filesIn(m_folder->filePath(u"home"_s)), QStringList{u"file.liaison"_s});
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
