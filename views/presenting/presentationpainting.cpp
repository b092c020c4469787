#include "views/presenting/presentation.h"

#include "views/charts/trendsview.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace liaison {

namespace {

constexpr int margin = 48;
constexpr int headHeight = 76; // from the top margin to the content
constexpr int footHeight = 56;
constexpr size_t rowsOnSheet = 27;

int textFlags(Qt::LayoutDirection direction, Qt::Alignment wanted = Qt::AlignLeft)
{
    return int(QStyle::visualAlignment(direction, wanted | Qt::AlignVCenter)) | int(Qt::TextSingleLine);
}

void drawText(QPainter *painter, const QRectF &place, int flags, const QString &text)
{
    painter->drawText(
        place, flags, painter->fontMetrics().elidedText(text, Qt::ElideRight, int(place.width())));
}

// The sentence is what the page is for: it is smaller rather than cut.
QFont fitted(QFont font, const QString &text, qreal width)
{
    constexpr qreal least = 0.5;
    const qreal needed = QFontMetricsF(font).horizontalAdvance(text) + 1;
    if (needed > width)
        font.setPointSizeF(font.pointSizeF() * std::max(least, width / needed * 0.99));
    return font;
}

} // namespace

QRectF Presentation::content() const
{
    return QRectF(rect()).adjusted(
        scaledPx(margin), scaledPx(margin / 2 + headHeight + 16), -scaledPx(margin), -scaledPx(footHeight));
}

size_t Presentation::boardSheets() const
{
    return std::max<size_t>(1, (m_board.rows.size() + rowsOnSheet - 1) / rowsOnSheet);
}

QString Presentation::cellText(const BoardCell &cell, const Indicator &indicator) const
{
    return cell.standing == Standing::Unknown      ? tr("unknown")
        : cell.standing == Standing::NotApplicable ? tr("not applicable")
                                                   : indicator.readingText(cell.reading, locale());
}

void Presentation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(&painter);
    paintFoot(&painter);
    if (m_board.rows.empty() || m_board.indicators.empty())
        return;
    if (m_page == Page::Board)
        paintBoard(&painter);
    else if (m_page == Page::Map)
        paintMap(&painter);
    else if (m_page == Page::Trends)
        paintTrends(&painter);
    else if (m_page == Page::Territory)
        paintTerritory(&painter);
}

void Presentation::paintHead(QPainter *painter) const
{
    const Tokens tokens = Tokens::of(palette());
    const QRectF head(
        scaledPx(margin), scaledPx(margin / 2), width() - 2 * scaledPx(margin), scaledPx(headHeight));
    QRectF text = head;
    // The project of the indicator that is spoken of.
    const bool isIndicator = m_page == Page::Trends || (m_page == Page::Map && !m_figure);
    if (isIndicator && !m_board.indicators.empty()) {
        const Indicator &indicator = m_board.indicators[m_indicator];
        painter->setFont(textFont(FontRole::PageTitle));
        const int codeWidth = painter->fontMetrics().horizontalAdvance(indicator.projectCode);
        const QRect code = QStyle::visualRect(layoutDirection(), rect(),
            QRect(int(head.right()) - codeWidth, int(head.y()), codeWidth, scaledPx(44)));
        const QRect bar = QStyle::visualRect(layoutDirection(), rect(),
            QRect(int(head.right()) - codeWidth - scaledPx(12), int(head.y()) + scaledPx(11), scaledPx(4),
                scaledPx(22)));
        painter->fillRect(bar, tokens.projectHue(indicator.colourLight, indicator.colourDark));
        painter->setPen(tokens[Token::Ink]);
        painter->drawText(code, textFlags(layoutDirection()), indicator.projectCode);
        text.setWidth(head.width() - codeWidth - scaledPx(32));
    }
    text = QStyle::visualRect(layoutDirection(), rect(), text.toRect());
    painter->setFont(fitted(textFont(FontRole::Presentation), title(), text.width()));
    painter->setPen(tokens[Token::Ink]);
    drawText(painter, QRectF(text.x(), text.y(), text.width(), scaledPx(44)), textFlags(layoutDirection()),
        title());
    painter->setFont(fitted(textFont(FontRole::PresentationText), subtitle(), text.width()));
    painter->setPen(tokens[Token::Ink2]);
    drawText(painter, QRectF(text.x(), text.y() + scaledPx(44), text.width(), scaledPx(28)),
        textFlags(layoutDirection()), subtitle());
}

