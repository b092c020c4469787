#include "models/figures/cellhistory.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <algorithm>

namespace liaison {

namespace {

void addVersions(
    std::vector<CellVersion> &all, const Store &store, const Record &record, const Indicator &indicator)
{
    namespace f = fields::observation;
    bool latest = true;
    for (const HistoryEntry &entry : store.history(f::entity, record.id())) {
        if (entry.field != f::value || entry.erased)
            continue;
        if (!entry.to.isNull()) {
            CellVersion version;
            version.observation = record.id();
            version.date = record.value(f::date).date();
            version.value = entry.to;
            version.state = record.isHidden() ? CellVersion::State::Withdrawn
                : latest                      ? CellVersion::State::Standing
                                              : CellVersion::State::Replaced;
            version.standing = indicator.standing(version.reading());
            version.author = entry.edit.author;
            version.recorded = entry.edit.at;
            all.push_back(std::move(version));
        }
        latest = false;
    }
}

} // namespace

const Value &CellVersion::reading() const
{
    return value.part(fields::observation::reading);
}

QString CellVersion::source() const
{
    return value.part(fields::observation::source).text();
}

QString CellVersion::certainty() const
{
    return value.part(fields::observation::certainty).text();
}

std::vector<CellVersion> cellHistory(const Store &store, QUuid territory, const Indicator &indicator)
{
    namespace f = fields::observation;
    std::vector<CellVersion> all;
    for (const Record &record :
        store.read({.entity = f::entity,
        .where = {{f::territory, Value(territory)}, {f::indicator, Value(indicator.id)}},
        .rows = Query::Rows::All}))
        addVersions(all, store, record, indicator);
    // As the board chooses: the period that ends last, then the more precise.
    std::stable_sort(all.begin(), all.end(), [](const CellVersion &a, const CellVersion &b) {
        return a.date == b.date ? a.recorded > b.recorded : a.date > b.date;
    });
    return all;
}

} // namespace liaison
