#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace liaison {

/// When something was written, for people: "15 Feb 2007 12:00", by the clock on the wall.
inline QString timeText(const QDateTime &time, const QLocale &locale)
{
    return locale.toString(time.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm"));
}
/// @param time milliseconds since 1970
inline QString timeText(qint64 time, const QLocale &locale)
{
    return timeText(QDateTime::fromMSecsSinceEpoch(time), locale);
}

} // namespace liaison
