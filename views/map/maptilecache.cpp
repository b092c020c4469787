#include "views/map/maptilecache.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

bool sameLook(const MapTransform &a, const MapTransform &b)
{
    return a.scale() == b.scale() && a.meridian() == b.meridian() && a.parallel() == b.parallel();
}

int tileOf(double pixel)
{
    return static_cast<int>(std::floor(pixel / MapTileCache::side));
}

} // namespace

void MapTileCache::clear()
{
    m_front = {};
    m_back = {};
}

void MapTileCache::clear(const std::vector<QRectF> &land)
{
    m_back = {};
    MapTransform look = m_front.look;
    look.setOrigin({});
    constexpr double rim = 2; // of the outline
    m_front.tiles.removeIf([&](const auto &tile) {
        const double logical = side / m_front.ratio;
        const QRectF rect(tile.key().x() * logical, tile.key().y() * logical, logical, logical);
        return std::any_of(land.begin(), land.end(), [&](const QRectF &box) {
            for (const double shift : {-360.0, 0.0, 360.0}) {
                if (look.map(box.translated(shift, 0)).adjusted(-rim, -rim, rim, rim).intersects(rect))
                    return true;
            }
            return false;
        });
    });
    m_front.isWhole = false;
}

QImage MapTileCache::paintTile(QPoint index, const Layer &layer, const Ground &ground)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(layer.ratio);
    const double logical = side / layer.ratio;
    MapTransform transform = layer.look;
    transform.setOrigin(QPointF(-index.x() * logical, -index.y() * logical));
    QPainter painter(&image);
    ground(&painter, transform, QRectF(0, 0, logical, logical));
    painter.end();
    image.setDevicePixelRatio(1); // copied pixel by pixel
    return image;
}

// Rounded at both edges, so that neighbours share theirs.
QRect MapTileCache::tileRect(QPoint index, const QPointF &origin, double scale)
{
    const auto edge = [&](double at, int i) { return static_cast<int>(std::lround(at + i * side * scale)); };
    return QRect(QPoint(edge(origin.x(), index.x()), edge(origin.y(), index.y())),
        QPoint(edge(origin.x(), index.x() + 1) - 1, edge(origin.y(), index.y() + 1) - 1));
}

void MapTileCache::startLayer(const MapTransform &transform, qreal ratio)
{
    if (m_front.isWhole)
        m_back = std::move(m_front);
    if (m_back.look.meridian() != transform.meridian() || m_back.look.parallel() != transform.parallel())
        m_back = {}; // of another projection
    m_front = {};
    m_front.look = transform;
    m_front.ratio = ratio;
}

void MapTileCache::standIn(QPainter *painter, const QPointF &origin, double scale, const QRect &view) const
{
    for (auto tile = m_back.tiles.cbegin(); tile != m_back.tiles.cend(); ++tile) {
        const QRect target = tileRect(tile.key(), origin, scale);
        if (target.intersects(view))
            painter->drawImage(target, *tile);
    }
}

void MapTileCache::dropFar(const QRect &wanted, qsizetype most)
{
    if (m_front.tiles.size() <= most)
        return;
    const QRect near = wanted.adjusted(-1, -1, 1, 1);
    m_front.tiles.removeIf([&](const auto &tile) { return !near.contains(tile.key()); });
}

bool MapTileCache::paint(QPainter *painter, QSize size, qreal ratio, const MapTransform &transform,
    const Ground &ground, std::optional<double> milliseconds)
{
    if (!sameLook(m_front.look, transform) || m_front.ratio != ratio)
        startLayer(transform, ratio);
    painter->save();
    painter->scale(1 / ratio, 1 / ratio); // device px from here on
    const QSizeF device = QSizeF(size) * ratio;
    const QRect view(
        0, 0, static_cast<int>(std::ceil(device.width())), static_cast<int>(std::ceil(device.height())));
    const QPointF origin(
        std::round(transform.origin().x() * ratio), std::round(transform.origin().y() * ratio));
    const QRect wanted(QPoint(tileOf(-origin.x()), tileOf(-origin.y())),
        QPoint(tileOf(view.width() - 1 - origin.x()), tileOf(view.height() - 1 - origin.y())));

    // From the middle outwards: there people look.
    std::vector<QPoint> order;
    for (int y = wanted.top(); y <= wanted.bottom(); ++y) {
        for (int x = wanted.left(); x <= wanted.right(); ++x)
            order.push_back({x, y});
    }
    const auto far = [&](QPoint p) { return (p - wanted.center()).manhattanLength(); };
    std::stable_sort(order.begin(), order.end(), [&](QPoint a, QPoint b) { return far(a) < far(b); });
    QElapsedTimer timer;
    timer.start();
    bool isWhole = true;
    for (const QPoint &index : order) {
        if (m_front.tiles.contains(index))
            continue;
        if (milliseconds && static_cast<double>(timer.nsecsElapsed()) / 1e6 >= *milliseconds) {
            isWhole = false;
            break;
        }
        m_front.tiles.insert(index, paintTile(index, m_front, ground));
    }
    m_front.isWhole = isWhole;
    if (!isWhole) {
        const double by =
            m_back.tiles.isEmpty() ? 1 : transform.scale() * ratio / (m_back.look.scale() * m_back.ratio);
        standIn(painter, origin, by, view);
    }
    for (const QPoint &index : order) {
        if (const auto tile = m_front.tiles.constFind(index); tile != m_front.tiles.cend())
            painter->drawImage(tileRect(index, origin, 1).topLeft(), *tile);
    }
    painter->restore();
    dropFar(wanted, 2 * static_cast<qsizetype>(order.size()) + 8);
    return isWhole;
}

} // namespace liaison
