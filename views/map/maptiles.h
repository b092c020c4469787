#pragma once

#include "views/map/mapcontent.h"
#include "views/map/mapscene.h"
#include "views/map/tilelayout.h"
#include "views/style/palette.h"

#include <QRectF>
#include <QSet>

#include <optional>
#include <vector>

class QPainter;

namespace liaison {

/// The map with every territory the same size: a tile with the code and where it stands on each indicator, in
/// board order. The same painting on screen and on paper; lengths as in MapScene.
class MapTiles
{
public:
    void setContent(const MapContent &content);
    void setLook(Tokens tokens, double unit);
    void setSize(QSizeF size);
    void setShown(const QSet<QString> &levels) { m_shown = levels; }
    void setSelection(const QSet<size_t> &places, std::optional<size_t> current);
    void setHovered(std::optional<size_t> place) { m_hovered = place; }

    void paint(QPainter *painter) const;

    const TileLayout &layout() const { return m_layout; }
    /// What the symbols in a tile stand for, in words.
    QString caption() const;

private:
    void layOut();
    void paintTile(QPainter *painter, size_t place) const;
    void paintTotals(QPainter *painter, const QRectF &page, double captionBottom) const;
    double inset() const;

    MapContent m_content;
    Tokens m_tokens{Theme::Light};
    double m_unit = 1;
    QSizeF m_size;
    QSet<QString> m_shown;
    QSet<size_t> m_selected;
    std::optional<size_t> m_current;
    std::optional<size_t> m_hovered;
    TileLayout m_layout;
    double m_captionY = 0;
};

} // namespace liaison
