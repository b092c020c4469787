#include "models/store/storefile.h"

#include "models/store/token.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <unistd.h>

#include <array>
#include <utility>

namespace liaison {

Q_LOGGING_CATEGORY(storeLog, "liaison.store")

namespace {

constexpr qsizetype mostRead = 2'000; // rows
constexpr size_t mostTold = 1'000;    // rows by name

} // namespace

StoreFile &StoreFile::of(const Store &store)
{
    return **static_cast<std::unique_ptr<StoreFile> *>(store.property(ownerProperty).value<void *>());
}

StoreFile::StoreFile(const QString &filePath, Connection::Access access, const Surroundings &world,
    const Catalogue &entities, bool isReadOnly)
    : path(filePath)
    , surroundings(world)
    , catalogue(entities)
    , readOnly(isReadOnly)
    , db(filePath, access)
    , names(db)
    , journal(db, names)
    , tables(db, names, entities)
    , watch(*this)
{
    m_dataVersion = db.number("PRAGMA data_version");
}

StoreFile::~StoreFile()
{
    if (!m_writing || m_left)
        return;
    try {
        if (const Whereabouts where = watch.look(); where != Whereabouts::InPlace) {
            leaveTo(where);
            return;
        }
        db.forgetStatements();
        // Fails while another program has the file open; the last one to close it succeeds. Closing does not wait.
        db.exec("PRAGMA busy_timeout = 100");
        db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        db.exec("PRAGMA journal_mode = DELETE");
    } catch (const SqlFailure &failure) {
        qCInfo(storeLog) << "the file stays in WAL mode:" << failure.explanation();
    }
    if (m_own.n > 0)
        token::release(surroundings.tokenFolder, m_own);
}

qint64 StoreFile::rowId(QAnyStringView entity, const QUuid &row)
{
    const qint64 entityId = names.findName(entity.toString());
    return entityId == 0 ? 0 : names.findRow(entityId, row);
}

QString StoreFile::rowIds(QAnyStringView entity, const std::vector<QUuid> &rows)
{
    QStringList ids;
    for (const QUuid &row : rows)
        ids.append(QString::number(rowId(entity, row)));
    return u'[' + ids.join(u',') + u']';
}

Tip StoreFile::tipOf(const QUuid &replica)
{
    Statement &select = db.statement("SELECT n, name FROM edit WHERE replica = ? ORDER BY n DESC, seq DESC LIMIT 1");
    Rows rows(select.bind(names.findReplica(replica)));
    return rows.next() ? Tip{replica, select.integer(0), EditName::fromBytes(select.bytes(1))} : Tip{replica, 0, {}};
}

std::vector<Tip> StoreFile::tips()
{
    std::vector<QUuid> replicas;
    {
        Statement &select = db.statement("SELECT uuid FROM replica ORDER BY uuid");
        Rows rows(select.bind());
        while (rows.next())
            replicas.push_back(QUuid::fromRfc4122(select.bytes(0)));
    }
    std::vector<Tip> result;
    for (const QUuid &replica : replicas) {
        if (const Tip tip = tipOf(replica); tip.n > 0)
            result.push_back(tip);
    }
    return result;
}

EditInfo StoreFile::infoOf(qint64 seq)
{
    EditInfo info;
    Statement &select = db.statement("SELECT name, at, author, label, grp, undoes, "
                                     "EXISTS(SELECT 1 FROM edit u WHERE u.undoes = e.name) FROM edit e WHERE seq = ?");
    Rows rows(select.bind(seq));
    if (!rows.next())
        return info;
    const auto optional = [&](int column) {
        return select.isNull(column) ? std::nullopt : std::optional(EditName::fromBytes(select.bytes(column)));
    };
    info.name = EditName::fromBytes(select.bytes(0));
    info.at = select.integer(1);
    info.author = names.author(select.integer(2));
    info.label = select.text(3);
    info.group = optional(4);
    info.undoes = optional(5);
    info.undone = select.integer(6) != 0;
    return info;
}

Tip StoreFile::prepareToWrite()
{
    if (m_writing)
        return m_own;
    m_onlySwitched = !hasOthersWritten(); // for SQLite the switch counts as another's writing
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA secure_delete = ON");
    m_writing = true;
    m_own = token::claim(surroundings.tokenFolder, tips());
    if (m_own.replica.isNull())
        m_own = Tip{QUuid::createUuid(), 0, {}};
    m_lastTime = 0;
    if (m_own.n > 0)
        m_lastTime = infoOf(journal.seqOf(m_own.name)).at;
    return m_own;
}

qint64 StoreFile::nextTime()
{
    m_lastTime = std::max(surroundings.clock(), m_lastTime + 1);
    return m_lastTime;
}

void StoreFile::keepRead(qint64 row, RowOps ops)
{
    if (m_read.size() < mostRead)
        m_read.insert(row, std::move(ops));
}

RowOps StoreFile::withRead(qint64 row, RowOps &&latest)
{
    const auto it = m_read.find(row);
    if (it == m_read.end())
        return journal.rowOps(row);
    RowOps ops = std::move(*it);
    m_read.erase(it);
    ops.append(std::move(latest));
    return ops;
}

void StoreFile::apply(const Edit &edit, const EditName &name, ChangeSet &changes)
{
    std::vector<Journal::Appended> appended = journal.append(edit, name);
    for (size_t i = 0; i < edit.ops.size(); ++i) {
        const Operation &op = edit.ops[i];
        const qint64 row = appended[i].row;
        const qint64 seq = appended[i].op.ops.front().edit;
        RowOps ops = appended[i].isFirst ? std::move(appended[i].op) : withRead(row, std::move(appended[i].op));
        RowState state = fold(ops.ops);
        if (state.erased) {
            // R12: also what arrives later for an erased row.
            journal.erase(row, op.entity, op.row);
            m_erased = true;
            ops = journal.rowOps(row);
            state = fold(ops.ops);
        }
        const RowState before = fold(ops.upTo(seq - 1));
        if (ops.ops.size() == 1)
            tables.writeFirst(row, ops, state);
        else
            tables.write(row, ops, state, &before);
        tell(changes, op, before, state, ops.ops.size() == 1);
    }
}

void StoreFile::tell(
    ChangeSet &changes, const Operation &op, const RowState &before, const RowState &now, bool isFirst)
{
    if (changes.everything)
        return;
    if (changes.rows.size() >= mostTold) {
        changes = ChangeSet{{}, true};
        return;
    }
    ChangeSet::Row change{op.entity, op.row, {}};
    for (const FieldState &field : now.fields) {
        const FieldState *then = before.find(field.field);
        if (!then || then->shown != field.shown || then->conflict != field.conflict)
            change.fields.insert(names.name(field.field));
    }
    const bool lifeMoved = before.hidden != now.hidden || before.lifeConflict != now.lifeConflict;
    if (isFirst || lifeMoved || now.erased)
        change.fields.insert(lifeField);
    changes.rows.push_back(std::move(change));
}

Edit StoreFile::withoutErased(Edit edit)
{
    for (Operation &op : edit.ops) {
        const qint64 row = rowId(op.entity, op.row);
        if (row == 0 || !fold(journal.rowOps(row).ops).erased)
            continue;
        for (auto &[field, write] : op.fields) {
            if (write.kind == FieldWrite::Kind::Sealed)
                write = {FieldWrite::Kind::Erased, {}, {}, write.digestOf(field)};
        }
    }
    return edit;
}

EditName StoreFile::missingFor(const Edit &edit)
{
    if (!edit.parent.isNull() && journal.seqOf(edit.parent) == 0)
        return edit.parent;
    for (const Operation &op : edit.ops) {
        for (const EditName &prev : op.prev) {
            if (journal.seqOf(prev) == 0)
                return prev;
        }
    }
    return {};
}

void StoreFile::finish(Transaction &transaction)
{
    if (m_erased)
        tables.recreateSearchIndex(journal);
    else
        tables.writeSearchIndex();
    m_erased = false;
    forgetRead();
    transaction.commit();
}

void StoreFile::forget()
{
    names.forget();
    tables.forget();
    forgetRead();
}

bool StoreFile::someoneElseWrote()
{
    const bool onlySwitched = std::exchange(m_onlySwitched, false);
    if (!hasOthersWritten())
        return false;
    m_dataVersion = db.number("PRAGMA data_version");
    if (!onlySwitched)
        watch.expectFolding();
    forget();
    return true;
}

bool StoreFile::hasOthersWritten()
{
    return db.number("PRAGMA data_version") != m_dataVersion;
}

void StoreFile::leaveTo(Whereabouts where)
{
    m_left = true;
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (!m_writing)
        return;
    bool isNeeded = where != Whereabouts::Overwritten; // the WAL, by the file
    try {
        // So that the file is whole under whatever name it has now, and its WAL says nothing to what has its
        // old one. The window waits with it: not for long.
        if (isNeeded) {
            db.exec("PRAGMA busy_timeout = 100");
            isNeeded = db.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            db.exec("PRAGMA busy_timeout = 5000");
        }
    } catch (const SqlFailure &failure) {
        qCInfo(storeLog) << "the file that was moved is not whole:" << failure.explanation();
    }
    // We go on reading them. Beside another program's bytes they would be folded into these.
    if (!isNeeded && where != Whereabouts::Replaced) {
        QFile::remove(path + QStringLiteral("-wal"));
        QFile::remove(path + QStringLiteral("-shm"));
    }
}

EditName randomName()
{
    return EditName::fromBytes(QUuid::createUuid().toRfc4122());
}

void seal(FieldWrite &write)
{
    write.kind = FieldWrite::Kind::Sealed;
    // Many at once: the processor's own source, which Qt asks, takes a microsecond for each.
    static thread_local std::array<char, 256> random;
    static thread_local size_t used = random.size();
    if (used == random.size()) {
        if (::getentropy(random.data(), random.size()) != 0)
            QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
        used = 0;
    }
    write.salt = QByteArray(random.data() + used, 16);
    used += 16;
}

Error sqlError(const QString &what, const QString &where, const SqlFailure &failure)
{
    return Error{what, where, failure.explanation()};
}

} // namespace liaison
