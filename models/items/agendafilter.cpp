#include "models/items/agendafilter.h"

#include "models/figures/territorynames.h"
#include "models/items/agendatext.h"

#include <algorithm>

namespace liaison {

namespace {

bool has(const std::vector<QUuid> &rows, QUuid row)
{
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

} // namespace

bool AgendaFilter::shows(const AgendaItem &item) const
{
    const bool isHere = !region || item.territories.empty()
        || std::any_of(region->members.begin(), region->members.end(),
            [&](const Region::Member &member) { return has(item.territories, member.territory); });
    return isHere && (!kind || item.kind == *kind) && (project.isNull() || has(item.projects, project))
        && (territory.isNull() || has(item.territories, territory))
        && (text.isEmpty() || TerritoryNames::isNamed(agendaText(item), text));
}

std::vector<AgendaItem> AgendaFilter::shown(const std::vector<AgendaItem> &items) const
{
    std::vector<AgendaItem> some;
    std::copy_if(items.begin(), items.end(), std::back_inserter(some),
        [this](const AgendaItem &item) { return shows(item); });
    return some;
}

} // namespace liaison
