#include "views/widgets/noticestrip.h"

#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/elidedlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace liaison {

NoticeStrip::NoticeStrip(QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(this))
    , m_button(new QToolButton(this))
    , m_key(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setSurface(this, Surface::Notice);
    setObjectName(objectNames::noticeStrip);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::controlGap, 0);
    row->setSpacing(metrics::controlGap);
    setTextRole(m_label, FontRole::Secondary);
    m_label->setObjectName(objectNames::noticeLabel);
    row->addWidget(m_label, 1);
    setButtonKind(m_button, ButtonKind::Link);
    setTextRole(m_button, FontRole::SecondaryStrong);
    m_button->setObjectName(objectNames::noticeButton);
    row->addWidget(m_button);
    setKeyCap(m_key);
    row->addWidget(m_key);
    m_close->setObjectName(objectNames::closeNoticeButton);
    m_close->setIcon(themeIcon(u"x"_s));
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
    row->addWidget(m_close);
    for (QToolButton *button : {m_button, m_close})
        button->setFocusPolicy(Qt::TabFocus);

    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(8));
    connect(&m_timer, &QTimer::timeout, this, &NoticeStrip::dismiss);
    connect(m_close, &QToolButton::clicked, this, &NoticeStrip::dismiss);
    connect(m_button, &QToolButton::clicked, this, [this] {
        dismiss();
        Q_EMIT acted();
    });
    updateHeight();
    hide();
}

void NoticeStrip::show(const QString &text, Stay stay, const QString &button, const QString &key)
{
    m_label->setText(text);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    m_key->setText(key);
    m_key->setVisible(!key.isEmpty());
    m_stay = stay;
    setAccessibleName(text);
    setVisible(true);
    if (stay == Stay::Shortly)
        m_timer.start();
    else
        m_timer.stop();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeStrip::dismiss()
{
    m_timer.stop();
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

QString NoticeStrip::text() const
{
    return m_label->text();
}

void NoticeStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateHeight();
}

void NoticeStrip::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void NoticeStrip::leaveEvent(QEvent *event)
{
    if (m_stay == Stay::Shortly && isVisible())
        m_timer.start();
    QWidget::leaveEvent(event);
}

void NoticeStrip::updateHeight()
{
    setFixedHeight(scaledPx(metrics::noteStripHeight) + 2);
}

} // namespace liaison
