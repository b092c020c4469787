#pragma once

#include <QGuiApplication>
#include <QString>

namespace liaison {

/// A date or a number for the middle of a sentence. In a right-to-left window it keeps its own direction and
/// cannot draw the words beside it into it; otherwise it is what it was.
inline QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(u'\u2068');
    constexpr QChar popIsolate(u'\u2069');
    return QGuiApplication::isRightToLeft() ? firstStrongIsolate + text + popIsolate : text;
}

} // namespace liaison
