#include "views/widgets/plaintip.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace liaison {

QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.toHtmlEscaped().split(u'\n');
    if (lines.size() > 1)
        lines.first() = u"<span style=\"font-weight:500\">"_s + lines.first() + u"</span>"_s;
    return u"<div>"_s + lines.join("<br>"_L1) + u"</div>"_s;
}

} // namespace liaison
