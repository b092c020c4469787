#include "views/reports/blocks.h"

#include <QPainter>

#include <algorithm>

namespace liaison {

namespace {

constexpr qreal textSize = 8.8, textHeight = 11.8, headSize = 8;
constexpr qreal columnGap = 12, rowBaseline = 10.6, rowBelow = 5, widest = 0.4;

struct Column
{
    qreal x = 0;
    qreal width = 0;
    report::Grid::Align align = report::Grid::Align::Left;
};

qreal widthOf(const Paper &paper, const QString &text, qreal size)
{
    return PaperText(paper, {text, paperFont(size)}, textHeight).width();
}

// As wide as their text; what is left over goes to those that take a share of it, and where nothing is left
// these keep what they need at least and the text is broken.
std::vector<Column> columnsOf(const report::Grid &grid, const Paper &paper)
{
    const qreal room = paper.body().width() - columnGap * static_cast<qreal>(grid.columns.size() - 1);
    std::vector<Column> columns(grid.columns.size());
    qreal taken = 0;
    int shares = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        columns[i].align = grid.columns[i].align;
        shares += grid.columns[i].share;
        columns[i].width = widthOf(paper, grid.columns[i].title, headSize);
        if (grid.columns[i].share > 0)
            continue;
        for (const auto &row : grid.rows)
            columns[i].width = std::max(columns[i].width, widthOf(paper, row[i], textSize));
        columns[i].width = std::min(columns[i].width, room * widest);
        taken += columns[i].width;
    }
    qreal x = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (grid.columns[i].share > 0)
            columns[i].width = std::max(columns[i].width, (room - taken) * grid.columns[i].share / shares);
        columns[i].x = x;
        x += columns[i].width + columnGap;
    }
    return columns;
}

Piece linePiece(const std::vector<QString> &texts, const std::vector<Column> &columns, const Paper &paper,
    qreal size, Token colour, qreal below)
{
    std::vector<PaperText> cells;
    qreal height = textHeight;
    for (size_t i = 0; i < columns.size(); ++i) {
        cells.emplace_back(
            paper, PaperText::Run{texts[i], paperFont(size), colour}, textHeight, columns[i].width);
        height = std::max(height, cells.back().height());
    }
    Piece piece;
    piece.height = rowBaseline + height - textHeight + below;
    piece.paint = [cells, columns](PagePainter &page, QPointF at) {
        for (size_t i = 0; i < cells.size(); ++i) {
            const bool right = columns[i].align == report::Grid::Align::Right;
            const qreal x = columns[i].x + (right ? columns[i].width - cells[i].width() : 0);
            cells[i].draw(page.painter(), at + QPointF(x, rowBaseline));
        }
    };
    return piece;
}

// With a line under it, over the whole column of text.
Piece underlined(Piece piece, const Paper &paper, qreal width, Token colour)
{
    piece.paint = [paint = piece.paint, room = paper.body().width(), height = piece.height, width, colour](
                      PagePainter &page, QPointF at) {
        paint(page, at);
        page.line(at + QPointF(0, height), at + QPointF(room, height), width, colour);
    };
    return piece;
}

} // namespace

Pieces piecesOf(const report::Grid &grid, const Paper &paper)
{
    constexpr qreal headingHeight = 14;
    Pieces pieces;
    const PaperText heading(paper, {grid.heading, paperFont(11, QFont::Medium)}, headingHeight);
    Piece title;
    title.gap = 14;
    title.height = headingHeight + 3;
    title.after = Piece::Break::Never;
    title.paint = [heading](
                      PagePainter &page, QPointF at) { heading.draw(page.painter(), at + QPointF(0, 11)); };
    pieces.push_back(title);

    const std::vector<Column> columns = columnsOf(grid, paper);
    std::vector<QString> titles;
    for (const report::Grid::Column &column : grid.columns)
        titles.push_back(column.title);
    Piece head =
        underlined(linePiece(titles, columns, paper, headSize, Token::Ink3, 4), paper, 1, Token::Ink);
    head.after = Piece::Break::Never;
    const auto repeated = std::make_shared<const Piece>(head);
    pieces.push_back(std::move(head));
    for (const auto &row : grid.rows) {
        pieces.push_back(underlined(
            linePiece(row, columns, paper, textSize, Token::Ink, rowBelow), paper, 0.5, Token::Line));
        pieces.back().head = repeated;
    }
    if (!grid.rest.isEmpty()) {
        const PaperText rest(paper, {grid.rest, paperFont(textSize), Token::Ink2}, textHeight);
        pieces.back().after = Piece::Break::Never;
        Piece last;
        last.height = textHeight + rowBelow;
        last.paint = [rest](PagePainter &page, QPointF at) {
            rest.draw(page.painter(), at + QPointF(0, rowBaseline));
        };
        pieces.push_back(last);
    }
    return pieces;
}

} // namespace liaison
