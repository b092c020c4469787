#include "models/figures/region.h"

#include "models/domain/fields.h"
#include "models/figures/territory.h"
#include "models/figures/territorynames.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Region)
};

// Rows without a place come last.
qint64 place(const Value &position)
{
    return position.toInteger().value_or(std::numeric_limits<qint64>::max());
}

struct Placed
{
    qint64 position;
    QString code;
    Region::Member member;
};

QHash<QUuid, std::vector<Placed>> placedMembers(const Store &store)
{
    using namespace fields::regionTerritory;
    const QHash<QUuid, Territory> known = territories(store);
    QHash<QUuid, std::vector<Placed>> byRegion;
    for (const Record &record : store.read({.entity = entity})) {
        const QUuid id = record.value(territory).row();
        const auto found = known.constFind(id);
        if (found == known.constEnd())
            continue; // not here yet
        byRegion[record.value(region).row()].push_back({place(record.value(position)), found->code,
            {id, record.value(certainty).text(), record.value(evidence).text(), record.value(doubt).text(),
                record.id()}});
    }
    for (auto &members : byRegion) {
        std::sort(members.begin(), members.end(), [](const Placed &a, const Placed &b) {
            return std::tie(a.position, a.code) < std::tie(b.position, b.code);
        });
    }
    return byRegion;
}

Result<Region> regionOfCodes(const Store &store, const QString &text)
{
    const TerritoryNames names(store);
    Region region;
    QSet<QUuid> seen;
    QStringList codes;
    for (const QString &code : text.split(u',', Qt::SkipEmptyParts)) {
        const auto territory = names.find(code);
        if (!territory)
            return territory.error();
        if (seen.contains(*territory))
            continue;
        seen.insert(*territory);
        region.members.push_back({.territory = *territory});
        codes.append(names.code(*territory));
    }
    region.name = codes.join(u',');
    return region;
}

} // namespace

std::vector<Region> regions(const Store &store)
{
    std::vector<Record> records = store.read({.entity = fields::region::entity});
    const auto key = [](const Record &record) {
        return std::tuple(place(record.value(fields::region::position)),
            record.value(fields::region::name).text(), record.id());
    };
    std::sort(
        records.begin(), records.end(), [&](const Record &a, const Record &b) { return key(a) < key(b); });

    const auto members = placedMembers(store);
    std::vector<Region> all;
    for (const Record &record : records) {
        Region region{record.id(), record.value(fields::region::name).text(), {}};
        for (const Placed &placed : members.value(record.id()))
            region.members.push_back(placed.member);
        all.push_back(std::move(region));
    }
    return all;
}

Result<Region> findRegion(const Store &store, const QString &text)
{
    std::vector<Region> all = regions(store);
    const QString wanted = text.simplified();
    if (wanted.isEmpty()) {
        if (all.empty())
            return Error{Tr::tr("no region"), {}, Tr::tr("the file has none yet")};
        return std::move(all.front());
    }

    QStringList names;
    for (Region &region : all) {
        if (region.name.simplified().compare(wanted, Qt::CaseInsensitive) == 0)
            return std::move(region);
        names.append(region.name);
    }
    auto byCodes = regionOfCodes(store, wanted);
    if (byCodes && !byCodes->members.empty())
        return byCodes;
    if (!byCodes && wanted.contains(u','))
        return byCodes; // a list of codes was meant, and its error names the bad one
    return Error{Tr::tr("unknown region"), wanted.left(100),
        Tr::tr("the file has %1; territories go by their codes, with commas").arg(names.join(u", "))};
}

} // namespace liaison
