#pragma once

#include <QString>

namespace liaison {

/// Text for a tooltip that shows exactly these characters: Qt would take some of them for markup. The first
/// line stands out when there are several.
QString plainTip(const QString &text);

} // namespace liaison
