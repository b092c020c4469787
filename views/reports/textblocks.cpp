#include "views/reports/blocks.h"

#include <QPainter>

namespace liaison {

namespace {

using Kind = report::Paragraph::Kind;

struct Look
{
    qreal points;
    qreal lineHeight;
    Token colour;
};

Look lookOf(Kind kind)
{
    switch (kind) {
    case Kind::Lead:
        return {9.5, 13.5, Token::Ink2};
    case Kind::Note:
        return {8.4, 11.4, Token::Ink2};
    case Kind::Small:
        return {8.4, 11.4, Token::Ink3};
    case Kind::Body:
    case Kind::Boxed:
        break;
    }
    return {9.5, 13.5, Token::Ink};
}

// Text that matters more than the rest: a frame with a bar at its left.
Piece boxed(const std::vector<PaperText::Run> &runs, const Look &look, const Paper &paper)
{
    constexpr qreal left = 13, above = 19.3, below = 13, bar = 2;
    const qreal width = paper.body().width();
    const PaperText text(paper, runs, look.lineHeight, width - 2 * left);
    Piece piece;
    piece.gap = 24;
    piece.height = above + text.height() - look.lineHeight + below;
    piece.paint = [text, width, height = piece.height](PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        p.setPen(QPen(page.tokens()[Token::Line2], 0.75));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(at, QSizeF(width, height)));
        p.fillRect(QRectF(at, QSizeF(bar, height)), page.tokens()[Token::Way]);
        text.draw(p, at + QPointF(left, above));
    };
    return piece;
}

} // namespace

Pieces piecesOf(const report::Paragraph &paragraph, const Paper &paper)
{
    const Look look = lookOf(paragraph.kind);
    std::vector<PaperText::Run> runs;
    if (!paragraph.heading.isEmpty())
        runs.push_back({paragraph.heading + u' ', paperFont(look.points, QFont::Medium), look.colour});
    runs.push_back({paragraph.text, paperFont(look.points), look.colour});
    if (paragraph.kind == Kind::Boxed)
        return {boxed(runs, look, paper)};

    const PaperText text(paper, runs, look.lineHeight, paper.body().width());
    Piece piece;
    piece.gap = paragraph.kind == Kind::Small ? 27 : 8;
    piece.height = text.height();
    piece.paint = [text, look](PagePainter &page, QPointF at) {
        text.draw(page.painter(), at + QPointF(0, look.lineHeight * 0.76));
    };
    return {piece};
}

Pieces piecesOf(const report::Footnotes &notes, const Paper &paper)
{
    constexpr qreal lineHeight = 11.4, ruleToBaseline = 14.2, markGap = 4.5;
    const qreal width = paper.body().width();
    std::vector<PaperText> marks;
    qreal textX = 9;
    for (const report::Footnotes::Note &note : notes.notes) {
        marks.push_back(PaperText(paper, {note.mark, paperFont(8.4), Token::Ink2}, lineHeight));
        textX = std::max(textX, marks.back().width() + markGap);
    }

    Pieces pieces;
    for (size_t i = 0; i < marks.size(); ++i) {
        const PaperText text(
            paper, {notes.notes[i].text, paperFont(8.4), Token::Ink2}, lineHeight, width - textX);
        const bool first = i == 0;
        const qreal baseline = first ? ruleToBaseline : lineHeight - 2.8;
        Piece piece;
        piece.gap = first ? 13.5 : 0;
        piece.height = baseline + text.height() - lineHeight + 2.8;
        piece.paint = [mark = marks[i], text, first, baseline, textX, width](PagePainter &page, QPointF at) {
            if (first)
                page.line(at, at + QPointF(width, 0), 0.75, Token::Line2);
            mark.draw(page.painter(), at + QPointF(0, baseline));
            text.draw(page.painter(), at + QPointF(textX, baseline));
        };
        pieces.push_back(piece);
    }
    return pieces;
}

} // namespace liaison
