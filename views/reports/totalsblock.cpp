#include "views/reports/blocks.h"

#include "views/reports/tablelayout.h"

#include <QPainter>

#include <algorithm>

namespace liaison {

using namespace tabledesign;

namespace {

// Met and on the way as lengths, the rest as a thin line.
void paintBar(PagePainter &page, const report::TableTotal &total, QRectF area)
{
    const int all = total.met + total.onTheWay + total.notMet + total.unknown;
    QPainter &p = page.painter();
    qreal x = area.left();
    const auto part = [&](int count, Token colour) {
        const qreal width = all > 0 ? area.width() * count / all : 0;
        if (width > 0) {
            p.fillRect(
                QRectF(x, area.top(), std::max(width - 0.6, 0.6), area.height()), page.tokens()[colour]);
            x += width;
        }
    };
    part(total.met, Token::Met);
    part(total.onTheWay, Token::Way);
    part(total.notMet, Token::Not);
    if (x < area.right() - 0.6)
        page.line(QPointF(x, area.center().y()), QPointF(area.right(), area.center().y()), 1, Token::Mute);
}

} // namespace

Piece boardTotalsPiece(const report::BoardTable &table, const TableLayout &layout, const Paper &paper)
{
    constexpr qreal baseline = 13.9, captionBaseline = 25.6, barTop = 31.3, barHeight = 3;
    std::vector<PaperText> texts, captions;
    qreal growth = 0;
    for (size_t i = 0; i < table.totals.size(); ++i) {
        const qreal width = layout.columns[i].width - layout(padLeft + 2);
        texts.push_back(fittedText(paper, layout, table.totals[i].text, width, Token::Ink, QFont::Medium));
        const PaperText::Run caption{table.totals[i].caption,
            layout.font(totalCaptionSize, QFont::Normal, Face::Condensed), Token::Ink2};
        captions.push_back(PaperText(paper, caption, layout(totalCaptionHeight), width));
        growth = std::max(growth, captions.back().height() - layout(totalCaptionHeight));
    }
    const PaperText title(paper, {table.totalsTitle, layout.font(fontSize, QFont::Medium)}, 0);

    Piece piece;
    piece.height = layout(barTop + barHeight) + growth;
    piece.paint = [totals = table.totals, texts, captions, title, layout, growth](
                      PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        title.draw(p, at + QPointF(layout.codeX, layout(baseline)));
        for (size_t i = 0; i < totals.size(); ++i) {
            const QPointF corner = at + QPointF(layout.columns[i].x + layout(padLeft), 0);
            texts[i].draw(p, corner + QPointF(0, layout(baseline)));
            captions[i].draw(p, corner + QPointF(0, layout(captionBaseline)));
            paintBar(page, totals[i],
                QRectF(corner + QPointF(0, layout(barTop) + growth),
                    QSizeF(layout(barWidth), layout(barHeight))));
        }
    };
    return piece;
}

} // namespace liaison
