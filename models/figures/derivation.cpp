#include "models/figures/derivation.h"

namespace liaison {

const Derivations &derivations()
{
    static const Derivations none;
    return none;
}

} // namespace liaison
