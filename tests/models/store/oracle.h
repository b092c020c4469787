#pragma once

#include "models/store/edit.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace liaison::oracle {

// What a file must show, said a second time and differently from models/store: straight from the definitions
// of the merge rules (R1-R5, R12) over a set of edits and their names. No order of arrival, no stepwise fold,
// no SQL; slow.

using RowId = std::pair<QString, QUuid>; // entity, row

struct FieldTruth
{
    std::set<EditName> heads;
    EditName shown;
    FieldWrite write; // of the shown head
    bool conflict = false;
};

struct RowTruth
{
    std::map<QString, FieldTruth> fields;
    std::set<EditName> lifeHeads;
    bool hidden = false;
    bool lifeConflict = false;
    bool malformed = false;
    bool erased = false;
};

struct Truth
{
    std::map<EditName, Edit> folded; // F of R1
    std::set<EditName> waiting;
    std::map<RowId, RowTruth> rows;

    const RowTruth *row(const QString &entity, QUuid id) const;
};

using EditSet = std::map<EditName, Edit>;

EditSet setOf(const std::vector<Edit> &edits);
Truth truthOf(const EditSet &edits);
// The state of one row given only those of the edits that are in F.
RowTruth rowTruth(const EditSet &folded, const RowId &row);
// Two edits of one parent, or one place of a replica's chain under two names (R10).
bool hasForks(const EditSet &folded);

Life lifeOf(const Operation &op);
bool setsField(const Operation &op, const QString &field);

} // namespace liaison::oracle
