#pragma once

#include "models/domain/draft.h"
#include "models/domain/result.h"

#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Adds to the draft what makes these the territories of the region, in this order: rows that come, go, or
// stand at another place; a row that stays keeps what is known of its name. The region may be one that the
// draft creates. An error names what cannot be.
Result<void> draftMembership(
    Draft &draft, const Store &store, QUuid region, const std::vector<QUuid> &territories);

} // namespace liaison
