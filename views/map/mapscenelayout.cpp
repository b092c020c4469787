// MapScene: where the map, its symbols, insets and legend come to stand.

#include "views/map/mapfit.h"
#include "views/map/maplabels.h"
#include "views/map/mapnames.h"
#include "views/map/mapscene.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace liaison {

namespace {

// px at 100 %
constexpr double margin = 26; // around the region, for symbols and labels at the rim
constexpr double mostMargin = 0.08; // of the picture's shorter side: large text leaves little
constexpr double rim = 12; // a symbol is never nearer to the edge
constexpr double corner = 8; // of the legend

} // namespace

void MapScene::layOut()
{
    m_marks.clear();
    m_names.clear();
    m_insets.clear();
    m_outliers.clear();
    if (m_size.isEmpty())
        return;
    std::vector<FitPlace> places;
    std::vector<size_t> which;
    double north = 0;
    for (size_t i = 0; i < m_content.places.size(); ++i) {
        const MapContent::Place &place = m_content.places[i];
        if (place.points.empty())
            continue;
        FitPlace fit{sheetPoint(place.points.front().x(), place.points.front().y()), {}};
        if (const MapGeometry::Shape *shape = m_geometry->shape(place.shapes.front()))
            fit.box = shape->rings[shape->main].box;
        places.push_back(fit);
        which.push_back(i);
        north += place.points.front().y();
    }
    m_isNorth = north >= 0;
    const double free = std::min(margin * m_unit, mostMargin * std::min(m_size.width(), m_size.height()));
    const MapFit found = fitMap(places, m_size, free);
    m_fit = places.empty() ? MapTransform(0, 0) : found.transform;
    if (places.empty()) {
        m_fit.setScale(m_size.width() / 360);
        m_fit.setOrigin(QPointF(m_size.width() / 2, m_size.height() / 2));
    }
    for (const size_t outlier : found.outliers)
        m_outliers.push_back(which[outlier]);
    arrange();
    placeScaleBar();
    placeLabels();
}

// A crowd is better off on a smaller map, at the top and at one side, that leaves its insets more room.
void MapScene::arrange()
{
    constexpr double shares[] = {1, 0.85, 0.7, 0.6};
    constexpr double calm = 0.3;
    const MapTransform whole = m_fit;
    double least = std::numeric_limits<double>::infinity();
    double bestShare = 1;
    MapTransform best = whole;
    for (const double share : shares) {
        for (const double left : {0.0, (1 - share) * m_size.width()}) {
            MapTransform fit = whole;
            fit.setScale(whole.scale() * share);
            fit.setOrigin(whole.origin() * share + QPointF(left, 0));
            if (fit == m_fit && least < std::numeric_limits<double>::infinity())
                continue; // the whole has no sides
            arrangeAt(fit, share);
            if (const double crowd = crowding(); crowd < least) {
                least = crowd;
                bestShare = share;
                best = fit;
            }
        }
        if (least < calm)
            break;
    }
    if (m_fit != best)
        arrangeAt(best, bestShare);
}

void MapScene::arrangeAt(const MapTransform &fit, double share)
{
    m_fit = m_now = fit;
    m_marks.clear();
    m_insets.clear();
    placeMarks();
    placeLegend();
    planInsets(share);
    for (size_t panel = 0; panel <= m_insets.size(); ++panel)
        partSymbols(panel);
}

// How hard it is to name all: of how many a symbol has more neighbours than their names leave it room for,
// and how many are more than a panel has room for.
double MapScene::crowding() const
{
    constexpr double nearX = 24, nearY = 14; // px at 100 %, a code beside its symbol
    constexpr int bearable = 3; // neighbours
    constexpr double room = 600; // square px at 100 % for a symbol, its name and what lies around
    constexpr double dear = 5;
    double near = 0, tooMany = 0;
    for (size_t panel = 0; panel <= insetCount(); ++panel) {
        std::vector<QPointF> symbols;
        for (const Mark &mark : m_marks) {
            if (panelOf(mark) == panel)
                symbols.push_back(positionOf(mark));
        }
        for (const QPointF &symbol : symbols) {
            const auto neighbours = std::count_if(symbols.begin(), symbols.end(), [&](const QPointF &other) {
                return std::abs(other.x() - symbol.x()) < nearX * m_unit
                    && std::abs(other.y() - symbol.y()) < nearY * m_unit;
            });
            near += std::max(0, static_cast<int>(neighbours) - 1 - bearable);
        }
        const QSizeF view = viewOf(panel).size();
        double area = view.width() * view.height();
        for (size_t i = 0; panel == 0 && i < insetCount(); ++i) {
            const QSizeF frame = m_insets[i].frame.size(), source = m_insets[i].source.size();
            area -= frame.width() * frame.height() + source.width() * source.height();
        }
        tooMany += std::max(0.0, static_cast<double>(symbols.size()) - area / (room * m_unit * m_unit));
    }
    return (near + dear * tooMany) / static_cast<double>(std::max(m_marks.size(), size_t(1)));
}

