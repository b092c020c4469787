#include "models/figures/outreachtimes.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace liaison {

namespace {

// What is counted once in a quarter, and of which projects.
struct Counted
{
    qint64 number = 0;
    std::set<QUuid> projects;
};

OutreachTimes::Part partOf(const Record &project)
{
    using namespace fields::project;
    return {OutreachTimes::Part::Of::Project, project.id(), project.value(code).text(),
        project.value(title).text(), project.value(colourLight).text(), project.value(colourDark).text()};
}

} // namespace

bool OutreachScope::has(const OutreachRow &row) const
{
    return (project.isNull() || row.isOf(project)) && (!region || row.isIn(*region));
}

qint64 OutreachTimes::Quarter::total() const
{
    return std::accumulate(numbers.begin(), numbers.end(), qint64(0));
}

qint64 OutreachTimes::total() const
{
    return std::accumulate(quarters.begin(), quarters.end(), qint64(0),
        [](qint64 sum, const Quarter &quarter) { return sum + quarter.total(); });
}

OutreachTimes outreachTimes(
    const Store &store, const OutreachFigure &figure, QDate until, const OutreachScope &scope)
{
    using Of = OutreachTimes::Part::Of;
    OutreachTimes times{.figure = figure.code,
        .title = figure.titleText(),
        .until = until,
        .project = scope.project,
        .isSum = !figure.records.sum.isEmpty(),
        .lasts = !figure.records.ends.isEmpty()};
    const QUuid project = scope.project;
    const auto isOther = [&](const OutreachRow &row) { return !scope.has(row); };

    std::vector<OutreachRow> rows = outreachEvents(store, figure, {{}, until});
    std::erase_if(rows, isOther);
    std::map<int, QHash<QUuid, Counted>> counted; // by quarter
    for (const OutreachRow &row : rows) {
        QHash<QUuid, Counted> &quarter = counted[quarterOf(row.date.firstDay())];
        if (!quarter.contains(row.counts))
            quarter[row.counts].number = row.number;
        quarter[row.counts].projects.insert(row.projects.begin(), row.projects.end());
    }

    // Parts of all projects first, then what nothing is of goes.
    std::map<QUuid, size_t> places;
    for (const Record &record : store.read({.entity = fields::project::entity})) {
        if (project.isNull() || record.id() == project) {
            places[record.id()] = times.parts.size();
            times.parts.push_back(partOf(record));
        }
    }
    const size_t several = times.parts.size(), none = several + 1;
    times.parts.resize(none + 1);
    times.parts[several].of = Of::Several;
    times.parts[none].of = Of::None;
    for (const auto &[quarter, all] : counted) {
        OutreachTimes::Quarter sums{quarter, std::vector<qint64>(times.parts.size(), 0)};
        for (const Counted &each : all) {
            const auto place = !project.isNull() ? places.find(project)
                : each.projects.empty()          ? places.end()
                                                 : places.find(*each.projects.begin());
            const bool isSeveral = project.isNull() && each.projects.size() > 1;
            sums.numbers[isSeveral ? several : place == places.end() ? none : place->second] += each.number;
        }
        times.quarters.push_back(std::move(sums));
    }
    for (size_t part = times.parts.size(); part-- > 0;) {
        const bool isSeen = std::any_of(times.quarters.begin(), times.quarters.end(),
            [&](const OutreachTimes::Quarter &quarter) { return quarter.numbers[part] != 0; });
        if (isSeen)
            continue;
        const auto at = static_cast<std::ptrdiff_t>(part);
        times.parts.erase(times.parts.begin() + at);
        for (OutreachTimes::Quarter &quarter : times.quarters)
            quarter.numbers.erase(quarter.numbers.begin() + at);
    }

    std::vector<OutreachRow> year = outreachRows(store, figure, twelveMonthsTo(until));
    std::erase_if(year, isOther);
    times.lastYear = outreachSum(year);
    return times;
}

std::vector<OutreachRow> outreachRowsOfQuarter(
    const Store &store, const OutreachFigure &figure, int quarter, QDate until, const OutreachScope &scope)
{
    const QDate first = firstDayOfQuarter(quarter);
    std::vector<OutreachRow> rows =
        outreachEvents(store, figure, {first, std::min(first.addMonths(3).addDays(-1), until)});
    std::erase_if(rows,
        [&](const OutreachRow &row) { return quarterOf(row.date.firstDay()) != quarter || !scope.has(row); });
    return rows;
}

} // namespace liaison
