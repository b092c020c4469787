#include "models/store/journal.h"

#include "models/domain/cbor.h"

#include <sqlite3.h>

#include <algorithm>

namespace liaison {

namespace {

constexpr int eraseFlag = 4;

Blob blob(const EditName &name)
{
    return Blob{name.bytes()};
}

[[noreturn]] void damaged(const char *what)
{
    throw SqlFailure(SQLITE_CORRUPT, QString::fromLatin1(what));
}

// An operation as it lies in the file: fields by the ids of their names; what is sealed lies in `text`.
struct Body
{
    struct Written
    {
        qint64 field = 0;
        QByteArray plain;
        bool isSealed = false;
    };

    Life life = Life::None;
    bool erase = false;
    std::vector<qint64> prev;
    std::vector<Written> fields;
};

QByteArray encode(const FoldOp &op, const std::vector<RowOps::Sealing> &sealed)
{
    const auto isSealed = [&](qint64 field) {
        return std::any_of(sealed.begin(), sealed.end(), [&](const auto &sealing) { return sealing.field == field; });
    };
    CborWriter out;
    out.array(3);
    out.integer(static_cast<int>(op.life) | (op.erase ? eraseFlag : 0));
    out.array(static_cast<qsizetype>(op.prev.size()));
    for (qint64 seq : op.prev)
        out.integer(seq);
    out.map(static_cast<qsizetype>(op.fields.size()));
    for (const FoldField &written : op.fields) {
        out.integer(written.field);
        if (isSealed(written.field))
            out.null();
        else
            out.bytes(written.bytes);
    }
    return out.take();
}

Body decode(const QByteArray &bytes)
{
    CborReader in(bytes);
    Body body;
    const auto parts = in.array();
    const auto flags = in.integer();
    const auto prevs = in.array();
    if (parts != 3 || !flags || *flags < 0 || *flags > 7 || (*flags & 3) == 3 || !prevs)
        damaged("an operation cannot be read");
    body.life = static_cast<Life>(*flags & 3);
    body.erase = (*flags & eraseFlag) != 0;
    for (qsizetype i = 0; i < *prevs; ++i)
        body.prev.push_back(in.integer().value_or(0));
    const auto fields = in.map();
    for (qsizetype i = 0; i < fields.value_or(0); ++i) {
        const qint64 field = in.integer().value_or(0);
        if (in.peek() == CborReader::Kind::Null) {
            in.null();
            body.fields.push_back({field, {}, true});
        } else {
            body.fields.push_back({field, in.bytes().value_or(QByteArray()), false});
        }
    }
    if (!fields || !in.atEnd())
        damaged("an operation cannot be read");
    return body;
}

// Sealed texts are kept as text, for search and for other programs; any other value as its bytes.
SqlValue sealedColumn(const QByteArray &bytes)
{
    CborReader in(bytes);
    const auto text = in.utf8();
    return text && in.atEnd() && !text->contains('\0') ? SqlValue(text->toByteArray()) : SqlValue(Blob{bytes});
}

QByteArray sealedBytes(const Statement &row, int column)
{
    if (!row.isText(column))
        return row.bytes(column);
    CborWriter out;
    out.utf8(row.bytes(column));
    return out.take();
}

} // namespace

void RowOps::append(RowOps &&later)
{
    std::move(later.ops.begin(), later.ops.end(), std::back_inserter(ops));
    std::move(later.ids.begin(), later.ids.end(), std::back_inserter(ids));
    std::move(later.sealed.begin(), later.sealed.end(), std::back_inserter(sealed));
}

bool RowOps::isErased(size_t op, qint64 field) const
{
    return std::any_of(sealed[op].begin(), sealed[op].end(),
        [&](const Sealing &sealing) { return sealing.field == field && sealing.erased; });
}

std::span<const FoldOp> RowOps::upTo(qint64 seq) const
{
    const auto end = std::find_if(ops.begin(), ops.end(), [&](const FoldOp &op) { return op.edit > seq; });
    return {ops.data(), static_cast<size_t>(end - ops.begin())};
}

qint64 Journal::seqOf(const EditName &name)
{
    Statement &select = m_db.statement("SELECT seq FROM edit WHERE name = ?");
    Rows rows(select.bind(blob(name)));
    return rows.next() ? select.integer(0) : 0;
}

EditName Journal::nameOf(qint64 seq)
{
    Statement &select = m_db.statement("SELECT name FROM edit WHERE seq = ?");
    Rows rows(select.bind(seq));
    return rows.next() ? EditName::fromBytes(select.bytes(0)) : EditName();
}

bool Journal::isWaiting(const EditName &name)
{
    Rows rows(m_db.statement("SELECT 1 FROM waiting WHERE name = ?").bind(blob(name)));
    return rows.next();
}

std::vector<Journal::Appended> Journal::append(const Edit &edit, const EditName &name)
{
    const qint64 seq = lastSeq() + 1;
    qint64 firstOp = 1;
    {
        Statement &select = m_db.statement("SELECT max(id) + 1 FROM op");
        Rows rows(select.bind());
        if (rows.next() && !select.isNull(0))
            firstOp = select.integer(0);
    }
    const auto optional = [](const std::optional<EditName> &other) {
        return other ? SqlValue(blob(*other)) : SqlValue();
    };
    m_db.statement("INSERT INTO edit(seq, name, parent, replica, n, at, author, label, grp, undoes, op1) "
                   "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(seq, blob(name), blob(edit.parent), m_names.replicaId(edit.replica), edit.n, edit.at,
            m_names.authorId(edit.author), edit.label, optional(edit.group), optional(edit.undoes), firstOp)
        .run();
    std::vector<Appended> appended;
    appended.reserve(edit.ops.size());
    for (const Operation &op : edit.ops)
        appended.push_back(appendOp(op, firstOp++, {seq, edit.at, name, op.life, op.erase, {}, {}}));
    return appended;
}

Journal::Appended Journal::appendOp(const Operation &op, qint64 id, FoldOp shown)
{
    Appended result;
    std::vector<RowOps::Sealing> sealed;
    for (const EditName &prev : op.prev)
        shown.prev.push_back(seqOf(prev));
    std::sort(shown.prev.begin(), shown.prev.end());
    for (const auto &[field, write] : op.fields) {
        const qint64 fieldId = m_names.nameId(field);
        if (write.kind == FieldWrite::Kind::Plain) {
            shown.fields.push_back({fieldId, write.bytes, write.isNull()});
            continue;
        }
        const bool erased = write.kind == FieldWrite::Kind::Erased;
        shown.fields.push_back({fieldId, erased ? write.digest : write.bytes, false});
        sealed.push_back({fieldId, erased});
        Statement &insert = m_db.statement("INSERT INTO text(op, field, salt, value, digest) VALUES(?, ?, ?, ?, ?)");
        if (erased)
            insert.bind(id, fieldId, nullptr, nullptr, Blob{write.digest}).run();
        else
            insert.bind(id, fieldId, Blob{write.salt}, sealedColumn(write.bytes), nullptr).run();
    }
    std::sort(shown.fields.begin(), shown.fields.end(),
        [](const auto &a, const auto &b) { return a.field < b.field; });
    const Dictionary::Given row = m_names.giveRow(m_names.nameId(op.entity), op.row);
    m_db.statement("INSERT INTO op(id, edit, row, body) VALUES(?, ?, ?, ?)")
        .bind(id, shown.edit, row.id, Blob{encode(shown, sealed)})
        .run();
    result.row = row.id;
    result.isFirst = row.isNew;
    result.op.ops.push_back(std::move(shown));
    result.op.ids.push_back(id);
    result.op.sealed.push_back(std::move(sealed));
    return result;
}

void Journal::addWaiting(const Edit &edit, const EditName &name, const EditName &needs)
{
    m_db.statement("INSERT INTO waiting(name, needs, bytes) VALUES(?, ?, ?)")
        .bind(blob(name), blob(needs), Blob{edit.transport()})
        .run();
}

std::vector<Edit> Journal::takeWaitingFor(const EditName &name)
{
    std::vector<Edit> edits;
    Statement &select = m_db.statement("SELECT bytes FROM waiting WHERE needs = ? ORDER BY name");
    {
        Rows rows(select.bind(blob(name)));
        while (rows.next()) {
            auto edit = Edit::fromTransport(select.bytes(0));
            if (!edit)
                damaged("a waiting edit cannot be read");
            edits.push_back(std::move(*edit));
        }
    }
    if (!edits.empty())
        m_db.statement("DELETE FROM waiting WHERE needs = ?").bind(blob(name)).run();
    return edits;
}

void Journal::readOp(
    RowOps &into, qint64 id, qint64 edit, qint64 at, const EditName &name, const QByteArray &bytes)
{
    Body body = decode(bytes);
    FoldOp op{edit, at, name, body.life, body.erase, std::move(body.prev), {}};
    std::vector<RowOps::Sealing> sealed;
    for (auto &[field, plain, isSealed] : body.fields) {
        FoldField value{field, {}, false};
        if (!isSealed) {
            value.bytes = std::move(plain);
            value.isNull = value.bytes == QByteArrayView("\xf6", 1);
        } else {
            Statement &select = m_db.statement("SELECT value, digest FROM text WHERE op = ? AND field = ?");
            Rows rows(select.bind(id, field));
            if (!rows.next())
                damaged("a text is missing");
            const bool erased = !select.isNull(1);
            value.bytes = erased ? select.bytes(1) : sealedBytes(select, 0);
            sealed.push_back({field, erased});
        }
        op.fields.push_back(std::move(value));
    }
    into.ops.push_back(std::move(op));
    into.ids.push_back(id);
    into.sealed.push_back(std::move(sealed));
}

RowOps Journal::rowOps(qint64 row)
{
    RowOps result;
    Statement &select = m_db.statement("SELECT op.id, op.edit, edit.at, edit.name, op.body FROM op "
                                       "JOIN edit ON edit.seq = op.edit WHERE op.row = ? ORDER BY op.id");
    Rows rows(select.bind(row));
    while (rows.next())
        readOp(result, select.integer(0), select.integer(1), select.integer(2), EditName::fromBytes(select.bytes(3)),
            select.bytes(4));
    return result;
}

void Journal::forEachRow(const std::function<void(qint64, const RowOps &)> &visit)
{
    // A statement of its own: the visitor may use the kept ones.
    Statement select(m_db.handle(), "SELECT op.id, op.edit, edit.at, edit.name, op.body, op.row FROM op "
                                    "JOIN edit ON edit.seq = op.edit ORDER BY op.row, op.id");
    RowOps ops;
    qint64 row = 0;
    while (select.step()) {
        const qint64 next = select.integer(5);
        if (next != row) {
            if (row != 0)
                visit(row, ops);
            ops = RowOps();
            row = next;
        }
        readOp(ops, select.integer(0), select.integer(1), select.integer(2), EditName::fromBytes(select.bytes(3)),
            select.bytes(4));
    }
    if (row != 0)
        visit(row, ops);
}

Operation Journal::operation(qint64 id, qint64 row, const QByteArray &bytes)
{
    const Body body = decode(bytes);
    const Dictionary::Row where = m_names.row(row);
    Operation op{m_names.name(where.entity), where.uuid, body.life, body.erase, {}, {}};
    for (qint64 seq : body.prev)
        op.prev.push_back(nameOf(seq));
    std::sort(op.prev.begin(), op.prev.end());
    for (const auto &[field, plain, isSealed] : body.fields) {
        FieldWrite write;
        if (!isSealed) {
            write.bytes = plain;
        } else {
            Statement &select = m_db.statement("SELECT value, digest, salt FROM text WHERE op = ? AND field = ?");
            Rows rows(select.bind(id, field));
            if (!rows.next())
                damaged("a text is missing");
            if (!select.isNull(1)) {
                write.kind = FieldWrite::Kind::Erased;
                write.digest = select.bytes(1);
            } else {
                write.kind = FieldWrite::Kind::Sealed;
                write.bytes = sealedBytes(select, 0);
                write.salt = select.bytes(2);
            }
        }
        op.fields.emplace(m_names.name(field), std::move(write));
    }
    return op;
}

std::optional<Edit> Journal::edit(qint64 seq)
{
    Edit edit;
    qint64 firstOp = 0;
    {
        Statement &select = m_db.statement(
            "SELECT parent, replica, n, at, author, label, grp, undoes, op1 FROM edit WHERE seq = ?");
        Rows rows(select.bind(seq));
        if (!rows.next())
            return std::nullopt;
        const auto optional = [&](int column) {
            return select.isNull(column) ? std::nullopt : std::optional(EditName::fromBytes(select.bytes(column)));
        };
        edit.parent = EditName::fromBytes(select.bytes(0));
        edit.replica = m_names.replica(select.integer(1));
        edit.n = select.integer(2);
        edit.at = select.integer(3);
        edit.author = m_names.author(select.integer(4));
        edit.label = select.text(5);
        edit.group = optional(6);
        edit.undoes = optional(7);
        firstOp = select.integer(8);
    }
    struct Raw
    {
        qint64 id, row;
        QByteArray body;
    };
    std::vector<Raw> raw;
    {
        // An edit's operations have consecutive ids from op1.
        Statement &select = m_db.statement("SELECT id, row, body, edit FROM op WHERE id >= ? ORDER BY id");
        Rows rows(select.bind(firstOp));
        while (rows.next() && select.integer(3) == seq)
            raw.push_back({select.integer(0), select.integer(1), select.bytes(2)});
    }
    for (const Raw &op : raw)
        edit.ops.push_back(operation(op.id, op.row, op.body));
    return edit;
}

std::vector<Edit> Journal::waiting()
{
    std::vector<Edit> edits;
    Statement &select = m_db.statement("SELECT bytes FROM waiting ORDER BY name");
    Rows rows(select.bind());
    while (rows.next()) {
        auto edit = Edit::fromTransport(select.bytes(0));
        if (!edit)
            damaged("a waiting edit cannot be read");
        edits.push_back(std::move(*edit));
    }
    return edits;
}

qint64 Journal::lastSeq()
{
    Statement &select = m_db.statement("SELECT coalesce(max(seq), 0) FROM edit");
    Rows rows(select.bind());
    return rows.next() ? select.integer(0) : 0;
}

std::vector<qint64> Journal::rowsOf(qint64 seq)
{
    std::vector<qint64> result;
    Statement &select = m_db.statement("SELECT op.row FROM edit JOIN op ON op.id >= edit.op1 AND op.edit = edit.seq "
                                       "WHERE edit.seq = ?1 AND op.id < edit.op1 + 1000");
    Rows rows(select.bind(seq));
    while (rows.next())
        result.push_back(select.integer(0));
    return result;
}

void Journal::erase(qint64 row, const QString &entity, const QUuid &uuid)
{
    struct Found
    {
        qint64 op, field;
        QByteArray salt, bytes;
    };
    std::vector<Found> found;
    {
        Statement &select = m_db.statement("SELECT text.op, text.field, text.salt, text.value FROM op "
                                           "JOIN text ON text.op = op.id WHERE op.row = ? AND digest IS NULL");
        Rows rows(select.bind(row));
        while (rows.next())
            found.push_back({select.integer(0), select.integer(1), select.bytes(2), sealedBytes(select, 3)});
    }
    for (const Found &text : found) {
        const FieldWrite write{FieldWrite::Kind::Sealed, text.bytes, text.salt, {}};
        m_db.statement("UPDATE text SET salt = NULL, value = NULL, digest = ? WHERE op = ? AND field = ?")
            .bind(Blob{write.digestOf(m_names.name(text.field))}, text.op, text.field)
            .run();
    }
    for (Edit &edit : waiting()) {
        bool changed = false;
        const EditName name = edit.name();
        for (Operation &op : edit.ops) {
            if (op.entity != entity || op.row != uuid)
                continue;
            for (auto &[field, write] : op.fields) {
                if (write.kind != FieldWrite::Kind::Sealed)
                    continue;
                write = {FieldWrite::Kind::Erased, {}, {}, write.digestOf(field)};
                changed = true;
            }
        }
        if (changed)
            m_db.statement("UPDATE waiting SET bytes = ? WHERE name = ?")
                .bind(Blob{edit.transport()}, blob(name))
                .run();
    }
}

} // namespace liaison
