#pragma once

#include "models/figures/board.h"

#include <QDate>
#include <QHash>

#include <optional>
#include <vector>

namespace liaison {

// How a cell turned since an earlier day.
struct CellTurn
{
    // Only what was known on both days is better or worse; all else just differs.
    enum class Way { Worse = -1, Other = 0, Better = 1 };

    Way way = Way::Other;
    QString from; // as Indicator::readingText(), for people; empty when unknown

    bool operator==(const CellTurn &) const = default;
};

// A cell that reads differently on two days; withdrawn values too.
struct BoardChange
{
    QUuid territory;
    QString code;
    QString name;
    QString indicator;
    QUuid indicatorId;
    QString from; // as Indicator::readingText(); empty when unknown
    QString to;
    Standing standingFrom = Standing::Unknown;
    Standing standingTo = Standing::Unknown;
    CellTurn::Way way = CellTurn::Way::Other;
    PartialDate date; // of the observation that brought the change
    QString source;
    QString author;

    bool operator==(const BoardChange &) const = default;
};

// A board on an earlier day, to mark the cells of a later one by. A cell is marked when boardChanges() would
// name it.
class EarlierBoard
{
public:
    // Marks nothing.
    EarlierBoard() = default;
    // The same region and indicators; a day that is not earlier marks nothing. Nothing is read before a mark is
    // asked for.
    // @param store must outlive it
    EarlierBoard(const Store &store, const Board &later, QDate day);
    // One that has been read; of the same region and indicators as the later ones it is asked about.
    EarlierBoard(const Store &store, Board board);

    // After nothing but these observations changed.
    void refresh(const QSet<QUuid> &observations);

    // By places of the later board; nothing when the cell reads as it did.
    std::optional<CellTurn> turnOf(const Board &later, size_t row, size_t column) const;

private:
    void read() const;
    void takeRows() const;

    const Store *m_store = nullptr; // null when it marks nothing
    mutable Board m_board; // until it is read without rows
    mutable QHash<QUuid, size_t> m_rows; // territory to row
    mutable bool m_isRead = false;
};

// The same cells on two boards, which may come from two files; without authors. Readings as text of a locale.
std::vector<BoardChange> boardDifferences(
    const Board &before, const Board &after, const QLocale &locale = QLocale::c());

// In board order. The board's own indicators; a day that is later than the board's looks back as well.
std::vector<BoardChange> boardChanges(
    const Store &store, const Board &board, QDate from, const QLocale &locale = QLocale::c());
std::vector<BoardChange> boardChanges(const Store &store, const Region &region, QDate from, QDate to);

} // namespace liaison
