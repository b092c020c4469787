#include "models/figures/board.h"

#include "models/domain/fields.h"
#include "models/figures/territory.h"
#include "models/store/store.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

int wholeMonths(QDate from, QDate to)
{
    if (to <= from)
        return 0;
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return from.addMonths(months) <= to ? months : months - 1;
}

BoardCell statedCell(
    const Indicator &indicator, const Board::Row &row, const ObservedCell *observed, QDate asOf)
{
    BoardCell cell;
    if (!observed) {
        if (indicator.needsCctld && !row.hasCctld)
            cell.standing = Standing::NotApplicable;
        return cell;
    }
    cell.standing = indicator.standing(observed->reading);
    cell.reading = observed->reading;
    cell.date = observed->date;
    cell.source = observed->source;
    cell.certainty = observed->certainty;
    cell.observation = observed->observation;
    cell.conflict = observed->conflict;
    const QDate end = observed->date.lastDay();
    cell.ageMonths = wholeMonths(end, asOf);
    cell.stale = cell.isKnown() && indicator.staleAfter > 0
        && asOf > end.addMonths(static_cast<int>(std::min<qint64>(indicator.staleAfter, 12 * 9999)));
    return cell;
}

// What somebody stated stands first; what nobody knows is as records have it.
BoardCell cellOf(const Indicator &indicator, const Board::Row &row, const ObservedCell *observed,
    const std::optional<DerivedReading> &derived, QDate asOf)
{
    BoardCell cell = statedCell(indicator, row, observed, asOf);
    if (!derived || cell.standing == Standing::NotApplicable)
        return cell;
    cell.derived = derived;
    if (cell.standing != Standing::Unknown)
        return cell;
    BoardCell shown;
    shown.standing = indicator.standing(derived->reading);
    shown.reading = derived->reading;
    shown.date = derived->date;
    shown.ageMonths = wholeMonths(derived->date.lastDay(), asOf);
    shown.conflict = cell.conflict;
    shown.observation = cell.observation; // "unknown" may have been recorded
    shown.derived = derived;
    shown.isDerived = true;
    return shown;
}

// What records say of an indicator, by territory.
class DerivedColumn
{
public:
    DerivedColumn(const Board &board, const Store &store, const Indicator &indicator,
        const std::vector<QUuid> &territories)
    {
        const Derivation *derivation = derivationOf(indicator, board.derivedBy);
        if (!derivation)
            return;
        for (const DerivedReading &read :
            derivation->read(store, indicator, territories, board.asOf, board.knownAt))
            m_readings.insert(read.territory, read);
    }
    std::optional<DerivedReading> of(QUuid territory) const
    {
        const auto found = m_readings.constFind(territory);
        return found == m_readings.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    QHash<QUuid, DerivedReading> m_readings;
};

using CellsByPlace = QHash<std::pair<QUuid, QUuid>, const ObservedCell *>;

CellsByPlace placed(const std::vector<ObservedCell> &observed)
{
    CellsByPlace byPlace;
    byPlace.reserve(static_cast<qsizetype>(observed.size()));
    for (const ObservedCell &cell : observed)
        byPlace.insert({cell.territory, cell.indicator}, &cell);
    return byPlace;
}

PartialDate lastUpdateOf(const std::vector<Board::Row> &rows)
{
    PartialDate last;
    for (const Board::Row &row : rows) {
        for (const BoardCell &cell : row.cells) {
            if (cell.isKnown() && (last.isNull() || cell.date > last))
                last = cell.date;
        }
    }
    return last;
}

// Rows without cells.
std::vector<Board::Row> rowsOf(const Region &region, const QHash<QUuid, Territory> &known, QDate asOf)
{
    std::vector<Board::Row> rows;
    for (const Region::Member &member : region.members) {
        const auto territory = known.constFind(member.territory);
        if (territory == known.constEnd() || !territory->existsOn(asOf))
            continue;
        rows.push_back({territory->id, territory->code, territory->name, member.certainty, member.evidence,
            member.doubt, territory->hasCctld, {}});
    }
    return rows;
}

} // namespace

QStringList BoardCell::marks() const
{
    QStringList all;
    if (certainty == certaintyCode::assumed)
        all.append(certainty);
    if (stale)
        all.append(u"stale"_s);
    if (conflict)
        all.append(u"conflict"_s);
    if (isDerived)
        all.append(u"derived"_s);
    if (differs())
        all.append(u"differs"_s);
    if (standing == Standing::NotApplicable)
        all.append(QString(notApplicableReading));
    return all;
}

bool Board::Row::isReconstructed() const
{
    return certainty == certaintyCode::assumed;
}

int Board::reconstructed() const
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const Row &row) { return row.isReconstructed(); }));
}

Board boardAsOf(const Store &store, const Region &region, QDate asOf, std::optional<qint64> knownAt,
    const Derivations &derivedBy)
{
    std::vector<Indicator> shown = indicators(store);
    std::erase_if(shown, [](const Indicator &indicator) { return !indicator.onBoard; });
    return boardOf(store, region, std::move(shown), asOf, knownAt, derivedBy);
}

