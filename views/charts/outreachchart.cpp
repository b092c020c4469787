#include "views/charts/outreachchart.h"

#include "models/domain/partialdate.h"
#include "views/charts/chartaxes.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"
#include "views/widgets/isolated.h"
#include "views/widgets/plaintip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int fewest = 8; // quarters on the axis
constexpr int most = 40; // ten years
constexpr qint64 mostDots = 60;
constexpr int widestBar = 44; // px at 100 %
constexpr double leastDot = 4; // the same, across

} // namespace

OutreachChart::OutreachChart(Title title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    announce();
    setObjectName(objectNames::outreachChart);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void OutreachChart::setTimes(OutreachTimes times)
{
    m_times = std::move(times);
    m_hovered.reset();
    const auto has = [&](int quarter) {
        return std::any_of(m_times.quarters.begin(), m_times.quarters.end(),
            [&](const OutreachTimes::Quarter &each) { return each.quarter == quarter; });
    };
    if (m_current && !has(*m_current))
        m_current.reset();
    arrange();
    setAccessibleName(m_times.title);
    setAccessibleDescription(emptyText().isEmpty() ? statement() + u". "_s + unit() : emptyText());
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
}

QString OutreachChart::statement() const
{
    const QString until = isolated(PartialDate(m_times.until).toText(locale()));
    if (!m_times.until.isValid())
        return {};
    if (!m_times.lastYear)
        return m_times.lasts ? tr("%1: none on record on %2").arg(m_times.title, until)
                             : tr("%1: none on record in the twelve months to %2").arg(m_times.title, until);
    const QString number = isolated(locale().toString(*m_times.lastYear));
    return m_times.lasts
        ? tr("%1: %2 on %3", "Agreements in force: 5 on 15 Feb 2007").arg(m_times.title, number, until)
        : tr("%1: %2 in the twelve months to %3", "Activities: 6 in the twelve ...")
              .arg(m_times.title, number, until);
}

QString OutreachChart::unit() const
{
    QString text = m_times.project.isNull() ? tr("Per quarter, by project.") : tr("Per quarter.");
    if (m_times.lasts)
        text = m_times.project.isNull() ? tr("New per quarter, by project.") : tr("New per quarter.");
    if (m_isDots)
        text += u' ' + tr("A dot for each.");
    if (!m_times.quarters.empty() && m_times.quarters.front().quarter < m_first)
        text += u' ' + tr("What was before %1 is in the table.").arg(isolated(quarterText(m_first)));
    return text;
}

QString OutreachChart::emptyText() const
{
    if (!m_times.until.isValid())
        return tr("Reading what was done…");
    if (!m_times.quarters.empty())
        return {};
    return tr("%1: none is on record until %2; a bar stands for each quarter in which there was one.")
        .arg(m_times.title, PartialDate(m_times.until).toText(locale()));
}

QString OutreachChart::quarterText(int quarter)
{
    //: A quarter of a year: "2007 Q1".
    return tr("%1 Q%2").arg(firstDayOfQuarter(quarter).year()).arg(quarter % 4 + 1);
}

QString OutreachChart::partText(const OutreachTimes::Part &part)
{
    switch (part.of) {
    case OutreachTimes::Part::Of::Project:
        return part.code;
    case OutreachTimes::Part::Of::Several:
        return tr("several projects");
    case OutreachTimes::Part::Of::None:
        break;
    }
    return tr("no project");
}

QSize OutreachChart::sizeHint() const
{
    return {scaledPx(520), scaledPx(240)};
}

QSize OutreachChart::minimumSizeHint() const
{
    return {scaledPx(200), scaledPx(120)};
}

void OutreachChart::arrange()
{
    update();
    if (!m_times.until.isValid())
        return;
    m_last = quarterOf(m_times.until);
    const int begun = m_times.quarters.empty() ? m_last : m_times.quarters.front().quarter;
    m_first = std::clamp(begun, m_last - most + 1, m_last - fewest + 1);
    qint64 highest = 0;
    for (const OutreachTimes::Quarter &quarter : m_times.quarters) {
        if (quarter.quarter >= m_first)
            highest = std::max(highest, quarter.total());
    }
    m_top = roundTop(highest);

    const int caption = lineHeight(FontRole::Caption);
    const int margin = scaledPx(metrics::pageMargin);
    const double left = margin + scaledPx(8)
        + QFontMetricsF(textFont(FontRole::Caption)).horizontalAdvance(locale().toString(m_top));
    double top = caption * 2 + scaledPx(8); // swatches, as-of and the number over the highest bar
    if (m_title == Title::Painted)
        top += lineHeight(FontRole::BodyStrong) + lineHeight(FontRole::Secondary);
    const double bottom = height() - 2 * caption - scaledPx(8);
    m_plot = QRectF(QPointF(left, top),
        QPointF(std::max(left + 20, width() - static_cast<double>(margin)), std::max(top + 20, bottom)));
    const double dot = std::min(m_plot.height() / m_top, m_plot.width() / (m_last - m_first + 1));
    m_isDots = !m_times.isSum && m_times.total() <= mostDots && dot >= scaledPx(1) * leastDot;
}

double OutreachChart::yOf(qint64 number) const
{
    return m_plot.bottom() - static_cast<double>(number) / m_top * m_plot.height();
}

QRectF OutreachChart::slotRect(int quarter) const
{
    const double width = m_plot.width() / (m_last - m_first + 1);
    return QRectF(m_plot.left() + (quarter - m_first) * width, m_plot.top(), width, m_plot.height());
}

QRectF OutreachChart::barRect(int quarter) const
{
    const auto found = std::find_if(m_times.quarters.begin(), m_times.quarters.end(),
        [&](const OutreachTimes::Quarter &each) { return each.quarter == quarter; });
    if (found == m_times.quarters.end() || quarter < m_first)
        return {};
    const QRectF slot = slotRect(quarter);
    const double width = std::min<double>(slot.width() * 0.72, scaledPx(widestBar));
    // What adds up to 0 is on record too.
    const double top = std::min(yOf(found->total()), m_plot.bottom() - 2);
    return QRectF(slot.center().x() - width / 2, top, width, m_plot.bottom() - top);
}

void OutreachChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void OutreachChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        arrange();
}

