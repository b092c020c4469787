#include "models/items/boardfilter.h"

#include "models/figures/territorynames.h"

#include <algorithm>

namespace liaison {

namespace {

bool isNamed(const Board::Row &row, const QString &text)
{
    const QStringList words = TerritoryNames::folded(text).split(u' ', Qt::SkipEmptyParts);
    const QStringList named =
        TerritoryNames::folded(row.code + u' ' + row.name).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(
            named.begin(), named.end(), [&](const QString &part) { return part.startsWith(word); });
    });
}

} // namespace

bool BoardFilter::showsColumn(const Indicator &indicator) const
{
    return project.isEmpty() || indicator.projectCode == project;
}

bool BoardFilter::showsRow(const Board &board, size_t row) const
{
    const Board::Row &at = board.rows[row];
    if (!text.isEmpty() && !isNamed(at, text))
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

} // namespace liaison
