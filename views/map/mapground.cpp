#include "views/map/mapground.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace liaison {

namespace {

constexpr double cutMeridian = 180; // where the rings of the data are cut
constexpr qreal pad = 4; // px around the clip, for the width of lines
constexpr double sheetTop = 57.29577951308232; // the poles, see sheetPoint()

// Which sides of the clip a point is beyond (Cohen and Sutherland, in Newman and Sproull, 1973).
int outside(const QPointF &point, const QRectF &clip)
{
    return (point.x() < clip.left() ? 1 : 0) | (point.x() > clip.right() ? 2 : 0)
        | (point.y() < clip.top() ? 4 : 0) | (point.y() > clip.bottom() ? 8 : 0);
}

// One ring at one of its places on the picture.
class Outline
{
public:
    Outline(
        const std::vector<QPointF> &points, const MapTransform &transform, double shift, const QRectF &clip)
        : m_sheet(points)
        , m_clip(clip)
    {
        m_points.reserve(static_cast<qsizetype>(points.size()));
        m_sides.reserve(points.size());
        for (const QPointF &point : points) {
            m_points.append(transform.map(QPointF(point.x() + shift, point.y())));
            m_sides.push_back(outside(m_points.back(), clip));
        }
    }

    // Of a run beyond one and the same side only its ends matter: what lies between stays outside.
    QPolygonF fill() const
    {
        QPolygonF polygon;
        const auto n = m_points.size();
        for (qsizetype i = 0; i < n; ++i) {
            polygon.append(m_points[i]);
            int common = side(i);
            const qsizetype first = i;
            while (i + 1 < n && (common & side(i + 1)) != 0)
                common &= side(++i);
            if (i != first)
                polygon.append(m_points[i]);
        }
        return polygon;
    }

    // The lines inside the clip; where the sheet was cut is no coast.
    void draw(QPainter *painter) const
    {
        const auto n = m_points.size();
        QPolygonF run;
        const auto end = [&] {
            if (run.size() > 1)
                painter->drawPolyline(run);
            run.clear();
        };
        for (qsizetype i = 0; i < n; ++i) {
            const qsizetype next = (i + 1) % n;
            if ((side(i) & side(next)) != 0 || isCut(i, next)) {
                end();
                continue;
            }
            if (run.isEmpty())
                run.append(m_points[i]);
            run.append(m_points[next]);
        }
        end();
    }

private:
    int side(qsizetype i) const { return m_sides[static_cast<size_t>(i)]; }
    bool isCut(qsizetype a, qsizetype b) const
    {
        const QPointF &from = m_sheet[static_cast<size_t>(a)];
        const QPointF &to = m_sheet[static_cast<size_t>(b)];
        return (std::abs(from.x()) >= cutMeridian && qFuzzyCompare(from.x(), to.x()))
            || (from.y() <= -sheetTop + 1e-6 && to.y() <= -sheetTop + 1e-6);
    }

    const std::vector<QPointF> &m_sheet;
    QRectF m_clip;
    QPolygonF m_points;
    std::vector<int> m_sides;
};

// What of a shape is to be seen. The sheet goes on at both ends.
std::vector<Outline> outlinesOf(
    const MapGeometry::Shape &shape, size_t level, const MapTransform &transform, const QRectF &clip)
{
    std::vector<Outline> outlines;
    const QRectF sheet = transform.unmap(clip); // compared by hand: thousands of rings for each tile
    for (const MapGeometry::Ring &ring : shape.rings) {
        if (ring.levels[level].empty())
            continue;
        for (const double shift : {-360.0, 0.0, 360.0}) {
            const QRectF &box = ring.box;
            if (box.right() + shift >= sheet.left() && box.left() + shift <= sheet.right()
                && box.bottom() >= sheet.top() && box.top() <= sheet.bottom())
                outlines.emplace_back(ring.levels[level], transform, shift, clip);
        }
    }
    return outlines;
}

class GroundPainter
{
public:
    GroundPainter(QPainter *painter, const MapGeometry &geometry, const MapTransform &transform,
        const QRectF &clip, const MapGround &ground)
        : m_painter(painter)
        , m_geometry(geometry)
        , m_transform(transform)
        , m_clip(clip)
        , m_padded(clip.adjusted(-pad, -pad, pad, pad))
        , m_ground(ground)
        , m_level(MapGeometry::levelFor(std::max(transform.scaleX(), transform.scaleY()) / ground.unit))
    {
    }

    void paint()
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
        m_painter->setClipRect(m_clip, Qt::IntersectClip);
        m_painter->fillRect(m_clip, m_ground.tokens[Token::Sea]);
        const QRectF world = m_transform.map(QRectF(QPointF(m_transform.meridian() - 180, -sheetTop),
            QPointF(m_transform.meridian() + 180, sheetTop)));
        m_painter->setClipRect(world, Qt::IntersectClip);
        // Land covers the lines on the sea, the region covers its neighbours' outlines.
        graticule();
        for (const bool ours : {false, true}) {
            for (const MapGeometry::Shape &shape : m_geometry.shapes()) {
                if (m_ground.fills.contains(shape.code) == ours)
                    paintShape(shape);
            }
        }
        m_painter->restore();
    }

private:
    void graticule()
    {
        m_painter->setPen(QPen(m_ground.tokens[Token::Graticule], 0.5 * m_ground.unit));
        const QRectF sheet = m_transform.unmap(m_clip);
        for (double east = std::ceil(sheet.left() / 10) * 10; east <= sheet.right(); east += 10) {
            const double x = m_transform.map(QPointF(east, 0)).x();
            m_painter->drawLine(QPointF(x, m_clip.top()), QPointF(x, m_clip.bottom()));
        }
        for (int north = -80; north <= 80; north += 10) {
            const double y = m_transform.map(sheetPoint(0, north)).y();
            if (y >= m_clip.top() - 1 && y <= m_clip.bottom() + 1)
                m_painter->drawLine(QPointF(m_clip.left(), y), QPointF(m_clip.right(), y));
        }
    }

