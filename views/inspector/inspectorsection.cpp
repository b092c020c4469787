#include "views/inspector/inspectorsection.h"

#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace liaison {

InspectorSection::InspectorSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
{
    m_column->setContentsMargins(
        metrics::pageMargin, metrics::controlGap, metrics::pageMargin, metrics::groupGap);
    m_column->setSpacing(4);
    m_head->setContentsMargins(0, 0, -metrics::controlGap, 0); // a link has room around its text
    auto *label = new QLabel(title, this);
    setTextRole(label, FontRole::CaptionStrong, Ink::Second);
    label->setWordWrap(true);
    m_head->addWidget(label, 1);
    m_column->addLayout(m_head);
}

QToolButton *InspectorSection::addLink(
    const QString &objectName, const QString &text, const QString &accessibleName)
{
    auto *link = new QToolButton(this);
    link->setObjectName(objectName);
    link->setText(text);
    link->setAccessibleName(accessibleName);
    link->setFocusPolicy(Qt::TabFocus);
    setButtonKind(link, ButtonKind::Link);
    setTextRole(link, FontRole::CaptionStrong);
    m_head->addWidget(link);
    return link;
}

void InspectorSection::addText(const QString &text, Ink ink)
{
    auto *label = new QLabel(text, this);
    setTextRole(label, FontRole::Body, ink);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void InspectorSection::addFact(const QString &label, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::controlGap);
    auto *name = new QLabel(label, this);
    setTextRole(name, FontRole::Secondary, Ink::Second);
    name->setFixedWidth(scaledPx(metrics::inspectorLabelWidth));
    name->setWordWrap(true);
    row->addWidget(name, 0, Qt::AlignTop);
    auto *value = new QLabel(text, this);
    setTextRole(value, FontRole::Secondary);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(value, 1);
    m_column->addLayout(row);
}

void InspectorSection::addCount(const QString &what, const QString &count)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::controlGap);
    auto *name = new QLabel(what, this);
    setTextRole(name, FontRole::Body);
    name->setWordWrap(true);
    row->addWidget(name, 1);
    auto *value = new QLabel(count, this);
    setTextRole(value, FontRole::Body, Ink::Second);
    row->addWidget(value, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

void InspectorSection::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void InspectorSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Midlight));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace liaison
