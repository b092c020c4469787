#include "models/figures/celltargets.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <algorithm>

namespace liaison {

CellTargets::CellTargets(const Store &store)
{
    for (const Record &record : store.read({.entity = fields::target::entity}))
        insert(Target(record));
}

void CellTargets::insert(const Target &target)
{
    if (target.territory.isNull() || target.due.isNull())
        return;
    std::vector<Target> &there = m_targets[{target.territory, target.indicator}];
    const auto later = std::upper_bound(there.begin(), there.end(), target,
        [](const Target &a, const Target &b) { return std::pair(a.due, a.id) < std::pair(b.due, b.id); });
    there.insert(later, target);
}

void CellTargets::refresh(const Store &store, const QSet<QUuid> &targets)
{
    if (targets.isEmpty())
        return;
    for (auto place = m_targets.begin(); place != m_targets.end();) {
        std::erase_if(*place, [&](const Target &target) { return targets.contains(target.id); });
        place = place->empty() ? m_targets.erase(place) : std::next(place);
    }
    for (const QUuid &id : targets) {
        const Record record = store.find(fields::target::entity, id);
        if (!record.isNull() && !record.isHidden())
            insert(Target(record));
    }
}

std::optional<CellTarget> CellTargets::at(const Board &board, size_t row, size_t column) const
{
    if (m_targets.isEmpty())
        return {};
    const Indicator &indicator = board.indicators[column];
    const BoardCell &cell = board.rows[row].cells[column];
    const auto there = m_targets.constFind({board.rows[row].territory, indicator.id});
    if (there == m_targets.constEnd() || cell.standing == Standing::NotApplicable)
        return {};
    for (const Target &target : *there) {
        if (!target.isReachedIn(indicator, cell))
            return CellTarget{target.id, target.due, target.reading, target.due.lastDay() < board.asOf};
    }
    return {};
}

} // namespace liaison
