#pragma once

#include "views/map/maptransform.h"

#include <QColor>
#include <QHash>
#include <QImage>
#include <QMutex>
#include <QObject>
#include <QPoint>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <utility>
#include <vector>

class QPainter;
class QRegion;

namespace liaison {

/// The ground of a map as pictures of 512 px. Moving it copies them; while it is zoomed older ones are
/// scaled, and threads paint those that are missing, the last wanted first: what went out of sight
/// meanwhile is never painted. Threads: one while the map moves, as the window needs the other core, two in a
/// pause.
class MapTileCache : public QObject
{
    Q_OBJECT

public:
    static constexpr int side = 512; ///< device px

    struct Ground
    {
        /// Paints what is in the clip, both in px of the transform; any part gives the same picture as the
        /// whole. Called in another thread: it must own all it reads.
        std::function<void(QPainter *, const MapTransform &, const QRectF &clip)> paint;
        QColor beyond; ///< where no tile is yet
    };
    enum class Pace {
        AtOnce, ///< missing tiles are painted before paint() returns
        Resting, ///< they are painted in threads
        Moving, ///< as well, and those of the next scale only when this one is complete
    };

    explicit MapTileCache(QObject *parent = nullptr);
    ~MapTileCache() override;

    /// Everything looks different now.
    void clear();
    /// What lies there looks different now, on the sheet.
    void clear(const std::vector<QRectF> &land);

    /// Paints the part of the map that fills `size`.
    /// @param ratio device px of a px
    /// @return whether all of it is sharp; if not, tilePainted() follows
    bool paint(QPainter *painter, QSize size, qreal ratio, const MapTransform &transform,
        const Ground &ground, Pace pace);

    bool isEmpty() const { return m_front.tiles.isEmpty() && m_back.tiles.isEmpty(); }

Q_SIGNALS:
    void tilePainted(); ///< in a thread: paint() shows it

private:
    struct Look
    {
        MapTransform transform; // its origin does not matter
        qreal ratio = 0;
    };
    struct Layer
    {
        Look look;
        QHash<QPoint, QImage> tiles;
        bool isWhole = false; // covered the view when last painted
    };
    struct Job
    {
        int layer = 0;
        QPoint index;
        Look look;
        Ground ground;
    };
    struct Done
    {
        int layer = 0;
        QPoint index;
        QImage image;
    };

    static QImage paintTile(QPoint index, const Look &look, const Ground &ground);
    void startLayer(const Look &look);
    void beginAnew();
    void collect();
    void order(const std::vector<QPoint> &missing, const Ground &ground, int threads);
    void work();
    static void copy(QPainter *painter, const Layer &layer, const QPointF &origin, double scale,
        const QRect &view, QRegion *open);

    Layer m_front;
    Layer m_back;
    int m_layer = 0; // counts what m_front was: what comes for another one is too late

    QMutex m_mutex; // for the five below
    std::deque<Job> m_jobs;
    std::vector<std::pair<int, QPoint>> m_inWork; // layer and index
    std::vector<Done> m_done;
    int m_threads = 0; // at work
    int m_wanted = 0; // those that are more end with their tile
    QThreadPool m_pool; // last: it ends before what its threads use
};

} // namespace liaison
