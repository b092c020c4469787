// MapScene: where symbols, insets, legend, labels and names come to stand.

#include "views/map/mapfit.h"
#include "views/map/maplabels.h"
#include "views/map/mapnames.h"
#include "views/map/mapscene.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

// px at 100 %
constexpr double margin = 26; // around the region, for symbols and labels at the rim
constexpr double rim = 12; // a symbol is never nearer to the edge
constexpr double corner = 8; // of the legend
constexpr double labelGap = 4.2; // between symbol and label
constexpr double nameRoom = 0.42; // how much of its land's free height a name may take

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
    const MapFit found = fitMap(places, m_size, margin * m_unit);
    m_fit = places.empty() ? MapTransform(0, 0) : found.transform;
    if (places.empty()) {
        m_fit.setScale(m_size.width() / 360);
        m_fit.setOrigin(QPointF(m_size.width() / 2, m_size.height() / 2));
    }
    for (const size_t outlier : found.outliers)
        m_outliers.push_back(which[outlier]);
    m_now = m_fit;
    placeMarks();
    placeFurniture();
    planInsets();
    placeLabels();
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

// The legend stands at the bottom left, or in the first corner where it covers no symbol.
void MapScene::placeFurniture()
{
    m_legend = MapLegend(m_content.legend, m_unit);
    m_scaleBar = MapScaleBar(m_fit, m_isNorth, m_unit);
    const double gap = corner * m_unit;
    const QSizeF size = m_legend.size();
    const double right = m_size.width() - size.width() - gap, bottom = m_size.height() - size.height() - gap;
    const QPointF corners[] = {{gap, bottom}, {right, bottom}, {gap, gap}, {right, gap}};
    const double scaleGap = 24 * m_unit;
    const auto bar = [&](QPointF legend) {
        const bool isRight = legend.x() > gap;
        const double x = isRight ? gap : m_legend.isEmpty() ? gap : legend.x() + size.width() + scaleGap;
        return QPointF(x, m_size.height() - m_scaleBar.size().height() - gap);
    };
    size_t least = m_marks.size() + 1;
    for (const QPointF &at : corners) {
        m_legend.moveTo(at);
        m_scaleBar.moveTo(bar(at));
        const double reach = radius() + 2 * m_unit;
        const QRectF box = m_legend.rect().adjusted(-reach, -reach, reach, reach);
        const auto covered =
            static_cast<size_t>(std::count_if(m_marks.begin(), m_marks.end(), [&](const Mark &mark) {
                const QPointF p = m_fit.map(mark.sheet);
                return box.contains(p) || m_scaleBar.rect().contains(p);
            }));
        if (covered < least) {
            least = covered;
            m_legend.moveTo(at);
        }
        if (covered == 0)
            return;
    }
    for (const QPointF &at : corners) {
        m_legend.moveTo(at);
        m_scaleBar.moveTo(bar(at));
        const QRectF box = m_legend.rect();
        const auto covered = static_cast<size_t>(std::count_if(m_marks.begin(), m_marks.end(),
            [&](const Mark &mark) { return box.contains(m_fit.map(mark.sheet)); }));
        if (covered <= least)
            return;
    }
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

QString MapScene::insetName(const Inset &inset) const
{
    QStringList codes, subregions;
    for (const size_t i : inset.marks) {
        const MapContent::Place &place = m_content.places[m_marks[i].place];
        if (!codes.contains(place.code))
            codes.append(place.code);
        if (!subregions.contains(place.subregion))
            subregions.append(place.subregion);
    }
    if (inset.isFar)
        return m_content.places[m_marks[inset.marks.front()].place].name;
    const QString group = groupName(codes);
    if (!group.isEmpty())
        return group;
    // A name that is true of the whole map says nothing.
    const bool isOfAll = std::all_of(m_content.places.begin(), m_content.places.end(),
        [&](const MapContent::Place &place) { return place.subregion == subregions.front(); });
    if (subregions.size() == 1 && !isOfAll && !subregions.front().isEmpty())
        return subregions.front();
    return codes.join(QLatin1Char(' '));
}

void MapScene::planInsets()
{
    InsetRoom room;
    room.picture = m_size;
    room.radius = radius();
    room.unit = m_unit;
    if (!m_legend.isEmpty())
        room.taken.push_back(m_legend.rect());
    room.taken.push_back(m_scaleBar.rect());
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
        inset.name = insetName(planned);
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
    }
}

