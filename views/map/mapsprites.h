#pragma once

#include "models/figures/compare.h"
#include "models/figures/standing.h"
#include "views/style/palette.h"

#include <QFont>
#include <QHash>
#include <QImage>
#include <QPointF>
#include <QString>

class QPainter;

namespace liaison {

/// Type of the map, in px, so that a picture is the same at any resolution.
enum class MapFont { Label, LabelStrong, Land, Water, Legend, Scale, InsetName };
/// @param unit px at 100 %
QFont mapFont(MapFont font, double unit);

/// Paints symbols and labels. On a screen each is drawn once and then copied, because a stroke around letters
/// costs more than all the rest; on paper they are vectors and text.
class MapSprites
{
public:
    void setLook(Tokens tokens, double unit);

    /// A level symbol on its plate.
    void symbol(QPainter *painter, QPointF centre, double radius, Standing standing);
    /// Beside a symbol: what it stands for has changed.
    void turn(QPainter *painter, QPointF centre, double radius, CellTurn::Way way) const;
    /// @param corner top left of the label, see textSize()
    void label(QPainter *painter, QPointF corner, const QString &text, MapFont font, Token ink);
    QSizeF textSize(const QString &text, MapFont font) const;

private:
    void drawLabel(QPainter *painter, QPointF corner, const QString &text, MapFont font, Token ink) const;

    Tokens m_tokens{Theme::Light};
    double m_unit = 1;
    QHash<QString, QImage> m_images;
};

} // namespace liaison
