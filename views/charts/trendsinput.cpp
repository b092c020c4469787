#include "views/charts/trendsview.h"

#include "views/style/typography.h"
#include "views/widgets/plaintip.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

// What the chart does under the pointer and by keys.
namespace liaison {

namespace {

constexpr int reach = 9; // of a dot, around its middle
constexpr int asOfReach = 6; // of the as-of line, to each side
constexpr int snap = 4;

} // namespace

std::optional<TrendsView::Dot> TrendsView::dotAt(QPointF place) const
{
    std::optional<Dot> nearest;
    qreal distance = scaledPx(reach);
    for (const Dot &dot : m_dots) {
        const qreal away = std::hypot(dot.place.x() - place.x(), dot.place.y() - place.y());
        if (away < distance || (nearest && qFuzzyCompare(away, distance) && m_current == dot.indicator)) {
            nearest = dot;
            distance = away;
        }
    }
    return nearest;
}

const TrendsView::EndLabel *TrendsView::labelAt(QPointF place) const
{
    const auto found = std::find_if(m_endLabels.begin(), m_endLabels.end(),
        [&](const EndLabel &label) { return label.box.contains(place); });
    return found == m_endLabels.end() ? nullptr : &*found;
}

bool TrendsView::isAtAsOf(QPointF place) const
{
    const bool onAxis =
        place.y() > m_plot.bottom() && place.x() >= m_plot.left() && place.x() <= m_plot.right();
    return !m_asOf.isNull()
        && (onAxis || std::abs(positionOf(m_asOf.lastDay(), 0).x() - place.x()) <= scaledPx(asOfReach));
}

void TrendsView::moveAsOf(qreal x)
{
    QDate day = dateAt(x);
    // Days on which something was observed hold the line a little.
    qreal nearest = scaledPx(snap);
    for (const Trend &trend : m_trends.trends) {
        for (const Trend::Point &point : trend.points) {
            const qreal away = std::abs(positionOf(point.date.lastDay(), 0).x() - x);
            if (away < nearest) {
                nearest = away;
                day = point.date.lastDay();
            }
        }
    }
    if (day != m_asOf.lastDay())
        Q_EMIT asOfMoved(day);
}

// To the next day on which something was observed.
void TrendsView::stepAsOf(int by)
{
    QDate next;
    for (const Trend &trend : m_trends.trends) {
        for (const Trend::Point &point : trend.points) {
            const QDate day = point.date.lastDay();
            if (by > 0 && day > m_asOf.lastDay() && (!next.isValid() || day < next))
                next = day;
            if (by < 0 && day < m_asOf.lastDay() && (!next.isValid() || day > next))
                next = day;
        }
    }
    if (next.isValid())
        Q_EMIT asOfMoved(next);
}

void TrendsView::choosePoint(const Dot &dot)
{
    Q_EMIT pointChosen(dot.indicator, m_trends.trends[dot.indicator].points[dot.point].date,
        viewport()->mapToGlobal(dot.place.toPoint()));
}

QString TrendsView::tipOf(const Dot &dot) const
{
    const Trend &trend = m_trends.trends[dot.indicator];
    const Trend::Point &point = trend.points[dot.point];
    return tr("%1: %2, %3", "GAC: 11 of 27, Oct 2014")
               .arg(m_trends.indicators[dot.indicator].title, countText(trend.on(point.date.lastDay())),
                   point.date.toText(locale()))
        + u'\n' + tr("%Ln observations", nullptr, point.observations);
}

QString TrendsView::tipAt(QPointF place) const
{
    if (const auto dot = dotAt(place))
        return tipOf(*dot);
    if (!m_plot.contains(place) || !m_trends.firstDay().isValid())
        return {};
    const QDate day = dateAt(place.x());
    if (day > m_lineEnd)
        return {};
    QStringList lines = {PartialDate(day).toText(locale())};
    for (size_t i = 0; i < m_trends.trends.size(); ++i) {
        if (m_lines[i].empty() || day < m_lines[i].front().day)
            continue;
        const Trend &trend = m_trends.trends[i];
        lines += tr("%1: %2").arg(m_trends.indicators[i].title, countText(trend.on(day)))
            + (trend.isStaleOn(day) ? tr(", stale") : QString());
    }
    return lines.size() > 1 ? lines.join(u'\n') : QString();
}

void TrendsView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

void TrendsView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange
        || type == QEvent::LocaleChange)
        rebuild();
}

void TrendsView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void TrendsView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void TrendsView::keyPressEvent(QKeyEvent *event)
{
    const int count = static_cast<int>(m_trends.trends.size());
    const int current = m_current ? static_cast<int>(*m_current) : -1;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepAsOf(-1);
    case Qt::Key_Right:
        return stepAsOf(+1);
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int next = std::clamp(current + (event->key() == Qt::Key_Up ? -1 : 1), 0, count - 1);
        if (count > 0 && next != current)
            Q_EMIT indicatorChosen(static_cast<size_t>(next));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: {
        // The last point of the current line that has begun.
        const Dot *chosen = nullptr;
        for (const Dot &dot : m_dots) {
            const auto dateOf = [this](const Dot &of) {
                return m_trends.trends[of.indicator].points[of.point].date;
            };
            if (m_current == dot.indicator && dateOf(dot).firstDay() <= m_asOf.lastDay()
                && (!chosen || dateOf(*chosen) < dateOf(dot)))
                chosen = &dot;
        }
        if (chosen)
            choosePoint(*chosen);
        return;
    }
    default:
        QChartView::keyPressEvent(event);
    }
}

void TrendsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const QPointF place = event->position();
    m_pressed = dotAt(place);
    if (isAtAsOf(place))
        m_grip = place;
    // A dot on the line is pressed until the pointer moves.
    m_dragging = m_grip && !m_pressed;
    if (m_dragging && place.y() > m_plot.bottom())
        moveAsOf(place.x());
    if (const EndLabel *label = labelAt(place); label && !m_pressed && !m_grip)
        Q_EMIT indicatorChosen(label->indicator);
}

void TrendsView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF place = event->position();
    if (m_grip && std::abs(place.x() - m_grip->x()) >= QApplication::startDragDistance() / 2)
        m_dragging = true;
    if (m_dragging) {
        m_pressed.reset();
        moveAsOf(place.x());
        return;
    }
    const auto hovered = dotAt(place);
    viewport()->setCursor(hovered || labelAt(place) ? Qt::PointingHandCursor
            : isAtAsOf(place)                       ? Qt::SplitHCursor
                                                    : Qt::ArrowCursor);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
}

void TrendsView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    m_grip.reset();
    m_dragging = false;
    if (pressed && dotAt(event->position()) == pressed)
        choosePoint(*pressed);
}

void TrendsView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_hovered.reset();
    viewport()->update();
}

bool TrendsView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(tip), viewport());
    return true;
}

} // namespace liaison
