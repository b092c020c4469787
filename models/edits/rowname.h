#pragma once

#include "models/domain/draft.h"
#include "models/domain/result.h"

#include <QUuid>

namespace liaison {

class Store;

// For a row of a region's board whose name was reconstructed and turns out to be another territory's: the row keeps its
// place and its assumed values, which become the other's, and the name is reported from then on. What was not assumed
// stays where it was recorded. If the other stands in a row of the region already, the two change places with their
// assumed values, and the first one's name stays assumed. An error says what stands against it; for instance a value
// the other has for the same indicator and date.
Result<Draft> rowNameDraft(const Store &store, QUuid region, QUuid from, QUuid to);

} // namespace liaison
