#pragma once

#include "models/store/filewatch.h"
#include "models/store/journal.h"
#include "models/store/recordtables.h"
#include "models/store/store.h"

#include <QScopeGuard>
#include <QTimer>

namespace liaison {

// What an open store is made of. Only models/store sees it.
class StoreFile
{
public:
    StoreFile(const QString &path, Connection::Access access, const Surroundings &surroundings,
        const Catalogue &catalogue, bool readOnly);
    // Folds the WAL into the file, and leaves the token; throws nothing.
    ~StoreFile();

    // What an open store is made of, for reads that stand outside of it.
    static StoreFile &of(const Store &store);
    static constexpr char ownerProperty[] = "storeFile"; // where the store tells

    const QString path;
    const Surroundings surroundings;
    const Catalogue &catalogue;
    const bool readOnly;

    Connection db;
    Dictionary names;
    Journal journal;
    RecordTables tables;
    FileWatch watch;

    // --- Reading
    qint64 rowId(QAnyStringView entity, const QUuid &row); // 0 when unknown
    // The same of many, as a JSON list to be bound to json_each().
    QString rowIds(QAnyStringView entity, const std::vector<QUuid> &rows);
    Tip tipOf(const QUuid &replica);
    std::vector<Tip> tips();
    EditInfo infoOf(qint64 seq);

    // --- Writing
    // What was read of a row to compose an edit of it need not be read again to show that edit: kept for some rows, until
    // the next step is composed or anything goes wrong.
    void keepRead(qint64 row, RowOps ops);
    void forgetRead() { m_read.clear(); }
    // Ready to write: in WAL mode, as a replica of our own. The first time this changes bytes of the file and claims
    // the token, so it is called only when there is something to write.
    // Gives the tip we write on from.
    Tip prepareToWrite();
    // Held while we write: what the file looks like afterwards is our doing.
    [[nodiscard]] auto ownWriting()
    {
        return qScopeGuard([this] { watch.remember(); });
    }
    bool hasWritten() const { return m_writing; }
    // The replica we write as, its last edit's n and name. After prepareToWrite() only.
    Tip ownTip() const { return m_own; }
    void setOwnTip(const Tip &tip) { m_own = tip; }
    // The time for the next own edit: never before the last one's (store.md, section 2).
    qint64 nextTime();

    // After apply(): what was left for the end, where many rows at once cost less; then the transaction ends.
    void finish(Transaction &transaction);
    // Appends an edit whose dependencies are here, and shows it; gives its rows. Inside a transaction.
    void apply(const Edit &edit, const EditName &name, ChangeSet &changes);
    // R12 for an edit that waits: what it says of an erased row is kept as digests. Its name stays.
    Edit withoutErased(Edit edit);
    // Makes edits of our own of these operations and applies them; gives the last one's name. Inside a transaction.
    EditName write(std::vector<Operation> ops, const QString &label, std::optional<EditName> group,
        std::optional<EditName> undoes, ChangeSet &changes);
    // The first edit this one builds on that is not here (R1); null when all are.
    EditName missingFor(const Edit &edit);
    // Everything remembered of the file's contents may be wrong: after a rollback, after another program's writing.
    void forget();
    // Whether another connection has written since this was last asked.
    bool someoneElseWrote();
    bool hasOthersWritten(); // the same, without taking note of it
    // The file is not where it was: nothing is written to what stands there, now or when this is closed.
    void leaveTo(Whereabouts where);

private:
    RowOps withRead(qint64 row, RowOps &&latest);
    void tell(
        ChangeSet &changes, const Operation &op, const RowState &before, const RowState &now, bool isFirst);

    QHash<qint64, RowOps> m_read;
    bool m_writing = false;
    bool m_left = false;
    bool m_onlySwitched = false; // to the WAL, so far
    bool m_erased = false;
    Tip m_own;
    qint64 m_lastTime = 0;
    qint64 m_dataVersion = 0;
};

// For groups: sixteen random bytes.
EditName randomName();
// Gives a plain value a salt of its own.
void seal(FieldWrite &write);

// The error of a failed statement, for people.
Error sqlError(const QString &what, const QString &where, const SqlFailure &failure);

} // namespace liaison
