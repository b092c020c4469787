#pragma once

#include "views/map/mapcontent.h"
#include "views/map/mapgeometry.h"
#include "views/map/mapground.h"
#include "views/map/mapinsets.h"
#include "views/map/maplegend.h"
#include "views/map/mapsprites.h"
#include "views/map/maptransform.h"

#include <QLineF>
#include <QSet>
#include <QSizeF>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace liaison {

/// A map of a region: projection, land, fills, symbols, labels, insets, legend. No widget and no model in it:
/// what it shows is values, and it paints the same on screen, on paper and in a test. Lengths are px; `unit`
/// says how many of them a px at 100 % is.
class MapScene
{
public:
    enum class Direction { North, South, East, West };
    static constexpr double namesFrom = 2.5; ///< zoom at which names replace codes where they have room
    static constexpr double mostZoom = 200;

    explicit MapScene(std::shared_ptr<const MapGeometry> geometry = MapGeometry::world());

    /// Other values of the same places leave everything where it is.
    void setContent(MapContent content);
    const MapContent &content() const { return m_content; }
    /// On paper Tokens(Theme::Light).
    void setLook(Tokens tokens, double unit);
    const Tokens &tokens() const { return m_tokens; }
    double unit() const { return m_unit; }
    /// A new size shows the whole region again, unless the map was moved or zoomed.
    void setSize(QSizeF size);
    QSizeF size() const { return m_size; }

    /// Levels of the legend that are shown, all others are dimmed; empty: all.
    void setShown(const QSet<QString> &levels) { m_shown = levels; }
    const QSet<QString> &shown() const { return m_shown; }
    bool isShown(size_t place) const;
    void setSelection(const QSet<size_t> &places, std::optional<size_t> current);
    void setHovered(std::optional<size_t> place) { m_hovered = place; }

    // Where one looks
    double zoom() const { return m_now.scale() / m_fit.scale(); }
    bool isFitted() const { return m_now == m_fit; }
    void fit();
    void zoomAt(QPointF point, double factor);
    /// To the same middle at the same scale as another map of a similar region.
    void lookAs(const MapScene &other);
    void pan(QPointF by);
    const MapTransform &transform() const { return m_now; }
    /// Labels stay beside their symbols while the map is zoomed; this places them anew.
    void placeLabels();

    // Painting: all at once, or in the parts that a view keeps as pictures
    void paint(QPainter *painter);
    /// Paints the ground as it is now, later and in any thread: what it reads is its own.
    std::function<void(QPainter *, const MapTransform &, const QRectF &clip)> groundPainter() const;
    size_t insetCount() const { return showsInsets() ? m_insets.size() : 0; }
    QRectF insetFrame(size_t inset) const { return m_insets[inset].frame; }
    void paintInset(QPainter *painter, size_t inset);
    /// Symbols, labels and names of the main map, and what ties insets to it.
    void paintMarks(QPainter *painter);
    void paintLegend(QPainter *painter) const;

    /// On the sheet, the land of a place: what must be painted anew when its level changes.
    std::vector<QRectF> landOf(size_t place) const;

    // Finding
    /// The place whose symbol is nearest, within 12 px, in insets and on the main map; else the one whose
    /// land is there.
    std::optional<size_t> placeAt(QPointF point) const;
    /// Those with a symbol in the rectangle.
    QSet<size_t> placesIn(const QRectF &rect) const;
    std::optional<size_t> neighbour(size_t place, Direction direction) const;
    /// Where a place's symbol stands now; nothing without a place on the map.
    std::optional<QPointF> symbolOf(size_t place) const;
    /// What stands for a place, as far as it has room; in the inset if there is one.
    std::optional<QRectF> labelRect(size_t place) const;
    QRectF insetNameRect(size_t inset) const;
    QStringList insetNames() const;
    /// Empty when there is no room for it.
    QRectF scaleBarRect() const { return m_scaleBar.rect(); }
    const MapLegend &legend() const { return m_legend; }
    QRectF symbolRect(size_t place) const;

private:
    struct Mark
    {
        size_t place = 0;
        size_t part = 0; // which of the place's points
        QPointF sheet;
        size_t panel = 0; // 0: the main map, else inset + 1
        QString label;
        QSizeF labelSize;
        std::optional<QPointF> labelOffset; // top left from the symbol; none: no room
        bool isLed = false; // the label stands apart, at the end of a line
        QPointF shift; // px off its place, so that it does not touch others
    };
    struct Name // of land or water
    {
        QString text;
        MapFont font = MapFont::Land;
        QPointF sheet; // its middle
        QSizeF size;
    };
    struct LaidInset : Inset
    {
        MapTransform transform;
        QString name;
    };

    bool showsInsets() const;
    double radius() const;
    void layOut();
    void arrange();
    void arrangeAt(const MapTransform &fit, double share);
    double crowding() const;
    void placeMarks();
    void placeLegend();
    void planInsets(double share);
    void placeScaleBar();
    void partSymbols(size_t panel);
    void placeLabelsOf(size_t panel, QString MapContent::Place::*text, double reach);
    std::vector<QRectF> furniture() const;
    void placeNames(std::vector<QRectF> taken);
    QImage landPicture() const;
    QString insetName(size_t inset) const;
    size_t panelOf(const Mark &mark) const { return showsInsets() ? mark.panel : 0; }
    const MapTransform &transformOf(size_t panel) const;
    QRectF boundsOf(size_t panel) const;
    QRectF viewOf(size_t panel) const;
    QRectF shownSource(size_t inset) const;
    std::array<QLineF, 2> connectors(size_t inset) const;
    QPointF positionOf(const Mark &mark) const;
    bool isCovered(const Mark &mark) const;
    void paintPanel(QPainter *painter, size_t panel);
    void paintMark(QPainter *painter, const Mark &mark);
    void paintOutline(QPainter *painter, size_t place, size_t panel) const;
    void paintConnectors(QPainter *painter) const;
    void paintLeaders(QPainter *painter, const Mark &mark) const;

    std::shared_ptr<const MapGeometry> m_geometry;
    MapContent m_content;
    Tokens m_tokens{Theme::Light};
    double m_unit = 1;
    QSizeF m_size;
    QSet<QString> m_shown;
    QSet<size_t> m_selected;
    std::optional<size_t> m_current;
    std::optional<size_t> m_hovered;

    MapTransform m_fit;
    MapTransform m_now;
    bool m_isNorth = true;
    std::vector<size_t> m_outliers;
    std::vector<Mark> m_marks;
    std::vector<Name> m_names;
    std::vector<LaidInset> m_insets;
    MapLegend m_legend;
    MapScaleBar m_scaleBar;
    MapSprites m_sprites;
};

/// Of points (y downwards) the next one in a direction, within 60 degrees of it; sideways counts double.
std::optional<size_t> nextIn(const std::vector<QPointF> &points, size_t from, MapScene::Direction direction);

} // namespace liaison
