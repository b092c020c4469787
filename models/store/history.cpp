// What happened: edits, the history of a row, conflicts, forks, oddities.
#include "models/store/storefile.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Value lifeValue(Life life)
{
    return life == Life::Dead ? Value(deletedLife) : Value(aliveLife);
}

// What the author of an operation saw in a field: the winner of those listed.
Value valueSeen(const RecordTables &tables, const RowOps &all, size_t op, qint64 field)
{
    std::vector<size_t> seen;
    const auto &prev = all.ops[op].prev;
    for (size_t i = 0; i < op; ++i) {
        if (std::find(prev.begin(), prev.end(), all.ops[i].edit) != prev.end() && sets(all.ops[i], field))
            seen.push_back(i);
    }
    return seen.empty() ? Value() : tables.shownValue(all, winner(all.ops, seen), field);
}

} // namespace

std::vector<HistoryEntry> Store::history(QAnyStringView entity, QUuid row) const
{
    std::vector<HistoryEntry> entries;
    try {
        const ReadTransaction lock(m_file->db);
        const qint64 id = m_file->rowId(entity, row);
        const RowOps all = id == 0 ? RowOps() : m_file->journal.rowOps(id);
        for (size_t i = all.ops.size(); i-- > 0;) {
            const FoldOp &op = all.ops[i];
            const EditInfo info = m_file->infoOf(op.edit);
            if (lifeOf(op) != Life::None) {
                const bool wasAlive = i > 0 && !fold(all.upTo(op.edit - 1)).hidden;
                entries.push_back({info, lifeField, i == 0 ? Value() : lifeValue(wasAlive ? Life::Alive : Life::Dead),
                    lifeValue(lifeOf(op)), op.erase});
            }
            for (const FoldField &field : op.fields) {
                if (!sets(op, field.field))
                    continue;
                entries.push_back({info, m_file->names.name(field.field),
                    valueSeen(m_file->tables, all, i, field.field), m_file->tables.shownValue(all, i, field.field),
                    all.isErased(i, field.field)});
            }
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the history"), path(), failure));
    }
    return entries;
}

qint64 Store::conflictCount() const
{
    try {
        return m_file->db.number("SELECT count(*) FROM conflict");
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the conflicts"), path(), failure));
        return 0;
    }
}

std::vector<Conflict> Store::conflicts() const
{
    std::vector<Conflict> result;
    try {
        const ReadTransaction lock(m_file->db);
        std::vector<std::pair<qint64, qint64>> places;
        {
            Statement &select = m_file->db.statement("SELECT conflict.row, conflict.field FROM conflict "
                                                     "JOIN row ON row.id = conflict.row ORDER BY row.uuid, field");
            Rows rows(select.bind());
            while (rows.next())
                places.emplace_back(select.integer(0), select.integer(1));
        }
        for (const auto &[row, field] : places) {
            const RowOps all = m_file->journal.rowOps(row);
            const RowState state = fold(all.ops);
            const Dictionary::Row where = m_file->names.row(row);
            Conflict conflict{m_file->names.name(where.entity), where.uuid, m_file->names.name(field), {}, {}};
            const bool life = conflict.field == lifeField && !state.find(field);
            const FieldState *fieldState = state.find(field);
            if (!life && !fieldState)
                continue; // damaged: check() tells
            std::vector<size_t> heads = life ? state.lifeHeads : fieldState->heads;
            conflict.shown = life ? lifeValue(Life::Alive) : m_file->tables.shownValue(all, fieldState->shown, field);
            if (life && std::all_of(heads.begin(), heads.end(), [&](size_t h) { return lifeOf(all.ops[h]) == Life::Dead; })) {
                // Deleted by all, but what they did not see keeps the row: the unseen changes stand against them.
                for (const FieldState &other : state.fields) {
                    for (size_t head : other.heads) {
                        const auto seen = [&](size_t h) {
                            const auto &prev = all.ops[h].prev;
                            return std::find(prev.begin(), prev.end(), all.ops[head].edit) != prev.end();
                        };
                        if (std::none_of(state.lifeHeads.begin(), state.lifeHeads.end(), seen)
                            && std::find(heads.begin(), heads.end(), head) == heads.end())
                            heads.push_back(head);
                    }
                }
            }
            std::sort(heads.begin(), heads.end(), [&](size_t a, size_t b) {
                return all.ops[a].at != all.ops[b].at ? all.ops[a].at < all.ops[b].at : all.ops[a].name < all.ops[b].name;
            });
            for (size_t head : heads) {
                const Value value
                    = life ? lifeValue(lifeOf(all.ops[head])) : m_file->tables.shownValue(all, head, field);
                conflict.candidates.push_back({value, m_file->infoOf(all.ops[head].edit)});
            }
            result.push_back(std::move(conflict));
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the conflicts"), path(), failure));
    }
    return result;
}

std::vector<EditInfo> Store::edits(qint64 limit) const
{
    std::vector<EditInfo> result;
    try {
        const ReadTransaction lock(m_file->db);
        std::vector<qint64> seqs;
        {
            Statement &select = m_file->db.statement("SELECT seq FROM edit ORDER BY seq DESC LIMIT ?");
            Rows rows(select.bind(limit));
            while (rows.next())
                seqs.push_back(select.integer(0));
        }
        for (qint64 seq : seqs)
            result.push_back(m_file->infoOf(seq));
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the history"), path(), failure));
    }
    return result;
}

std::optional<EditInfo> Store::edit(const EditName &name) const
{
    try {
        const qint64 seq = m_file->journal.seqOf(name);
        return seq == 0 ? std::nullopt : std::optional(m_file->infoOf(seq));
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the history"), path(), failure));
        return std::nullopt;
    }
}

std::vector<QString> Store::forks() const
{
    std::vector<QString> result;
    try {
        Statement &select = m_file->db.statement(
            "SELECT replica, n, count(*) FROM edit GROUP BY replica, n HAVING count(*) > 1 UNION "
            "SELECT replica, min(n), count(*) FROM edit WHERE parent <> zeroblob(16) GROUP BY replica, parent "
            "HAVING count(*) > 1 ORDER BY 1, 2");
        Rows rows(select.bind());
        while (rows.next())
            result.push_back(Tr::tr("replica %1 has %2 edits at place %3")
                                 .arg(m_file->names.replica(select.integer(0)).toString(QUuid::WithoutBraces))
                                 .arg(select.integer(2))
                                 .arg(select.integer(1)));
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the history"), path(), failure));
    }
    return result;
}

qint64 Store::waitingCount() const
{
    try {
        return m_file->db.number("SELECT count(*) FROM waiting");
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return 0;
    }
}

std::vector<Store::Oddity> Store::oddities() const
{
    std::vector<Oddity> result;
    try {
        m_file->journal.forEachRow([&](qint64 row, const RowOps &ops) {
            const RowState state = fold(ops.ops);
            if (state.hidden)
                return;
            const Dictionary::Row where = m_file->names.row(row);
            const QString entityName = m_file->names.name(where.entity);
            const Entity *entity = catalogue().entity(entityName);
            if (!entity) {
                result.push_back({entityName, where.uuid, QString(), Tr::tr("of a newer program, kept as it is")});
                return;
            }
            if (state.malformed)
                result.push_back({entityName, where.uuid, QString(), Tr::tr("nobody recorded it, somebody changed it")});
            for (const FieldState &field : state.fields) {
                const QString name = m_file->names.name(field.field);
                const Field *known = entity->field(name);
                const auto value = Value::fromCanonical(sets(ops.ops[field.shown], field.field)->bytes);
                if (!known)
                    result.push_back({entityName, where.uuid, name, Tr::tr("of a newer program, kept as it is")});
                else if (!value || !known->check(*value))
                    result.push_back({entityName, where.uuid, name, Tr::tr("holds a value this field cannot show")});
            }
        });
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
    return result;
}

std::vector<Edit> Store::allEdits() const
{
    std::vector<Edit> result;
    try {
        const qint64 last = m_file->journal.lastSeq();
        for (qint64 seq = 1; seq <= last; ++seq) {
            if (auto edit = m_file->journal.edit(seq))
                result.push_back(std::move(*edit));
        }
        for (Edit &edit : m_file->journal.waiting())
            result.push_back(std::move(edit));
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the edits"), path(), failure));
    }
    return result;
}

std::vector<Edit> Store::editsAfter(const EditName &name) const
{
    std::vector<Edit> result;
    try {
        const qint64 last = m_file->journal.lastSeq();
        for (qint64 seq = m_file->journal.seqOf(name) + 1; seq <= last; ++seq) {
            if (auto edit = m_file->journal.edit(seq))
                result.push_back(std::move(*edit));
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the edits"), path(), failure));
    }
    return result;
}

namespace {

std::vector<qint64> seqsBeyond(StoreFile &file, const std::vector<Tip> &known)
{
    std::vector<qint64> seqs;
    Statement &select = file.db.statement(
        "SELECT seq FROM edit WHERE replica = (SELECT id FROM replica WHERE uuid = ?) AND n > ?");
    for (const Tip &ours : file.tips()) {
        const auto theirs = std::find_if(
            known.begin(), known.end(), [&](const Tip &tip) { return tip.replica == ours.replica; });
        // A tip beyond ours follows it; one that is not on our chain otherwise says nothing of the chain.
        const bool onOurs =
            theirs != known.end() && (theirs->n > ours.n || file.journal.seqOf(theirs->name) != 0);
        Rows rows(select.bind(Blob{ours.replica.toRfc4122()}, onOurs ? theirs->n : qint64(0)));
        while (rows.next())
            seqs.push_back(select.integer(0));
    }
    std::sort(seqs.begin(), seqs.end(), std::greater());
    return seqs;
}

} // namespace

std::vector<EditInfo> Store::editsBeyond(const std::vector<Tip> &known, qint64 limit) const
{
    std::vector<EditInfo> result;
    try {
        for (const qint64 seq : seqsBeyond(*m_file, known)) {
            if (limit >= 0 && static_cast<qint64>(result.size()) == limit)
                break;
            result.push_back(m_file->infoOf(seq));
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the edits"), path(), failure));
    }
    return result;
}

qint64 Store::countBeyond(const std::vector<Tip> &known) const
{
    try {
        return static_cast<qint64>(seqsBeyond(*m_file, known).size());
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the edits"), path(), failure));
        return 0;
    }
}

std::vector<Tip> Store::tips() const
{
    try {
        return m_file->tips();
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the edits"), path(), failure));
        return {};
    }
}

} // namespace liaison
