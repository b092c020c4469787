#pragma once

#include "models/domain/editname.h"
#include "models/store/edit.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace liaison {

// The merge rules (store.md, section 3): the operations of one row give its state. Pure: no SQL, no clock, no
// catalogue. Rebuild, check, history, undo and merge all call this one function.

struct FoldField
{
    qint64 field = 0;  // any number that stands for the field's name
    QByteArray bytes;  // canonical form; of an erased value its digest
    bool isNull = false;
};

struct FoldOp
{
    qint64 edit = 0; // names the operation within its row; ascending in causal order
    qint64 at = 0;
    EditName name;
    Life life = Life::None;
    bool erase = false;
    std::vector<qint64> prev; // `edit` of the operations seen
    std::vector<FoldField> fields;
};

struct FieldState
{
    qint64 field = 0;
    std::vector<size_t> heads; // positions in the operations folded, ascending
    size_t shown = 0;          // the head whose value is shown
    bool conflict = false;
};

struct RowState
{
    std::vector<FieldState> fields; // in order of first being set
    std::vector<size_t> lifeHeads;
    bool hidden = false;
    bool lifeConflict = false;
    bool malformed = false; // no operation says that the row lives
    bool erased = false;

    const FieldState *find(qint64 field) const;
};

RowState fold(std::span<const FoldOp> ops);

// What the operation says of a field (R2); null when it does not set it.
const FoldField *sets(const FoldOp &op, qint64 field);
// What it says of the row's life (R2).
Life lifeOf(const FoldOp &op);
// Of some operations the one whose value is shown (R4): greatest time, then greatest name.
size_t winner(std::span<const FoldOp> ops, std::span<const size_t> heads);

} // namespace liaison
