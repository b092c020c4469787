#pragma once

#include "views/map/mapcontent.h"
#include "views/style/palette.h"

#include <QRectF>

class QPainter;

namespace liaison {

/// Beside the tiles: for each indicator a bar of how many territories meet the goal or are on the way to it,
/// what is unknown being a thin line. Lengths as in MapScene.
void paintTileTotals(
    QPainter *painter, const MapContent &content, const QRectF &area, const Tokens &tokens, double unit);
/// The least room they need.
QSizeF tileTotalsSize(const MapContent &content, double unit);

} // namespace liaison
