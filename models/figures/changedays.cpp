#include "models/figures/changedays.h"

#include "models/figures/derivation.h"
#include "models/figures/indicator.h"
#include "models/figures/region.h"
#include "models/figures/territory.h"
#include "models/store/store.h"

#include <algorithm>
#include <map>

namespace liaison {

std::vector<ChangeDay> changeDays(
    const Store &store, const Region &region, const std::vector<Indicator> &indicators)
{
    std::vector<QUuid> places;
    for (const Region::Member &member : region.members)
        places.push_back(member.territory);
    std::vector<QUuid> columns;
    for (const Indicator &indicator : indicators)
        columns.push_back(indicator.id);
    std::map<QDate, int> counts;
    for (const auto &[day, count] : store.observedDays(places, columns))
        counts[day] += static_cast<int>(count);
    for (const Indicator &indicator : indicators) {
        const Derivation *derivation = derivationOf(indicator);
        if (!derivation || !derivation->ever)
            continue;
        for (const DerivedStep &step : derivation->ever(store, indicator, places))
            ++counts[step.from];
    }
    const QHash<QUuid, Territory> known = territories(store);
    for (const QUuid &place : places) {
        const auto territory = known.constFind(place);
        if (territory == known.constEnd())
            continue;
        if (!territory->existsFrom.isNull())
            ++counts[territory->existsFrom.firstDay()];
        if (!territory->existsUntil.isNull())
            ++counts[territory->existsUntil.lastDay().addDays(1)];
    }
    std::vector<ChangeDay> days;
    for (const auto &[day, count] : counts)
        days.push_back({day, count});
    return days;
}

std::optional<QDate> changeBefore(const std::vector<ChangeDay> &days, QDate day)
{
    const auto next = std::lower_bound(
        days.begin(), days.end(), day, [](const ChangeDay &each, QDate other) { return each.day < other; });
    return next == days.begin() ? std::nullopt : std::optional(std::prev(next)->day);
}

std::optional<QDate> changeAfter(const std::vector<ChangeDay> &days, QDate day)
{
    const auto next = std::upper_bound(
        days.begin(), days.end(), day, [](QDate other, const ChangeDay &each) { return other < each.day; });
    return next == days.end() ? std::nullopt : std::optional(next->day);
}

} // namespace liaison
