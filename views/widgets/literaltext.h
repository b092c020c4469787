#pragma once

#include <QString>

namespace liaison {

/// Text of the data in a menu, button or label with a buddy, where an ampersand would mark a shortcut key.
inline QString literalText(QString text)
{
    return text.replace(QStringLiteral("&"), QStringLiteral("&&"));
}

} // namespace liaison
