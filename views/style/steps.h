#pragma once

#include <QPointF>
#include <QSizeF>
#include <Qt>

class QColor;
class QPainter;
class QPalette;

namespace liaison {

/// How far something is, as a row of small bars, filled up to the current one (look: 14 x 5 px each).
/// @param of how many there are
QSizeF stepsSize(int of);
/// @param leftCentre the middle of the left edge; @param reached 0: none is filled
/// @param fillFrom Qt::RightToLeft: from the right
void paintSteps(QPainter *painter, QPointF leftCentre, int reached, int of, const QColor &hue,
    const QPalette &palette, Qt::LayoutDirection fillFrom);

} // namespace liaison
