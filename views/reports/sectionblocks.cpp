#include "views/reports/blocks.h"

#include <QPainter>

namespace liaison {

namespace {

// A line of text in the column, with its baseline at a place below the piece's top.
Piece textPiece(const PaperText &text, qreal baseline, qreal height)
{
    Piece piece;
    piece.height = height;
    piece.after = Piece::Break::Never;
    piece.paint = [text, baseline](PagePainter &page, QPointF at) {
        text.draw(page.painter(), at + QPointF(0, baseline));
    };
    return piece;
}

// One beside the other; the second begins right of the middle.
Piece beside(const Piece &first, const Piece &second, qreal secondX)
{
    Piece piece;
    piece.height = std::max(first.height, second.height);
    piece.paint = [first, second, secondX](PagePainter &page, QPointF at) {
        first.paint(page, at);
        second.paint(page, at + QPointF(secondX, 0));
    };
    return piece;
}

void append(Pieces &pieces, Pieces more)
{
    std::move(more.begin(), more.end(), std::back_inserter(pieces));
}

Pieces blockPieces(const std::vector<report::Block> &blocks, size_t sections, const Paper &paper)
{
    constexpr qreal columnGap = 22, columnsGap = 20.5;
    const qreal secondX = paper.body().width() * 0.515;
    const qreal firstWidth = secondX - columnGap;

    Pieces pieces;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const auto *contents = std::get_if<report::Contents>(&blocks[i]);
        const auto *key = std::get_if<report::Key>(&blocks[i]);
        if (contents) {
            Piece piece = contentsPiece(*contents, sections, paper, firstWidth);
            if (const auto *next =
                    i + 1 < blocks.size() ? std::get_if<report::Key>(&blocks[i + 1]) : nullptr) {
                piece = beside(piece, keyPiece(*next, paper), secondX);
                ++i;
            }
            piece.gap = columnsGap;
            pieces.push_back(piece);
        } else if (key) {
            pieces.push_back(keyPiece(*key, paper));
            pieces.back().gap = columnsGap;
        } else {
            std::visit(
                [&](const auto &block) {
                    using Block = std::decay_t<decltype(block)>;
                    if constexpr (!std::is_same_v<Block,
                                      report::Contents> && !std::is_same_v<Block, report::Key>)
                        append(pieces, piecesOf(block, paper));
                },
                blocks[i]);
        }
    }
    return pieces;
}

} // namespace

Pieces coverPieces(const Report &report, const Paper &paper)
{
    const qreal width = paper.body().width();
    Pieces pieces;
    const PaperText overline(paper, {report.overline, paperFont(11), Token::Ink2}, 15, width);
    const PaperText title(paper, {report.title, paperFont(28, QFont::Medium)}, 32, width);
    const PaperText subtitle(paper, {report.subtitle, paperFont(14)}, 18, width);
    // From one baseline to the next; what needs more lines pushes the rest down.
    pieces.push_back(textPiece(overline, 57.9, 57.9 + overline.height() - 15));
    pieces.push_back(textPiece(title, 33.5, 33.5 + title.height() - 32));
    pieces.push_back(textPiece(subtitle, 23.8, 23.8 + 43.8 + subtitle.height() - 18));
    append(pieces, blockPieces(report.cover.blocks, report.sections.size(), paper));
    return pieces;
}

Pieces sectionPieces(const report::Section &section, const Paper &paper)
{
    const qreal width = paper.body().width();
    Pieces pieces;
    const PaperText title(paper, {section.title, paperFont(16, QFont::Medium)}, 20, width);
    pieces.push_back(textPiece(title, 16, 16 + title.height() - 20));
    if (!section.lead.isEmpty()) {
        const PaperText lead(paper, {section.lead, paperFont(9.5), Token::Ink2}, 13.5, width);
        pieces.push_back(textPiece(lead, 16.4, 16.4 + lead.height() - 13.5));
    }
    append(pieces, blockPieces(section.blocks, 0, paper));
    return pieces;
}

} // namespace liaison
