#pragma once

#include "models/figures/board.h"

#include <QDate>

#include <vector>

namespace liaison {

// A cell that reads differently on two days; withdrawn values too.
struct BoardChange
{
    QUuid territory;
    QString code;
    QString name;
    QString indicator;
    QString from; // as Indicator::readingText(); empty when unknown
    QString to;
    Standing standingFrom = Standing::Unknown;
    Standing standingTo = Standing::Unknown;
    PartialDate date; // of the observation that brought the change
    QString source;
    QString author;
};

// The same cells on two boards, which may come from two files; without authors.
std::vector<BoardChange> boardDifferences(const Board &before, const Board &after);

std::vector<BoardChange> boardChanges(const Store &store, const Region &region, QDate from, QDate to);

} // namespace liaison
