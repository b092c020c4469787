#pragma once

#include "views/style/typography.h"

#include <Qt>

class QColor;
class QPainter;
class QRect;

namespace liaison {

// Tables show the same few hundred words again and again, and laying out a word takes longer than painting it: what
// has been laid out once is remembered.

/// Width of a line of text in a role's font, px.
int textWidth(FontRole role, const QString &text);

/// Paints a line of text in the middle of a rectangle's height. What is wider than the rectangle is cut short with "…".
/// @param side where it stands as seen, see QStyle::visualAlignment()
/// @return width of what was painted, px
int drawTextLine(QPainter &painter, FontRole role, const QColor &ink, const QRect &place, Qt::Alignment side,
    const QString &text);

} // namespace liaison
