#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/record.h"
#include "models/domain/value.h"
#include "models/figures/board.h"

#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// What an indicator is to read by a day: in one territory, over a region, or (with neither) over every region.
struct Target
{
    QUuid id;
    QUuid indicator;
    QUuid territory;
    QUuid region;
    PartialDate due;
    Value reading;

    explicit Target(const Record &record);

    // By a territory's cell: at least so many, at least that level, at most so many days; never when not known.
    bool isReachedIn(const Indicator &of, const BoardCell &cell) const;
    // By a column of a region. A number is the sum of a summed count, else how many territories meet the goal; of
    // anything else every territory it applies to must have reached it.
    bool isReachedOver(const Indicator &of, const std::vector<Board::Row> &rows, size_t column) const;
};

// The targets over a region: its own, and those over every region.
std::vector<Record> targetsOver(const Store &store, QUuid region);

} // namespace liaison
