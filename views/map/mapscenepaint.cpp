// MapScene: painting.

#include "views/map/maplabels.h"
#include "views/map/mapscene.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr double dimmed = 0.28; // what the legend filters out

} // namespace

void MapScene::paint(QPainter *painter)
{
    painter->save();
    painter->setClipRect(QRectF(QPointF(), m_size), Qt::IntersectClip);
    groundPainter()(painter, m_now, QRectF(QPointF(), m_size));
    paintMarks(painter);
    for (size_t i = 0; i < insetCount(); ++i)
        paintInset(painter, i);
    paintLegend(painter);
    painter->restore();
}

std::function<void(QPainter *, const MapTransform &, const QRectF &)> MapScene::groundPainter() const
{
    MapGround ground;
    ground.tokens = m_tokens;
    ground.unit = m_unit;
    for (size_t i = 0; i < m_content.places.size(); ++i) {
        for (const QString &code : m_content.places[i].shapes)
            // How much was done is no level: the symbol says it.
            ground.fills.insert(
                code, isShown(i) && !m_content.figure ? m_content.places[i].standing : Standing::Unknown);
    }
    return [geometry = m_geometry, ground](QPainter *painter, const MapTransform &transform,
               const QRectF &clip) { paintGround(painter, *geometry, transform, clip, ground); };
}

void MapScene::paintMarks(QPainter *painter)
{
    painter->save();
    for (const Name &name : m_names) {
        const QPointF middle = m_now.map(name.sheet);
        m_sprites.label(painter, middle - QPointF(name.size.width(), name.size.height()) / 2, name.text,
            name.font, name.font == MapFont::Water ? Token::WaterName : Token::Ink3);
    }
    if (!m_scaleBar.rect().isEmpty()) {
        MapScaleBar bar(m_now, m_isNorth, m_unit); // what it measures follows the zoom, its place does not
        bar.moveTo(m_scaleBar.rect().topLeft());
        bar.paint(painter, m_tokens);
    }
    paintConnectors(painter);
    paintPanel(painter, 0);
    painter->restore();
}

void MapScene::paintConnectors(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (size_t i = 0; i < insetCount(); ++i) {
        if (m_insets[i].isFar)
            continue;
        painter->setPen(QPen(m_tokens[Token::Ink3], 0.8 * m_unit));
        painter->drawRect(shownSource(i));
        painter->setPen(QPen(m_tokens[Token::Ink3], 0.8 * m_unit, Qt::DashLine));
        for (const QLineF &line : connectors(i))
            painter->drawLine(line);
    }
}

void MapScene::paintInset(QPainter *painter, size_t index)
{
    const LaidInset &inset = m_insets[index];
    painter->save();
    painter->setClipRect(inset.frame.adjusted(-m_unit, -m_unit, m_unit, m_unit), Qt::IntersectClip);
    groundPainter()(painter, inset.transform, inset.frame);
    paintPanel(painter, index + 1);
    const double rim = 5 * m_unit;
    const QFontMetricsF metrics(mapFont(MapFont::InsetName, m_unit));
    const double room = inset.frame.width() - 2 * rim;
    //: An inset of a map, "Leeward Islands, 2.8 ×".
    const QString withFactor = QCoreApplication::translate("liaison::MapScene", "%1, %2 ×")
                                   .arg(inset.name, QLocale().toString(inset.factor, 'f', 1));
    const bool fits = !inset.isFar && metrics.horizontalAdvance(withFactor) <= room;
    const QString text = fits ? withFactor : metrics.elidedText(inset.name, Qt::ElideRight, room);
    const QSizeF size = m_sprites.textSize(text, MapFont::InsetName);
    m_sprites.label(painter, inset.frame.bottomLeft() + QPointF(rim, m_unit - rim / 2 - size.height()), text,
        MapFont::InsetName, Token::Ink2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_tokens[Token::Ink3], 0.8 * m_unit));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(inset.frame);
    painter->restore();
}

