#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace liaison {

/// A symbol of the main map as far as insets are concerned, px.
struct InsetMark
{
    QPointF at;
    QRectF land; ///< of the territory's largest piece
    bool isFar = false; ///< left out of the main map: gets an inset of its own
};

struct Inset
{
    std::vector<size_t> marks;
    QRectF source; ///< what it shows, on the main map
    QRectF frame; ///< where it stands, with a line for its name below the view
    double factor = 1;
    bool isFar = false;

    /// The source, `factor` times as large.
    QRectF view() const { return QRectF(frame.topLeft(), source.size() * factor); }
};

struct InsetRoom
{
    QSizeF picture;
    double radius = 5; ///< of a symbol
    double unit = 1; ///< of what is measured in px at 100 %
    double share = 1; ///< of the picture's width and height that the main map fills
    std::vector<QRectF> taken; ///< legend, scale bar
    /// How much land there is, a quarter of the picture's size, grey: white is the region's, black the sea.
    QImage land;
    static constexpr int landScale = 4;
};

/// Insets for the symbols that touch and cannot be parted by a nudge, and for those that would be left out.
/// From the closest pair on, the nearest neighbours join while what they span still fits an inset at 2.2
/// times the scale (single linkage, as in R. C. Prim's tree, Bell System Technical Journal 36 (1957),
/// 1389-1401). The one that parts the most symbols comes first, where it covers least: no symbol, little land
/// of the region, near a corner and near to what it shows. Where it finds no room it shows less.
std::vector<Inset> planInsets(const std::vector<InsetMark> &marks, const InsetRoom &room);

} // namespace liaison
