#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace liaison {

/// Moves points apart until no two are nearer than `least`, each as little as possible: pairs that are too
/// near give way by half each, again and again (relaxation, as of constraints in T. Jakobsen, Advanced
/// Character Physics, GDC 2001). Where there is no room they stay nearer.
/// @param bounds none leaves it
/// @param obstacles none comes nearer to them than half of `least`
std::vector<QPointF> spreadApart(const std::vector<QPointF> &wanted, double least, const QRectF &bounds,
    const std::vector<QRectF> &obstacles = {});

} // namespace liaison
