#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/derivation.h"
#include "models/figures/indicator.h"
#include "models/figures/region.h"

#include <QDate>
#include <QSet>

#include <optional>
#include <vector>

namespace liaison {

class Store;

// How many territories of a region meet one indicator's goal, over time.
struct Trend
{
    // What boardOf() counts on `day` and until the next step. The five add up to the rows of that day.
    struct Step
    {
        QDate day; // null for the first: always before
        int met = 0;
        int onTheWay = 0;
        int notMet = 0;
        int unknown = 0;
        int notApplicable = 0;

        int of() const { return met + onTheWay + notMet + unknown; }
        bool operator==(const Step &) const = default;
    };
    // So many territories more (or fewer) meet the goal: for the board from `from` on, the first day of the
    // date as written; what really happened, happened by `to`, its last day. A line drawn through it is a
    // slope.
    struct Slope
    {
        QDate from;
        QDate to;
        int met = 0;

        bool operator==(const Slope &) const = default;
    };
    // The observations of one date as written.
    struct Point
    {
        PartialDate date;
        int observations = 0;

        bool operator==(const Point &) const = default;
    };
    // Days on which the newest observation is older than the indicator allows.
    struct Span
    {
        QDate from;
        QDate to; // inclusive; null: ever since

        bool operator==(const Span &) const = default;
    };
    // A corner of the line as drawn.
    struct Vertex
    {
        QDate day;
        double met = 0;

        bool operator==(const Vertex &) const = default;
    };

    // A part of the line, drawn in one way.
    struct Piece
    {
        bool isStale = false;
        std::vector<Vertex> corners;

        bool operator==(const Piece &) const = default;
    };

    std::vector<Step> steps; // by day, never empty
    std::vector<Slope> slopes; // by their beginning
    std::vector<Point> points; // by the end of their dates; of territories that existed then
    std::vector<Span> stale; // by day

    const Step &on(QDate day) const;
    bool isStaleOn(QDate day) const;
    // The line from the first observation until a day: level until something changes, upright where it
    // changed on a known day, a slope over the month or year that is all that is known. Empty without
    // observations.
    std::vector<Vertex> line(QDate until) const;
    // The same, cut where it grows stale and fresh again; each piece begins where the one before ends.
    std::vector<Piece> pieces(QDate until) const;

    bool operator==(const Trend &) const = default;
};

// A target that speaks of a number of territories, as it is and as it was first set.
struct TrendTarget
{
    struct Version
    {
        int territories = 0;
        PartialDate due;
        QString reason;

        bool operator==(const Version &) const = default;
    };

    QUuid id;
    size_t indicator = 0; // its place
    Version present;
    std::optional<Version> first; // when it was revised

    bool operator==(const TrendTarget &) const = default;
};

struct Trends
{
    Region region;
    std::vector<Indicator> indicators;
    std::vector<Trend> trends; // one an indicator
    std::vector<TrendTarget> targets;
    int mostRows = 0; // territories on the board on the day with the most

    // Of all points and of what records say; null when there is none.
    QDate firstDay() const;
    QDate lastDay() const;
};

// Computed in one pass over the observations and what records say, equal to boardOf() on every day. Targets are those of the
// region and those of every region; one over a sum or in days has no place among numbers of territories and
// is left out.
Trends trendsOf(const Store &store, const Region &region, std::vector<Indicator> indicators,
    const Derivations &derivedBy = derivations());

// After observations of these indicators or the records they are derived from, and perhaps targets, have changed, but nothing else: reads no more
// than those.
Trends refreshed(Trends trends, const Store &store, const QSet<QUuid> &indicators,
    const Derivations &derivedBy = derivations());

// What a territory was observed to be, behind a point of a trend.
struct TrendRow
{
    QUuid territory;
    QString name;
    QString reading; // as Indicator::readingText(), for people
    Standing standing = Standing::Unknown;
    QString source;
};

// The observations of one date as written, in board order.
std::vector<TrendRow> rowsBehind(
    const Store &store, const Region &region, const Indicator &indicator, const PartialDate &date);

} // namespace liaison
