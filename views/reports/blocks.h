#pragma once

#include "models/reports/report.h"
#include "views/reports/pageflow.h"

namespace liaison {

struct TableLayout;

// One painter a kind of block: each gives the strips that stand below one another in the column of text.
Pieces piecesOf(const report::Paragraph &paragraph, const Paper &paper);
Pieces piecesOf(const report::ProjectList &list, const Paper &paper);
Pieces piecesOf(const report::BoardTable &table, const Paper &paper);
Pieces piecesOf(const report::Grid &grid, const Paper &paper);
Pieces piecesOf(const report::Footnotes &notes, const Paper &paper);

// Half a column wide, to stand beside each other.
Piece contentsPiece(const report::Contents &contents, size_t sections, const Paper &paper, qreal width);
Piece keyPiece(const report::Key &key, const Paper &paper);

Pieces coverPieces(const Report &report, const Paper &paper);
Pieces sectionPieces(const report::Section &section, const Paper &paper);

// The last strip of a board's table.
Piece boardTotalsPiece(const report::BoardTable &table, const TableLayout &layout, const Paper &paper);

// How much smaller than designed the table must be to fit the column of text: 1 when it need not.
qreal boardTableScale(const report::BoardTable &table, const Paper &paper);

} // namespace liaison
