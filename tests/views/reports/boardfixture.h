#pragma once

#include "models/reports/report.h"

#include <QStringList>

namespace liaison {

// A board report made by hand: the rows of 15 February 2007 and, when more are asked for, rows of the same
// kind after them. Four indicators.
Report boardFixture(int rows);

// What must stand on one line of a PDF's text, in this order: of every row, then of the totals.
std::vector<QStringList> boardLines(const Report &report);

} // namespace liaison
