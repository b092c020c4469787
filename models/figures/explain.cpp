#include "models/figures/explain.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <algorithm>

namespace liaison {

namespace {

// What a cell adds: a count its count, a level or any other known value 1.
qint64 countsOf(const BoardCell &cell)
{
    if (!cell.isKnown())
        return 0;
    return cell.reading.toInteger().value_or(1);
}

Explanation::Row rowOf(const Board &board, size_t indicator, const Board::Row &row, qint64 counts)
{
    const BoardCell &cell = row.cells[indicator];
    return {fields::observation::entity, cell.observation,
        QStringLiteral("%1, %2: %3 (%4)")
            .arg(row.name, board.indicators[indicator].code,
                board.indicators[indicator].readingText(cell.reading), cell.date.toIso()),
        counts};
}

// The records a derived value comes from; together they count no more than `counts`.
void addDerived(Explanation &explanation, const Store &store, const Board &board, size_t indicator,
    const Board::Row &row, qint64 counts)
{
    const BoardCell &cell = row.cells[indicator];
    if (!cell.derived)
        return;
    for (const RowBehind &each : cell.derived->behind) {
        const QString title = store.titleOf(each.entity, each.row, Store::Titles::Public);
        const qint64 counted = std::min(each.counts, counts);
        counts -= counted;
        explanation.rows.push_back({each.entity, each.row,
            QStringLiteral("%1, %2: %3")
                .arg(row.name, board.indicators[indicator].code,
                    title.isEmpty() ? QString(each.entity) : title),
            counted});
    }
}

} // namespace

Explanation explain(const Store &store, const Board &board, size_t indicator, std::optional<size_t> row)
{
    Explanation explanation;
    if (row) {
        const Board::Row &shown = board.rows[*row];
        const BoardCell &cell = shown.cells[indicator];
        explanation.value = board.indicators[indicator].readingText(cell.reading);
        if (cell.standing == Standing::NotApplicable && cell.observation.isNull())
            explanation.value = QString(notApplicableReading);
        // Where "unknown" was recorded and records know better, that row is not what is shown.
        if (!cell.observation.isNull() && !cell.isDerived)
            explanation.rows.push_back(rowOf(board, indicator, shown, countsOf(cell)));
        addDerived(explanation, store, board, indicator, shown, cell.isDerived ? countsOf(cell) : 0);
        return explanation;
    }

    const BoardTotal &total = board.totals[indicator];
    explanation.value = QString::number(total.sum ? *total.sum : total.met);
    for (const Board::Row &each : board.rows) {
        const BoardCell &cell = each.cells[indicator];
        const bool meets = cell.standing == Standing::Met;
        const qint64 counts = total.sum ? cell.reading.toInteger().value_or(0) : meets ? 1 : 0;
        if (counts > 0 && cell.isDerived)
            addDerived(explanation, store, board, indicator, each, counts);
        else if (counts > 0)
            explanation.rows.push_back(rowOf(board, indicator, each, counts));
    }
    return explanation;
}

} // namespace liaison
