#pragma once

#include <QLineF>
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
    double radius = 0; ///< of the symbol; no label of another comes nearer
    QSizeF size;
    int priority = 0; ///< of two that cannot both stand the higher one does
    double gap = 0; ///< between the symbol and its own label
    double reach = 0; ///< how long a line to a label farther off may be; 0: none
};

struct PlacedLabel
{
    QRectF rect;
    bool isLed = false; ///< it stands apart from its symbol: a line must lead there, to leaderEnd()
};

bool meets(const QLineF &line, const QRectF &rect);

/// Where the line from a symbol meets its label.
QPointF leaderEnd(const QRectF &label, QPointF symbol);

/// Places labels without collisions: of the eight places around a symbol each label takes the best free one.
/// First every label stands at its best place, then each in turn moves to where it collides least, until
/// nothing changes: the gradient descent of J. Christensen, J. Marks and S. Shieber, ACM Transactions on
/// Graphics 14 (1995), 203-232, with their order of places. A label that finds none stands farther off, at
/// the end of a line as short as possible that crosses as little as possible. Those without room even there
/// are left out.
/// @param obstacles what no label may cover; symbols are obstacles without being named
/// @param bounds where labels may stand
std::vector<std::optional<PlacedLabel>> placeLabels(
    const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds);

} // namespace liaison
