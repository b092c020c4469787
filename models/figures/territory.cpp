#include "models/figures/territory.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <cmath>

namespace liaison {

Territory::Territory(const Record &record)
    : id(record.id())
    , code(record.value(fields::territory::code).text())
    , name(record.value(fields::territory::nameEn).text())
    , hasCctld(!record.value(fields::territory::cctld).text().isEmpty())
    , existsFrom(record.value(fields::territory::existsFrom).date())
    , existsUntil(record.value(fields::territory::existsUntil).date())
    , subregion(record.value(fields::territory::subregion).text())
{
    if (const auto *list = record.value(fields::territory::successors).toList()) {
        for (const Value &successor : *list)
            successors.push_back(successor.row());
    }
    bool hasLatitude = false, hasLongitude = false;
    const double latitude = record.value(fields::territory::latitude).text().toDouble(&hasLatitude);
    const double longitude = record.value(fields::territory::longitude).text().toDouble(&hasLongitude);
    if (hasLatitude && hasLongitude && std::abs(latitude) <= 90 && std::abs(longitude) <= 180)
        place = QPointF(longitude, latitude);
}

bool Territory::existsDuring(const PartialDate &period) const
{
    return (existsFrom.isNull() || existsFrom.firstDay() <= period.lastDay())
        && (existsUntil.isNull() || period.firstDay() <= existsUntil.lastDay());
}

QHash<QUuid, Territory> territories(const Store &store)
{
    QHash<QUuid, Territory> all;
    for (const Record &record : store.read({.entity = fields::territory::entity}))
        all.emplace(record.id(), record);
    return all;
}

} // namespace liaison
