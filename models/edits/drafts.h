#pragma once

#include "models/domain/draft.h"
#include "models/domain/record.h"

namespace liaison {

// Small acts that more than one place offers, each one step with one label.
Draft deletionOf(const Record &record);
Draft erasureOf(const Record &record);
Draft taskDraft(const Record &task, bool done);

} // namespace liaison
