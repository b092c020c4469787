#include "views/style/focusring.h"

#include "views/style/metrics.h"
#include "views/style/palette.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>

namespace liaison {

namespace {

class Frame : public QFocusFrame
{
public:
    using QFocusFrame::QFocusFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr qreal width = metrics::focusWidth;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Tokens::of(QApplication::palette())[Token::Accent], width));
        const QRectF ring = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
        painter.drawRoundedRect(ring, metrics::radius + width / 2, metrics::radius + width / 2);
    }
};

bool isInItemView(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractItemView *>(parent))
            return true;
    }
    return false;
}

bool wantsRing(const QWidget *widget)
{
    if (qobject_cast<const QAbstractButton *>(widget))
        return widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool field = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
    return field && !isInItemView(widget);
}

} // namespace

FocusRing::FocusRing(QApplication *application)
    : QObject(application)
{
    connect(application, &QApplication::focusChanged, this, &FocusRing::follow);
}

void FocusRing::follow(QWidget *, QWidget *now)
{
    if (!now || !wantsRing(now)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) {
        m_frame = new Frame(now->window());
        m_frame->setObjectName(QStringLiteral("focusRing"));
    }
    m_frame->setWidget(now);
}

} // namespace liaison
