// What TrendsView paints around the lines of Qt Charts: below them grid, years and targets, above them dots,
// the as-of line and words.
#include "views/charts/chartaxes.h"
#include "views/charts/trendsview.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qreal dotRadius = 3;
constexpr qreal hoveredRadius = 4.5;
constexpr int yearWidth = 44; // at least, from one labelled year to the next

// On whole pixels: hairlines stay hairlines.
qreal crisp(qreal at)
{
    return std::floor(at) + 0.5;
}

} // namespace

void TrendsView::drawBackground(QPainter *painter, const QRectF &)
{
    const Tokens tokens = Tokens::of(palette());
    painter->fillRect(viewport()->rect(), tokens[Token::Base]);
    if (const QString text = emptyText(); !text.isEmpty()) {
        painter->setFont(textFont(FontRole::Body));
        painter->setPen(tokens[Token::Ink3]);
        const int margin = scaledPx(metrics::pageMargin);
        painter->drawText(QRectF(viewport()->rect()).adjusted(margin, margin, -margin, -margin),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        return;
    }
    paintGrid(*painter, tokens);
    paintTargets(*painter, tokens);
}

void TrendsView::drawForeground(QPainter *painter, const QRectF &)
{
    const Tokens tokens = Tokens::of(palette());
    if (m_trends.firstDay().isValid()) {
        paintAsOf(*painter, tokens);
        paintDots(*painter, tokens);
        paintLabels(*painter, tokens);
    }
    if (hasFocus()) {
        painter->setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void TrendsView::paintGrid(QPainter &painter, const Tokens &tokens) const
{
    painter.setFont(textFont(FontRole::Caption));
    const int height = lineHeight(FontRole::Caption);
    const qreal top = positionOf(m_start, m_trends.mostRows).y();
    qreal below = crisp(m_plot.bottom()) + 2 * height;
    for (const int tick : countTicks(m_trends.mostRows)) {
        const qreal y = crisp(positionOf(m_start, tick).y());
        // The first and the last stay where there is no room for all.
        if (below - y < height || (tick != 0 && tick != m_trends.mostRows && y - top < height))
            continue;
        below = y;
        painter.setPen(tokens[tick == 0 ? Token::Line2 : Token::Line]);
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(tokens[Token::Ink2]);
        painter.drawText(QRectF(0, y - height / 2.0, m_plot.left() - scaledPx(8), height),
            Qt::AlignRight | Qt::AlignVCenter, locale().toString(tick));
    }
    const qreal base = crisp(m_plot.bottom());
    const int most = std::max(1, static_cast<int>(m_plot.width()) / scaledPx(yearWidth));
    const std::vector<QDate> labelled = yearTicks(m_start, m_end, most);
    // Years without a label have a tick too, while there is room.
    const int years = m_end.year() - m_start.year() + 1;
    const std::vector<QDate> ticks = years * 8 < m_plot.width() ? yearTicks(m_start, m_end, years) : labelled;
    painter.setPen(tokens[Token::Line2]);
    for (const QDate &day : ticks) {
        const qreal x = crisp(positionOf(day, 0).x());
        painter.drawLine(QPointF(x, base), QPointF(x, base + scaledPx(4)));
    }
    painter.setPen(tokens[Token::Ink2]);
    const qreal half = scaledPx(yearWidth) / 2.0;
    for (const QDate &day : labelled)
        painter.drawText(QRectF(positionOf(day, 0).x() - half, base + scaledPx(5), 2 * half, height),
            Qt::AlignCenter, locale().toString(day, u"yyyy"_s));
}

// Whether a line passes through.
bool TrendsView::isCrossed(const QRectF &box) const
{
    for (const auto &line : m_lines) {
        for (size_t i = 1; i < line.size(); ++i) {
            const QPointF from = positionOf(line[i - 1].day, line[i - 1].met);
            const QPointF to = positionOf(line[i].day, line[i].met);
            if (from.x() <= box.right() && to.x() >= box.left() && std::min(from.y(), to.y()) <= box.bottom()
                && std::max(from.y(), to.y()) >= box.top())
                return true;
        }
    }
    return false;
}

void TrendsView::paintTargets(QPainter &painter, const Tokens &tokens) const
{
    painter.setFont(textFont(FontRole::Caption));
    const QFontMetrics metric = painter.fontMetrics();
    std::vector<QRectF> words;
    for (const TrendTarget &target : m_trends.targets) {
        const QColor hue = hueOf(target.indicator);
        const auto paintVersion = [&](const TrendTarget::Version &version, const QColor &ink) {
            const QPointF due = positionOf(version.due.lastDay(), version.territories);
            const qreal y = crisp(due.y());
            const qreal x = crisp(due.x());
            QPen dotted(ink, 1);
            dotted.setDashPattern({1, 3});
            painter.setPen(dotted);
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(x, y));
            painter.setPen(QPen(ink, 2));
            painter.drawLine(QPointF(x, y - scaledPx(4)), QPointF(x, y + scaledPx(4)));
            return QPointF(x, y);
        };
        if (target.first)
            paintVersion(*target.first, tokens[Token::Ink3]);
        const QPointF due = paintVersion(target.present, hue);

        // On its line, at the first place from the left where no other line or word is.
        const QString text = targetText(target);
        const qreal width = metric.horizontalAdvance(text);
        QRectF place;
        for (int eighth = 1; eighth < 8; ++eighth) {
            const qreal x = std::max(m_plot.left(),
                std::min(m_plot.left() + m_plot.width() * eighth / 8, due.x() - width - scaledPx(6)));
            const QRectF box(x, due.y() - metric.height() - 1, width, metric.height());
            const qreal asOf = positionOf(m_asOf.lastDay(), 0).x();
            const bool isTaken = isCrossed(box) || (box.left() <= asOf && asOf <= box.right())
                || std::any_of(
                    words.begin(), words.end(), [&](const QRectF &other) { return other.intersects(box); });
            if (place.isNull() || !isTaken)
                place = box;
            if (!isTaken)
                break;
        }
        words.push_back(place);
        painter.setPen(tokens[Token::Ink2]);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    }
}

void TrendsView::paintDots(QPainter &painter, const Tokens &tokens) const
{
    for (const Dot &dot : m_dots) {
        const PartialDate &date = m_trends.trends[dot.indicator].points[dot.point].date;
        const bool counts = date.firstDay() <= m_asOf.lastDay();
        const QColor hue = hueOf(dot.indicator);
        painter.setPen(QPen(hue, 1.5));
        painter.setBrush(counts ? hue : tokens[Token::Base]);
        const qreal radius = scaledPx(1) * (m_hovered == dot ? hoveredRadius : dotRadius);
        painter.drawEllipse(dot.place, radius, radius);
    }
}

void TrendsView::paintAsOf(QPainter &painter, const Tokens &tokens) const
{
    if (m_asOf.isNull())
        return;
    const qreal x = crisp(positionOf(m_asOf.lastDay(), 0).x());
    painter.setPen(tokens[Token::Ink2]);
    painter.drawLine(QPointF(x, scaledPx(4)), QPointF(x, crisp(m_plot.bottom())));
    painter.setFont(textFont(FontRole::Caption));
    const QString text = tr("as of %1").arg(m_asOf.toText(locale()));
    const qreal width = painter.fontMetrics().horizontalAdvance(text);
    const qreal gap = scaledPx(5);
    const bool fits = x + gap + width <= viewport()->width() - gap;
    QRectF box(fits ? x + gap : x - gap - width, scaledPx(4), width, painter.fontMetrics().height());
    painter.fillRect(box.adjusted(-1, 0, 1, 0), tokens[Token::Base]);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void TrendsView::paintLabels(QPainter &painter, const Tokens &tokens) const
{
    const QFont strong = textFont(FontRole::CaptionStrong);
    const QFont plain = textFont(FontRole::Caption);
    for (const EndLabel &label : m_endLabels) {
        const QRectF &box = label.box;
        const bool isCurrent = !m_current || m_current == label.indicator;
        painter.fillRect(box, tokens[Token::Base]);
        painter.fillRect(QRectF(box.left(), box.center().y() - scaledPx(5), scaledPx(3), scaledPx(10)),
            hueOf(label.indicator));
        QRectF text = box.adjusted(scaledPx(8), 0, 1, 0);
        painter.setFont(strong);
        painter.setPen(tokens[isCurrent ? Token::Ink : Token::Ink2]);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label.figure);
        text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(label.figure + u' '));
        painter.setFont(plain);
        painter.setPen(tokens[Token::Ink2]);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label.state);
    }
}

} // namespace liaison
