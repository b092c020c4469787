#include "views/charts/trendsview.h"

#include "views/charts/chartaxes.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QChart>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int topMargin = 12;
constexpr int labelGap = 13; // between the middles of two end labels
constexpr int labelBar = 3;
constexpr qreal bleed =
    4; // px by which the lines' area is wider than the plot, or half a line would be cut off
constexpr size_t mostDots = 60; // on one line; of more only those that stand apart
constexpr qreal dotsApart = 9; // px

QPen linePen(const QColor &hue, bool isCurrent, bool isStale)
{
    QPen pen(hue, isCurrent ? 3 : 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (isStale)
        pen.setDashPattern({6 / pen.widthF(), 4 / pen.widthF()});
    return pen;
}

} // namespace

TrendsView::TrendsView(QWidget *parent)
    : QChartView(parent)
{
    setObjectName(objectNames::trendsView);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate);
    setFrameShape(NoFrame);
    viewport()->setMouseTracking(true);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    for (const auto side : {Qt::AlignBottom, Qt::AlignLeft}) {
        auto *axis = new QValueAxis(this);
        chart()->addAxis(axis, side);
        axis->hide();
    }
    setAccessibleName(tr("Trends"));
}

QSize TrendsView::sizeHint() const
{
    return {scaledPx(600), scaledPx(240)};
}

QSize TrendsView::minimumSizeHint() const
{
    return {scaledPx(200), scaledPx(100)};
}

void TrendsView::setTrends(Trends trends, QDate today)
{
    m_trends = std::move(trends);
    m_today = today;
    m_lineEnd = std::max(today, m_trends.lastDay());
    m_lines.clear();
    for (const Trend &trend : m_trends.trends)
        m_lines.push_back(trend.line(m_lineEnd));
    m_hovered.reset();
    m_pressed.reset();
    if (m_current && *m_current >= m_trends.trends.size())
        m_current.reset();
    rebuild();
}

QString TrendsView::emptyText() const
{
    if (m_trends.firstDay().isValid())
        return {};
    // Before they have been read nobody knows.
    return m_today.isValid()
        ? tr("Nothing was observed in this region yet; a line begins with the first value on the board.")
        : tr("Reading what was observed…");
}

void TrendsView::setAsOf(const PartialDate &date)
{
    if (date == m_asOf)
        return;
    m_asOf = date;
    arrange();
    describe();
}

void TrendsView::setCurrent(std::optional<size_t> indicator)
{
    if (indicator && *indicator >= m_trends.trends.size())
        indicator.reset();
    if (indicator == m_current)
        return;
    m_current = indicator;
    rebuild();
}

QColor TrendsView::hueOf(size_t indicator) const
{
    const Indicator &of = m_trends.indicators[indicator];
    return Tokens::of(palette()).projectHue(of.colourLight, of.colourDark);
}

// Qt Charts keeps pens and values of its own, so they are made anew when data, palette or emphasis change.
void TrendsView::rebuild()
{
    chart()->removeAllSeries();
    std::vector<size_t> order; // the current one last: on top
    for (size_t i = 0; i < m_trends.trends.size(); ++i) {
        if (m_current != i)
            order.push_back(i);
    }
    if (m_current)
        order.push_back(*m_current);
    for (const size_t i : order) {
        for (const Trend::Piece &piece : m_trends.trends[i].pieces(m_lineEnd)) {
            QList<QPointF> corners;
            for (const Trend::Vertex &corner : piece.corners)
                corners.append({static_cast<qreal>(corner.day.toJulianDay()), corner.met});
            auto *series = new QLineSeries(chart());
            series->setPen(linePen(hueOf(i), m_current == i, piece.isStale));
            series->replace(corners); // one by one would repaint each time
            chart()->addSeries(series);
            for (QAbstractAxis *axis : chart()->axes())
                series->attachAxis(axis);
        }
    }
    arrange();
    describe();
}