void Presentation::paintFoot(QPainter *painter) const
{
    const Tokens tokens = Tokens::of(palette());
    const QRectF foot(scaledPx(margin), height() - scaledPx(footHeight), width() - 2 * scaledPx(margin),
        scaledPx(footHeight));
    painter->setFont(textFont(FontRole::Body));
    painter->setPen(tokens[Token::Ink2]);
    if (m_board.reconstructed() > 0)
        drawText(painter, foot, textFlags(layoutDirection()),
            tr("≈ Territory names are reconstructed, not confirmed."));
    const int count = static_cast<int>(m_pages.size());
    const int current = place();
    const QString where = tr("%1, %L2 of %L3").arg(pageName(m_page)).arg(current + 1).arg(count);
    const int words = painter->fontMetrics().horizontalAdvance(where);
    painter->drawText(foot, textFlags(layoutDirection(), Qt::AlignRight), where);
    for (int i = 0; i < count; ++i) {
        const int x = int(foot.right()) - words - scaledPx(24 * (count - i));
        const QRect dot = QStyle::visualRect(layoutDirection(), rect(),
            QRect(x, int(foot.center().y()) - scaledPx(4), scaledPx(8), scaledPx(8)));
        painter->setPen(QPen(tokens[Token::Ink2], 1.2));
        painter->setBrush(i == current ? QBrush(tokens[Token::Ink]) : QBrush());
        painter->drawEllipse(dot);
    }
}

void Presentation::paintBoard(QPainter *painter) const
{
    const Tokens tokens = Tokens::of(palette());
    const QRectF area = content();
    const size_t first = m_sheet * rowsOnSheet;
    const size_t last = std::min(first + rowsOnSheet, m_board.rows.size());
    const double rowHeight = std::min(area.height() / double(last - first + 2), double(scaledPx(36)));
    const double nameWidth = area.width() * 0.3;
    const double cellWidth = (area.width() - nameWidth) / double(m_board.indicators.size());
    // As large as the rows allow.
    const QFont body =
        pointFont(std::min(rowHeight * 0.45, 14.25 * textScale()), QFont::Normal, Face::Normal);
    const QFont strong = pointFont(body.pointSizeF(), QFont::Medium, Face::Normal);
    const auto place = [&](double x, double y, double width) {
        return QRectF(QStyle::visualRect(layoutDirection(), rect(), QRectF(x, y, width, rowHeight).toRect()));
    };
    const int flags = textFlags(layoutDirection());
    const double radius = rowHeight * 0.27;
    for (size_t i = 0; i < m_board.indicators.size(); ++i) {
        const Indicator &indicator = m_board.indicators[i];
        const double x = area.x() + nameWidth + double(i) * cellWidth;
        painter->fillRect(place(x, area.y(), cellWidth - 12).adjusted(0, 0, 0, 3 - rowHeight),
            tokens.projectHue(indicator.colourLight, indicator.colourDark));
        painter->setFont(strong);
        painter->setPen(tokens[Token::Ink]);
        drawText(painter, place(x, area.y() + 3, cellWidth - 12), flags, indicator.title);
    }
    for (size_t row = first; row <= last; ++row) {
        const double y = area.y() + double(row - first + 1) * rowHeight;
        painter->setPen(tokens[row == last ? Token::Line2 : Token::Line]);
        painter->drawLine(QPointF(area.x(), y), QPointF(area.right(), y));
        painter->setPen(tokens[Token::Ink]);
        painter->setFont(row == last ? strong : body);
        if (row == last) {
            drawText(painter, place(area.x(), y, nameWidth), flags, tr("Meet the goal"));
        } else {
            drawText(painter, place(area.x(), y, nameWidth), flags, m_board.rows[row].name);
        }
        for (size_t i = 0; i < m_board.indicators.size(); ++i) {
            const double x = area.x() + nameWidth + double(i) * cellWidth;
            if (row == last) {
                const BoardTotal &total = m_board.totals[i];
                drawText(
                    painter, place(x, y, cellWidth), flags, tr("%L1 of %L2").arg(total.met).arg(total.of));
                continue;
            }
            const BoardCell &cell = m_board.rows[row].cells[i];
            paintStanding(painter, cell.standing, place(x, y, 2 * radius + 4).center(), radius, tokens);
            painter->setPen(tokens[cell.stale ? Token::Ink2 : Token::Ink]);
            if (cell.isKnown())
                drawText(painter, place(x + 2 * radius + 12, y, cellWidth - 2 * radius - 20), flags,
                    m_board.indicators[i].readingText(cell.reading, locale()));
        }
    }
    if (boardSheets() > 1) {
        painter->setFont(textFont(FontRole::Secondary));
        painter->setPen(tokens[Token::Ink3]);
        painter->drawText(QRectF(area.x(), area.bottom() - scaledPx(16), area.width(), scaledPx(16)),
            textFlags(layoutDirection(), Qt::AlignRight),
            tr("Territories %L1 to %L2 of %L3").arg(first + 1).arg(last).arg(m_board.rows.size()));
    }
}

