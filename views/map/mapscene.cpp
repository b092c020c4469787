#include "views/map/mapscene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace liaison {

namespace {

constexpr double reach = 12; // px at 100 %: how far from a symbol a click may be

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

MapScene::MapScene(std::shared_ptr<const MapGeometry> geometry)
    : m_geometry(std::move(geometry))
{
}

void MapScene::setContent(MapContent content)
{
    const auto samePlace = [](const MapContent::Place &a, const MapContent::Place &b) {
        return a.code == b.code && a.points == b.points && a.shapes == b.shapes;
    };
    const bool isSame = std::equal(m_content.places.begin(), m_content.places.end(), content.places.begin(),
        content.places.end(), samePlace);
    const MapLegend legend(content, m_unit);
    const bool sameLabels = isSame
        && std::equal(m_content.places.begin(), m_content.places.end(), content.places.begin(),
            [](const MapContent::Place &a, const MapContent::Place &b) { return a.number == b.number; });
    const bool sameRoom = sameLabels && !m_marks.empty() && legend.size() == m_legend.size();
    m_content = std::move(content);
    m_selected.clear();
    m_current.reset();
    m_hovered.reset();
    if (sameRoom) { // other values of the same places: nothing moves
        const QPointF corner = m_legend.rect().topLeft();
        m_legend = legend;
        m_legend.moveTo(corner);
        return;
    }
    // One stays where one looks.
    const MapTransform was = m_now;
    const bool stays = isSame && !isFitted();
    layOut();
    if (stays) {
        m_now = was;
        placeLabels();
    }
}

void MapScene::setLook(Tokens tokens, double unit)
{
    const bool isResized = unit != m_unit;
    m_tokens = tokens;
    m_unit = unit;
    m_sprites.setLook(tokens, unit);
    if (isResized)
        layOut();
}

void MapScene::setSize(QSizeF size)
{
    if (size == m_size)
        return;
    const QSizeF before = m_size;
    m_size = size;
    const bool wasFitted = isFitted() || before.isEmpty();
    const MapTransform was = m_now;
    layOut();
    if (!wasFitted) {
        // What was in the middle stays there.
        m_now = was;
        m_now.setOrigin(
            was.origin() + QPointF(size.width() - before.width(), size.height() - before.height()) / 2);
        placeLabels();
    }
}

void MapScene::setSelection(const QSet<size_t> &places, std::optional<size_t> current)
{
    m_selected = places;
    m_current = current;
}

bool MapScene::isShown(size_t place) const
{
    return m_shown.isEmpty() || m_shown.contains(m_content.places[place].level);
}

double MapScene::radius() const
{
    // The whole world has no room for more.
    constexpr size_t crowd = 100;
    return (m_content.places.size() > crowd && zoom() < namesFrom ? 3.5 : 5) * m_unit;
}

void MapScene::fit()
{
    m_now = m_fit;
    placeLabels();
}

void MapScene::zoomAt(QPointF point, double factor)
{
    const double wanted = std::clamp(zoom() * factor, 1.0, mostZoom);
    if (qFuzzyCompare(wanted, 1.0)) {
        m_now = m_fit;
        return;
    }
    const double by = wanted / zoom();
    m_now.setScale(m_fit.scale() * wanted);
    m_now.setOrigin(point + (m_now.origin() - point) * by);
    pan({});
}

void MapScene::lookAs(const MapScene &other)
{
    if (other.isFitted()) {
        m_now = m_fit;
        return;
    }
    const QPointF middle(m_size.width() / 2, m_size.height() / 2);
    const QPointF sheet = other.m_now.unmap(QPointF(other.m_size.width() / 2, other.m_size.height() / 2));
    m_now.setScale(std::clamp(other.m_now.scale(), m_fit.scale(), m_fit.scale() * mostZoom));
    const QPointF here = m_now.mapTurned(sheet);
    m_now.setOrigin(m_now.origin() + middle - here);
    pan({});
}

void MapScene::pan(QPointF by)
{
    // Never so far that nothing of the region's picture is left.
    const QPointF origin = m_now.origin() + by;
    MapTransform moved = m_now;
    moved.setOrigin(origin);
    const QRectF home = moved.map(m_fit.unmap(QRectF(QPointF(), m_size)));
    QPointF back;
    const double keepX = m_size.width() / 2, keepY = m_size.height() / 2;
    back.rx() = home.right() < keepX           ? keepX - home.right()
        : home.left() > m_size.width() - keepX ? m_size.width() - keepX - home.left()
                                               : 0;
    back.ry() = home.bottom() < keepY          ? keepY - home.bottom()
        : home.top() > m_size.height() - keepY ? m_size.height() - keepY - home.top()
                                               : 0;
    moved.setOrigin(origin + back);
    m_now = moved;
}

bool MapScene::showsInsets() const
{
    constexpr double until = 1.6; // then the main map parts what the insets part
    return zoom() < until;
}

const MapTransform &MapScene::transformOf(size_t panel) const
{
    return panel == 0 ? m_now : m_insets[panel - 1].transform;
}

QRectF MapScene::boundsOf(size_t panel) const
{
    return panel == 0 ? QRectF(QPointF(), m_size) : m_insets[panel - 1].frame;
}

// Where symbols and labels stand: in an inset not on its name.
QRectF MapScene::viewOf(size_t panel) const
{
    return panel == 0 ? boundsOf(0) : m_insets[panel - 1].view();
}

QRectF MapScene::shownSource(size_t inset) const
{
    return m_now.map(m_fit.unmap(m_insets[inset].source));
}

// From what an inset shows to its frame, between the sides that face each other.
std::array<QLineF, 2> MapScene::connectors(size_t inset) const
{
    const QRectF a = shownSource(inset), b = m_insets[inset].frame;
    const QPointF d = b.center() - a.center();
    const bool isBeside =
        std::abs(d.x()) * (a.height() + b.height()) > std::abs(d.y()) * (a.width() + b.width());
    if (isBeside && d.x() > 0)
        return {QLineF(a.topRight(), b.topLeft()), QLineF(a.bottomRight(), b.bottomLeft())};
    if (isBeside)
        return {QLineF(a.topLeft(), b.topRight()), QLineF(a.bottomLeft(), b.bottomRight())};
    if (d.y() > 0)
        return {QLineF(a.bottomLeft(), b.topLeft()), QLineF(a.bottomRight(), b.topRight())};
    return {QLineF(a.topLeft(), b.bottomLeft()), QLineF(a.topRight(), b.bottomRight())};
}

QPointF MapScene::positionOf(const Mark &mark) const
{
    return transformOf(panelOf(mark)).map(mark.sheet) + mark.shift;
}

// On the main map, but under an inset or a legend.
bool MapScene::isCovered(const Mark &mark) const
{
    if (panelOf(mark) != 0)
        return false;
    const QPointF at = positionOf(mark);
    for (size_t i = 0; i < insetCount(); ++i) {
        if (m_insets[i].frame.contains(at))
            return true;
    }
    return m_legend.rect().contains(at);
}

std::optional<size_t> MapScene::placeAt(QPointF point) const
{
    if (m_legend.rect().contains(point))
        return std::nullopt;
    size_t panel = 0;
    for (size_t i = 0; i < insetCount(); ++i) {
        if (m_insets[i].frame.contains(point))
            panel = i + 1;
    }
    std::optional<size_t> found;
    double nearest = reach * m_unit;
    for (const Mark &mark : m_marks) {
        if (panelOf(mark) != panel)
            continue;
        const QPointF at = positionOf(mark);
        double d = distance(at, point);
        // A label belongs to its symbol; of two symbols the nearer one is meant.
        if (d > radius() && mark.labelOffset
            && QRectF(at + *mark.labelOffset, mark.labelSize).contains(point))
            d = radius();
        if (d < nearest) {
            nearest = d;
            found = mark.place;
        }
    }
    if (found)
        return found;
    const QPointF sheet = transformOf(panel).unmap(point);
    for (size_t i = 0; i < m_content.places.size(); ++i) {
        for (const QString &code : m_content.places[i].shapes) {
            const MapGeometry::Shape *shape = m_geometry->shape(code);
            if (!shape)
                continue;
            for (const MapGeometry::Ring &ring : shape->rings) {
                for (const double shift : {-360.0, 0.0, 360.0}) {
                    const QPointF at(sheet.x() + shift, sheet.y());
                    if (ring.box.contains(at) && contains(ring.levels[0], at))
                        return i;
                }
            }
        }
    }
    return std::nullopt;
}

std::vector<QRectF> MapScene::landOf(size_t place) const
{
    std::vector<QRectF> land;
    for (const QString &code : m_content.places[place].shapes) {
        if (const MapGeometry::Shape *shape = m_geometry->shape(code)) {
            for (const MapGeometry::Ring &ring : shape->rings)
                land.push_back(ring.box);
        }
    }
    return land;
}

QSet<size_t> MapScene::placesIn(const QRectF &rect) const
{
    QSet<size_t> places;
    for (const Mark &mark : m_marks) {
        if (!isCovered(mark) && rect.contains(positionOf(mark)))
            places.insert(mark.place);
    }
    return places;
}

std::optional<QPointF> MapScene::symbolOf(size_t place) const
{
    for (const Mark &mark : m_marks) {
        if (mark.place == place && mark.part == 0)
            return positionOf(mark);
    }
    return std::nullopt;
}

QRectF MapScene::symbolRect(size_t place) const
{
    const auto at = symbolOf(place);
    const double r = radius();
    return at ? QRectF(at->x() - r, at->y() - r, 2 * r, 2 * r) : QRectF();
}

std::optional<QRectF> MapScene::labelRect(size_t place) const
{
    for (const Mark &mark : m_marks) {
        if (mark.place == place && mark.part == 0 && mark.labelOffset)
            return QRectF(positionOf(mark) + *mark.labelOffset, mark.labelSize);
    }
    return std::nullopt;
}

QRectF MapScene::insetNameRect(size_t inset) const
{
    const QRectF frame = m_insets[inset].frame;
    return QRectF(QPointF(frame.left(), m_insets[inset].view().bottom()), frame.bottomRight());
}

QStringList MapScene::insetNames() const
{
    QStringList names;
    for (size_t i = 0; i < insetCount(); ++i)
        names.append(m_insets[i].name);
    return names;
}

std::optional<size_t> MapScene::neighbour(size_t place, Direction direction) const
{
    // By where the places are, not by where an inset shows them.
    std::vector<QPointF> points;
    std::vector<size_t> places;
    std::optional<size_t> from;
    for (const Mark &mark : m_marks) {
        if (mark.part != 0)
            continue;
        if (mark.place == place)
            from = points.size();
        points.push_back(m_fit.map(mark.sheet));
        places.push_back(mark.place);
    }
    const auto next = from ? nextIn(points, *from, direction) : std::nullopt;
    return next ? std::optional<size_t>(places[*next]) : std::nullopt;
}

std::optional<size_t> nextIn(const std::vector<QPointF> &points, size_t from, MapScene::Direction direction)
{
    using Direction = MapScene::Direction;
    std::optional<size_t> found;
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < points.size(); ++i) {
        const QPointF d = points[i] - points[from];
        const double along = direction == Direction::East ? d.x()
            : direction == Direction::West                ? -d.x()
            : direction == Direction::South               ? d.y()
                                                          : -d.y();
        const double across =
            direction == Direction::East || direction == Direction::West ? std::abs(d.y()) : std::abs(d.x());
        if (i == from || along <= 0 || across > 1.75 * along)
            continue;
        if (const double cost = along + 2 * across; cost < least) {
            least = cost;
            found = i;
        }
    }
    return found;
}

} // namespace liaison
