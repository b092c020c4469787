#pragma once

#include "models/figures/target.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <utility>
#include <vector>

namespace liaison {

class Store;
struct Board;

// What a cell still owes: the first target of its territory and indicator that it has not reached.
struct CellTarget
{
    QUuid target;
    PartialDate due;
    Value reading;
    bool late = false; // due before the board's day

    bool operator==(const CellTarget &) const = default;
};

// The targets of single territories, to be asked by the cells of a board. Those of a region are of its
// totals.
class CellTargets
{
public:
    // None.
    CellTargets() = default;
    explicit CellTargets(const Store &store);

    // After only these targets changed (some may be new, some gone): reads them alone.
    void refresh(const Store &store, const QSet<QUuid> &targets);
    // Of several the one due first; none when the cell does not apply or has reached all.
    std::optional<CellTarget> at(const Board &board, size_t row, size_t column) const;

private:
    using Place = std::pair<QUuid, QUuid>; // territory, indicator

    void insert(const Target &target);

    QHash<Place, std::vector<Target>> m_targets; // by due date
};

} // namespace liaison
