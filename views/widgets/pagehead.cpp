#include "views/widgets/pagehead.h"

#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace liaison {

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_title(new QLabel(title, this))
    , m_subtitle(new ElidedLabel(this))
{
    setSurface(this, Surface::Page);
    m_row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    m_row->setSpacing(metrics::groupGap);
    setTextRole(m_title, FontRole::PageTitle);
    m_row->addWidget(m_title);
    setTextRole(m_subtitle, FontRole::Body, Ink::Second);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // takes what the controls leave
    m_row->addWidget(m_subtitle, 1);
    setFixedHeight(scaledPx(metrics::pageHeadHeight));
}

void PageHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHead::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

QLabel *PageHead::subtitle() const
{
    return m_subtitle;
}

void PageHead::setMark(QWidget *mark)
{
    m_row->insertWidget(0, mark);
}

void PageHead::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

void PageHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledPx(metrics::pageHeadHeight));
}

} // namespace liaison
