#pragma once

#include "models/domain/catalogue.h"

namespace liaison {

// A small catalogue for the proofs: notes without a natural key, with plain, sealed and composed fields;
// places with a natural key. No program ships it: the store must not depend on the built-in one.
const Catalogue &sampleCatalogue();
// The same in a newer program: notes have a colour, and there are visits.
const Catalogue &newerCatalogue();

namespace sample {
using Name = QLatin1StringView;
inline constexpr Name note{"note"}, place{"place"}, visit{"visit"};
inline constexpr Name title{"title"}, count{"count"}, body{"body"}, phone{"phone"}, about{"about"},
    value{"value"}, colour{"colour"};
inline constexpr Name code{"code"}, name{"name"}, open{"open"};
} // namespace sample

} // namespace liaison