void MapScene::placeMarks()
{
    const QRectF visible =
        QRectF(QPointF(), m_size).adjusted(rim * m_unit, rim * m_unit, -rim * m_unit, -rim * m_unit);
    for (size_t i = 0; i < m_content.places.size(); ++i) {
        const MapContent::Place &place = m_content.places[i];
        for (size_t part = 0; part < place.points.size(); ++part) {
            Mark mark;
            mark.place = i;
            mark.part = part;
            mark.sheet = sheetPoint(m_fit.turned(place.points[part].x()), place.points[part].y());
            const bool isFar = std::find(m_outliers.begin(), m_outliers.end(), i) != m_outliers.end();
            if (part == 0 && !isFar && !visible.contains(m_fit.map(mark.sheet))) {
                const MapGeometry::Shape *shape = m_geometry->shape(place.shapes.front());
                const InnerPoint inner =
                    shape ? innerPoint(shape->rings[shape->main], m_fit, visible) : InnerPoint();
                if (inner.radius > 0)
                    mark.sheet = m_fit.unmap(inner.at);
            }
            m_marks.push_back(mark);
        }
    }
}

// The legend stands at the bottom left, or in the corner where it covers the fewest symbols.
void MapScene::placeLegend()
{
    m_legend = MapLegend(m_content, m_unit);
    const double gap = corner * m_unit, reach = radius() + 2 * m_unit;
    const double right = m_size.width() - m_legend.size().width() - gap,
                 bottom = m_size.height() - m_legend.size().height() - gap;
    const auto covered = [&](QPointF at) {
        const QRectF box = QRectF(at, m_legend.size()).adjusted(-reach, -reach, reach, reach);
        return std::count_if(m_marks.begin(), m_marks.end(),
            [&](const Mark &mark) { return box.contains(m_fit.map(mark.sheet)); });
    };
    const QPointF corners[] = {{gap, bottom}, {right, bottom}, {gap, gap}, {right, gap}};
    m_legend.moveTo(*std::min_element(std::begin(corners), std::end(corners),
        [&](QPointF a, QPointF b) { return covered(a) < covered(b); }));
}

// What says least of all gives way: below, from the legend on, or above, or not at all.
void MapScene::placeScaleBar()
{
    m_scaleBar = MapScaleBar(m_fit, m_isNorth, m_unit);
    const double gap = corner * m_unit, apart = 24 * m_unit, reach = radius() + 2 * m_unit;
    const QSizeF size = m_scaleBar.size();
    std::vector<QRectF> taken = furniture();
    for (const Mark &mark : m_marks) {
        const QPointF at = positionOf(mark);
        taken.push_back(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach));
    }
    std::vector<QLineF> lines;
    for (size_t i = 0; i < insetCount(); ++i) {
        if (m_insets[i].isFar)
            continue;
        const auto own = connectors(i);
        lines.insert(lines.end(), own.begin(), own.end());
        taken.push_back(shownSource(i));
    }
    const bool isBeside = !m_legend.isEmpty() && m_legend.rect().left() < m_size.width() / 2
        && m_legend.rect().bottom() > m_size.height() / 2;
    const double first = isBeside ? m_legend.rect().right() + apart : gap;
    for (const double y : {m_size.height() - size.height() - gap, gap}) {
        for (double x = y > gap ? first : gap; x + size.width() + gap <= m_size.width(); x += gap) {
            const QRectF rect(QPointF(x, y), size);
            const bool isFree =
                std::none_of(taken.begin(), taken.end(), [&](const QRectF &r) { return r.intersects(rect); })
                && std::none_of(
                    lines.begin(), lines.end(), [&](const QLineF &line) { return meets(line, rect); });
            if (isFree) {
                m_scaleBar.moveTo(rect.topLeft());
                return;
            }
        }
    }
    m_scaleBar = MapScaleBar();
}

