#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/result.h"
#include "models/domain/value.h"
#include "models/figures/derivation.h"
#include "models/figures/indicator.h"
#include "models/figures/region.h"
#include "models/figures/standing.h"

#include <QDate>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace liaison {

class Store;
struct ChangeSet;

// Where a territory stands on an indicator on a day: what somebody stated, and where nobody did, what records
// say.
struct BoardCell
{
    Standing standing = Standing::Unknown;
    Value reading;        // null when nothing is on file; "unknown" when that was recorded
    PartialDate date;     // of the observation behind it
    QString source;
    QString certainty;
    QUuid observation;    // null when there is none
    std::optional<DerivedReading> derived = {}; // what records say, stated or not
    bool isDerived = false; // nobody stated it: reading and date are the derived ones
    int ageMonths = 0;    // whole months from the end of the date to the day
    bool stale = false;   // keeps its value, counts, and shows its age
    bool conflict = false;

    bool isKnown() const { return standing != Standing::Unknown && standing != Standing::NotApplicable; }
    // What somebody stated is known, and records say otherwise.
    bool differs() const { return isKnown() && derived && !isDerived && derived->reading != reading; }
    // In the words of the contract: "assumed", "stale", "conflict", "derived", "differs", "n/a".
    QStringList marks() const;
    bool operator==(const BoardCell &) const = default;
};

// of = met + onTheWay + notMet + unknown; of + notApplicable = rows.
struct BoardTotal
{
    int of = 0;
    int met = 0;
    int onTheWay = 0;
    int notMet = 0;
    int known = 0;
    int unknown = 0;
    int notApplicable = 0;
    std::optional<qint64> sum;  // of a count that is summed; a territory with a value above 0 is "in"
    std::optional<int> in;      // territories with a count above 0
    QMap<QString, int> levels;  // of a ladder: level code to territories

    bool operator==(const BoardTotal &) const = default;
};

// Territories x indicators at a date, with totals and marks.
struct Board
{
    struct Row
    {
        QUuid territory;
        QString code;
        QString name;
        QString certainty; // of the name, see Region::Member
        QString evidence;
        QString doubt;
        bool hasCctld = false;
        std::vector<BoardCell> cells; // one an indicator

        bool isReconstructed() const;
        bool operator==(const Row &) const = default;
    };

    Region region;
    QDate asOf;
    std::optional<qint64> knownAt;
    PartialDate lastUpdate; // the latest date among the values shown
    std::vector<Indicator> indicators;
    std::vector<Row> rows;
    std::vector<BoardTotal> totals; // one an indicator
    Derivations derivedBy; // what its derived readings come from

    // Rows whose name is a reconstruction nobody has confirmed.
    int reconstructed() const;
};

// The region's territories that exist on the day, in board order, by the indicators that are on the board.
Board boardAsOf(const Store &store, const Region &region, QDate asOf,
    std::optional<qint64> knownAt = std::nullopt, const Derivations &derivedBy = derivations());

// The same by indicators of the caller's choice.
Board boardOf(const Store &store, const Region &region, std::vector<Indicator> indicators, QDate asOf,
    std::optional<qint64> knownAt = std::nullopt, const Derivations &derivedBy = derivations());

// The same board after nothing but these observations changed (some may be new, some gone): asks for the cells they
// stand in, and counts the totals of those columns again.
Board refreshed(Board board, const Store &store, const QSet<QUuid> &observations);

// Whether other rows or columns than before may be on a board, or readings be judged otherwise.
bool touchesFrame(const ChangeSet &changes);

// The total of a column, from its cells.
BoardTotal totalOf(const Indicator &indicator, const std::vector<Board::Row> &rows, size_t column);

} // namespace liaison
