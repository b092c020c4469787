#pragma once

#include "models/domain/entity.h"

#include <vector>

namespace liaison {

// What is done on the ground and with whom: programmes, their activities, the people who came, agreements, awards.
std::vector<Entity> outreachEntities();

} // namespace liaison
