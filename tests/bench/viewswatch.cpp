#include "tests/bench/viewswatch.h"

#include "views/board/boardview.h"
#include "views/charts/trendsview.h"
#include "views/map/mapview.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

namespace liaison::bench {

ViewsWatch::ViewsWatch()
{
    qApp->installEventFilter(this);
}

void ViewsWatch::expect(const IsNew &isNew, const std::function<void()> &done)
{
    m_expecting = true;
    m_board = m_map = m_trends = false;
    m_isNew = isNew;
    m_done = done;
}

bool ViewsWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_expecting || event->type() != QEvent::Paint)
        return false;
    if (qobject_cast<const MapView *>(watched))
        m_map = true;
    else if (qobject_cast<const BoardView *>(watched->parent()))
        m_board = true;
    else if (const auto *trends = qobject_cast<const TrendsView *>(watched->parent()))
        m_trends = m_trends || m_isNew(trends->trends());
    if (m_board && m_map && m_trends) {
        m_expecting = false;
        QTimer::singleShot(0, this, m_done);
    }
    return false;
}

} // namespace liaison::bench
