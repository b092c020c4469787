#pragma once

#include <QPointF>
#include <QRectF>

#include <cmath>

namespace liaison {

/// From the sheet (mapgeometry.h) to pixels: a cylindrical equal-area projection with its standard parallel,
/// shifted and scaled. The sheet is turned so that the middle meridian lies in the middle: a region on both
/// sides of the antimeridian is in one piece. (J. P. Snyder, Map Projections: A Working Manual, 1987,
/// section 10.)
class MapTransform
{
public:
    MapTransform() = default;
    /// @param meridian in the middle, degrees
    /// @param parallel where a degree is as wide as it is high; only its size matters
    MapTransform(double meridian, double parallel)
        : m_meridian(meridian)
        , m_stretch(std::cos(parallel * 3.14159265358979323846 / 180))
        , m_parallel(parallel)
    {
    }

    double meridian() const { return m_meridian; }
    double parallel() const { return m_parallel; }
    /// Pixels of a degree of latitude at the standard parallel, some 111.2 km.
    double scale() const { return m_scale; }
    QPointF origin() const { return m_origin; } ///< where the middle of the sheet comes to lie

    void setScale(double scale) { m_scale = scale; }
    void setOrigin(QPointF origin) { m_origin = origin; }

    double scaleX() const { return m_scale * m_stretch; } ///< pixels of a degree of longitude
    double scaleY() const { return m_scale / m_stretch; }

    /// The longitude next to the middle meridian: within 180 degrees of it.
    double turned(double longitude) const
    {
        return longitude - 360 * std::round((longitude - m_meridian) / 360);
    }
    /// Of a point already turned, or shifted on purpose.
    QPointF map(QPointF sheet) const
    {
        return {m_origin.x() + (sheet.x() - m_meridian) * scaleX(), m_origin.y() - sheet.y() * scaleY()};
    }
    QPointF mapTurned(QPointF sheet) const { return map({turned(sheet.x()), sheet.y()}); }
    QPointF unmap(QPointF pixel) const
    {
        return {(pixel.x() - m_origin.x()) / scaleX() + m_meridian, (m_origin.y() - pixel.y()) / scaleY()};
    }
    QRectF map(const QRectF &sheet) const
    {
        return QRectF(map(sheet.topLeft()), map(sheet.bottomRight())).normalized();
    }
    QRectF unmap(const QRectF &pixels) const
    {
        return QRectF(unmap(pixels.topLeft()), unmap(pixels.bottomRight())).normalized();
    }

    bool operator==(const MapTransform &) const = default;

private:
    double m_meridian = 0;
    double m_stretch = 1;
    double m_parallel = 0;
    double m_scale = 1;
    QPointF m_origin;
};

} // namespace liaison