// The years shown: those of the observations with half a year before, until the lines' end and the last due
// date; a date a little outside is taken in, one far away is not.
void TrendsView::arrangeRange()
{
    const QDate first = m_trends.firstDay();
    m_start = QDate((first.isValid() ? first.addMonths(-6) : m_lineEnd.addYears(-1)).year(), 1, 1);
    m_end = m_lineEnd;
    for (const TrendTarget &target : m_trends.targets) {
        m_end = std::max(m_end, target.present.due.lastDay());
        if (target.first)
            m_end = std::max(m_end, target.first->due.lastDay());
    }
    constexpr int near = 15;
    const QDate asOf = m_asOf.isNull() ? m_lineEnd : m_asOf.lastDay();
    if (asOf < m_start && asOf >= m_start.addYears(-near))
        m_start = QDate(asOf.year(), 1, 1);
    if (asOf > m_end && asOf <= m_end.addYears(near))
        m_end = asOf;
}

void TrendsView::arrange()
{
    if (!m_lineEnd.isValid())
        return;
    arrangeRange();
    const QFontMetrics caption(textFont(FontRole::Caption));
    const QFontMetrics strong(textFont(FontRole::CaptionStrong));
    qreal labelWidth = 0;
    m_endLabels.clear();
    for (size_t i = 0; i < m_trends.trends.size(); ++i) {
        if (m_lines[i].empty())
            continue;
        EndLabel label{i,
            tr("%1 %2", "GAC 13")
                .arg(m_trends.indicators[i].title, locale().toString(m_trends.trends[i].on(m_lineEnd).met)),
            m_trends.trends[i].isStaleOn(m_lineEnd) ? tr("stale") : QString(), {}};
        const int width = scaledPx(labelBar + 5) + strong.horizontalAdvance(label.figure)
            + (label.state.isEmpty() ? 0 : caption.horizontalAdvance(u' ' + label.state));
        label.box = QRectF(0, 0, width, strong.height());
        labelWidth = std::max(labelWidth, label.box.width());
        m_endLabels.push_back(std::move(label));
    }

    const QRectF all = viewport()->rect();
    const qreal left =
        scaledPx(metrics::pageMargin + 8) + caption.horizontalAdvance(locale().toString(m_trends.mostRows));
    const qreal right = all.width() - scaledPx(metrics::pageMargin);
    const qreal bottom = all.height() - lineHeight(FontRole::Caption) - scaledPx(10);
    // Labels stand where the lines end, which is before the axis ends when a target is still ahead.
    const qreal days = std::max<qreal>(1, static_cast<qreal>(m_start.daysTo(m_end)));
    const qreal part = std::max(0.1, static_cast<qreal>(m_start.daysTo(m_lineEnd)) / days);
    const qreal width = std::min(right - left, (right - left - labelWidth - scaledPx(8)) / part);
    m_plot = QRectF(QPointF(left, scaledPx(topMargin)), QPointF(left + std::max<qreal>(20, width), bottom));
    if (m_plot.height() < 20)
        m_plot.setHeight(20);

    const QRectF wider = m_plot.adjusted(-bleed, -bleed, bleed, bleed);
    const qreal perDay = days / m_plot.width();
    const qreal perCount = std::max(1, m_trends.mostRows) / m_plot.height();
    const auto axes = chart()->axes();
    qobject_cast<QValueAxis *>(axes.at(0))
        ->setRange(static_cast<qreal>(m_start.toJulianDay()) - bleed * perDay,
            static_cast<qreal>(m_start.toJulianDay()) + days + bleed * perDay);
    qobject_cast<QValueAxis *>(axes.at(1))
        ->setRange(-bleed * perCount, std::max(1, m_trends.mostRows) + bleed * perCount);
    chart()->setPlotArea(wider);
    arrangeLabels();
    arrangeDots();
    viewport()->update();
}

void TrendsView::arrangeLabels()
{
    std::vector<qreal> wanted;
    for (const EndLabel &label : m_endLabels)
        wanted.push_back(positionOf(m_lineEnd, m_trends.trends[label.indicator].on(m_lineEnd).met).y());
    const std::vector<qreal> places = pushedApart(wanted, scaledPx(labelGap), m_plot.top(), m_plot.bottom());
    const qreal x = positionOf(m_lineEnd, 0).x() + scaledPx(8);
    for (size_t i = 0; i < m_endLabels.size(); ++i)
        m_endLabels[i].box.moveTopLeft({x, places[i] - m_endLabels[i].box.height() / 2});
}