void MapScene::paintPanel(QPainter *painter, size_t panel)
{
    // What is chosen lies on top.
    const auto isChosen = [&](const Mark &mark) {
        return m_selected.contains(mark.place) || m_current == mark.place;
    };
    for (const Mark &mark : m_marks) {
        if (panelOf(mark) == panel && mark.part == 0 && isChosen(mark))
            paintOutline(painter, mark.place, panel);
    }
    const QRectF bounds = boundsOf(panel).adjusted(-200, -20, 200, 20);
    for (const Mark &mark : m_marks) {
        if (panelOf(mark) == panel && bounds.contains(positionOf(mark)))
            paintLeaders(painter, mark);
    }
    for (const bool chosen : {false, true}) {
        for (const Mark &mark : m_marks) {
            if (panelOf(mark) == panel && isChosen(mark) == chosen && bounds.contains(positionOf(mark)))
                paintMark(painter, mark);
        }
    }
}

void MapScene::paintMark(QPainter *painter, const Mark &mark)
{
    const MapContent::Place &place = m_content.places[mark.place];
    const QPointF at = positionOf(mark);
    const bool isChosen = m_selected.contains(mark.place) || m_current == mark.place;
    painter->setOpacity(isShown(mark.place) ? 1 : dimmed);
    if (place.number)
        paintAmount(painter, at, radius(), place.share, m_tokens, m_unit);
    else
        m_sprites.symbol(painter, at, radius(), place.standing);
    if (place.turn)
        m_sprites.turn(painter, at + QPointF(-0.9, -0.9) * radius(), 0.75 * radius(), *place.turn);
    if (isChosen || m_hovered == mark.place) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(
            isChosen ? QPen(m_tokens[Token::Accent], 2 * m_unit) : QPen(m_tokens[Token::Ink2], 1.2 * m_unit));
        const double r = radius() + 2.2 * m_unit;
        painter->drawEllipse(at, r, r);
    }
    if (mark.labelOffset) {
        const Token ink = isChosen || place.standing != Standing::Unknown ? Token::Ink : Token::Ink2;
        // Off the ring of what is chosen.
        const double off = isChosen ? (mark.labelOffset->x() >= 0 ? 2 : -2) * m_unit : 0;
        m_sprites.label(painter, at + *mark.labelOffset + QPointF(off, 0), mark.label, MapFont::Label, ink);
    }
    painter->setOpacity(1);
}

// From where a symbol belongs to where it stands, and on to a label that stands apart.
void MapScene::paintLeaders(QPainter *painter, const Mark &mark) const
{
    const double r = radius();
    const QPointF at = positionOf(mark), home = at - mark.shift;
    const bool isMoved = std::hypot(mark.shift.x(), mark.shift.y()) > r;
    if (!isMoved && !mark.isLed)
        return;
    painter->setOpacity(isShown(mark.place) ? 1 : dimmed);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_tokens[Token::Ink3], 0.8 * m_unit));
    if (isMoved) {
        painter->drawLine(home, at);
        painter->setBrush(m_tokens[Token::Ink3]);
        painter->drawEllipse(home, 1.2 * m_unit, 1.2 * m_unit);
    }
    if (mark.labelOffset && mark.isLed)
        painter->drawLine(at, leaderEnd(QRectF(at + *mark.labelOffset, mark.labelSize), at));
    painter->setOpacity(1);
}

// The coast of what is selected.
void MapScene::paintOutline(QPainter *painter, size_t place, size_t panel) const
{
    const MapTransform &transform = transformOf(panel);
    const QRectF visible = boundsOf(panel);
    const size_t level = MapGeometry::levelFor(std::max(transform.scaleX(), transform.scaleY()) / m_unit);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_tokens[Token::Accent], 1.4 * m_unit));
    painter->setBrush(Qt::NoBrush);
    for (const QString &code : m_content.places[place].shapes) {
        if (const MapGeometry::Shape *shape = m_geometry->shape(code))
            drawCoast(painter, *shape, level, transform, visible);
    }
}

void MapScene::paintLegend(QPainter *painter) const
{
    m_legend.paint(painter, m_tokens, m_shown);
}

} // namespace liaison
