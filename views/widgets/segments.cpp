#include "views/widgets/segments.h"

#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace liaison {

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
    , m_all(new QToolButton(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_all->setObjectName(objectNames::segmentsButton);
    m_all->setPopupMode(QToolButton::InstantPopup);
    m_all->setMenu(new QMenu(m_all));
    m_all->setFocusPolicy(Qt::TabFocus);
    m_all->hide();
    setOutlined(m_all);
    m_row->addWidget(m_all);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
    connect(m_group, &QButtonGroup::idToggled, this, &Segments::makeRoom);
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
    // Of the data perhaps: literal in a menu.
    connect(m_all->menu()->addAction(literalText(text)), &QAction::triggered, button, &QToolButton::click);
    makeRoom();
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int segment)
{
    m_group->button(segment)->setChecked(true);
}

QSize Segments::sizeHint() const
{
    QSize size(0, m_all->sizeHint().height());
    for (const QAbstractButton *each : m_group->buttons())
        size = {size.width() + each->sizeHint().width(), qMax(size.height(), each->sizeHint().height())};
    return size;
}

QSize Segments::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), m_all->sizeHint().width()), sizeHint().height()};
}

void Segments::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void Segments::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void Segments::makeRoom()
{
    const bool fits = !testAttribute(Qt::WA_Resized) || width() >= sizeHint().width();
    for (QAbstractButton *each : m_group->buttons())
        each->setVisible(fits);
    if (const QAbstractButton *chosen = m_group->checkedButton()) {
        m_all->setText(literalText(chosen->text()));
        m_all->setAccessibleName(chosen->text());
    }
    m_all->setVisible(!fits);
}

} // namespace liaison
