#pragma once

#include "views/map/mapcontent.h"
#include "views/map/maptransform.h"
#include "views/style/palette.h"

#include <QRectF>
#include <QSet>

#include <optional>
#include <vector>

class QPainter;

namespace liaison {

/// The box of levels with their symbols, words and counts.
class MapLegend
{
public:
    MapLegend() = default;
    /// Of what the content has in its legend; a figure is named above it.
    MapLegend(const MapContent &content, double unit);

    bool isEmpty() const { return m_entries.empty(); }
    QSizeF size() const { return m_size; }
    void moveTo(QPointF corner) { m_corner = corner; }
    QRectF rect() const { return QRectF(m_corner, m_size); }
    /// The line of an entry, for clicks and screen readers.
    QRectF entryRect(size_t entry) const;
    std::optional<size_t> entryAt(QPointF point) const;

    /// @param shown levels that are not filtered out; empty: all
    void paint(QPainter *painter, const Tokens &tokens, const QSet<QString> &shown) const;

private:
    std::vector<MapContent::Entry> m_entries;
    QStringList m_heading;
    double m_unit = 1;
    QSizeF m_size;
    QPointF m_corner;
};

/// The disc that stands for how much, on its plate: the more, the larger. @param share 0 to 1, see
/// MapContent::Place; of none it is a ring.
void paintAmount(
    QPainter *painter, QPointF centre, double radius, double share, const Tokens &tokens, double unit);

/// A length of a round number of kilometres, true at the standard parallel.
class MapScaleBar
{
public:
    MapScaleBar() = default;
    /// @param north whether the region lies mostly north of the equator
    MapScaleBar(const MapTransform &transform, bool north, double unit);

    QSizeF size() const { return m_size; }
    void moveTo(QPointF corner) { m_corner = corner; }
    QRectF rect() const { return QRectF(m_corner, m_size); }
    void paint(QPainter *painter, const Tokens &tokens) const;

private:
    QString m_text;
    double m_length = 0; // px
    double m_unit = 1;
    QSizeF m_size;
    QPointF m_corner;
};

} // namespace liaison