QImage MapScene::landPicture() const
{
    constexpr int scale = InsetRoom::landScale;
    QImage picture(std::max(1, static_cast<int>(m_size.width()) / scale),
        std::max(1, static_cast<int>(m_size.height()) / scale), QImage::Format_Grayscale8);
    picture.fill(Qt::black);
    MapTransform small = m_fit;
    small.setScale(m_fit.scale() / scale);
    small.setOrigin(m_fit.origin() / scale);
    QPainter painter(&picture);
    painter.setPen(Qt::NoPen);
    for (const MapGeometry::Shape &shape : m_geometry->shapes()) {
        const bool isOurs = std::any_of(m_content.places.begin(), m_content.places.end(),
            [&](const MapContent::Place &place) { return place.shapes.contains(shape.code); });
        painter.setBrush(isOurs ? QColor(Qt::white) : QColor(24, 24, 24));
        for (const MapGeometry::Ring &ring : shape.rings) {
            const auto &points = ring.levels[MapFile::levels - 1];
            const double shift = small.turned(ring.box.center().x()) - ring.box.center().x();
            if (points.empty()
                || !small.map(ring.box.translated(shift, 0)).intersects(QRectF(picture.rect())))
                continue;
            QPolygonF polygon;
            for (const QPointF &point : points)
                polygon.append(small.map(QPointF(point.x() + shift, point.y())));
            painter.drawPolygon(polygon);
        }
    }
    return picture;
}

QString MapScene::insetName(size_t inset) const
{
    QStringList codes, subregions;
    for (const Mark &mark : m_marks) {
        const MapContent::Place &place = m_content.places[mark.place];
        if (mark.panel != inset + 1 || codes.contains(place.code))
            continue;
        if (m_insets[inset].isFar)
            return place.name;
        codes.append(place.code);
        subregions.append(place.subregion);
    }
    // A name that is true of the whole map says nothing.
    const QString first = subregions.value(0);
    const bool isOfAll = std::all_of(m_content.places.begin(), m_content.places.end(),
        [&](const MapContent::Place &place) { return place.subregion == first; });
    const QString group = groupName(codes, isOfAll ? QStringList() : subregions);
    if (!group.isEmpty())
        return group;
    return codes.join(QLatin1Char(' '));
}

void MapScene::planInsets(double share)
{
    InsetRoom room;
    room.picture = m_size;
    room.radius = radius();
    room.unit = m_unit;
    room.share = share;
    if (!m_legend.isEmpty())
        room.taken.push_back(m_legend.rect());
    std::vector<InsetMark> marks;
    for (const Mark &mark : m_marks) {
        InsetMark inset;
        inset.at = m_fit.map(mark.sheet);
        inset.isFar =
            mark.part == 0 && std::find(m_outliers.begin(), m_outliers.end(), mark.place) != m_outliers.end();
        if (const MapGeometry::Shape *shape =
                m_geometry->shape(m_content.places[mark.place].shapes.front())) {
            const QRectF box = shape->rings[shape->main].box;
            const double shift = m_fit.turned(box.center().x()) - box.center().x();
            inset.land = m_fit.map(box.translated(shift, 0));
        }
        marks.push_back(inset);
    }
    room.land = landPicture();
    for (const Inset &planned : liaison::planInsets(marks, room)) {
        LaidInset inset;
        static_cast<Inset &>(inset) = planned;
        inset.transform = m_fit;
        inset.transform.setScale(m_fit.scale() * planned.factor);
        inset.transform.setOrigin(
            planned.frame.topLeft() + (m_fit.origin() - planned.source.topLeft()) * planned.factor);
        m_insets.push_back(inset);
        for (size_t i = 0; i < m_marks.size(); ++i) {
            // What lies in the source is shown there too, and once is enough.
            const bool isMember =
                std::find(planned.marks.begin(), planned.marks.end(), i) != planned.marks.end();
            const double r = radius() / planned.factor;
            const bool isInside = planned.source.adjusted(r, r, -r, -r).contains(marks[i].at);
            if (isMember || (isInside && m_marks[i].panel == 0))
                m_marks[i].panel = m_insets.size();
        }
        m_insets.back().name = insetName(m_insets.size() - 1);
    }
}

} // namespace liaison
