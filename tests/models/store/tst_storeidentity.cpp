#include "tests/models/store/laptop.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace liaison;
using namespace Qt::StringLiterals;

// Who writes (store.md, R9): a file goes on as the replica it was only when nobody else can.
class TestStoreIdentity : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_time = 1'171'497'600'000;
    std::unique_ptr<Laptop> m_laptop;

    // Adds a note and tells as which replica.
    static QUuid write(Laptop &laptop)
    {
        laptop.addNote(u"note"_s);
        return laptop.store().allEdits().back().replica;
    }
    QUuid writeAfterOpening()
    {
        if (m_laptop->open() != OpenOutcome::Current)
            return {};
        return write(*m_laptop);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
        m_laptop = std::make_unique<Laptop>(m_folder->filePath(u"home"_s), u"Ana"_s, &m_time);
        QVERIFY(m_laptop->create());
    }
    void cleanup()
    {
        if (m_laptop->isOpen()) {
            QVERIFY(m_laptop->store().forks().empty()); // in every case
            QVERIFY(m_laptop->store().check().ok());
        }
        m_laptop.reset();
        m_folder.reset();
    }

    void aCleanlyClosedFileGoesOnAsItself()
    {
        const QUuid first = write(*m_laptop);
        for (int i = 0; i < 3; ++i) {
            m_laptop->close();
            QCOMPARE(writeAfterOpening(), first);
        }
        QCOMPARE(m_laptop->store().tips().size(), 1u);
        QCOMPARE(m_laptop->store().tips()[0].n, 4);
    }

    void readingInBetweenDoesNotMatter()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        m_laptop->close();
        QCOMPARE(m_laptop->open(OpenMode::ReadOnly), OpenOutcome::Current);
        m_laptop->close();
        QCOMPARE(writeAfterOpening(), first);
    }

    void mergingInBetweenDoesNotMatter()
    {
        Laptop other(m_folder->filePath(u"other"_s), u"Ben"_s, &m_time);
        QVERIFY(other.create());
        other.addNote(u"Ben's"_s);
        const QUuid first = write(*m_laptop);
        m_laptop->take(other.store().allEdits());
        m_laptop->close();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        other.addNote(u"Ben's second"_s);
        m_laptop->take(other.store().allEdits());
        m_laptop->close();
        QCOMPARE(writeAfterOpening(), first);
    }

    void aRestoredCopyIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->store().settle();
        QVERIFY(copyOver(m_laptop->path(), m_laptop->aside(u"old"_s)));
        write(*m_laptop);
        m_laptop->close();
        QVERIFY(m_laptop->replaceFile(m_laptop->aside(u"old"_s)));
        QVERIFY(writeAfterOpening() != first);
    }

    void aRestoredCopyThatLacksNothingMayGoOn()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        QVERIFY(copyOver(m_laptop->path(), m_laptop->aside(u"same"_s)));
        QVERIFY(m_laptop->replaceFile(m_laptop->aside(u"same"_s)));
        QCOMPARE(writeAfterOpening(), first);
    }

    void aCopyOnAnotherLaptopIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        Laptop other(m_folder->filePath(u"other"_s), u"Ben"_s, &m_time);
        QVERIFY(other.replaceFile(m_laptop->path()));
        QCOMPARE(other.open(), OpenOutcome::Current);
        const QUuid others = write(other);
        QVERIFY(others != first);
        QCOMPARE(writeAfterOpening(), first); // the original goes on
        Meeting::exchange(*m_laptop, other);
        QVERIFY(other.store().forks().empty());
    }

    void ofTwoCopiesOnOneLaptopOnlyOneGoesOn()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        const QString copy = m_laptop->aside(u"copy.liaison"_s);
        QVERIFY(copyOver(m_laptop->path(), copy));
        auto opened = Store::open(copy, OpenMode::ReadWrite, m_laptop->surroundings(), sampleCatalogue());
        QVERIFY(opened.store);
        Draft draft(u"Add note"_s);
        draft.create(*sampleCatalogue().entity(sample::note), QUuid::createUuidV5(QUuid(), u"copy's"_s), {});
        QVERIFY(opened.store->commit(draft).ok());
        const bool copyGoesOn = opened.store->allEdits().back().replica == first;
        const bool originalGoesOn = writeAfterOpening() == first; // while the copy is open
        QVERIFY(!(copyGoesOn && originalGoesOn));
        m_laptop->take(opened.store->allEdits());
        QVERIFY(m_laptop->store().forks().empty());
        opened.store.reset();
        m_laptop->close();
        QCOMPARE(m_laptop->open(), OpenOutcome::Current);
        write(*m_laptop);
    }

    void aSecondProgramOnOneFileIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        auto opened =
            Store::open(m_laptop->path(), OpenMode::ReadWrite, m_laptop->surroundings(), sampleCatalogue());
        QVERIFY(opened.store);
        Draft draft(u"Add note"_s);
        draft.create(
            *sampleCatalogue().entity(sample::note), QUuid::createUuidV5(QUuid(), u"second's"_s), {});
        QVERIFY(opened.store->commit(draft).ok());
        QVERIFY(opened.store->allEdits().back().replica != first);
        QCOMPARE(write(*m_laptop), first);
    }

    void afterACrashItIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->store().settle();
        QVERIFY(copyOver(m_laptop->path(), m_laptop->aside(u"crashed"_s)));
        QVERIFY(!QFile::exists(m_laptop->tokens())
            || copyOver(m_laptop->tokens(), m_laptop->aside(u"tokens then"_s)));
        m_laptop->close();
        QVERIFY(m_laptop->replaceFile(m_laptop->aside(u"crashed"_s)));
        if (QFile::exists(m_laptop->aside(u"tokens then"_s)))
            QVERIFY(copyOver(m_laptop->aside(u"tokens then"_s), m_laptop->tokens()));
        else
            QDir(m_laptop->tokens()).removeRecursively();
        const QUuid second = writeAfterOpening();
        QVERIFY(second != first);
        m_laptop->close();
        QCOMPARE(writeAfterOpening(), second);
    }

    void afterACrashInALaterSessionItIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        QCOMPARE(writeAfterOpening(), first);
        m_laptop->store().settle();
        QVERIFY(copyOver(m_laptop->path(), m_laptop->aside(u"crashed"_s)));
        QVERIFY(copyOver(m_laptop->tokens(), m_laptop->aside(u"tokens then"_s)));
        m_laptop->close();
        QVERIFY(m_laptop->replaceFile(m_laptop->aside(u"crashed"_s)));
        QVERIFY(copyOver(m_laptop->aside(u"tokens then"_s), m_laptop->tokens()));
        QVERIFY(writeAfterOpening() != first);
    }

    // A copy of everything but what was written last: power lost between the token and the disk.
    void anOldFileWithAnOldTokenOfAnotherStateIsANewReplica()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        QVERIFY(copyOver(m_laptop->tokens(), m_laptop->aside(u"old tokens"_s)));
        QCOMPARE(writeAfterOpening(), first);
        m_laptop->close();
        QVERIFY(copyOver(m_laptop->aside(u"old tokens"_s), m_laptop->tokens()));
        QVERIFY(writeAfterOpening() != first); // the token knows less than the file
    }

    void withoutATokenFolderEverySessionIsANewReplica()
    {
        const QString blocked = m_folder->filePath(u"blocked"_s);
        QFile file(blocked);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Surroundings surroundings = m_laptop->surroundings();
        surroundings.tokenFolder = blocked + u"/tokens"_s;
        std::set<QUuid> replicas;
        m_laptop->close();
        for (int i = 0; i < 3; ++i) {
            auto opened = Store::open(m_laptop->path(), OpenMode::ReadWrite, surroundings, sampleCatalogue());
            QVERIFY(opened.store);
            Draft draft(u"Add note"_s);
            draft.create(*sampleCatalogue().entity(sample::note),
                QUuid::createUuidV5(QUuid(), QString::number(i)), {});
            QVERIFY(opened.store->commit(draft).ok());
            replicas.insert(opened.store->allEdits().back().replica);
        }
        QCOMPARE(replicas.size(), 3u);
    }

    void aDamagedTokenIsNotTrusted()
    {
        const QUuid first = write(*m_laptop);
        m_laptop->close();
        for (const QString &name : QDir(m_laptop->tokens()).entryList(QDir::Files)) {
            QFile file(m_laptop->tokens() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray bytes = file.readAll();
            QVERIFY(file.seek(0));
            file.write(bytes.first(bytes.size() / 2));
            QVERIFY(file.resize(bytes.size() / 2));
        }
        QVERIFY(writeAfterOpening() != first);
    }

    void theTokenIsNotBesideTheFile()
    {
        write(*m_laptop);
        m_laptop->close();
        QCOMPARE(QDir(m_folder->filePath(u"home"_s)).entryList(QDir::Files), QStringList{u"file.liaison"_s});
    }
};

QTEST_GUILESS_MAIN(TestStoreIdentity)
#include "tst_storeidentity.moc"
