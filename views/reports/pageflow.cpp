#include "views/reports/pageflow.h"

#include <QPainter>
#include <QPen>

namespace liaison {

void PagePainter::line(QPointF from, QPointF to, qreal width, Token colour) const
{
    m_painter.setPen(QPen(tokens()[colour], width, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(from, to);
}

std::vector<PlacedPage> flowPages(const Pieces &pieces, qreal height)
{
    std::vector<PlacedPage> pages(1);
    qreal y = 0;

    const auto place = [&](size_t number) {
        const Piece &piece = pieces[number];
        if (pages.back().empty()) {
            if (piece.head && pages.size() > 1) {
                pages.back().push_back({*piece.head, 0, {}});
                y = piece.head->height;
            }
        } else {
            y += piece.gap;
        }
        pages.back().push_back({piece, y, number});
        y += piece.height;
    };

    for (size_t i = 0; i < pieces.size();) {
        size_t end = i + 1;
        qreal needed = pages.back().empty() ? 0 : pieces[i].gap;
        needed += pieces[i].height;
        while (end < pieces.size() && pieces[end - 1].after == Piece::Break::Never) {
            needed += pieces[end].gap + pieces[end].height;
            ++end;
        }
        const qreal whole = height - (pieces[i].head ? pieces[i].head->height : 0);
        const bool canBeWhole = needed <= whole;
        if (!pages.back().empty() && y + needed > height && canBeWhole) {
            pages.emplace_back();
            y = 0;
        }
        for (; i < end; ++i) {
            if (!pages.back().empty() && y + pieces[i].gap + pieces[i].height > height) {
                pages.emplace_back();
                y = 0;
            }
            place(i);
        }
    }
    return pages;
}

} // namespace liaison
