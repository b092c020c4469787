#include "views/map/mapview.h"

#include "models/domain/fields.h"
#include "models/items/boardmodel.h"
#include "models/store/changeset.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/typography.h"
#include "views/widgets/plaintip.h"

#include <QHelpEvent>
#include <QItemSelectionModel>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>

namespace liaison {

namespace {

constexpr int frameTime = 16; // ms: tiles that come meanwhile are shown together
constexpr int settleTime = 25; // ms after the last movement

} // namespace

MapView::MapView(BoardModel &model, QItemSelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(selection)
    , m_outreach(model.store())
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    announce();
    setObjectName(objectNames::mapView);
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &MapView::settle);
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameTime);
    connect(&m_frame, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_tiles, &MapTileCache::tilePainted, this, [this] {
        if (!m_frame.isActive())
            m_frame.start();
    });

    connect(&model, &BoardModel::boardChanged, this, [this] {
        if (m_outreach.count() > 0)
            m_outreach.setPlace(m_model.board().region, m_model.board().asOf);
        invalidate();
    });
    connect(&m_outreach, &OutreachReader::numbersRead, this, [this] {
        invalidate();
        Q_EMIT figureChanged();
    });
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
    if (m_model.isIndicator(current))
        return current;
    return m_model.indicatorEnd() > BoardModel::FirstIndicatorColumn ? BoardModel::FirstIndicatorColumn : -1;
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
        m_grid.setLook(m_scene->tokens(), m_scene->unit());
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
    const std::optional<EarlierBoard> earlier =
        m_earlier ? std::optional(EarlierBoard(m_model.store(), m_earlier->board())) : std::nullopt;
    MapContent content = mapContent(m_model.board(),
        shown < 0 ? m_model.board().indicators.size() : BoardModel::indicatorOf(shown), m_territories,
        earlier ? &*earlier : nullptr);
    if (m_outreach.count() > 0)
        showFigure(content, m_model.board(), m_outreach.figure(0), m_outreach.numbers(0));
    m_grid.setSize(size());
    m_grid.setContent(content);
    const MapContent before = m_scene->content();
    const MapTransform was = m_scene->transform();
    m_scene->setContent(content);
    clearChanged(before, was);
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

// After an edit only the land of what changed is painted anew.
void MapView::clearChanged(const MapContent &before, const MapTransform &was)
{
    const auto &now = m_scene->content().places;
    constexpr size_t few = 8;
    size_t changed = 0;
    std::vector<QRectF> land;
    bool isSame = before.places.size() == now.size() && was == m_scene->transform();
    for (size_t i = 0; isSame && i < now.size(); ++i) {
        isSame = before.places[i].code == now[i].code && before.places[i].shapes == now[i].shapes;
        if (before.places[i].standing == now[i].standing && before.places[i].level == now[i].level)
            continue;
        for (const QRectF &box : m_scene->landOf(i))
            land.push_back(box);
        isSame = isSame && ++changed <= few;
    }
    if (!isSame)
        return clearPictures();
    m_tiles.clear(land);
    m_insets.clear();
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
    m_grid.setSelection(rows, current());
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
    m_grid.setShown(levels);
    clearPictures();
    Q_EMIT filterChanged(levels);
}

void MapView::setFigure(const QString &code)
{
    if (code == figure())
        return;
    m_outreach.setFigures({});
    m_outreach.setPlace(m_model.board().region, m_model.board().asOf);
    if (!code.isEmpty())
        m_outreach.setFigures({code});
    setFilter({}); // other levels
    invalidate();
    clearPictures();
    Q_EMIT figureChanged();
}

QString MapView::figure() const
{
    return m_outreach.count() > 0 ? QString(m_outreach.figure(0).code) : QString();
}

const OutreachNumbers *MapView::numbers() const
{
    return m_outreach.count() > 0 ? m_outreach.numbers(0) : nullptr;
}

void MapView::setPicture(Picture picture)
{
    if (picture == m_picture)
        return;
    m_picture = picture;
    m_hovered.reset();
    update();
    Q_EMIT pictureChanged();
}

size_t MapView::places()
{
    return scene().content().places.size();
}

std::optional<size_t> MapView::placeAt(QPointF point)
{
    return m_picture == Picture::Tiles ? (scene(), m_grid.layout().placeAt(point)) : scene().placeAt(point);
}

QRectF MapView::placeRect(size_t place)
{
    return m_picture == Picture::Tiles ? (scene(), m_grid.layout().tileRect(place))
                                       : scene().symbolRect(place);
}

QString MapView::placeText(int place)
{
    if (m_outreach.count() == 0)
        return indexOf(static_cast<size_t>(place)).data(Qt::AccessibleTextRole).toString();
    const MapContent &content = scene().content();
    const MapContent::Place &at = content.places[static_cast<size_t>(place)];
    //: "Guyana, Activities, twelve months to 15 Feb 2007: 3"
    QString text = tr("%1, %2, %3: %4")
                       .arg(at.name, content.figure->title, content.figure->period,
                           at.number ? at.text : tr("no record"));
    const QUuid territory = m_model.board().rows[static_cast<size_t>(place)].territory;
    if (const OutreachNumbers *read = numbers(); read && read->names.contains(territory))
        text += u'\n' + read->names.value(territory).join(tr(", "));
    return text;
}

std::optional<int> MapView::placeUnder(QPoint point)
{
    const auto place = placeAt(point);
    return place ? std::optional(static_cast<int>(*place)) : std::nullopt;
}

std::optional<int> MapView::currentPlace()
{
    const auto place = current();
    return place ? std::optional(static_cast<int>(*place)) : std::nullopt;
}

bool MapView::isPlaceSelected(int place)
{
    return m_selection.rowIntersectsSelection(place);
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
    if (m_picture == Picture::Tiles)
        return m_grid.paint(&painter);
    // Waiting for all tiles is right unless something moves: then the picture must follow at once.
    using Pace = MapTileCache::Pace;
    const bool mayWait = (m_isMoving || !m_isSharp) && !m_tiles.isEmpty();
    m_isSharp = m_tiles.paint(&painter, size(), painter.deviceTransform().m11(), map.transform(),
        {map.groundPainter(), map.tokens()[Token::Sea]},
        !mayWait         ? Pace::AtOnce
            : m_isMoving ? Pace::Moving
                         : Pace::Resting);
    map.paintMarks(&painter);
    paintInsets(&painter);
    map.paintLegend(&painter);
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
        m_grid.setSize(size());
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
        m_grid.setLook(m_scene->tokens(), m_scene->unit());
        clearPictures();
    }
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = placeAt(help->pos());
        if (place && m_outreach.count() > 0)
            QToolTip::showText(help->globalPos(), plainTip(placeText(static_cast<int>(*place))), this);
        else if (place)
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
    Q_EMIT moved();
}

void MapView::follow(MapView &other)
{
    scene().lookAs(other.scene());
    m_isMoving = true;
    m_settle.start();
    update();
}

void MapView::setEarlier(const BoardModel *earlier)
{
    if (m_earlier)
        m_earlier->disconnect(this);
    m_earlier = earlier;
    const auto markAnew = [this] {
        invalidate();
        m_insets.clear();
    };
    if (m_earlier)
        connect(m_earlier, &BoardModel::boardChanged, this, markAnew);
    markAnew();
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
    m_grid.setHovered(place);
    m_insets.clear();
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

} // namespace liaison
