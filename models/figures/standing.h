#pragma once

namespace liaison {

// How a value stands to its goal. Unknown (nothing on file) is never "no"; not applicable leaves the denominator.
enum class Standing { Met, OnTheWay, NotMet, Unknown, NotApplicable };

} // namespace liaison
