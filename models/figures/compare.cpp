#include "models/figures/compare.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// A value on file; what only follows from a rule (not applicable without a ccTLD) or is unknown is no text.
QString valueText(const Indicator &indicator, const BoardCell &cell, const QLocale &locale)
{
    return cell.standing == Standing::Unknown ? QString() : indicator.readingText(cell.reading, locale);
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

template <typename T>
CellTurn::Way wayOf(const T &from, const T &to)
{
    return from < to ? CellTurn::Way::Better : to < from ? CellTurn::Way::Worse : CellTurn::Way::Other;
}

CellTurn::Way wayOf(const Indicator &indicator, const BoardCell &from, const BoardCell &to)
{
    using Way = CellTurn::Way;
    if (!from.isKnown() || !to.isKnown())
        return Way::Other;
    switch (indicator.scale) {
    case Indicator::Scale::Count:
    case Indicator::Scale::Days: {
        const auto before = from.reading.toInteger();
        const auto after = to.reading.toInteger();
        if (!before || !after)
            return Way::Other;
        return indicator.scale == Indicator::Scale::Days ? wayOf(*after, *before) : wayOf(*before, *after);
    }
    case Indicator::Scale::Ladder: {
        const Indicator::Level *before = indicator.level(from.reading.text());
        const Indicator::Level *after = indicator.level(to.reading.text());
        return before && after ? wayOf(before->rank, after->rank) : Way::Other;
    }
    case Indicator::Scale::Money: {
        if (from.reading.part("currency"_L1) != to.reading.part("currency"_L1))
            return Way::Other;
        const auto amount = [](const Value &money) { return money.part("amount"_L1).text().toDouble(); };
        return wayOf(amount(from.reading), amount(to.reading));
    }
    case Indicator::Scale::YesNo:
        return wayOf(from.standing == Standing::Met, to.standing == Standing::Met);
    }
    return Way::Other;
}

} // namespace

EarlierBoard::EarlierBoard(const Store &store, const Board &later, QDate day)
{
    if (!day.isValid() || day >= later.asOf)
        return;
    m_store = &store;
    m_board.region = later.region;
    m_board.indicators = later.indicators;
    m_board.asOf = day;
    m_board.knownAt = later.knownAt;
    m_board.derivedBy = later.derivedBy;
}

EarlierBoard::EarlierBoard(const Store &store, Board board)
    : m_store(&store)
    , m_board(std::move(board))
{
    takeRows();
}

void EarlierBoard::read() const
{
    m_board = boardOf(*m_store, m_board.region, m_board.indicators, m_board.asOf, m_board.knownAt,
        m_board.derivedBy);
    takeRows();
}

void EarlierBoard::takeRows() const
{
    m_isRead = true;
    for (size_t row = 0; row < m_board.rows.size(); ++row)
        m_rows.insert(m_board.rows[row].territory, row);
}

void EarlierBoard::refresh(const QSet<QUuid> &observations)
{
    if (m_isRead)
        m_board = refreshed(std::move(m_board), *m_store, observations);
}

std::optional<CellTurn> EarlierBoard::turnOf(const Board &later, size_t row, size_t column) const
{
    if (!m_store)
        return {};
    if (!m_isRead)
        read();
    static const BoardCell none;
    const Indicator &indicator = later.indicators[column];
    const auto known = m_rows.constFind(later.rows[row].territory);
    // A board that was read apart may not know of a new indicator yet.
    const bool isThere = known != m_rows.constEnd() && column < m_board.indicators.size()
        && m_board.indicators[column].id == indicator.id;
    const BoardCell &before = isThere ? m_board.rows[*known].cells[column] : none;
    const BoardCell &after = later.rows[row].cells[column];
    const QLocale locale;
    const QString from = valueText(indicator, before, locale);
    if (from == valueText(indicator, after, locale))
        return {};
    return CellTurn{wayOf(indicator, before, after), from};
}

std::vector<BoardChange> boardDifferences(const Board &before, const Board &after, const QLocale &locale)
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
            const QString textBefore = valueText(indicator, cellBefore, locale);
            const QString textAfter = valueText(indicator, cellAfter, locale);
            if (textBefore == textAfter)
                continue;
            changes.push_back({row->territory, row->code, row->name, indicator.code, indicator.id, textBefore,
                textAfter, cellBefore.standing, cellAfter.standing, wayOf(indicator, cellBefore, cellAfter),
                cellAfter.date, cellAfter.source, QString()});
        }
    }
    return changes;
}

std::vector<BoardChange> boardChanges(const Store &store, const Region &region, QDate from, QDate to)
{
    return boardChanges(store, boardAsOf(store, region, to), from);
}

std::vector<BoardChange> boardChanges(
    const Store &store, const Board &after, QDate from, const QLocale &locale)
{
    const auto rowsAfter = rowsById(after);
    std::vector<BoardChange> changes = boardDifferences(
        boardOf(store, after.region, after.indicators, from, after.knownAt, after.derivedBy), after, locale);
    for (BoardChange &change : changes) {
        const BoardCell &cell = cellOf(after, rowsAfter.value(change.territory), change.indicator);
        if (!cell.observation.isNull())
            change.author = authorOf(store, cell);
    }
    return changes;
}

} // namespace liaison