void Presentation::paintMap(QPainter *painter)
{
    if (!m_map)
        return;
    m_map->setLook(Tokens::of(palette()), unit * textScale());
    m_map->setSize(content().size());
    painter->save();
    painter->translate(content().topLeft());
    painter->setClipRect(QRectF(QPointF(), content().size()));
    m_map->paint(painter);
    painter->restore();
}

void Presentation::paintTrends(QPainter *painter)
{
    if (!m_trends)
        return;
    painter->save();
    painter->translate(content().topLeft());
    painter->scale(unit, unit);
    m_trends->QWidget::render(painter, QPoint(), QRegion(), DrawChildren);
    painter->restore();
}

void Presentation::paintTerritory(QPainter *painter) const
{
    const Tokens tokens = Tokens::of(palette());
    const QRectF area = content();
    const Board::Row &row = m_board.rows[m_row];
    const double rowHeight = std::min(area.height() / double(row.cells.size() + 1), double(scaledPx(72)));
    const int flags = textFlags(layoutDirection());
    const auto place = [&](double from, double to, double y, double height) {
        return QRectF(QStyle::visualRect(layoutDirection(), rect(),
            QRectF(area.x() + from * area.width(), y, (to - from) * area.width() - 12, height).toRect()));
    };
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const Indicator &indicator = m_board.indicators[i];
        const BoardCell &cell = row.cells[i];
        const double y = area.y() + double(i) * rowHeight;
        painter->setPen(tokens[Token::Line]);
        painter->drawLine(QPointF(area.x(), y), QPointF(area.right(), y));
        const QRectF symbol = place(0, 0.05, y, rowHeight);
        paintStanding(painter, cell.standing, symbol.center(),
            std::min(rowHeight * 0.22, double(scaledPx(14))), tokens);
        painter->setFont(textFont(FontRole::PresentationText));
        painter->setPen(tokens[Token::Ink2]);
        drawText(painter, place(0.06, 0.36, y, rowHeight), flags, indicator.title);
        painter->setFont(textFont(FontRole::PageTitle));
        painter->setPen(tokens[cell.isKnown() ? Token::Ink : Token::Ink2]);
        drawText(painter, place(0.36, 0.66, y, rowHeight), flags, cellText(cell, indicator));
        painter->setFont(textFont(FontRole::PresentationText));
        painter->setPen(tokens[Token::Ink2]);
        // Without its source, which may name a person.
        if (!cell.date.isNull()) {
            const QString date = cell.date.toText(locale());
            drawText(painter, place(0.66, 1, y, rowHeight), flags,
                cell.stale ? tr("as of %1, may no longer be true").arg(date) : tr("as of %1").arg(date));
        }
    }
}

} // namespace liaison
