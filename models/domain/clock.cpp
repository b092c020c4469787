#include "models/domain/clock.h"

#include <QDateTime>

#include <optional>

namespace liaison {

namespace {

std::optional<qint64> fixedTime()
{
    bool ok = false;
    const qint64 seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&ok);
    return ok && seconds >= 0 && seconds < 253'402'300'800 ? std::optional(seconds * 1000) : std::nullopt;
}

} // namespace

Clock systemClock()
{
    if (const auto fixed = fixedTime())
        return [time = *fixed] { return time; };
    return [] { return QDateTime::currentMSecsSinceEpoch(); };
}

QDate today(const Clock &clock)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(clock(), Qt::UTC);
    return fixedTime() ? time.date() : time.toLocalTime().date();
}

} // namespace liaison