void MapScene::placeLabels()
{
    for (Mark &mark : m_marks) {
        const MapContent::Place &place = m_content.places[mark.place];
        mark.label = zoom() >= namesFrom ? place.name : place.code;
        mark.labelSize = m_sprites.textSize(mark.label, MapFont::Label);
        mark.labelOffset.reset();
    }
    for (size_t panel = 0; panel <= insetCount(); ++panel)
        placeLabelsOf(panel);
    std::vector<QRectF> taken;
    for (const Mark &mark : m_marks) {
        if (panelOf(mark) != 0)
            continue;
        const QPointF at = positionOf(mark);
        const double r = radius() + 2 * m_unit;
        taken.push_back(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        if (mark.labelOffset)
            taken.push_back(QRectF(at + *mark.labelOffset, mark.labelSize));
    }
    placeNames(std::move(taken));
}

void MapScene::placeLabelsOf(size_t panel)
{
    const QRectF bounds = boundsOf(panel);
    std::vector<LabelWish> wishes;
    std::vector<Mark *> marks;
    for (Mark &mark : m_marks) {
        const QPointF at = positionOf(mark);
        if (panelOf(mark) != panel || !bounds.adjusted(-20, -20, 20, 20).contains(at) || isCovered(mark))
            continue;
        const bool isChosen = m_selected.contains(mark.place) || m_current == mark.place;
        const int level = m_content.places[mark.place].standing == Standing::Unknown ? 0 : 1;
        wishes.push_back({at, radius() + labelGap * m_unit, mark.labelSize, isChosen ? 2 : level});
        marks.push_back(&mark);
    }
    std::vector<QRectF> obstacles;
    if (panel == 0) {
        for (size_t i = 0; i < insetCount(); ++i) {
            obstacles.push_back(m_insets[i].frame);
            if (!m_insets[i].isFar)
                obstacles.push_back(m_now.map(m_fit.unmap(m_insets[i].source)));
        }
        if (!m_legend.isEmpty())
            obstacles.push_back(m_legend.rect());
        obstacles.push_back(m_scaleBar.rect());
    } else {
        const LaidInset &inset = m_insets[panel - 1];
        const QSizeF name = m_sprites.textSize(inset.name, MapFont::InsetName);
        obstacles.push_back(QRectF(inset.frame.left(), inset.frame.bottom() - name.height() - 4 * m_unit,
            name.width() + 40 * m_unit, name.height() + 4 * m_unit));
    }
    const auto placed = liaison::placeLabels(wishes, obstacles, bounds.adjusted(2, 2, -2, -2));
    for (size_t i = 0; i < marks.size(); ++i) {
        if (placed[i])
            marks[i]->labelOffset = placed[i]->topLeft() - wishes[i].symbol;
    }
}

// Names of other land and of seas: only where nothing of the region stands.
void MapScene::placeNames(std::vector<QRectF> taken)
{
    m_names.clear();
    const QRectF bounds(QPointF(), m_size);
    for (size_t i = 0; i < insetCount(); ++i) {
        taken.push_back(m_insets[i].frame);
        taken.push_back(m_now.map(m_fit.unmap(m_insets[i].source)));
    }
    taken.push_back(m_legend.rect());
    taken.push_back(m_scaleBar.rect());
    const QRectF inner = bounds.adjusted(6, 6, -6, -6);
    const auto add = [&](const QString &text, MapFont font, QPointF at) {
        const QSizeF size = m_sprites.textSize(text, font);
        const QRectF rect(at - QPointF(size.width(), size.height()) / 2, size);
        const QRectF clear = rect.adjusted(-4 * m_unit, -4 * m_unit, 4 * m_unit, 4 * m_unit);
        if (!inner.contains(rect)
            || std::any_of(taken.begin(), taken.end(), [&](const QRectF &r) { return r.intersects(clear); }))
            return false;
        taken.push_back(clear);
        m_names.push_back({text, font, m_now.unmap(at), size});
        return true;
    };
    for (const WaterName &water : waterNames()) {
        if (m_now.scale() < water.leastScale * m_unit)
            continue;
        const QPointF at = m_now.mapTurned(sheetPoint(water.point.x(), water.point.y()));
        if (!inner.contains(at))
            continue;
        for (const QPointF &shift :
            {QPointF(0, 0), QPointF(0, 18), QPointF(0, -18), QPointF(40, 0), QPointF(-40, 0)}) {
            if (add(water.name, MapFont::Water, at + shift * m_unit))
                break;
        }
    }
    for (const MapContent::Neighbour &land : m_content.neighbours) {
        const MapGeometry::Shape *shape = m_geometry->shape(land.code);
        if (!shape)
            continue;
        const MapGeometry::Ring &ring = shape->rings[shape->main];
        const double shift = m_now.turned(ring.box.center().x()) - ring.box.center().x();
        const QRectF seen = m_now.map(ring.box.translated(shift, 0)) & inner;
        const QString text = land.name.toUpper();
        const QSizeF size = m_sprites.textSize(text, MapFont::Land);
        if (seen.width() < size.width() * 0.8 || seen.height() < size.height() / nameRoom)
            continue;
        const InnerPoint inside = innerPoint(ring, m_now, inner);
        if (inside.radius * nameRoom * 2 < size.height() || inside.radius * 3.4 < size.width())
            continue;
        const QPointF own = m_now.mapTurned(sheetPoint(land.point.x(), land.point.y()));
        if (!inner.contains(own) || !add(text, MapFont::Land, own))
            add(text, MapFont::Land, inside.at);
    }
}

} // namespace liaison
