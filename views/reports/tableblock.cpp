#include "views/reports/blocks.h"

#include "views/reports/tablelayout.h"
#include "views/style/levelpainter.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace liaison {

namespace {

using namespace tabledesign;

// A text and what stands after it: a sign, and raised letters that lead to the notes.
struct CellText
{
    CellText(const Paper &paper, const TableLayout &layout, const report::TableCell &cell, qreal width)
        : text(fittedText(paper, layout, cell.text, width - tailWidth(cell, paper, layout), colourOf(cell)))
        , sign(paper, {cell.sign, layout.font(fontSize)}, 0)
        , mark(paper, {cell.mark, layout.font(markSize)}, 0)
    {
    }

    static Token colourOf(const report::TableCell &cell)
    {
        return cell.standing == Standing::Unknown || cell.standing == Standing::NotApplicable ? Token::Ink3
                                                                                              : Token::Ink;
    }

    void draw(QPainter &p, QPointF at, const TableLayout &layout) const
    {
        text.draw(p, at);
        qreal x = text.width();
        if (sign.width() > 0) {
            sign.draw(p, at + QPointF(x + layout(signGap), 0));
            x += layout(signGap) + sign.width();
        }
        if (mark.width() > 0)
            mark.draw(p, at + QPointF(x + layout(markGap), -layout(raised)));
    }

    PaperText text, sign, mark;
};

Piece headPiece(const report::BoardTable &table, const TableLayout &layout, const Paper &paper)
{
    constexpr qreal codeBaseline = 11.3, titleGap = 12.5, below = 6.5, bar = 1.5;
    struct Head
    {
        PaperText code, group, title;
        QColor hue;
        TableLayout::Column column;
    };
    std::vector<Head> heads;
    qreal groupHeight = layout(captionHeight), titleHeight = layout(textHeight);
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const report::TableColumn &column = table.columns[i];
        const qreal width = layout.columns[i].width - layout(padLeft + 3);
        heads.push_back(
            {fittedText(paper, layout, column.code, width, Token::Ink, QFont::Medium, captionSize),
                fittedText(paper, layout, column.group, width, Token::Ink3, QFont::Normal, captionSize),
                fittedText(paper, layout, column.title, width, Token::Ink, QFont::Medium),
                projectHue(Theme::Light, column.colour, {}), layout.columns[i]});
        const Head &head = heads.back();
        groupHeight = std::max(groupHeight, head.group.lines() > 1 ? head.group.height() : 0);
        titleHeight = std::max(titleHeight, head.title.lines() > 1 ? head.title.height() : 0);
    }
    const qreal groupBaseline = layout(codeBaseline + captionHeight);
    const qreal titleBaseline = groupBaseline + groupHeight - layout(captionHeight) + layout(titleGap);
    const auto caption = [&](const QString &text) {
        return PaperText(paper, {text, layout.font(captionSize), Token::Ink3}, layout(captionHeight));
    };

    Piece piece;
    piece.gap = 14.5;
    piece.height = titleBaseline + titleHeight - layout(textHeight) + layout(below);
    piece.after = Piece::Break::Never;
    piece.paint = [heads, layout, groupBaseline, titleBaseline, number = caption(table.numberTitle),
                      code = caption(table.codeTitle), name = caption(table.nameTitle),
                      height = piece.height](PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        for (const Head &head : heads) {
            const QPointF corner = at + QPointF(head.column.x, 0);
            p.fillRect(QRectF(corner, QSizeF(head.column.width, layout(bar))), head.hue);
            const QPointF text = corner + QPointF(layout(padLeft), 0);
            head.code.draw(p, text + QPointF(0, layout(codeBaseline)));
            head.group.draw(p, text + QPointF(0, groupBaseline));
            head.title.draw(p, text + QPointF(0, titleBaseline));
        }
        const qreal y = height - layout(below) + layout(0.3);
        number.draw(p, at + QPointF(layout.numberRight - number.width(), y));
        code.draw(p, at + QPointF(layout.codeX, y));
        name.draw(p, at + QPointF(layout.nameX, y));
        page.line(at + QPointF(0, height), at + QPointF(layout.width, height), 1, Token::Ink);
    };
    return piece;
}