    void paintShape(const MapGeometry::Shape &shape)
    {
        const std::vector<Outline> outlines = outlinesOf(shape, m_level, m_transform, m_padded);
        if (outlines.empty())
            return;
        // One path of all, so that halves meeting at the antimeridian leave no seam.
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const Outline &outline : outlines) {
            path.addPolygon(outline.fill());
            path.closeSubpath();
        }
        const auto fill = m_ground.fills.constFind(shape.code);
        if (fill == m_ground.fills.cend()) {
            m_painter->fillPath(path, m_ground.tokens[Token::Land]);
            m_painter->setPen(QPen(m_ground.tokens[Token::Coast], 0.7 * m_ground.unit));
        } else {
            fillRegion(path, *fill);
            m_painter->setPen(QPen(m_ground.tokens[Token::TerrLine], 0.7 * m_ground.unit));
        }
        for (const Outline &outline : outlines)
            outline.draw(m_painter);
    }

    void fillRegion(const QPainterPath &path, Standing standing)
    {
        switch (standing) {
        case Standing::Met:
            return m_painter->fillPath(path, m_ground.tokens[Token::MapMet]);
        case Standing::OnTheWay:
            return m_painter->fillPath(path, m_ground.tokens[Token::MapWay]);
        case Standing::NotMet:
            m_painter->fillPath(path, m_ground.tokens[Token::Base]);
            return hatch(path);
        case Standing::Unknown:
        case Standing::NotApplicable:
            return m_painter->fillPath(path, m_ground.tokens[Token::Terr]);
        }
    }

    // Lines at 45 degrees that go on from tile to tile: they hang on the middle of the sheet.
    void hatch(const QPainterPath &path)
    {
        const QRectF box = path.boundingRect() & m_padded;
        const double step = 5 * std::numbers::sqrt2 * m_ground.unit;
        const double anchor = m_transform.origin().x() + m_transform.origin().y();
        m_painter->save();
        m_painter->setClipPath(path, Qt::IntersectClip);
        m_painter->setPen(QPen(m_ground.tokens[Token::Not], 1.2 * m_ground.unit));
        double sum = anchor + std::ceil((box.left() + box.top() - anchor) / step) * step;
        for (; sum <= box.right() + box.bottom(); sum += step)
            m_painter->drawLine(
                QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
        m_painter->restore();
    }

    QPainter *m_painter;
    const MapGeometry &m_geometry;
    const MapTransform &m_transform;
    const QRectF m_clip;
    const QRectF m_padded;
    const MapGround &m_ground;
    const size_t m_level;
};

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double length = QPointF::dotProduct(d, d);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / length, 0.0, 1.0) : 0;
    const QPointF e = p - a - t * d;
    return std::hypot(e.x(), e.y());
}

} // namespace

void paintGround(QPainter *painter, const MapGeometry &geometry, const MapTransform &transform,
    const QRectF &clip, const MapGround &ground)
{
    GroundPainter(painter, geometry, transform, clip, ground).paint();
}

void drawCoast(QPainter *painter, const MapGeometry::Shape &shape, size_t level,
    const MapTransform &transform, const QRectF &clip)
{
    for (const Outline &outline : outlinesOf(shape, level, transform, clip.adjusted(-pad, -pad, pad, pad)))
        outline.draw(painter);
}

InnerPoint innerPoint(const MapGeometry::Ring &ring, const MapTransform &transform, const QRectF &visible)
{
    const size_t level = std::min<size_t>(
        MapGeometry::levelFor(std::max(transform.scaleX(), transform.scaleY())) + 1, MapFile::levels - 1);
    const auto &points = ring.levels[level].empty() ? ring.levels[0] : ring.levels[level];
    const double middle = ring.box.center().x();
    const double shift = transform.turned(middle) - middle;
    std::vector<QPointF> polygon;
    polygon.reserve(points.size());
    for (const QPointF &point : points)
        polygon.push_back(transform.map(QPointF(point.x() + shift, point.y())));
    const QRectF box = transform.map(ring.box.translated(shift, 0)) & visible;
    InnerPoint best;
    if (box.isEmpty() || polygon.size() < 3)
        return best;
    constexpr int cells = 14;
    for (int i = 0; i < cells * cells; ++i) {
        const QPointF at(box.left() + box.width() * (i % cells + 0.5) / cells,
            box.top() + box.height() * (i / cells + 0.5) / cells);
        if (!contains(polygon, at))
            continue;
        double free = std::min({at.x() - visible.left(), visible.right() - at.x(), at.y() - visible.top(),
            visible.bottom() - at.y()});
        for (size_t k = 0, j = polygon.size() - 1; k < polygon.size() && free > best.radius; j = k++)
            free = std::min(free, distanceToSegment(at, polygon[k], polygon[j]));
        if (free > best.radius)
            best = {at, free};
    }
    return best;
}

} // namespace liaison
