#pragma once

#include "views/map/maptransform.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace liaison {

/// A territory as far as the choice of the picture is concerned. On the sheet.
struct FitPlace
{
    QPointF point; ///< where its symbol wants to be
    std::optional<QRectF> box; ///< of its largest piece of land
};

struct MapFit
{
    MapTransform transform; ///< fills the picture
    /// Small ones so far off that leaving them out makes the others a good deal larger: they belong into an
    /// inset.
    std::vector<size_t> outliers;
};

/// The meridian opposite the widest gap between places, or of the world.
double middleMeridian(std::vector<double> longitudes);

/// Projection and scale at which the region fills a picture. The middle meridian is opposite the widest gap
/// between its places, the standard parallel is their mean distance from the equator. Of large lands at the
/// rim a part is enough, or Guyana would halve the islands.
/// @param margin px kept free at each side
MapFit fitMap(const std::vector<FitPlace> &places, QSizeF picture, double margin);

} // namespace liaison
