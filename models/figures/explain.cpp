#include "models/figures/explain.h"

#include "models/domain/fields.h"

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

} // namespace

Explanation explain(const Store &, const Board &board, size_t indicator, std::optional<size_t> row)
{
    Explanation explanation;
    if (row) {
        const BoardCell &cell = board.rows[*row].cells[indicator];
        explanation.value = board.indicators[indicator].readingText(cell.reading);
        if (!cell.observation.isNull())
            explanation.rows.push_back(rowOf(board, indicator, board.rows[*row], countsOf(cell)));
        else if (cell.standing == Standing::NotApplicable)
            explanation.value = QString(notApplicableReading);
        return explanation;
    }

    const BoardTotal &total = board.totals[indicator];
    explanation.value = QString::number(total.sum ? *total.sum : total.met);
    for (const Board::Row &each : board.rows) {
        const BoardCell &cell = each.cells[indicator];
        const bool meets = cell.standing == Standing::Met;
        const qint64 counts = total.sum ? cell.reading.toInteger().value_or(0) : meets ? 1 : 0;
        if (counts > 0)
            explanation.rows.push_back(rowOf(board, indicator, each, counts));
    }
    return explanation;
}

} // namespace liaison
