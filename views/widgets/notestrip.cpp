#include "views/widgets/notestrip.h"

#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace liaison {

NoteStrip::NoteStrip(const QString &sign, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(this))
    , m_link(new QToolButton(this))
{
    setSurface(this, Surface::Note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin - 4, 0);
    row->setSpacing(metrics::controlGap);
    if (!sign.isEmpty()) {
        auto *signLabel = new QLabel(sign, this);
        setTextRole(signLabel, FontRole::Secondary);
        row->addWidget(signLabel);
    }
    setTextRole(m_label, FontRole::Secondary);
    row->addWidget(m_label, 1);
    setButtonKind(m_link, ButtonKind::Link);
    setTextRole(m_link, FontRole::SecondaryStrong);
    m_link->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_link);
    updateHeight();
}

void NoteStrip::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

QString NoteStrip::text() const
{
    return m_label->text();
}

void NoteStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateHeight();
}

void NoteStrip::updateHeight()
{
    setFixedHeight(scaledPx(metrics::noteStripHeight));
}

} // namespace liaison
