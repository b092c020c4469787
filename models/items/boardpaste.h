#pragma once

#include "models/domain/result.h"
#include "models/domain/value.h"
#include "models/figures/board.h"

#include <QString>

#include <vector>

namespace liaison {

class TerritoryNames;

// What a block from the clipboard says of a board.
struct PastedCell
{
    size_t row = 0; // of the board
    size_t indicator = 0;
    Value reading;
};

// The block's cells that say something, laid on the board with its first value at (row, indicator); when it begins with
// a column that holds no values of that indicator, its rows are found by the territories named there. The error names
// the row and column of the block.
Result<std::vector<PastedCell>> readPastedBlock(
    const Board &board, const TerritoryNames &names, const QString &text, size_t row, size_t indicator);

// Cells as text for the clipboard, as spreadsheets and readPastedBlock() understand it.
QString blockText(const std::vector<QStringList> &rows);

} // namespace liaison
