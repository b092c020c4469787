#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/region.h"
#include "models/store/query.h"

#include <QDate>
#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

namespace liaison {

class Store;

// From a day to a day, both inclusive; without the first: ever. A record is in it when its date as written
// may be: it ends no earlier than `from`, and begins no later than `until`.
struct OutreachPeriod
{
    QDate from = {};
    QDate until;
};

// The twelve months up to a day.
OutreachPeriod twelveMonthsTo(QDate day);

// Quarters are counted since the year 0: 2007 Q1 is 8028.
int quarterOf(QDate day);
QDate firstDayOfQuarter(int quarter);

// A record that a figure counts.
struct OutreachRow
{
    QUuid row; // of the figure's entity
    QUuid counts; // what is counted once, however many rows speak of it: itself, a person, a group
    PartialDate date;
    std::vector<QUuid> territories;
    std::vector<QUuid> projects;
    qint64 number = 1;

    bool isOf(QUuid project) const;
    // In one of its territories at least, or in none in particular.
    bool isIn(const Region &region) const;
};

// Something that is counted of what was done, by territory and over time. A record, a person and a territory
// count once in any total, so totals may be less than the sum of what they are of.
struct OutreachFigure
{
    // Records that are told apart by their fields alone, so that one statement counts them.
    struct Records
    {
        std::vector<Query::Filter> where = {};
        QLatin1StringView territories = {};
        QLatin1StringView projects = {}; // empty: none of their own
        QLatin1StringView date = {};
        QLatin1StringView sum = {}; // a number to add up instead of the records
        // Counts from its date until the end of this one, on the period's last day, not only in the period.
        QLatin1StringView ends = {};
        std::vector<Query::Filter> endless = {}; // of those without such an end
    };
    using Read = std::function<std::vector<OutreachRow>(const Store &, const OutreachPeriod &)>;

    QLatin1StringView code; // stable
    const char *title; // source text in the context "figures"
    QLatin1StringView entity; // of the rows behind
    std::vector<QLatin1StringView> entities; // a change of one of these may change the figure
    Records records = {};
    Read read = {}; // where it takes more than one entity to tell
    // Rows of no project are of this indicator's.
    QLatin1StringView indicator = {};
    enum class Over { Time, Nothing } over = Over::Time;
    // Numbers are of so many ("3 of 5"); 0: they are not.
    qint64 of = 0;
    // What was counted in each territory in the twelve months up to a day, where it has a name that is
    // nobody's.
    std::function<QHash<QUuid, QStringList>(const Store &, QDate)> named = {};

    QString titleText() const;
};

// All of them, in the order in which they are shown. A new one is one entry.
const std::vector<OutreachFigure> &outreachFigures();
// By code; null when there is none.
const OutreachFigure *outreachFigure(QAnyStringView code);

// Of territories of which something is on record; the others are unknown, not 0.
QHash<QUuid, qint64> outreachByTerritory(const Store &, const OutreachFigure &, const OutreachPeriod &);
// What the rows count together, each once. No row: nothing is known.
std::optional<qint64> outreachSum(const std::vector<OutreachRow> &rows);
// Of the region, see OutreachRow::isIn().
std::optional<qint64> outreachTotal(
    const Store &, const OutreachFigure &, const OutreachPeriod &, const Region &);
// Of a project, wherever it was.
std::optional<qint64> outreachOfProject(
    const Store &, const OutreachFigure &, const OutreachPeriod &, QUuid project);

struct OutreachQuarter
{
    QUuid project; // null: all together, each once, with those of no project
    int quarter = 0; // see quarterOf()
    qint64 number = 0;

    bool operator==(const OutreachQuarter &) const = default;
};
// What happened in each quarter of the period, by quarter. Dates known to the year stand in its first
// quarter.
std::vector<OutreachQuarter> outreachOverTime(const Store &, const OutreachFigure &, const OutreachPeriod &);

// The rows behind the number of a territory, in no order.
std::vector<OutreachRow> outreachRows(
    const Store &, const OutreachFigure &, const OutreachPeriod &, QUuid territory);
// Behind all of it.
std::vector<OutreachRow> outreachRows(const Store &, const OutreachFigure &, const OutreachPeriod &);
// What happened in the period, whether or not it is still in force: behind outreachOverTime().
std::vector<OutreachRow> outreachEvents(const Store &, const OutreachFigure &, const OutreachPeriod &);

// Stakeholders a liaison is to be in touch with, of five groups.
enum class StakeholderGroup { Governments, CctldManagers, CivilSociety, PrivateSector, Academia };
QString titleOf(StakeholderGroup group);
// The groups whose people were at an activity in the twelve months up to a day, by territory of their
// organisations.
QHash<QUuid, std::vector<StakeholderGroup>> groupsInTouch(const Store &store, QDate day);

// Territories of the region, in its order, that exist on the day and for which nothing is on record in the
// twelve months up to it: no activity, no agreement signed, no award or application, nobody at an activity.
std::vector<QUuid> silentTerritories(const Store &store, const Region &region, QDate day);

} // namespace liaison
