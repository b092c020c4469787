// What OutreachChart paints.
#include "models/domain/partialdate.h"
#include "views/charts/chartaxes.h"
#include "views/charts/outreachchart.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"
#include "views/style/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int swatch = 10; // px at 100 %
constexpr double largestDot = 9;

// On whole pixels: hairlines stay hairlines.
qreal crisp(qreal at)
{
    return std::floor(at) + 0.5;
}

} // namespace

QColor OutreachChart::hueOf(const OutreachTimes::Part &part, const Tokens &tokens) const
{
    switch (part.of) {
    case OutreachTimes::Part::Of::Project:
        return tokens.projectHue(part.colourLight, part.colourDark);
    case OutreachTimes::Part::Of::Several:
        return tokens[Token::Ink2];
    case OutreachTimes::Part::Of::None:
        break;
    }
    return tokens[Token::Line2];
}

void OutreachChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    painter.fillRect(rect(), tokens[Token::Base]);
    const QString none = emptyText();
    if (m_title == Title::Painted || none.isEmpty())
        paintTitle(painter, tokens);
    if (!none.isEmpty()) {
        painter.setFont(textFont(FontRole::Body));
        painter.setPen(tokens[Token::Ink3]);
        const int margin = scaledPx(metrics::pageMargin);
        const int top = m_title == Title::Painted ? 2 * lineHeight(FontRole::BodyStrong) : 0;
        painter.drawText(rect().adjusted(margin, margin + top, -margin, -margin),
            int(Qt::AlignLeft) | int(Qt::AlignTop) | int(Qt::TextWordWrap), none);
    } else {
        paintGrid(painter, tokens);
        paintTime(painter, tokens);
        paintAsOf(painter, tokens); // what happened stands over it
        for (const OutreachTimes::Quarter &quarter : m_times.quarters) {
            if (quarter.quarter >= m_first)
                paintQuarter(painter, quarter, tokens);
        }
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

QString OutreachChart::asOfText() const
{
    return tr("as of %1").arg(PartialDate(m_times.until).toText(locale()));
}

// The sentence, its unit, and what the hues mean.
void OutreachChart::paintTitle(QPainter &painter, const Tokens &tokens) const
{
    const int margin = scaledPx(metrics::pageMargin);
    int top = 0;
    const auto line = [&](FontRole role, Token ink, const QString &text) {
        drawTextLine(painter, role, tokens[ink], QRect(margin, top, width() - 2 * margin, lineHeight(role)),
            Qt::AlignLeft, text);
        top += lineHeight(role);
    };
    if (m_title == Title::Painted) {
        line(FontRole::BodyStrong, Token::Ink, statement());
        line(FontRole::Secondary, Token::Ink2, unit());
    }
    if (!m_times.project.isNull())
        return;
    const int height = lineHeight(FontRole::Caption);
    const int size = scaledPx(swatch), gap = scaledPx(4);
    int x = margin;
    top += gap;
    const int end = width() - margin - textWidth(FontRole::Caption, asOfText()) - 2 * size;
    for (const OutreachTimes::Part &part : m_times.parts) {
        const QString text = partText(part);
        const int wide = textWidth(FontRole::Caption, text);
        if (x + size + gap + wide > end)
            break; // the rest is in the tips and in the table
        painter.fillRect(QRect(x, top + (height - size) / 2, size, size), hueOf(part, tokens));
        x += size + gap;
        drawTextLine(painter, FontRole::Caption, tokens[Token::Ink2], QRect(x, top, wide + 1, height),
            Qt::AlignLeft, text);
        x += wide + 3 * gap;
    }
}

void OutreachChart::paintGrid(QPainter &painter, const Tokens &tokens) const
{
    const int height = lineHeight(FontRole::Caption);
    double below = m_plot.bottom() + 2 * height;
    for (const int tick : countTicks(m_top)) {
        const double y = crisp(yOf(tick));
        if (below - y < height && tick != m_top)
            continue;
        below = y;
        painter.setPen(tokens[tick == 0 ? Token::Line2 : Token::Line]);
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        drawTextLine(painter, FontRole::Caption, tokens[Token::Ink2],
            QRectF(0, y - height / 2.0, m_plot.left() - scaledPx(8), height).toRect(), Qt::AlignRight,
            locale().toString(tick));
    }
}

// Quarters by number where there is room, years below.
void OutreachChart::paintTime(QPainter &painter, const Tokens &tokens) const
{
    const int height = lineHeight(FontRole::Caption);
    const double slot = slotRect(m_first).width();
    const double base = crisp(m_plot.bottom());
    const bool hasQuarters = slot >= textWidth(FontRole::Caption, u"Q4"_s) + scaledPx(4);
    const int yearWidth = textWidth(FontRole::Caption, u"2007"_s) + scaledPx(8);
    const int everyYears = std::max(1, static_cast<int>(std::ceil(yearWidth / (4 * slot))));
    painter.setPen(tokens[Token::Line2]);
    for (int quarter = m_first; quarter <= m_last; ++quarter) {
        const QRectF at = slotRect(quarter);
        const bool isFirst = quarter % 4 == 0;
        if (isFirst) {
            painter.setPen(tokens[Token::Line2]);
            const double x = crisp(at.left());
            painter.drawLine(QPointF(x, base), QPointF(x, base + scaledPx(4)));
        }
        const int top = static_cast<int>(base) + scaledPx(4);
        if (hasQuarters)
            drawTextLine(painter, FontRole::Caption, tokens[Token::Ink3],
                QRectF(at.left(), top, slot, height).toRect(), Qt::AlignHCenter,
                u"Q%1"_s.arg(quarter % 4 + 1));
        const int year = firstDayOfQuarter(quarter).year();
        // The first one stands where the axis begins, unless the next year does so soon.
        const bool isBegin = quarter == m_first && (4 - quarter % 4) * slot >= yearWidth;
        if ((isFirst && year % everyYears == 0) || isBegin)
            drawTextLine(painter, FontRole::Caption, tokens[Token::Ink2],
                QRectF(at.left() + scaledPx(2), top + (hasQuarters ? height : 0), yearWidth, height).toRect(),
                Qt::AlignLeft, locale().toString(firstDayOfQuarter(quarter), u"yyyy"_s));
    }
}

void OutreachChart::paintQuarter(
    QPainter &painter, const OutreachTimes::Quarter &quarter, const Tokens &tokens) const
{
    const QRectF bar = barRect(quarter.quarter);
    const bool isHovered = m_hovered == quarter.quarter;
    painter.setRenderHint(QPainter::Antialiasing, m_isDots);
    qint64 below = 0;
    for (size_t i = 0; i < m_times.parts.size(); ++i) {
        const qint64 number = quarter.numbers[i];
        const QColor hue = hueOf(m_times.parts[i], tokens);
        if (m_isDots) {
            const double unit = m_plot.height() / m_top;
            const double size =
                std::min({scaledPx(1) * largestDot, unit * 0.9, slotRect(quarter.quarter).width() * 0.9});
            painter.setPen(isHovered ? QPen(tokens[Token::Ink], 1.5) : QPen(Qt::NoPen));
            painter.setBrush(hue);
            for (qint64 each = 0; each < number; ++each)
                painter.drawEllipse(QPointF(bar.center().x(), yOf(below + each + 1)), size / 2, size / 2);
        } else if (number > 0) {
            // A line of the ground between two parts.
            const double top = yOf(below + number), bottom = yOf(below) - (below > 0 ? 1 : 0);
            painter.fillRect(QRectF(bar.left(), top, bar.width(), std::max(1.0, bottom - top)), hue);
        }
        below += number;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (below == 0)
        painter.fillRect(bar, tokens[Token::Line2]); // on record, and adds up to nothing
    painter.setBrush(Qt::NoBrush);
    if (isHovered && !m_isDots) {
        painter.setPen(tokens[Token::Ink]);
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
    }
    if (hasFocus() && m_current == quarter.quarter) {
        painter.setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter.drawRect(bar.adjusted(-3, -3, 3, 1));
    }
    const QString text = locale().toString(below);
    const int wide = textWidth(FontRole::CaptionStrong, text);
    const int height = lineHeight(FontRole::Caption);
    if (wide > slotRect(quarter.quarter).width() && !isHovered)
        return;
    const double above = height + (m_isDots ? scaledPx(1) * largestDot / 2 : 1);
    const QRect box = QRectF(bar.center().x() - wide / 2.0 - 1, bar.top() - above, wide + 2, height).toRect();
    painter.fillRect(box, tokens[Token::Base]);
    drawTextLine(painter, FontRole::CaptionStrong, tokens[Token::Ink], box, Qt::AlignHCenter, text);
}

void OutreachChart::paintAsOf(QPainter &painter, const Tokens &tokens) const
{
    const QDate first = firstDayOfQuarter(m_last);
    const auto days = static_cast<double>(first.daysTo(first.addMonths(3)));
    const QRectF slot = slotRect(m_last);
    const double x =
        crisp(slot.left() + slot.width() * (static_cast<double>(first.daysTo(m_times.until)) + 1) / days - 1);
    const int height = lineHeight(FontRole::Caption);
    const double top = m_plot.top() - 2 * height - scaledPx(2);
    painter.setPen(tokens[Token::Ink2]);
    painter.drawLine(QPointF(x, top), QPointF(x, crisp(m_plot.bottom())));
    const QString text = asOfText();
    const int wide = textWidth(FontRole::Caption, text);
    const QRect box(static_cast<int>(x) - wide - scaledPx(5), static_cast<int>(top), wide + 1, height);
    painter.fillRect(box.adjusted(-2, 0, 2, 0), tokens[Token::Base]);
    drawTextLine(painter, FontRole::Caption, tokens[Token::Ink2], box, Qt::AlignLeft, text);
}

} // namespace liaison
