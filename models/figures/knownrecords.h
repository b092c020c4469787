#pragma once

#include "models/domain/record.h"
#include "models/store/query.h"

#include <QDate>
#include <QLatin1StringView>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

namespace liaison {

class Store;

// Records as they stand, or as they stood when only what was recorded by a time was known.
class KnownRecords
{
public:
    // @param store must outlive it
    // @param knownAt milliseconds since 1970; none: as they stand
    explicit KnownRecords(const Store &store, std::optional<qint64> knownAt = std::nullopt)
        : m_store(store)
        , m_knownAt(knownAt)
    {
    }

    // Those that meet `where`, whose values are single ones, and whose From and Until are of dates; in no
    // order. Of records as they stand only these fields are read, none given: all.
    void each(QLatin1StringView entity, const std::vector<Query::Filter> &where,
        const std::function<void(const Record &)> &visit,
        const std::vector<QLatin1StringView> &fields = {}) const;
    // The day its first edit was written, in UTC.
    QDate recordedOn(const Record &record) const;

private:
    const Store &m_store;
    std::optional<qint64> m_knownAt;
};

// The rows that a reference or several name.
std::vector<QUuid> rowsIn(const Value &references);

} // namespace liaison
