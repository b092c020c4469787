#include "views/widgets/segments.h"

#include "views/style/stylesheet.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace liaison {

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

void Segments::add(const QString &objectName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
    button->setChecked(m_group->buttons().size() == 1);
    m_row->addWidget(button);
    QList<QWidget *> all;
    for (QAbstractButton *each : m_group->buttons())
        all.append(each);
    joinSegments(all);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int segment)
{
    m_group->button(segment)->setChecked(true);
}

} // namespace liaison
