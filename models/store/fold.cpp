#include "models/store/fold.h"

#include <algorithm>

namespace liaison {

namespace {

bool listed(const std::vector<qint64> &prev, qint64 edit)
{
    return std::find(prev.begin(), prev.end(), edit) != prev.end();
}

// R3: what the new operation had seen is superseded by it.
void supersede(std::span<const FoldOp> ops, std::vector<size_t> &heads, size_t by)
{
    std::erase_if(heads, [&](size_t head) { return listed(ops[by].prev, ops[head].edit); });
    heads.push_back(by);
}

FieldState &stateOf(RowState &row, qint64 field)
{
    for (FieldState &state : row.fields) {
        if (state.field == field)
            return state;
    }
    row.fields.push_back({field, {}, 0, false});
    return row.fields.back();
}

bool differ(std::span<const FoldOp> ops, const FieldState &state)
{
    const QByteArray &shown = sets(ops[state.shown], state.field)->bytes;
    return std::any_of(state.heads.begin(), state.heads.end(),
        [&](size_t head) { return sets(ops[head], state.field)->bytes != shown; });
}

// R5: every head of every field was seen by one of those who deleted.
bool allSeen(std::span<const FoldOp> ops, const RowState &row)
{
    const auto seen = [&](size_t head) {
        return std::any_of(row.lifeHeads.begin(), row.lifeHeads.end(),
            [&](size_t life) { return listed(ops[life].prev, ops[head].edit); });
    };
    return std::all_of(row.fields.begin(), row.fields.end(), [&](const FieldState &state) {
        return std::all_of(state.heads.begin(), state.heads.end(), seen);
    });
}

} // namespace

const FieldState *RowState::find(qint64 field) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const FieldState &s) { return s.field == field; });
    return it == fields.end() ? nullptr : &*it;
}

const FoldField *sets(const FoldOp &op, qint64 field)
{
    for (const FoldField &candidate : op.fields) {
        if (candidate.field == field)
            return op.prev.empty() && candidate.isNull ? nullptr : &candidate;
    }
    return nullptr;
}

Life lifeOf(const FoldOp &op)
{
    return op.life == Life::None && op.prev.empty() ? Life::Alive : op.life;
}

size_t winner(std::span<const FoldOp> ops, std::span<const size_t> heads)
{
    return *std::max_element(heads.begin(), heads.end(), [&](size_t a, size_t b) {
        return ops[a].at != ops[b].at ? ops[a].at < ops[b].at : ops[a].name < ops[b].name;
    });
}

RowState fold(std::span<const FoldOp> ops)
{
    RowState row;
    for (size_t i = 0; i < ops.size(); ++i) {
        const FoldOp &op = ops[i];
        for (const FoldField &field : op.fields) {
            if (sets(op, field.field))
                supersede(ops, stateOf(row, field.field).heads, i);
        }
        if (lifeOf(op) != Life::None)
            supersede(ops, row.lifeHeads, i);
        row.erased = row.erased || op.erase;
    }

    const auto dead = [&](size_t head) { return lifeOf(ops[head]) == Life::Dead; };
    row.malformed = row.lifeHeads.empty();
    row.hidden = row.erased
        || (!row.malformed && std::all_of(row.lifeHeads.begin(), row.lifeHeads.end(), dead) && allSeen(ops, row));
    row.lifeConflict = !row.hidden && std::any_of(row.lifeHeads.begin(), row.lifeHeads.end(), dead);
    for (FieldState &state : row.fields) {
        state.shown = winner(ops, state.heads);
        state.conflict = !row.hidden && differ(ops, state);
    }
    return row;
}

} // namespace liaison
