#pragma once

#include <QPoint>
#include <QPointF>
#include <QString>

#include <vector>

namespace liaison {

struct TileWish
{
    QString code;
    QPointF point; ///< on the sheet, in one piece: longitude turned, y northwards
};

/// A cell for each place, column and row from the top left, so that neighbours stay near: from the table in
/// resources/map where it knows all of them, else the cells whose squared distances from the places are
/// smallest together (D. Eppstein, M. van Kreveld, B. Speckmann and F. Staals, Int. J. of Computational
/// Geometry & Applications 25 (2015), 101-122; the matching is H. W. Kuhn's, Naval Research Logistics
/// Quarterly 2 (1955), 83-97).
/// @param aspect width of the room by its height
std::vector<QPoint> tileGrid(const std::vector<TileWish> &wishes, double aspect);

} // namespace liaison
