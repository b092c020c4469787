#pragma once

#include "models/domain/record.h"
#include "models/store/query.h"

#include <functional>
#include <optional>
#include <vector>

// Reads for figures over very many records. Not in store.h, which nearly every file includes.
namespace liaison {

class Store;

// The records of a query one at a time, in no order, limit and offset left aside, and with these fields alone; the others
// have no value. Making values is most of what a record costs. `visit` may read, too.
void forEachOf(const Store &store, const Query &query, const std::vector<QLatin1StringView> &fields,
    const std::function<void(const Record &)> &visit);

// When the row came here first, as its author's clock said (milliseconds since 1970); nothing when it is unknown.
std::optional<qint64> recordedAt(const Store &store, QAnyStringView entity, QUuid row);

} // namespace liaison
