#pragma once

#include "models/figures/standing.h"
#include "views/map/mapgeometry.h"
#include "views/map/maptransform.h"
#include "views/style/palette.h"

#include <QHash>

class QPainter;

namespace liaison {

/// What lies under symbols and labels.
struct MapGround
{
    Tokens tokens{Theme::Light};
    /// Shapes of the region, by code, with the level that fills them; all others are other land.
    QHash<QString, Standing> fills;
    qreal unit = 1; ///< of a line that is 1 px wide on a screen at 100 %
};

/// Paints sea, land, fills, coasts and the graticule of what is in `clip`. Any part gives the same picture as
/// the whole, so a map can be painted in tiles.
/// @param clip in px of the transform
void paintGround(QPainter *painter, const MapGeometry &geometry, const MapTransform &transform,
    const QRectF &clip, const MapGround &ground);

/// The coasts of a shape in the painter's pen, as paintGround() draws them.
void drawCoast(QPainter *painter, const MapGeometry::Shape &shape, size_t level,
    const MapTransform &transform, const QRectF &clip);

/// The place in the visible part of a ring that is farthest from its edges: where a symbol or a name of a
/// territory stands whose own label point is not on the picture. Sampled on a grid, after the "pole of
/// inaccessibility" (D. Garcia-Castellanos and U. Lombardo, Scottish Geographical Journal 123 (2007),
/// 227-233).
struct InnerPoint
{
    QPointF at; ///< px
    double radius = 0; ///< px free around it; 0 when nothing is visible
};
InnerPoint innerPoint(const MapGeometry::Ring &ring, const MapTransform &transform, const QRectF &visible);

} // namespace liaison
