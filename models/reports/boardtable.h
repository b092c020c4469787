#pragma once

#include "models/figures/board.h"
#include "models/reports/report.h"

#include <QLocale>

namespace liaison {

// The board as a table, and the notes its raised letters lead to. Equal notes share a letter; letters go by
// their first appearance.
struct BoardTableReport
{
    report::BoardTable table;
    report::Footnotes notes;
};

BoardTableReport boardTable(const Board &board, const QLocale &locale);

// What a total leaves out of "2 of 27", the parts with commas: "2 member, 19 unknown, 1 n/a".
QString totalRest(const Indicator &indicator, const BoardTotal &total);
// What a total says first: "2 of 27", of a summed count "9 in 5 of 27".
QString totalText(const BoardTotal &total);

// The titles of an indicator's levels with how many territories stand on each, from the highest down; levels
// nobody stands on are left out.
enum class LevelsOf { Goal, Below };
QStringList levelCounts(const Indicator &indicator, const BoardTotal &total, LevelsOf which);

} // namespace liaison
