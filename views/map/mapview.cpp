#include "views/map/mapview.h"

#include "models/domain/fields.h"
#include "models/items/boardmodel.h"
#include "models/store/changeset.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/typography.h"

#include <QApplication>
#include <QHelpEvent>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace liaison {

namespace {

constexpr double tileTime = 5; // ms a frame for new tiles while the map moves
constexpr int settleTime = 60; // ms after the last movement
constexpr double zoomStep = 1.25;

} // namespace

MapView::MapView(BoardModel &model, QItemSelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(selection)
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(objectNames::mapView);
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &MapView::settle);

    connect(&model, &BoardModel::boardChanged, this, &MapView::invalidate);
    connect(&model, &BoardModel::modelReset, this, &MapView::invalidate);
    connect(&model.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(fields::territory::entity)) {
            m_areTerritoriesStale = true;
            invalidate();
        }
    });
    connect(&selection, &QItemSelectionModel::currentChanged, this, [this] {
        if (column() != m_column)
            invalidate();
        readSelection();
    });
    connect(&selection, &QItemSelectionModel::selectionChanged, this, &MapView::readSelection);
    m_column = column();
}

MapView::~MapView() = default;

int MapView::column() const
{
    const int current = m_selection.currentIndex().column();
    if (BoardModel::isIndicator(current))
        return current;
    return m_model.columnCount() > BoardModel::FirstIndicatorColumn ? BoardModel::FirstIndicatorColumn : -1;
}

QModelIndex MapView::indexOf(size_t place) const
{
    return m_model.index(static_cast<int>(place), std::max(column(), 0));
}

MapScene &MapView::scene()
{
    if (!m_scene) {
        m_scene = std::make_unique<MapScene>();
        m_scene->setLook(Tokens::of(palette()), textScale());
    }
    if (m_isStale)
        read();
    return *m_scene;
}

void MapView::read()
{
    m_isStale = false;
    if (m_areTerritoriesStale)
        m_territories = territories(m_model.store());
    m_areTerritoriesStale = false;
    const int shown = column();
    m_scene->setSize(size());
    m_scene->setContent(mapContent(m_model.board(),
        shown < 0 ? m_model.board().indicators.size() : BoardModel::indicatorOf(shown), m_territories));
    clearPictures();
    readSelection();
}

// The board, the column or a territory has changed.
void MapView::invalidate()
{
    m_isStale = true;
    m_hovered.reset();
    if (const int now = column(); now != m_column) {
        m_column = now;
        setFilter({}); // other levels
        Q_EMIT columnChanged(now);
    }
    update();
}

void MapView::clearPictures()
{
    m_tiles.clear();
    m_insets.clear();
    m_isSharp = false;
    update();
}

void MapView::readSelection()
{
    if (!m_scene || m_isStale)
        return;
    QSet<size_t> rows;
    for (const QItemSelectionRange &range : m_selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(static_cast<size_t>(row));
    }
    m_scene->setSelection(rows, current());
    m_insets.clear();
    update();
}

std::optional<size_t> MapView::current() const
{
    const QModelIndex index = m_selection.currentIndex();
    return index.isValid() ? std::optional<size_t>(static_cast<size_t>(index.row())) : std::nullopt;
}

void MapView::setFilter(const QSet<QString> &levels)
{
    if (!m_scene || m_scene->shown() == levels)
        return;
    m_scene->setShown(levels);
    clearPictures();
    Q_EMIT filterChanged(levels);
}

void MapView::toggleLevel(size_t entry)
{
    const auto &legend = scene().content().legend;
    QSet<QString> levels = scene().shown();
    const QString &level = legend[entry].level;
    if (!levels.remove(level))
        levels.insert(level);
    if (levels.size() == static_cast<qsizetype>(legend.size()))
        levels.clear();
    setFilter(levels);
}

QSize MapView::sizeHint() const
{
    return {700, 450};
}

QSize MapView::minimumSizeHint() const
{
    return {240, 160};
}

void MapView::paintEvent(QPaintEvent *)
{
    MapScene &map = scene();
    QPainter painter(this);
    // Waiting for all tiles is right unless something moves: then the picture must follow at once.
    const bool isQuick = (m_isMoving || !m_isSharp) && !m_tiles.isEmpty();
    m_isSharp = m_tiles.paint(
        &painter, size(), devicePixelRatioF(), map.transform(),
        [&map](QPainter *to, const MapTransform &transform, const QRectF &clip) {
            map.paintGround(to, transform, clip);
        },
        isQuick ? std::optional<double>(tileTime) : std::nullopt);
    map.paintMarks(&painter);
    paintInsets(&painter);
    map.paintLegend(&painter);
    if (!m_isSharp)
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
}

void MapView::paintInsets(QPainter *painter)
{
    MapScene &map = scene();
    const qreal ratio = devicePixelRatioF();
    m_insets.resize(map.insetCount());
    for (size_t i = 0; i < m_insets.size(); ++i) {
        const QRect frame = map.insetFrame(i).toAlignedRect().adjusted(-1, -1, 1, 1);
        QImage &image = m_insets[i];
        if (image.isNull()) {
            image = QImage(frame.size() * ratio, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::transparent);
            QPainter to(&image);
            to.translate(-frame.topLeft());
            map.paintInset(&to, i);
        }
        painter->drawImage(frame.topLeft(), image);
    }
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_scene && !m_isStale) {
        m_scene->setSize(size());
        clearPictures();
    }
}

void MapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    update();
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_scene && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        m_scene->setLook(Tokens::of(palette()), textScale());
        clearPictures();
    }
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = scene().placeAt(help->pos());
        if (place)
            QToolTip::showText(help->globalPos(), indexOf(*place).data(Qt::ToolTipRole).toString(), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            scene().zoomAt(gesture->position(), 1 + gesture->value());
            beginMoving();
            return true;
        }
    }
    return QWidget::event(event);
}

// From now until nothing moves any more pictures are quick, then sharp.
void MapView::beginMoving()
{
    m_isMoving = true;
    m_settle.start();
    update();
}

void MapView::settle()
{
    m_isMoving = false;
    scene().placeLabels();
    update();
}

void MapView::hover(std::optional<size_t> place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    scene().setHovered(place);
    m_insets.clear();
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

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
        return hover(scene().placeAt(at));
    if (m_drag == Drag::Pressed) {
        if ((at - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Boxing : Drag::Moving;
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
    for (const size_t place : scene().placesIn(QRectF(m_pressed, event->position()).normalized())) {
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
    if (const auto entry = scene().legend().entryAt(point))
        return toggleLevel(*entry);
    const auto place = scene().placeAt(point);
    if (!place)
        return;
    if (modifiers & Qt::ControlModifier) {
        m_selection.setCurrentIndex(indexOf(*place), QItemSelectionModel::NoUpdate);
        m_selection.select(indexOf(*place), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        choose(*place);
    }
}

void MapView::choose(size_t place)
{
    m_selection.setCurrentIndex(indexOf(place), QItemSelectionModel::ClearAndSelect);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0)
        return QWidget::wheelEvent(event);
    scene().zoomAt(event->position(), std::pow(zoomStep, turned / 120.0));
    beginMoving();
    event->accept();
}

void MapView::zoomBy(double factor)
{
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
    const auto to = from ? scene().neighbour(*from, direction) : std::optional<size_t>(0);
    if (to)
        choose(*to);
    if (const auto now = current())
        bringIntoView(*now);
}

void MapView::bringIntoView(size_t place)
{
    const auto at = scene().symbolOf(place);
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
