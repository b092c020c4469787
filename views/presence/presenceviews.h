#pragma once

#include <QWidget>

#include <functional>

class QSplitter;

namespace liaison {

/// The three views of Presence: board, map and trends, side by side or one alone. Map and trends are made
/// when they are first seen, and beside the board only after it has been painted: the board takes keys first.
class PresenceViews : public QWidget
{
    Q_OBJECT

public:
    enum class Shown { Board, Map, Trends, SideBySide };
    using Maker = std::function<QWidget *(QWidget *parent)>;

    /// @param board becomes a child @param makeMap, makeTrends make theirs; asked once at most
    PresenceViews(QWidget *board, Maker makeMap, Maker makeTrends, QWidget *parent = nullptr);

    Shown shown() const { return m_shown; }
    void setShown(Shown shown);
    /// Makes at once what would be made a little later, for a picture.
    void complete();

Q_SIGNALS:
    void made(); ///< a view that was not there before

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool needsMap() const { return m_shown == Shown::Map || m_shown == Shown::SideBySide; }
    bool needsTrends() const { return m_shown == Shown::Trends || m_shown == Shown::SideBySide; }
    void arrange();
    bool hasRoomForTrends() const;
    void makeRoom();
    void divide();

    QWidget *m_board;
    Maker m_makeMap;
    Maker m_makeTrends;
    QSplitter *m_across;
    QSplitter *m_down;
    QWidget *m_map = nullptr;
    QWidget *m_trends = nullptr;
    Shown m_shown = Shown::Board;
    bool m_painted = false; // the board, once
    bool m_divided = false; // the first time, not by somebody's hand
};

} // namespace liaison
