#include "models/items/boardfilter.h"

#include "models/figures/compare.h"
#include "models/figures/territorynames.h"

#include <algorithm>

namespace liaison {

bool BoardFilter::showsColumn(const Indicator &indicator) const
{
    return project.isEmpty() || indicator.projectCode == project;
}

bool BoardFilter::showsRow(const Board &board, size_t row) const
{
    const Board::Row &at = board.rows[row];
    if (!text.isEmpty() && !TerritoryNames::isNamed(at.code + u' ' + at.name, text))
        return false;
    if (!standing && observed == Observed::AnyTime && certainty.isEmpty())
        return true;
    // One and the same cell must have all that is asked for.
    for (size_t i = 0; i < at.cells.size(); ++i) {
        const BoardCell &cell = at.cells[i];
        if (!showsColumn(board.indicators[i]) || (standing && cell.standing != *standing)
            || (!certainty.isEmpty() && cell.certainty != certainty))
            continue;
        if (observed == Observed::Stale && !cell.stale)
            continue;
        if (observed == Observed::LastYear
            && (cell.date.isNull() || cell.date.lastDay() <= board.asOf.addYears(-1)))
            continue;
        return true;
    }
    return false;
}

bool BoardFilter::showsChange(const Board &board, const BoardChange &change) const
{
    const auto column = std::find_if(board.indicators.begin(), board.indicators.end(),
        [&](const Indicator &each) { return each.id == change.indicatorId; });
    if (column != board.indicators.end() && !showsColumn(*column))
        return false;
    for (size_t row = 0; row < board.rows.size(); ++row) {
        if (board.rows[row].territory == change.territory)
            return showsRow(board, row);
    }
    return !standing && observed == Observed::AnyTime && certainty.isEmpty()
        && (text.isEmpty() || TerritoryNames::isNamed(change.code + u' ' + change.name, text));
}

} // namespace liaison
