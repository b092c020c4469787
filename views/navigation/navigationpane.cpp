#include "views/navigation/navigationpane.h"

#include "views/navigation/navigationbutton.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace liaison {

NavigationPane::NavigationPane(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setObjectName(objectNames::navigationPane);
    setAccessibleName(tr("Pages"));
    setSurface(this, Surface::Side);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    content->setLayout(m_column);
    setSurface(content, Surface::Side);
    setWidget(content);
    m_column->setContentsMargins(
        metrics::controlGap, metrics::controlGap, metrics::controlGap, metrics::controlGap);
    m_column->setSpacing(0);
    m_column->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, &NavigationPane::pageChosen);
    updateWidth();
}

void NavigationPane::clear()
{
    qDeleteAll(std::exchange(m_buttons, {}));
    qDeleteAll(std::exchange(m_headings, {}));
}

void NavigationPane::addPage(const QString &objectName, const QString &icon, const QString &text)
{
    add(objectName, new NavigationButton(icon, text, widget()));
}

void NavigationPane::addProject(const QString &objectName, const ProjectLook &project, const QString &text)
{
    add(objectName, new NavigationButton(project, text, widget()));
}

void NavigationPane::add(const QString &objectName, NavigationButton *button)
{
    button->setObjectName(objectName);
    m_group->addButton(button, static_cast<int>(m_buttons.size()));
    m_buttons.append(button);
    m_column->insertWidget(m_column->count() - 1, button);
    button->show(); // the pane may be seen already
}

void NavigationPane::addHeading(const QString &text)
{
    auto *label = new QLabel(text, widget());
    setTextRole(label, FontRole::CaptionStrong, Ink::Second);
    label->setContentsMargins(metrics::controlGap, metrics::groupGap, 0, 4);
    m_headings.append(label);
    m_column->insertWidget(m_column->count() - 1, label);
    label->setVisible(m_width == Width::Whole);
}

int NavigationPane::current() const
{
    return m_group->checkedId();
}

void NavigationPane::setCurrent(int page)
{
    m_buttons.at(page)->setChecked(true);
    ensureWidgetVisible(m_buttons.at(page));
}

void NavigationPane::setCount(int page, int count)
{
    m_buttons.at(page)->setCount(count);
}

void NavigationPane::setWidth(Width width)
{
    if (m_width == width)
        return;
    m_width = width;
    updateWidth();
}

void NavigationPane::updateWidth()
{
    const bool whole = m_width == Width::Whole;
    setFixedWidth(scaledPx(whole ? metrics::navigationWidth : metrics::navigationIconWidth));
    for (QWidget *heading : m_headings)
        heading->setVisible(whole);
}

void NavigationPane::keyPressEvent(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_Down;
    if (!down && event->key() != Qt::Key_Up) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    const int next = current() + (down ? 1 : -1);
    if (next >= 0 && next < m_buttons.size()) {
        m_buttons.at(next)->setFocus(Qt::TabFocusReason);
        m_buttons.at(next)->click();
    }
}

void NavigationPane::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateWidth();
}

} // namespace liaison
