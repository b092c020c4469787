#pragma once

#include "models/figures/region.h"

#include <algorithm>

namespace liaison {

// Whether both are the same region, with the same territories in the same order.
inline bool sameRegion(const Region &a, const Region &b)
{
    return a.id == b.id && a.name == b.name
        && std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
            [](const Region::Member &x, const Region::Member &y) { return x.territory == y.territory; });
}

} // namespace liaison
