// MapView: mouse and keys.

#include "views/map/mapview.h"

#include "models/items/boardmodel.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>

namespace liaison {

namespace {

constexpr double zoomStep = 1.25;

} // namespace

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = m_last = event->position();
    m_drag = Drag::Pressed;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::None)
        return hover(placeAt(at));
    if (m_drag == Drag::Pressed) {
        if ((at - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        // Tiles have nowhere to move.
        const bool boxes = event->modifiers() & Qt::ShiftModifier || m_picture == Picture::Tiles;
        m_drag = boxes ? Drag::Boxing : Drag::Moving;
        if (m_drag == Drag::Moving)
            setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::Boxing) {
        m_band->setGeometry(QRect(m_pressed.toPoint(), at.toPoint()).normalized());
        m_band->show();
        return;
    }
    scene().pan(at - m_last);
    m_last = at;
    beginMoving();
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag was = std::exchange(m_drag, Drag::None);
    if (was == Drag::Moving)
        setCursor(Qt::ArrowCursor);
    if (was == Drag::Pressed)
        click(m_pressed, event->modifiers());
    if (was != Drag::Boxing)
        return;
    m_band->hide();
    QItemSelection rows;
    std::optional<size_t> first;
    const QRectF box = QRectF(m_pressed, event->position()).normalized();
    for (const size_t place :
        m_picture == Picture::Tiles ? m_grid.layout().placesIn(box) : scene().placesIn(box)) {
        rows.select(indexOf(place), indexOf(place));
        first = first ? std::min(*first, place) : place;
    }
    const auto how = event->modifiers() & Qt::ControlModifier ? QItemSelectionModel::Select
                                                              : QItemSelectionModel::ClearAndSelect;
    if (first)
        m_selection.setCurrentIndex(indexOf(*first), QItemSelectionModel::NoUpdate);
    m_selection.select(rows, how | QItemSelectionModel::Rows);
}

void MapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_scene)
        hover(std::nullopt);
}

void MapView::click(QPointF point, Qt::KeyboardModifiers modifiers)
{
    if (m_picture == Picture::Geography) {
        if (const auto entry = scene().legend().entryAt(point))
            return toggleLevel(*entry);
    }
    const auto place = placeAt(point);
    if (!place)
        return;
    if (modifiers & Qt::ControlModifier) {
        m_selection.setCurrentIndex(indexOf(*place), QItemSelectionModel::NoUpdate);
        m_selection.select(indexOf(*place), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        choose(*place);
        askForRows(*place);
    }
}

// Of what nothing is known there are none.
void MapView::askForRows(size_t place)
{
    if (m_outreach.count() > 0 && scene().content().places[place].number)
        Q_EMIT rowsRequested(figure(), m_model.board().rows[place].territory);
}

void MapView::choose(size_t place)
{
    m_selection.setCurrentIndex(indexOf(place), QItemSelectionModel::ClearAndSelect);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0 || m_picture == Picture::Tiles)
        return QWidget::wheelEvent(event);
    scene().zoomAt(event->position(), std::pow(zoomStep, turned / 120.0));
    beginMoving();
    event->accept();
}

void MapView::zoomBy(double factor)
{
    if (m_picture == Picture::Tiles)
        return;
    const auto place = current();
    const auto at = place ? scene().symbolOf(*place) : std::nullopt;
    const QPointF middle(width() / 2.0, height() / 2.0);
    // A symbol in an inset stands elsewhere than its place on the map.
    scene().zoomAt(at && scene().zoom() >= 1.6 && QRectF(rect()).contains(*at) ? *at : middle, factor);
    beginMoving();
}

void MapView::showAll()
{
    scene().fit();
    beginMoving();
}

void MapView::go(MapScene::Direction direction)
{
    const auto from = current();
    const size_t places = scene().content().places.size();
    if (places == 0)
        return;
    const bool isTiles = m_picture == Picture::Tiles;
    const auto to = !from ? std::optional<size_t>(0)
        : isTiles         ? m_grid.layout().neighbour(*from, direction)
                          : scene().neighbour(*from, direction);
    if (to)
        choose(*to);
    if (const auto now = current())
        bringIntoView(*now);
}

void MapView::bringIntoView(size_t place)
{
    const auto at = m_picture == Picture::Tiles ? std::nullopt : scene().symbolOf(place);
    constexpr double rim = 24;
    const QRectF inner = QRectF(rect()).adjusted(rim, rim, -rim, -rim);
    if (!at || inner.contains(*at))
        return;
    scene().pan({std::clamp(at->x(), inner.left(), inner.right()) - at->x(),
        std::clamp(at->y(), inner.top(), inner.bottom()) - at->y()});
    beginMoving();
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const size_t places = scene().content().places.size();
    switch (event->key()) {
    case Qt::Key_Up:
        return go(MapScene::Direction::North);
    case Qt::Key_Down:
        return go(MapScene::Direction::South);
    case Qt::Key_Left:
        return go(MapScene::Direction::West);
    case Qt::Key_Right:
        return go(MapScene::Direction::East);
    case Qt::Key_Home:
    case Qt::Key_End:
        if (places > 0) {
            choose(event->key() == Qt::Key_Home ? 0 : places - 1);
            bringIntoView(*current());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto place = current())
            askForRows(*place);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        return zoomBy(zoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / zoomStep);
    case Qt::Key_0:
        return showAll();
    default:
        return QWidget::keyPressEvent(event);
    }
}

} // namespace liaison
