#include "tests/models/outreachfile.h"

#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/exchange/personfile.h"
#include "models/store/backups.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace liaison;

// store.md, R12 and section 6: of an erased person nothing readable is left in the file.
class ErasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<OutreachFile>();
        m_person = m_file->add(fields::person::entity,
            {{fields::person::name, Value(u"Canarina Firstname"_s)},
                {fields::person::email, Value(u"canary@mail.example"_s)},
                {fields::person::phone, Value(u"+592-CANARY-1"_s)},
                {fields::person::note, Value(u"canarynote secret"_s)}});
        // Past values.
        change(*m_file,
            {{fields::person::name, Value(u"Canarina Secondname"_s)},
                {fields::person::note, Value(u"canarylater secret"_s)}});
        change(*m_file, {{fields::person::phone, Value(u"+592-CANARY-2"_s)}});
        const QUuid workshop = m_file->activity(u"Workshop"_s, u"2007-02"_s, u"GY"_s);
        const QUuid nic = m_file->organisation(u"NIC"_s, organisationKind::cctldManager, u"GY"_s);
        m_attendance = m_file->attend(workshop, m_person, u"next level"_s);
        m_affiliation = m_file->affiliate(m_person, nic);
    }
    void cleanup() { m_file.reset(); }

    // Or the tests below would find nothing where nothing could be.
    void theCanaryIsThereBefore()
    {
        m_file->close();
        QCOMPARE(found(*m_file), canaries());
    }

    void nothingIsLeft()
    {
        erase();
        QVERIFY(found(*m_file).isEmpty()); // while it is open, in its side files too
        QVERIFY(m_file->store().check().ok());
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
        m_file->reopen();
        QVERIFY(m_file->store().check().ok());
        QVERIFY(m_file->store().find(fields::person::entity, m_person).isHidden());
        QCOMPARE(m_file->store().count({.entity = fields::person::entity, .search = u"canarina"_s}), 0);
        // What the person took part in stays and counts.
        QCOMPARE(
            m_file->store().find(fields::attendance::entity, m_attendance).value(fields::attendance::person),
            Value(m_person));
        for (const HistoryEntry &entry : m_file->store().history(fields::person::entity, m_person)) {
            QVERIFY(entry.field == lifeField || entry.erased);
            QVERIFY(!entry.from.text().contains(u"anar"_s) && !entry.to.text().contains(u"anar"_s));
        }
    }

    // As by a command, which opens the file, erases and closes it.
    void itMayBeTheFirstThingWritten()
    {
        m_file->close();
        m_file->reopen();
        erase();
        QCOMPARE(m_file->store().whereabouts(), Whereabouts::InPlace);
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
        m_file->reopen();
        QVERIFY(m_file->store().find(fields::person::entity, m_person).isHidden());
        QVERIFY(m_file->store().check().ok());
    }

    void nothingIsLeftAfterRebuilding()
    {
        erase();
        QVERIFY(m_file->store().rebuild().ok());
        QVERIFY(m_file->store().check().ok());
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
    }

    void whatAnotherLaptopWritesLaterIsErasedToo()
    {
        OutreachFile other(u"Ben"_s);
        QVERIFY(other.store().merge(m_file->store().allEdits()).ok());
        change(other, {{fields::person::note, Value(u"canaryother secret"_s)}});
        QCOMPARE(found(other).contains(u"canaryother"_s), true);
        erase();
        QVERIFY(m_file->store().merge(other.store().allEdits()).ok());
        QVERIFY(m_file->store().check().ok());
        // And the other way round.
        QVERIFY(other.store().merge(m_file->store().allEdits()).ok());
        QVERIFY(other.store().check().ok());
        QCOMPARE(other.store().check().stateDigest, m_file->store().check().stateDigest);
        QCOMPARE(other.store().check().editsDigest, m_file->store().check().editsDigest);
        m_file->close();
        other.close();
        QCOMPARE(found(*m_file), QStringList());
        QCOMPARE(found(other), QStringList());
    }

    void whatWaitsIsErasedToo()
    {
        OutreachFile other(u"Ben"_s);
        QVERIFY(other.store().merge(m_file->store().allEdits()).ok());
        other.activity(u"Another"_s, u"2007"_s, u"GY"_s); // its past, which does not arrive
        const EditName before = other.store().edits(1).front().name;
        change(other, {{fields::person::note, Value(u"canaryother secret"_s)}});
        QVERIFY(m_file->store().merge(other.store().editsAfter(before)).ok());
        QCOMPARE(m_file->store().waitingCount(), 1);
        erase();
        QVERIFY(m_file->store().check().ok());
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
        m_file->reopen();
        QVERIFY(m_file->store().merge(other.store().allEdits()).ok());
        QCOMPARE(m_file->store().waitingCount(), 0);
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
    }

    void itIsNoStepToUndo()
    {
        Editor editor(m_file->store());
        const auto erased = editor.record(erasureOf(m_file->store().find(fields::person::entity, m_person)));
        QVERIFY(erased.ok());
        QCOMPARE(editor.undoStack()->count(), 0);
        const auto undone = editor.undo(*erased);
        QVERIFY(undone.ok());
        QCOMPARE(undone->undone, 0);
        QVERIFY(m_file->store().find(fields::person::entity, m_person).isHidden());
        // Once is enough.
        const auto edits = m_file->store().edits().size();
        const auto again = editor.record(erasureOf(m_file->store().find(fields::person::entity, m_person)));
        QVERIFY(again.ok() && again->isNull());
        QCOMPARE(m_file->store().edits().size(), edits);
    }

    void stepsBeforeItDoNotBringAnythingBack()
    {
        Editor editor(m_file->store());
        const Record person = m_file->store().find(fields::person::entity, m_person);
        Draft draft(u"Change a person"_s);
        draft.edit(person, {{fields::person::email, Value(u"new@mail.example"_s)}});
        QVERIFY(editor.record(draft).ok());
        QVERIFY(editor.record(deletionOf(m_file->store().find(fields::person::entity, m_person))).ok());
        erase(); // a deleted one as well
        editor.undoStack()->undo();
        editor.undoStack()->undo();
        QVERIFY(m_file->store().find(fields::person::entity, m_person).isHidden());
        m_file->close();
        QCOMPARE(found(*m_file), QStringList());
    }

    void copiesThatHoldThemAreNamed()
    {
        Surroundings around = m_file->surroundings();
        around.backupFolder = QDir(m_file->folder()).filePath(u"backups"_s);
        m_file->close();
        const QString path = m_file->path();
        QVERIFY(QFile::copy(path, path + u".before-restore"_s));
        QVERIFY(QFile::copy(path, path + u".note"_s)); // nobody's business
        auto opening = Store::open(path, OpenMode::ReadWrite, around);
        QVERIFY(opening.store);
        const BackupFolder folder = BackupFolder::of(path, around.backupFolder);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_file->now(), Qt::UTC);
        const auto before = folder.make(*opening.store, now);
        QVERIFY2(before.ok(), qPrintable(before.ok() ? QString() : before.error().message()));
        const auto copies = [&] { return opening.store->copiesHolding(fields::person::entity, m_person); };
        QCOMPARE(copies(), std::vector<QString>({path + u".before-restore"_s, before->path}));
        QVERIFY(opening.store->commit(erasureOf(opening.store->find(fields::person::entity, m_person))).ok());
        QVERIFY(folder.make(*opening.store, now.addDays(1)).ok()); // holds nobody
        QCOMPARE(copies(), std::vector<QString>({path + u".before-restore"_s, before->path}));
        // What cannot be read may hold them.
        QFile broken(path + u".before-rebuild"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no database") > 0);
        broken.close();
        QCOMPARE(copies().size(), size_t(3));
    }

    void mentionsAreFound()
    {
        const QUuid named =
            m_file->activity(u"Talk by Canarina Firstname"_s, u"2007"_s, u"GY"_s); // a past name
        const QUuid mailed = m_file->activity(u"Call"_s, u"2007"_s, u"GY"_s,
            {{fields::activity::outcome, Value(u"write to canary@mail.example!"_s)}});
        m_file->activity(u"Canarina Firstnames"_s, u"2007"_s, u"GY"_s); // another word
        const std::vector<Record> all =
            mentionsOf(m_file->store(), m_file->store().find(fields::person::entity, m_person));
        QSet<QUuid> ids;
        for (const Record &record : all)
            ids.insert(record.id());
        QCOMPARE(ids, QSet<QUuid>({named, mailed}));
    }

    void exportHasPastValuesAndAllRows()
    {
        const Record person = m_file->store().find(fields::person::entity, m_person);
        m_file->remove(fields::affiliation::entity, m_affiliation);
        m_file->add(fields::task::entity,
            {{fields::task::text, Value(u"write to her"_s)},
                {fields::task::of,
                    Value(Value::Parts{{u"entity"_s, Value(u"person"_s)}, {u"row"_s, Value(m_person)}})}});
        const QString path = QDir(m_file->folder()).filePath(u"person.json"_s);
        QVERIFY(exportPerson(m_file->store(), person, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        const QByteArray bytes = file.readAll();
        for (const QString &canary : canaries())
            QVERIFY2(bytes.contains(canary.toUtf8()), qPrintable(canary));
        const QJsonObject all = QJsonDocument::fromJson(bytes).object();
        QStringList entities;
        for (const QJsonValue &row : all.value(u"rows"_s).toArray())
            entities.append(row.toObject().value(u"entity"_s).toString());
        entities.sort();
        QCOMPARE(entities, QStringList({u"affiliation"_s, u"attendance"_s, u"task"_s}));
        // Never over another file.
        QVERIFY(!exportPerson(m_file->store(), person, path).ok());
        file.seek(0);
        QCOMPARE(file.readAll(), bytes);
    }

private:
    static QStringList canaries()
    {
        return {u"canary@mail.example"_s, u"+592-CANARY-1"_s, u"+592-CANARY-2"_s, u"canarynote"_s,
            u"canarylater"_s, u"Canarina"_s, u"Firstname"_s, u"Secondname"_s};
    }
    // Those of them that stand in the bytes of the file or of those beside it, in the encodings SQLite and Qt
    // know; lower case too, as the search index has it.
    static QStringList found(const OutreachFile &file)
    {
        QByteArray bytes;
        for (const QString &tail : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
            if (!QFile::exists(file.path() + tail))
                continue;
            // Another program: closing a descriptor of one's own would drop SQLite's locks.
            QProcess cat;
            cat.start(u"cat"_s, {file.path() + tail});
            cat.waitForFinished();
            bytes += cat.readAllStandardOutput();
        }
        QStringList all;
        for (const QString &canary : canaries() + QStringList{u"canaryother"_s}) {
            for (const QString &form : {canary, canary.toLower()}) {
                const QByteArray wide(reinterpret_cast<const char *>(form.utf16()), form.size() * 2);
                if ((bytes.contains(form.toUtf8()) || bytes.contains(wide)) && !all.contains(canary))
                    all.append(canary);
            }
        }
        return all;
    }
    void change(OutreachFile &file, TestFile::Fields fields)
    {
        file.change(fields::person::entity, m_person, std::move(fields));
    }
    void erase()
    {
        const auto done =
            m_file->store().commit(erasureOf(m_file->store().find(fields::person::entity, m_person)));
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().message()));
    }

    std::unique_ptr<OutreachFile> m_file;
    QUuid m_person;
    QUuid m_attendance;
    QUuid m_affiliation;
};

QTEST_MAIN(ErasureTest)
#include "tst_erasure.moc"
