#pragma once

#include "models/figures/standing.h"

#include <QPointF>
#include <QtGlobal>

class QPainter;

namespace liaison {

class Tokens;

/// Where an unknown level is drawn: on the board a short dash is enough, on a map a thin ring says there is a
/// place.
enum class Ground { Table, Map };

/// Radius of a level symbol in a table, px at 100 % text; the symbol's box is 14 px.
inline constexpr qreal standingRadius = 6.25;

/// Paints the symbol of a standing. Every shape fits the circle of the given radius and is told from the
/// others without colour: disc with a tick cut out, ring half filled at the left, open ring, dash, slash.
/// Never mirrored. The same strokes on screen (any ground: what is cut out is not painted) and on paper
/// (vectors, no opacity).
void paintStanding(QPainter *painter, Standing standing, QPointF centre, qreal radius, const Tokens &tokens,
    Ground ground = Ground::Table);

/// What may stand beside a value.
enum class Mark {
    Stale, ///< clock ring; the age in words stands beside it
    Conflict, ///< diamond with an unequal sign cut out
    Target, ///< outlined flag; the due month stands beside it
    LateTarget, ///< filled flag
    Better, ///< triangle up: changed since, for the better
    Worse, ///< triangle down
};

/// Radius of a mark in a table, px at 100 % text.
inline constexpr qreal markRadius = 5.5;

void paintMark(QPainter *painter, Mark mark, QPointF centre, qreal radius, const Tokens &tokens);

} // namespace liaison