Board boardOf(const Store &store, const Region &region, std::vector<Indicator> indicators, QDate asOf,
    std::optional<qint64> knownAt, const Derivations &derivedBy)
{
    Board board;
    board.derivedBy = derivedBy;
    board.region = region;
    board.asOf = asOf;
    board.knownAt = knownAt;
    board.indicators = std::move(indicators);
    const QHash<QUuid, Territory> known = territories(store);
    board.rows = rowsOf(region, known, asOf);

    std::vector<QUuid> territoryIds;
    std::vector<QUuid> indicatorIds;
    for (const Board::Row &row : board.rows)
        territoryIds.push_back(row.territory);
    for (const Indicator &indicator : board.indicators)
        indicatorIds.push_back(indicator.id);
    const std::vector<ObservedCell> observed = store.observedOn(territoryIds, indicatorIds, asOf, knownAt);
    const CellsByPlace byPlace = placed(observed);
    for (Board::Row &row : board.rows)
        row.cells.reserve(board.indicators.size());
    for (const Indicator &indicator : board.indicators) {
        const DerivedColumn derived(board, store, indicator, territoryIds);
        for (Board::Row &row : board.rows)
            row.cells.push_back(cellOf(indicator, row, byPlace.value({row.territory, indicator.id}),
                derived.of(row.territory), asOf));
    }
    for (size_t column = 0; column < board.indicators.size(); ++column)
        board.totals.push_back(totalOf(board.indicators[column], board.rows, column));
    board.lastUpdate = lastUpdateOf(board.rows);
    return board;
}

bool touchesFrame(const ChangeSet &changes)
{
    using namespace fields;
    const std::initializer_list<QLatin1StringView> frame = {region::entity, regionTerritory::entity,
        territory::entity, project::entity, indicator::entity, level::entity};
    return std::any_of(
        frame.begin(), frame.end(), [&](QLatin1StringView entity) { return changes.touches(entity); });
}

Board refreshed(Board board, const Store &store, const QSet<QUuid> &observations)
{
    // Where each stands now, and where it was shown before: both may show another one.
    QSet<QUuid> territoriesOf;
    QSet<QUuid> indicatorsOf;
    for (const QUuid &id : observations) {
        const Record record = store.find(fields::observation::entity, id);
        territoriesOf.insert(record.value(fields::observation::territory).row());
        indicatorsOf.insert(record.value(fields::observation::indicator).row());
    }
    for (const Board::Row &row : board.rows) {
        for (size_t column = 0; column < row.cells.size(); ++column) {
            if (observations.contains(row.cells[column].observation)) {
                territoriesOf.insert(row.territory);
                indicatorsOf.insert(board.indicators[column].id);
            }
        }
    }

    std::vector<Board::Row *> rows;
    std::vector<QUuid> territoryIds;
    for (Board::Row &row : board.rows) {
        if (territoriesOf.contains(row.territory)) {
            rows.push_back(&row);
            territoryIds.push_back(row.territory);
        }
    }
    std::vector<size_t> columns;
    std::vector<QUuid> indicatorIds;
    for (size_t column = 0; column < board.indicators.size(); ++column) {
        if (indicatorsOf.contains(board.indicators[column].id)) {
            columns.push_back(column);
            indicatorIds.push_back(board.indicators[column].id);
        }
    }
    const std::vector<ObservedCell> observed =
        store.observedOn(territoryIds, indicatorIds, board.asOf, board.knownAt);
    const CellsByPlace byPlace = placed(observed);
    for (const size_t column : columns) {
        const Indicator &indicator = board.indicators[column];
        const DerivedColumn derived(board, store, indicator, territoryIds);
        for (Board::Row *row : rows)
            row->cells[column] = cellOf(indicator, *row, byPlace.value({row->territory, indicator.id}),
                derived.of(row->territory), board.asOf);
        board.totals[column] = totalOf(indicator, board.rows, column);
    }
    board.lastUpdate = lastUpdateOf(board.rows);
    return board;
}

BoardTotal totalOf(const Indicator &indicator, const std::vector<Board::Row> &rows, size_t column)
{
    BoardTotal total;
    const bool counted = indicator.scale == Indicator::Scale::Count;
    qint64 sum = 0;
    int in = 0;
    for (const Board::Row &row : rows) {
        const BoardCell &cell = row.cells[column];
        switch (cell.standing) {
        case Standing::Met:
            ++total.met;
            break;
        case Standing::OnTheWay:
            ++total.onTheWay;
            break;
        case Standing::NotMet:
            ++total.notMet;
            break;
        case Standing::Unknown:
            ++total.unknown;
            break;
        case Standing::NotApplicable:
            ++total.notApplicable;
            break;
        }
        if (!cell.isKnown())
            continue;
        if (counted) {
            const qint64 count = cell.reading.toInteger().value_or(0);
            sum += count;
            in += count > 0 ? 1 : 0;
        } else if (indicator.scale == Indicator::Scale::Ladder) {
            ++total.levels[indicator.readingText(cell.reading)];
        }
    }
    total.known = total.met + total.onTheWay + total.notMet;
    total.of = total.known + total.unknown;
    if (counted)
        total.in = in;
    if (counted && indicator.summed)
        total.sum = sum;
    return total;
}

} // namespace liaison
