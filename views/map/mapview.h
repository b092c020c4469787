#pragma once

#include "models/figures/territory.h"
#include "models/items/outreachreader.h"
#include "views/map/mapscene.h"
#include "views/map/maptilecache.h"
#include "views/map/maptiles.h"
#include "views/widgets/readableplaces.h"

#include <QModelIndex>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QItemSelectionModel;
class QRubberBand;

namespace liaison {

class BoardModel;

/// The map beside the board: the indicator of the board's current column at the board's date, with the same
/// selection. Click chooses a territory, Ctrl-click one more, Shift-drag those in a box; drag moves, the
/// wheel zooms; arrows go to the neighbour in that direction, + and - zoom, 0 shows all of the region. A
/// click into the legend filters. The map is never mirrored.
class MapView : public QWidget, public ReadablePlaces
{
    Q_OBJECT

public:
    enum class Picture { Geography, Tiles };

    /// @param model, selection must outlive the view; the selection is that of a view of the model
    MapView(BoardModel &model, QItemSelectionModel &selection, QWidget *parent = nullptr);
    ~MapView() override;

    /// What is shown now, read from the model if that has changed.
    MapScene &scene();
    /// The indicator shown: the current column, else the first one; -1 when there is none.
    int column() const;
    /// What was done instead of an indicator: one of outreachFigures(), by code; empty: the indicator. A
    /// click on a territory of which something is on record, or Enter, then asks for the rows.
    void setFigure(const QString &code);
    QString figure() const;
    /// Of it by territory; null while they are read, and without a figure.
    const OutreachNumbers *numbers() const;
    void setPicture(Picture picture);
    Picture picture() const { return m_picture; }

    size_t places(); ///< how many: as many as the board has rows
    std::optional<size_t> placeAt(QPointF point);
    QRectF placeRect(size_t place); ///< its symbol or tile; empty without a place on the map
    void choose(size_t place); ///< makes it the current one
    const QItemSelectionModel &selection() const { return m_selection; }
    /// The board's index of a place of the scene.
    QModelIndex indexOf(size_t place) const;

    void setFilter(const QSet<QString> &levels);
    void zoomBy(double factor); ///< around the current territory if it is in sight, else the middle
    void showAll();
    /// Shows the same part as another map, which tells by moved(); tells nothing itself.
    void follow(MapView &other);
    /// Marks what reads differently than on another board, and follows it; null: nothing.
    void setEarlier(const BoardModel *earlier);
    /// All tiles are there and labels stand at their best places.
    bool isSettled() const { return !m_isMoving && m_isSharp; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChanged(const QSet<QString> &levels); ///< what the legend shows; empty: all
    void columnChanged(int column);
    void pictureChanged();
    void figureChanged(); ///< which, or its numbers
    void rowsRequested(const QString &figure, const QUuid &territory); ///< behind a number
    void moved(); ///< by the user: another part of the map is shown

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int placeCount() override { return static_cast<int>(places()); }
    QString placeText(int place) override;
    QRect placeBox(int place) override { return placeRect(static_cast<size_t>(place)).toAlignedRect(); }
    std::optional<int> placeUnder(QPoint point) override;
    std::optional<int> currentPlace() override;
    bool isPlaceSelected(int place) override;
    void pressPlace(int place) override { choose(static_cast<size_t>(place)); }

    enum class Drag { None, Pressed, Moving, Boxing };

    void read();
    void readSelection();
    void invalidate();
    void askForRows(size_t place);
    void clearPictures();
    void clearChanged(const MapContent &before, const MapTransform &was);
    void beginMoving();
    void settle();
    void paintInsets(QPainter *painter);
    void click(QPointF point, Qt::KeyboardModifiers modifiers);
    void go(MapScene::Direction direction);
    std::optional<size_t> current() const;
    void bringIntoView(size_t place);
    void hover(std::optional<size_t> place);
    void toggleLevel(size_t entry);

    BoardModel &m_model;
    QItemSelectionModel &m_selection;
    OutreachReader m_outreach;
    MapTileCache m_tiles;
    std::vector<QImage> m_insets;
    QPointer<const BoardModel> m_earlier;
    std::unique_ptr<MapScene> m_scene; // made on first use: its geometry takes time to read
    QHash<QUuid, Territory> m_territories;
    bool m_isStale = true; // the model has changed
    bool m_areTerritoriesStale = true;
    bool m_isMoving = false;
    bool m_isSharp = false;
    QTimer m_settle;
    QTimer m_frame;
    int m_column = -1; // as last told
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_last;
    std::optional<size_t> m_hovered;
    Picture m_picture = Picture::Geography;
    MapTiles m_grid;
    QRubberBand *m_band;
};

} // namespace liaison
