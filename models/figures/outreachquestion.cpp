#include "models/figures/outreachquestion.h"

namespace liaison {

std::vector<OutreachRow> outreachRows(const Store &store, const OutreachQuestion &question)
{
    const OutreachFigure *figure = outreachFigure(question.figure);
    if (!figure)
        return {};
    if (question.quarter)
        return outreachRowsOfQuarter(store, *figure, *question.quarter, question.day, question.scope);
    const OutreachPeriod year = twelveMonthsTo(question.day);
    std::vector<OutreachRow> rows = question.territory.isNull()
        ? outreachRows(store, *figure, year)
        : outreachRows(store, *figure, year, question.territory);
    std::erase_if(rows, [&](const OutreachRow &row) { return !question.scope.has(row); });
    return rows;
}

} // namespace liaison