bool OutreachChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto place = placeUnder(help->pos()))
        QToolTip::showText(help->globalPos(), plainTip(placeText(*place)), this, placeBox(*place));
    else
        QToolTip::hideText();
    return true;
}

void OutreachChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = placeUnder(event->position().toPoint());
    const auto quarter =
        place ? std::optional(m_times.quarters[static_cast<size_t>(*place)].quarter) : std::nullopt;
    if (quarter == m_hovered)
        return;
    m_hovered = quarter;
    setCursor(quarter ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void OutreachChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

void OutreachChart::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeUnder(event->position().toPoint());
    if (event->button() == Qt::LeftButton && place)
        pressPlace(*place);
    else
        QWidget::mousePressEvent(event);
}

void OutreachChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !m_current && placeCount() > 0)
        go(m_times.quarters.size() - 1);
    update();
}

void OutreachChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void OutreachChart::keyPressEvent(QKeyEvent *event)
{
    const int count = placeCount();
    const int at = currentPlace().value_or(count);
    const auto to = [&](int place) {
        if (count > 0)
            go(static_cast<size_t>(std::clamp(place, 0, count - 1)));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return to(at - 1);
    case Qt::Key_Right:
        return to(at + 1);
    case Qt::Key_Home:
        return to(0);
    case Qt::Key_End:
        return to(count - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (const auto current = currentPlace())
            pressPlace(*current);
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
}

void OutreachChart::go(size_t place)
{
    m_current = m_times.quarters[place].quarter;
    update();
    QAccessibleEvent moved(this, QAccessible::Focus);
    moved.setChild(static_cast<int>(place));
    QAccessible::updateAccessibility(&moved);
}

QString OutreachChart::placeText(int place)
{
    const OutreachTimes::Quarter &quarter = m_times.quarters[static_cast<size_t>(place)];
    //: "2007 Q1, Activities: 3"
    QString text =
        tr("%1, %2: %3").arg(quarterText(quarter.quarter), m_times.title, locale().toString(quarter.total()));
    if (!m_times.project.isNull())
        return text;
    for (size_t i = 0; i < m_times.parts.size(); ++i) {
        if (quarter.numbers[i] != 0)
            text += u'\n'
                + tr("%1: %2", "4F: 2")
                      .arg(partText(m_times.parts[i]), locale().toString(quarter.numbers[i]));
    }
    return text;
}

QRect OutreachChart::placeBox(int place)
{
    return barRect(m_times.quarters[static_cast<size_t>(place)].quarter).toAlignedRect();
}

// All of the column above a bar belongs to it: a low one is hit as well.
std::optional<int> OutreachChart::placeUnder(QPoint point)
{
    for (size_t i = 0; i < m_times.quarters.size(); ++i) {
        const int quarter = m_times.quarters[i].quarter;
        if (quarter >= m_first && slotRect(quarter).contains(point))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

std::optional<int> OutreachChart::currentPlace()
{
    for (size_t i = 0; m_current && i < m_times.quarters.size(); ++i) {
        if (m_times.quarters[i].quarter == *m_current)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

void OutreachChart::pressPlace(int place)
{
    go(static_cast<size_t>(place));
    Q_EMIT rowsRequested(
        m_times.figure, m_times.project, m_times.quarters[static_cast<size_t>(place)].quarter);
}

} // namespace liaison
