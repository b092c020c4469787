#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace liaison {

/// A label that wants a place beside its symbol.
struct LabelWish
{
    QPointF symbol; ///< centre
    double radius = 0; ///< of the symbol with what belongs to it
    QSizeF size;
    int priority = 0; ///< of two that cannot both stand the higher one does
};

/// Places labels without collisions: of the eight places around a symbol each label takes the best free one,
/// and those that find none are left out. First every label stands at its best place, then each in turn moves
/// to where it collides least, until nothing changes: the gradient descent of J. Christensen, J. Marks and S.
/// Shieber, ACM Transactions on Graphics 14 (1995), 203-232, with their order of places.
/// @param obstacles what no label may cover; symbols are obstacles without being named
/// @param bounds where labels may stand
std::vector<std::optional<QRectF>> placeLabels(
    const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds);

} // namespace liaison
