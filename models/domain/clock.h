#pragma once

#include <QDate>
#include <QtGlobal>

#include <functional>

namespace liaison {

// Milliseconds since 1970-01-01 UTC. Injected wherever time matters, so that a test or SOURCE_DATE_EPOCH can fix it.
using Clock = std::function<qint64()>;

// The machine's clock, or the fixed time of SOURCE_DATE_EPOCH (seconds) when that is set and a number.
Clock systemClock();

// The day it is where the program runs; of a fixed clock in UTC, so that every machine agrees.
QDate today(const Clock &clock);

} // namespace liaison
