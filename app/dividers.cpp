#include "app/dividers.h"

#include "views/style/typography.h"

#include <QFrame>

namespace liaison {

QFrame *divider(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(scaledPx(14));
    return line;
}

QFrame *border(QWidget *parent)
{
    QFrame *line = divider(parent);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedWidth(1);
    line->setMinimumHeight(0);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    return line;
}

} // namespace liaison
