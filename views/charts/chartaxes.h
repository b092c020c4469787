#pragma once

#include <QDate>
#include <QtGlobal>

#include <vector>

namespace liaison {

// Where a chart's lines and words go; no painting.

/// Values of the horizontal lines of an axis from 0 to `top`, both included: thirds, quarters or halves of it
/// where they are whole numbers, else round numbers between.
std::vector<int> countTicks(int top);

/// The smallest round number from `most` on that countTicks() divides well; at least 1.
int roundTop(qint64 most);

/// First days of the years that are labelled, at most `most` (at least one), evenly apart.
std::vector<QDate> yearTicks(QDate from, QDate to, int most);

/// Centres of labels at these wanted places, pushed apart to `gap` as little as possible and kept between
/// `top` and `bottom` while there is room; in the order given.
std::vector<qreal> pushedApart(const std::vector<qreal> &wanted, qreal gap, qreal top, qreal bottom);

} // namespace liaison
