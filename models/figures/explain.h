#pragma once

#include "models/figures/board.h"

namespace liaison {

// The rows behind a number; their counts add up to it.
struct Explanation
{
    struct Row
    {
        QString entity;
        QUuid row;
        QString title;
        qint64 counts = 0;
    };

    QString value; // of a cell its reading, of a total the sum of a count, else how many meet the goal
    std::vector<Row> rows;
};

// Of one territory's cell (a row of the board); without one of the column's total. `indicator` is its column.
// Derived values have the records they come from; beside a stated value these follow and count nothing. No
// person is named.
Explanation explain(const Store &store, const Board &board, size_t indicator, std::optional<size_t> row);

} // namespace liaison
