#include "views/presence/presenceviews.h"

#include "views/objectnames.h"
#include "views/style/typography.h"

#include <QEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace liaison {

namespace {

constexpr int leastHeightOfBoth = 300; // map and trends, one above the other
constexpr int leastMapWidth = 340;
constexpr int enoughForBoard = 600; // beyond it the map comes first

QSplitter *splitter(Qt::Orientation orientation, const QString &name, QWidget *parent)
{
    auto *made = new QSplitter(orientation, parent);
    made->setObjectName(name);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(1);
    return made;
}

} // namespace

PresenceViews::PresenceViews(QWidget *board, Maker makeMap, Maker makeTrends, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_makeMap(std::move(makeMap))
    , m_makeTrends(std::move(makeTrends))
    , m_across(splitter(Qt::Horizontal, objectNames::presenceSplitter, this))
    , m_down(splitter(Qt::Vertical, objectNames::viewSplitter, m_across))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_across);
    m_across->addWidget(board);
    m_across->addWidget(m_down);
    m_down->hide();
    // Where somebody put the handle, it stays.
    connect(m_across, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    setFocusProxy(board);
    // Its parts are painted, not the pane itself.
    for (QWidget *part : board->findChildren<QWidget *>())
        part->installEventFilter(this);
}

void PresenceViews::setShown(Shown shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    if (shown == Shown::SideBySide && !m_painted)
        return; // when the board has been painted
    arrange();
}

void PresenceViews::complete()
{
    m_painted = true;
    arrange();
}

void PresenceViews::arrange()
{
    if (needsMap() && !m_map) {
        m_map = m_makeMap(m_down);
        m_down->insertWidget(0, m_map);
        Q_EMIT made();
    }
    if (needsTrends() && !m_trends) {
        m_trends = m_makeTrends(m_down);
        m_down->addWidget(m_trends);
        Q_EMIT made();
    }
    if (m_map)
        m_map->setVisible(needsMap());
    if (m_trends)
        m_trends->setVisible(needsTrends() && hasRoomForTrends());
    m_board->setVisible(m_shown == Shown::Board || m_shown == Shown::SideBySide);
    m_down->setVisible(m_shown != Shown::Board);
    setFocusProxy(m_shown == Shown::Map ? m_map : m_shown == Shown::Trends ? m_trends : m_board);
    divide();
}

// Beside the others the trends give way first where there is little height, and come back by themselves.
bool PresenceViews::hasRoomForTrends() const
{
    return m_shown == Shown::Trends || height() >= scaledPx(leastHeightOfBoth);
}

// The board takes what its columns need, the map the rest, two fifths if that is more than it needs; the
// trends half of what the map takes.
void PresenceViews::divide()
{
    if (m_divided || m_shown != Shown::SideBySide || !m_down->isVisibleTo(this))
        return;
    const int most =
        qMax(width() * 60 / 100, qMin(width() - scaledPx(leastMapWidth), scaledPx(enoughForBoard)));
    const int wanted = qMin(m_board->sizeHint().width(), most);
    m_across->setSizes({wanted, width() - wanted});
    m_down->setSizes({height() * 63 / 100, height() * 37 / 100});
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
}

bool PresenceViews::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        for (QWidget *part : m_board->findChildren<QWidget *>())
            part->removeEventFilter(this);
        QTimer::singleShot(1, this, &PresenceViews::arrange);
    }
    return QWidget::eventFilter(watched, event);
}

void PresenceViews::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void PresenceViews::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void PresenceViews::makeRoom()
{
    if (m_trends)
        m_trends->setVisible(needsTrends() && hasRoomForTrends());
    divide();
}

} // namespace liaison
