#include "views/widgets/timeline.h"

#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"
#include "views/widgets/plaintip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

constexpr int margin = 16; // half of the longest label
constexpr qreal reach = 5; // px from which a tick draws the handle
constexpr int leastYearGap = 12; // px between two labels

} // namespace

TimeLine::TimeLine(QWidget *parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(scaledPx(metrics::noteStripHeight));
    setAccessibleName(tr("Time line"));
}

QSize TimeLine::sizeHint() const
{
    return {scaledPx(400), scaledPx(metrics::noteStripHeight)};
}

QSize TimeLine::minimumSizeHint() const
{
    return {scaledPx(120), scaledPx(metrics::noteStripHeight)};
}

void TimeLine::setDays(std::vector<ChangeDay> days, QDate today)
{
    m_days = std::move(days);
    m_today = today;
    m_first = m_days.empty() ? today.addYears(-1) : std::min(m_days.front().day, today.addMonths(-1));
    m_last = m_days.empty() ? today : std::max(m_days.back().day, today);
    setRange(static_cast<int>(m_first.toJulianDay()), static_cast<int>(m_last.toJulianDay()));
    setDay(m_day.isValid() ? m_day : today);
    update();
}

void TimeLine::setDay(QDate day)
{
    m_day = day;
    const QSignalBlocker quiet(this);
    setValue(static_cast<int>(day.toJulianDay()));
    describe();
    update();
}

std::optional<QDate> TimeLine::stopBefore(QDate day) const
{
    const auto change = changeBefore(m_days, day);
    return m_today < day && (!change || *change < m_today) ? std::optional(m_today) : change;
}

std::optional<QDate> TimeLine::stopAfter(QDate day) const
{
    const auto change = changeAfter(m_days, day);
    return m_today > day && (!change || *change > m_today) ? std::optional(m_today) : change;
}

void TimeLine::setInPast(bool isInPast)
{
    m_isInPast = isInPast;
    update();
}

void TimeLine::describe()
{
    setAccessibleDescription(tr("As of %1").arg(PartialDate(m_day).toText(locale())));
}

qreal TimeLine::placeOf(QDate day) const
{
    const qreal span = std::max<qreal>(1, static_cast<qreal>(m_first.daysTo(m_last)));
    const qreal part = std::clamp(static_cast<qreal>(m_first.daysTo(day)) / span, 0.0, 1.0);
    const int side = scaledPx(margin);
    return side + part * (width() - 2 * side);
}

QDate TimeLine::dayAt(qreal x) const
{
    const ChangeDay *nearest = nullptr;
    for (const ChangeDay &each : m_days) {
        const auto distance = [&](const ChangeDay &one) { return std::abs(placeOf(one.day) - x); };
        if (distance(each) <= reach && (!nearest || distance(each) < distance(*nearest)))
            nearest = &each;
    }
    if (nearest)
        return nearest->day;
    const int side = scaledPx(margin);
    const qreal part = std::clamp((x - side) / std::max(1, width() - 2 * side), 0.0, 1.0);
    return m_first.addDays(qRound64(part * static_cast<qreal>(m_first.daysTo(m_last))));
}

void TimeLine::move(QDate day)
{
    if (!day.isValid() || day == m_day)
        return;
    setDay(day);
    Q_EMIT dayMoved(day);
}

bool TimeLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_first.isValid()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos().x());
        const auto change = std::find_if(
            m_days.begin(), m_days.end(), [&](const ChangeDay &each) { return each.day == day; });
        const QString date = PartialDate(day).toText(locale());
        QToolTip::showText(help->globalPos(),
            plainTip(change == m_days.end() ? date : tr("%1: %Ln changes", nullptr, change->count).arg(date)),
            this);
        return true;
    }
    return QAbstractSlider::event(event);
}

void TimeLine::changeEvent(QEvent *event)
{
    QAbstractSlider::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(scaledPx(metrics::noteStripHeight));
}

void TimeLine::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_first.isValid())
        return event->ignore();
    setSliderDown(true);
    move(dayAt(event->position().x()));
}

void TimeLine::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        move(dayAt(event->position().x()));
}

void TimeLine::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
    update();
}

void TimeLine::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // what scrolls by is the page, not time
}

void TimeLine::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        move(stopBefore(m_day).value_or(m_day));
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        move(stopAfter(m_day).value_or(m_day));
        break;
    case Qt::Key_PageDown:
        move(std::max(m_first, m_day.addYears(-1)));
        break;
    case Qt::Key_PageUp:
        move(std::min(m_last, m_day.addYears(1)));
        break;
    case Qt::Key_Home:
        move(m_first);
        break;
    case Qt::Key_End:
        move(m_last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(rect(), tokens[m_isInPast ? Token::Note : Token::Sunken]);
    painter.setPen(tokens[Token::Line]);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (!m_first.isValid())
        return;
    const int base = scaledPx(14);
    const int side = scaledPx(margin);
    painter.setPen(tokens[Token::Line2]);
    painter.drawLine(side, base, width() - side, base);

    painter.setFont(textFont(FontRole::Condensed));
    const QFontMetrics metrics = painter.fontMetrics();
    const int gap = metrics.horizontalAdvance(locale().toString(QDate(2000, 1, 1), QStringLiteral("yyyy")))
        + scaledPx(leastYearGap);
    const qreal perYear = placeOf(m_first.addYears(1)) - placeOf(m_first);
    int every = 1; // years from label to label: 1, 2, 5, 10, 20, ...
    for (const int next : {2, 5, 10, 20, 50, 100}) {
        if (perYear * every < gap)
            every = next;
    }
    for (int year = m_first.year() + 1; year <= m_last.year(); ++year) {
        const qreal x = placeOf(QDate(year, 1, 1));
        painter.setPen(tokens[Token::Line2]);
        painter.drawLine(QPointF(x, base), QPointF(x, base + scaledPx(3)));
        if (year % every != 0)
            continue;
        const QString text = locale().toString(QDate(year, 1, 1), QStringLiteral("yyyy"));
        const qreal wide = metrics.horizontalAdvance(text);
        painter.setPen(tokens[Token::Ink3]);
        painter.drawText(
            QPointF(std::clamp(x - wide / 2, 0.0, width() - wide), height() - scaledPx(3)), text);
    }

    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChangeDay &each : m_days) {
        const qreal high = std::min(11.0, 4 + 2.2 * std::log2(each.count)) * textScale();
        const qreal x = placeOf(each.day);
        painter.setPen(QPen(tokens[each.day <= m_day ? Token::Ink2 : Token::Mute], 1.5));
        painter.drawLine(QPointF(x, base), QPointF(x, base - high));
    }
    const qreal x = placeOf(m_day);
    painter.setPen(QPen(tokens[Token::Accent], 2));
    painter.drawLine(QPointF(x, scaledPx(2)), QPointF(x, base));
    const qreal radius = (hasFocus() || isSliderDown() ? 5.5 : 4.5) * textScale();
    painter.setBrush(isSliderDown() ? tokens[Token::Accent] : tokens[Token::Base]);
    painter.drawEllipse(QPointF(x, base), radius, radius);
}

} // namespace liaison
