#include "models/figures/territory.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

namespace liaison {

Territory::Territory(const Record &record)
    : id(record.id())
    , code(record.value(fields::territory::code).text())
    , name(record.value(fields::territory::nameEn).text())
    , hasCctld(!record.value(fields::territory::cctld).text().isEmpty())
    , existsFrom(record.value(fields::territory::existsFrom).date())
    , existsUntil(record.value(fields::territory::existsUntil).date())
{
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
