#include "models/figures/target.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/domain/record.h"
#include "models/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

Target::Target(const Record &record)
    : id(record.id())
    , indicator(record.value(fields::target::indicator).row())
    , territory(record.value(fields::target::territory).row())
    , region(record.value(fields::target::region).row())
    , due(record.value(fields::target::value).part(fields::target::due).date())
    , reading(record.value(fields::target::value).part(fields::target::reading))
{
}

bool Target::isReachedIn(const Indicator &of, const BoardCell &cell) const
{
    if (!cell.isKnown())
        return false;
    const auto have = cell.reading.toInteger();
    const auto want = reading.toInteger();
    if (have && want)
        return of.scale == Indicator::Scale::Days ? *have <= *want : *have >= *want;
    if (isMoney(cell.reading) && isMoney(reading)) {
        const auto amount = [](const Value &money) { return money.part("amount"_L1).text().toDouble(); };
        return cell.reading.part("currency"_L1) == reading.part("currency"_L1)
            && amount(cell.reading) >= amount(reading);
    }
    const Indicator::Level *haveLevel = of.level(cell.reading.text());
    const Indicator::Level *wantLevel = of.level(reading.text());
    return haveLevel && wantLevel ? haveLevel->rank >= wantLevel->rank : cell.reading == reading;
}

bool Target::isReachedOver(const Indicator &of, const std::vector<Board::Row> &rows, size_t column) const
{
    if (const auto want = reading.toInteger(); want && of.scale != Indicator::Scale::Days) {
        const BoardTotal total = totalOf(of, rows, column);
        return total.sum.value_or(total.met) >= *want;
    }
    return std::all_of(rows.begin(), rows.end(), [&](const Board::Row &row) {
        const BoardCell &cell = row.cells[column];
        return cell.standing == Standing::NotApplicable || isReachedIn(of, cell);
    });
}

std::vector<Record> targetsOver(const Store &store, QUuid region)
{
    // Of single territories there are many more.
    std::vector<Record> records = store.read(
        {.entity = fields::target::entity, .where = {{QString(fields::target::territory), Value()}}});
    std::erase_if(records, [&](const Record &record) {
        const QUuid of = record.value(fields::target::region).row();
        return !of.isNull() && of != region;
    });
    return records;
}

} // namespace liaison
