#pragma once

#include <QString>

namespace liaison {

// In a menu an ampersand marks the key.
inline QString menuText(QString text)
{
    return text.replace(QStringLiteral("&"), QStringLiteral("&&"));
}

} // namespace liaison
