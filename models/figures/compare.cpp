#include "models/figures/compare.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QHash>

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

} // namespace

std::vector<BoardChange> boardChanges(const Store &store, const Region &region, QDate from, QDate to)
{
    const Board before = boardAsOf(store, region, from);
    const Board after = boardAsOf(store, region, to);
    const auto rowsBefore = rowsById(before);
    const auto rowsAfter = rowsById(after);
    static const BoardCell none;

    std::vector<BoardChange> changes;
    for (const Region::Member &member : region.members) {
        const Board::Row *rowBefore = rowsBefore.value(member.territory);
        const Board::Row *rowAfter = rowsAfter.value(member.territory);
        const Board::Row *row = rowAfter ? rowAfter : rowBefore;
        if (!row)
            continue;
        for (size_t column = 0; column < after.indicators.size(); ++column) {
            const Indicator &indicator = after.indicators[column];
            const BoardCell &cellBefore = rowBefore ? rowBefore->cells[column] : none;
            const BoardCell &cellAfter = rowAfter ? rowAfter->cells[column] : none;
            const QString textBefore = valueText(indicator, cellBefore);
            const QString textAfter = valueText(indicator, cellAfter);
            if (textBefore == textAfter)
                continue;
            changes.push_back({row->territory, row->code, row->name, indicator.code, textBefore, textAfter,
                cellBefore.standing, cellAfter.standing, cellAfter.date, cellAfter.source,
                cellAfter.observation.isNull() ? QString() : authorOf(store, cellAfter)});
        }
    }
    return changes;
}

} // namespace liaison
