#include "tests/models/store/oracle.h"

#include <algorithm>

namespace liaison::oracle {

namespace {

bool isCreate(const Operation &op)
{
    return op.prev.empty();
}

bool lists(const Operation &op, const EditName &name)
{
    return std::find(op.prev.begin(), op.prev.end(), name) != op.prev.end();
}

QByteArray comparedBytes(const FieldWrite &write, const QString &field, bool erasedRow)
{
    const bool digestOnly =
        write.kind == FieldWrite::Kind::Erased || (erasedRow && write.kind == FieldWrite::Kind::Sealed);
    return digestOnly ? write.digestOf(field) : write.bytes;
}

// R1 by its definition: the largest subset closed under "my parent and my prevs are in it".
std::set<EditName> largestClosed(const EditSet &edits)
{
    std::set<EditName> kept;
    for (const auto &[name, edit] : edits)
        kept.insert(name);
    const auto closed = [&](const Edit &edit) {
        if (!edit.parent.isNull() && !kept.contains(edit.parent))
            return false;
        return std::all_of(edit.ops.begin(), edit.ops.end(), [&](const Operation &op) {
            return std::all_of(
                op.prev.begin(), op.prev.end(), [&](const EditName &p) { return kept.contains(p); });
        });
    };
    while (std::erase_if(kept, [&](const EditName &name) { return !closed(edits.at(name)); }) > 0) { }
    return kept;
}

} // namespace

Life lifeOf(const Operation &op)
{
    if (op.life != Life::None)
        return op.life;
    return isCreate(op) ? Life::Alive : Life::None;
}

bool setsField(const Operation &op, const QString &field)
{
    const auto it = op.fields.find(field);
    return it != op.fields.end() && !(isCreate(op) && it->second.isNull());
}

const RowTruth *Truth::row(const QString &entity, QUuid id) const
{
    const auto it = rows.find({entity, id});
    return it == rows.end() ? nullptr : &it->second;
}

EditSet setOf(const std::vector<Edit> &edits)
{
    EditSet set;
    for (const Edit &edit : edits)
        set.emplace(edit.name(), edit);
    return set;
}

RowTruth rowTruth(const EditSet &folded, const RowId &row)
{
    std::map<EditName, const Operation *> ops;
    std::set<QString> names;
    for (const auto &[name, edit] : folded) {
        for (const Operation &op : edit.ops) {
            if (op.entity != row.first || op.row != row.second)
                continue;
            ops.emplace(name, &op);
            for (const auto &field : op.fields)
                names.insert(field.first);
        }
    }

    RowTruth truth;
    const auto anyOp = [&](auto &&holds) {
        return std::any_of(ops.begin(), ops.end(), [&](const auto &named) { return holds(*named.second); });
    };
    truth.erased = anyOp([](const Operation &op) { return op.erase; });

    for (const auto &[name, op] : ops) {
        const EditName &self = name;
        if (lifeOf(*op) != Life::None && !anyOp([&](const Operation &other) {
                return lifeOf(other) != Life::None && lists(other, self);
            }))
            truth.lifeHeads.insert(self);
    }
    for (const QString &field : names) {
        FieldTruth state;
        for (const auto &[name, op] : ops) {
            const EditName &self = name;
            if (setsField(*op, field) && !anyOp([&](const Operation &other) {
                    return setsField(other, field) && lists(other, self);
                }))
                state.heads.insert(self);
        }
        if (state.heads.empty())
            continue; // only a create's null
        std::set<QByteArray> values;
        for (const EditName &head : state.heads) {
            values.insert(comparedBytes(ops.at(head)->fields.at(field), field, truth.erased));
            const auto rank = [&](const EditName &n) { return std::pair(folded.at(n).at, n); };
            if (state.shown.isNull() || rank(state.shown) < rank(head))
                state.shown = head;
        }
        state.write = ops.at(state.shown)->fields.at(field);
        state.conflict = values.size() > 1;
        truth.fields.emplace(field, std::move(state));
    }

    // R5
    const auto isDead = [&](const EditName &head) { return lifeOf(*ops.at(head)) == Life::Dead; };
    const bool allDead = std::all_of(truth.lifeHeads.begin(), truth.lifeHeads.end(), isDead);
    const bool anyDead = std::any_of(truth.lifeHeads.begin(), truth.lifeHeads.end(), isDead);
    std::set<EditName> seenByDeleters;
    for (const EditName &head : truth.lifeHeads)
        seenByDeleters.insert(ops.at(head)->prev.begin(), ops.at(head)->prev.end());
    const bool everyHeadSeen = std::all_of(truth.fields.begin(), truth.fields.end(), [&](const auto &field) {
        const auto &heads = field.second.heads;
        return std::includes(seenByDeleters.begin(), seenByDeleters.end(), heads.begin(), heads.end());
    });
    truth.malformed = truth.lifeHeads.empty();
    truth.hidden = truth.erased || (!truth.malformed && allDead && everyHeadSeen);
    truth.lifeConflict = !truth.hidden && anyDead;
    if (truth.hidden) {
        for (auto &field : truth.fields)
            field.second.conflict = false;
    }
    return truth;
}

Truth truthOf(const EditSet &edits)
{
    Truth truth;
    const std::set<EditName> kept = largestClosed(edits);
    std::set<RowId> rows;
    for (const auto &[name, edit] : edits) {
        if (!kept.contains(name)) {
            truth.waiting.insert(name);
            continue;
        }
        truth.folded.emplace(name, edit);
        for (const Operation &op : edit.ops)
            rows.emplace(op.entity, op.row);
    }
    for (const RowId &row : rows)
        truth.rows.emplace(row, rowTruth(truth.folded, row));
    return truth;
}

bool hasForks(const EditSet &folded)
{
    std::set<EditName> parents;
    std::set<std::pair<QUuid, qint64>> places;
    for (const auto &[name, edit] : folded) {
        if (!edit.parent.isNull() && !parents.insert(edit.parent).second)
            return true;
        if (!places.emplace(edit.replica, edit.n).second)
            return true;
    }
    return false;
}

} // namespace liaison::oracle