void TrendsView::arrangeDots()
{
    m_dots.clear();
    for (size_t i = 0; i < m_trends.trends.size(); ++i) {
        const std::vector<Trend::Point> &points = m_trends.trends[i].points;
        const qreal apart = points.size() > mostDots ? scaledPx(1) * dotsApart : 0;
        const auto before = m_dots.size();
        std::optional<QPointF> last;
        for (size_t point = points.size(); point-- > 0;) { // the newest is the one people ask for
            const QPointF place = positionOf(i, points[point]);
            if (last && (*last - place).manhattanLength() < apart)
                continue;
            last = place;
            m_dots.push_back({i, point, place});
        }
        std::reverse(m_dots.begin() + static_cast<std::ptrdiff_t>(before), m_dots.end());
    }
}

QPointF TrendsView::positionOf(QDate day, double territories) const
{
    const qreal days = std::max<qreal>(1, static_cast<qreal>(m_start.daysTo(m_end)));
    const qreal part = std::clamp<qreal>(static_cast<qreal>(m_start.daysTo(day)) / days, 0, 1);
    return {m_plot.left() + part * m_plot.width(),
        m_plot.bottom() - territories / std::max(1, m_trends.mostRows) * m_plot.height()};
}

QPointF TrendsView::positionOf(size_t indicator, const Trend::Point &point) const
{
    const QDate day = point.date.lastDay();
    return positionOf(day, drawnOn(indicator, day));
}

QDate TrendsView::dateAt(qreal x) const
{
    const qreal part = std::clamp<qreal>((x - m_plot.left()) / m_plot.width(), 0, 1);
    return m_start.addDays(std::lround(part * static_cast<qreal>(m_start.daysTo(m_end))));
}

// Of an upright its end: what was observed on that day.
double TrendsView::drawnOn(size_t indicator, QDate day) const
{
    const auto &line = m_lines[indicator];
    const auto after = std::upper_bound(line.begin(), line.end(), day,
        [](QDate asked, const Trend::Vertex &vertex) { return asked < vertex.day; });
    if (after == line.begin())
        return 0;
    const Trend::Vertex &from = *(after - 1);
    if (after == line.end() || from.day == day)
        return from.met;
    return from.met
        + (after->met - from.met) * static_cast<double>(from.day.daysTo(day))
        / static_cast<double>(from.day.daysTo(after->day));
}

QString TrendsView::countText(const Trend::Step &step) const
{
    return tr("%1 of %2", "13 of 26").arg(locale().toString(step.met), locale().toString(step.of()));
}

QString TrendsView::targetText(const TrendTarget &target) const
{
    const auto due = [this](const PartialDate &date) {
        const QString text = date.toText(locale());
        return date.precision() == PartialDate::Precision::Day ? tr("by %1").arg(text)
                                                               : tr("by end of %1").arg(text);
    };
    QString text = tr("%1 target: %2 %3", "GAC target: 14 by end of 2017")
                       .arg(m_trends.indicators[target.indicator].title,
                           locale().toString(target.present.territories), due(target.present.due));
    if (target.first)
        text += tr(" (first: %1 %2)", "(first: 12 by end of 2015)")
                    .arg(locale().toString(target.first->territories), due(target.first->due));
    return text;
}

QString TrendsView::description() const
{
    QStringList sentences;
    for (size_t i = 0; i < m_trends.trends.size(); ++i) {
        const Trend &trend = m_trends.trends[i];
        const QString &title = m_trends.indicators[i].title;
        if (m_lines[i].empty()) {
            sentences += tr("%1: nothing observed").arg(title);
            continue;
        }
        const auto count = [&](const Trend::Step &step) {
            return step.unknown == 0 ? countText(step)
                                     : tr("%1, %2 unknown", "2 of 27, 25 unknown")
                                           .arg(countText(step), locale().toString(step.unknown));
        };
        QString text = tr("%1: as of %2 %3, as of %4 %5")
                           .arg(title, m_asOf.toText(locale()), count(trend.on(m_asOf.lastDay())),
                               PartialDate(m_lineEnd).toText(locale()), count(trend.on(m_lineEnd)));
        if (trend.isStaleOn(m_lineEnd))
            text += tr(", the last observation is older than it should be");
        sentences += text;
    }
    for (const TrendTarget &target : m_trends.targets)
        sentences += targetText(target);
    return sentences.join(tr("; "));
}

void TrendsView::describe()
{
    if (!m_asOf.isNull())
        setAccessibleDescription(description());
}

} // namespace liaison
