#include "models/figures/compare.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QHash>

#include <algorithm>

namespace liaison {

namespace {

// A value on file; what only follows from a rule (not applicable without a ccTLD) or is unknown is no text.
QString valueText(const Indicator &indicator, const BoardCell &cell)
{
    return cell.standing == Standing::Unknown ? QString() : indicator.readingText(cell.reading);
}

// Who wrote the value that shows.
QString authorOf(const Store &store, const BoardCell &cell)
{
    using namespace fields::observation;
    for (const HistoryEntry &entry : store.history(entity, cell.observation)) {
        if (entry.field == value && entry.to.part(reading) == cell.reading
            && entry.to.part(source).text() == cell.source
            && entry.to.part(certainty).text() == cell.certainty)
            return entry.edit.author;
    }
    return {};
}

QHash<QUuid, const Board::Row *> rowsById(const Board &board)
{
    QHash<QUuid, const Board::Row *> rows;
    for (const Board::Row &row : board.rows)
        rows.insert(row.territory, &row);
    return rows;
}

// Of a row that may not be there.
const BoardCell &cellOf(const Board &board, const Board::Row *row, const QString &indicator)
{
    static const BoardCell none;
    const auto column = std::find_if(board.indicators.begin(), board.indicators.end(),
        [&](const Indicator &known) { return known.code == indicator; });
    if (!row || column == board.indicators.end())
        return none;
    return row->cells[static_cast<size_t>(column - board.indicators.begin())];
}

} // namespace

std::vector<BoardChange> boardDifferences(const Board &before, const Board &after)
{
    const auto rowsBefore = rowsById(before);
    const auto rowsAfter = rowsById(after);
    std::vector<Region::Member> members = after.region.members;
    for (const Region::Member &member : before.region.members) {
        if (std::none_of(members.begin(), members.end(),
                [&](const Region::Member &known) { return known.territory == member.territory; }))
            members.push_back(member);
    }
    std::vector<BoardChange> changes;
    for (const Region::Member &member : members) {
        const Board::Row *rowBefore = rowsBefore.value(member.territory);
        const Board::Row *rowAfter = rowsAfter.value(member.territory);
        const Board::Row *row = rowAfter ? rowAfter : rowBefore;
        if (!row)
            continue;
        for (const Indicator &indicator : after.indicators) {
            const BoardCell &cellBefore = cellOf(before, rowBefore, indicator.code);
            const BoardCell &cellAfter = cellOf(after, rowAfter, indicator.code);
            const QString textBefore = valueText(indicator, cellBefore);
            const QString textAfter = valueText(indicator, cellAfter);
            if (textBefore == textAfter)
                continue;
            changes.push_back({row->territory, row->code, row->name, indicator.code, textBefore, textAfter,
                cellBefore.standing, cellAfter.standing, cellAfter.date, cellAfter.source, QString()});
        }
    }
    return changes;
}

std::vector<BoardChange> boardChanges(const Store &store, const Region &region, QDate from, QDate to)
{
    const Board after = boardAsOf(store, region, to);
    const auto rowsAfter = rowsById(after);
    std::vector<BoardChange> changes = boardDifferences(boardAsOf(store, region, from), after);
    for (BoardChange &change : changes) {
        const BoardCell &cell = cellOf(after, rowsAfter.value(change.territory), change.indicator);
        if (!cell.observation.isNull())
            change.author = authorOf(store, cell);
    }
    return changes;
}

} // namespace liaison
