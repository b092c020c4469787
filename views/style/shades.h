#pragma once

#include <QColor>

namespace liaison {

class Tokens;

/// Contrast of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrast(const QColor &a, const QColor &b);

/// A ground and the text on it, of contrast 4.5 or more.
struct Shade
{
    QColor ground;
    QColor ink;
};

/// A hue laid over the page: as much of it as `share` says, 0 to 1, moved a little where no text could be
/// read on it.
Shade shadeOf(const QColor &hue, double share, const Tokens &tokens);

} // namespace liaison
