#pragma once

#include "models/store/dictionary.h"
#include "models/store/edit.h"
#include "models/store/fold.h"

#include <functional>
#include <optional>
#include <vector>

namespace liaison {

// The operations of one row, ready to fold, with the ids they have in the file.
struct RowOps
{
    std::vector<FoldOp> ops;
    std::vector<qint64> ids;
    // Per operation the fields whose value is sealed or erased; the fold does not care.
    struct Sealing
    {
        qint64 field = 0;
        bool erased = false;
    };
    std::vector<std::vector<Sealing>> sealed;

    void append(RowOps &&later);
    bool isErased(size_t op, qint64 field) const;
    // Those folded up to an edit.
    std::span<const FoldOp> upTo(qint64 seq) const;
};

// The edits on disk: append, read, walk. Never rewrites, but for erasing sealed values. Throws SqlFailure; appending
// belongs in a write transaction.
class Journal
{
public:
    Journal(Connection &db, Dictionary &names) : m_db(db), m_names(names) { }

    // 0 when it is not here (waiting does not count).
    qint64 seqOf(const EditName &name);
    EditName nameOf(qint64 seq); // null when there is none
    bool isWaiting(const EditName &name);

    struct Appended
    {
        qint64 row = 0;
        bool isFirst = false; // the row was not known before
        RowOps op;            // as rowOps() would read it back
    };
    // Appends an edit all of whose dependencies are here; gives its operations.
    std::vector<Appended> append(const Edit &edit, const EditName &name);
    void addWaiting(const Edit &edit, const EditName &name, const EditName &needs);
    // Takes out those that waited for this one.
    std::vector<Edit> takeWaitingFor(const EditName &name);

    RowOps rowOps(qint64 row);
    // Every row with operations, in order of its id.
    void forEachRow(const std::function<void(qint64 row, const RowOps &)> &visit);

    std::optional<Edit> edit(qint64 seq);
    std::vector<Edit> waiting();
    qint64 lastSeq();
    // The rows an edit touches.
    std::vector<qint64> rowsOf(qint64 seq);

    // R12: every sealed value of the row, past ones and those that wait.
    void erase(qint64 row, const QString &entity, const QUuid &uuid);

private:
    Appended appendOp(const Operation &op, qint64 id, FoldOp shown);
    Operation operation(qint64 op, qint64 row, const QByteArray &body);
    void readOp(RowOps &into, qint64 id, qint64 edit, qint64 at, const EditName &name, const QByteArray &body);

    Connection &m_db;
    Dictionary &m_names;
};

} // namespace liaison
