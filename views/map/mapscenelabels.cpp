// MapScene: where symbols part, and where labels and names come to stand.

#include "views/map/mapfit.h"
#include "views/map/maplabels.h"
#include "views/map/mapnames.h"
#include "views/map/mapscene.h"
#include "views/map/mapspread.h"

#include <QLocale>

#include <algorithm>

namespace liaison {

namespace {

// px at 100 %
constexpr double labelGap = 4.2; // between symbol and label
constexpr double leaderReach = 160; // to a label that finds no room beside its symbol
constexpr double nameRoom = 0.42; // how much of its land's free height a name may take

} // namespace

// What neither symbols nor labels may cover on the main map.
std::vector<QRectF> MapScene::furniture() const
{
    std::vector<QRectF> rects;
    for (size_t i = 0; i < insetCount(); ++i)
        rects.push_back(m_insets[i].frame);
    if (!m_legend.isEmpty())
        rects.push_back(m_legend.rect());
    if (!m_scaleBar.rect().isEmpty())
        rects.push_back(m_scaleBar.rect());
    return rects;
}

void MapScene::partSymbols(size_t panel)
{
    const double least = 2 * radius() + m_unit;
    const QRectF view = viewOf(panel).adjusted(least / 2, least / 2, -least / 2, -least / 2);
    std::vector<QPointF> wanted;
    std::vector<Mark *> marks;
    for (Mark &mark : m_marks) {
        if (panelOf(mark) != panel)
            continue;
        mark.shift = {};
        const QPointF at = positionOf(mark);
        // Once the map was moved, what is out of sight or under an inset stays there.
        if (panel == 0 && !isFitted() && (!view.contains(at) || isCovered(mark)))
            continue;
        wanted.push_back(at);
        marks.push_back(&mark);
    }
    const auto parted = spreadApart(wanted, least, view, panel == 0 ? furniture() : std::vector<QRectF>());
    for (size_t i = 0; i < marks.size(); ++i)
        marks[i]->shift = parted[i] - wanted[i];
}

void MapScene::placeLabels()
{
    for (Mark &mark : m_marks) {
        mark.labelOffset.reset();
        mark.isLed = false;
    }
    for (size_t panel = 0; panel <= insetCount(); ++panel) {
        partSymbols(panel);
        if (zoom() >= namesFrom)
            placeLabelsOf(panel, &MapContent::Place::name, 0);
        placeLabelsOf(panel, &MapContent::Place::code, leaderReach * m_unit); // where a name has no room
    }
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

// For the symbols that have none yet.
void MapScene::placeLabelsOf(size_t panel, QString MapContent::Place::*text, double reach)
{
    const QRectF bounds = viewOf(panel);
    std::vector<QRectF> obstacles;
    if (panel == 0) {
        obstacles = furniture();
        for (size_t i = 0; i < insetCount(); ++i) {
            if (!m_insets[i].isFar)
                obstacles.push_back(shownSource(i));
        }
    }
    std::vector<LabelWish> wishes;
    std::vector<Mark *> marks;
    for (Mark &mark : m_marks) {
        const QPointF at = positionOf(mark);
        if (panelOf(mark) != panel || !bounds.adjusted(-20, -20, 20, 20).contains(at) || isCovered(mark))
            continue;
        const double r = radius() + m_unit;
        if (mark.labelOffset) {
            obstacles.push_back(QRectF(at + *mark.labelOffset, mark.labelSize));
            obstacles.push_back(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
            continue;
        }
        const MapContent::Place &place = m_content.places[mark.place];
        const bool isChosen = m_selected.contains(mark.place) || m_current == mark.place;
        mark.label = place.*text;
        if (place.number)
            mark.label += u' ' + QLocale().toString(*place.number);
        mark.labelSize = m_sprites.textSize(mark.label, MapFont::Label);
        LabelWish wish{at, r, mark.labelSize};
        wish.priority = isChosen ? 2 : place.standing == Standing::Unknown ? 0 : 1;
        wish.gap = (labelGap - 1) * m_unit;
        wish.reach = bounds.contains(at) ? reach : 0; // no line to what is out of sight
        wishes.push_back(wish);
        marks.push_back(&mark);
    }
    const auto placed = liaison::placeLabels(wishes, obstacles, bounds.adjusted(2, 2, -2, -2));
    for (size_t i = 0; i < marks.size(); ++i) {
        if (placed[i]) {
            marks[i]->labelOffset = placed[i]->rect.topLeft() - wishes[i].symbol;
            marks[i]->isLed = placed[i]->isLed;
        }
    }
}

// Names of other land and of seas: only where nothing of the region stands.
void MapScene::placeNames(std::vector<QRectF> taken)
{
    m_names.clear();
    const QRectF bounds(QPointF(), m_size);
    for (size_t i = 0; i < insetCount(); ++i)
        taken.push_back(shownSource(i));
    for (const QRectF &rect : furniture())
        taken.push_back(rect);
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
