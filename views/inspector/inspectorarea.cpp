#include "views/inspector/inspectorarea.h"

#include "views/inspector/inspectorsection.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace liaison {

InspectorArea::InspectorArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void InspectorArea::begin()
{
    m_scrolled = verticalScrollBar()->value();
    const QWidget *focused = m_content ? m_content->focusWidget() : nullptr;
    m_focused =
        focused && focused->hasFocus() ? focused->objectName() + focused->accessibleName() : QString();
    // Not at once: a change of text size, which brings the pane back, still speaks to what goes.
    if (QWidget *before = takeWidget()) {
        before->setParent(this);
        before->hide();
        before->deleteLater();
    }
    m_content = new QWidget;
    m_content->setObjectName(objectNames::inspectorContent);
    setSurface(m_content, Surface::Side);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void InspectorArea::add(QWidget *widget)
{
    m_column->addWidget(widget);
}

InspectorSection *InspectorArea::addSection(const QString &title)
{
    auto *section = new InspectorSection(title, m_content);
    m_column->addWidget(section);
    return section;
}

QVBoxLayout *InspectorArea::addHead()
{
    auto *head = new QWidget(m_content);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(
        metrics::pageMargin, metrics::groupGap, metrics::pageMargin, metrics::groupGap);
    column->setSpacing(4);
    m_column->addWidget(head);
    return column;
}

void InspectorArea::addSentence(const QString &text)
{
    auto *label = new QLabel(text, m_content);
    setTextRole(label, FontRole::Body, Ink::Third);
    label->setWordWrap(true);
    label->setMargin(metrics::pageMargin);
    m_column->addWidget(label);
}

void InspectorArea::finish()
{
    m_column->addStretch(1);
    setWidget(m_content);
    m_content->show();
    verticalScrollBar()->setValue(m_scrolled);
    if (m_focused.isEmpty())
        return;
    // What had the keyboard is another widget now.
    for (QWidget *widget : m_content->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus
            && widget->objectName() + widget->accessibleName() == m_focused) {
            widget->setFocus();
            break;
        }
    }
}

} // namespace liaison