void paintCell(PagePainter &page, const TableLayout &layout, const report::TableCell &cell,
    const CellText &text, QPointF baseline)
{
    QPainter &p = page.painter();
    if (cell.standing == Standing::Unknown) { // a dash, where the symbol of a known value would be
        text.draw(p, baseline + QPointF(layout(symbolX) - text.text.width() / 2, 0), layout);
    } else if (!cell.standing || cell.standing == Standing::NotApplicable) {
        text.draw(p, baseline + QPointF(layout(padLeft), 0), layout);
    } else {
        const QPointF centre = baseline + QPointF(layout(symbolX), -layout(3.4));
        paintStanding(&p, *cell.standing, centre, layout(symbolRadius), page.tokens());
        text.draw(p, baseline + QPointF(layout(valueX), 0), layout);
    }
}

Piece rowPiece(const report::BoardTable::Row &row, const TableLayout &layout, const Paper &paper)
{
    const PaperText number(paper, {row.number, layout.font(8.5), Token::Ink3}, 0);
    const PaperText code =
        fittedText(paper, layout, row.code, layout.nameX - layout.codeX - layout(3), Token::Ink2);
    const CellText name(paper, layout, row.name, layout.nameWidth);
    std::vector<CellText> cells;
    qreal growth = 0; // by what had to be broken into lines
    const auto grow = [&growth](const PaperText &text) {
        if (text.lines() > 1)
            growth = std::max(growth, text.height() * (text.lines() - 1) / text.lines());
    };
    grow(code);
    grow(name.text);
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const bool symbol = row.cells[i].standing && *row.cells[i].standing != Standing::NotApplicable;
        cells.emplace_back(paper, layout, row.cells[i],
            layout.columns[i].width - layout(symbol ? valueX : padLeft) - layout(2));
        grow(cells.back().text);
    }

    Piece piece;
    piece.height = layout(rowHeight) + growth;
    piece.paint = [row, number, code, name, cells, layout, height = piece.height](
                      PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        const QPointF base = at + QPointF(0, layout(rowBaseline));
        number.draw(p, base + QPointF(layout.numberRight - number.width(), 0));
        code.draw(p, base + QPointF(layout.codeX, 0));
        name.draw(p, base + QPointF(layout.nameX, 0), layout);
        if (row.name.reconstructed) {
            QPen dotted(page.tokens()[Token::Mute], layout(0.6), Qt::CustomDashLine, Qt::FlatCap);
            dotted.setDashPattern({1.2, 1.2});
            p.setPen(dotted);
            const QPointF under = base + QPointF(layout.nameX, layout(2.6));
            p.drawLine(under, under + QPointF(name.text.width(), 0));
        }
        for (size_t i = 0; i < cells.size(); ++i)
            paintCell(page, layout, row.cells[i], cells[i], base + QPointF(layout.columns[i].x, 0));
        page.line(at + QPointF(0, height), at + QPointF(layout.width, height), 0.5, Token::Line);
    };
    return piece;
}

} // namespace

Pieces piecesOf(const report::BoardTable &table, const Paper &paper)
{
    const TableLayout layout = layoutTable(table, paper);
    Pieces pieces{headPiece(table, layout, paper)};
    const auto head = std::make_shared<const Piece>(pieces.front());
    for (const report::BoardTable::Row &row : table.rows)
        pieces.push_back(rowPiece(row, layout, paper));
    pieces.push_back(boardTotalsPiece(table, layout, paper));

    // At least two rows stand below the first head, and above the totals.
    const size_t count = pieces.size();
    pieces[std::min<size_t>(1, count - 2)].after = Piece::Break::Never;
    for (size_t i = count >= 3 ? count - 3 : 0; i < count - 1; ++i)
        pieces[i].after = Piece::Break::Never;
    for (size_t i = 1; i < count; ++i)
        pieces[i].head = head;
    return pieces;
}

} // namespace liaison
