#pragma once

#include "models/figures/board.h"
#include "models/figures/outreachnumbers.h"
#include "models/figures/trend.h"
#include "views/map/mapscene.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace liaison {

class Store;
class TrendsView;

/// Where the region stands, for a room: large type, no navigation, nothing internal or personal, only what
/// the board shows on its date. Right and Left (also Page Down and Up, Space) go through the pages, Down and
/// Up to the next indicator or territory, Esc ends it. Shows what there was when it began.
class Presentation : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Board, Map, Trends, Territory };
    Q_ENUM(Page)
    static const std::vector<Page> &allPages();
    static QString pageName(Page page);

    /// @param indicator, row where to begin, of the board; taken as far as they are there
    /// @param today the trends go on until it
    Presentation(const Store &store, const Board &board, size_t indicator, size_t row, QDate today,
        QWidget *parent = nullptr);
    ~Presentation() override;

    /// The map shows what was done instead of an indicator: numbers by territory, nothing of the rows behind.
    void setFigure(const OutreachNumbers &numbers);
    /// The pages to lead through, in this order; at first all. The first is shown, if the one that is shown
    /// is not among them.
    void setPages(const std::vector<Page> &pages);
    Page page() const { return m_page; }
    /// One of the pages; nothing happens for another.
    void showPage(Page page);
    size_t indicator() const { return m_indicator; }
    size_t row() const { return m_row; }
    /// What stands at the head: a sentence with the figure, and what follows from it.
    QString title() const;
    QString subtitle() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr double unit = 1.5; // map and trends in large type

    int place() const; // of the page among those chosen
    void turn(int pages);
    void step(int by);
    void arrange();
    void updateName();
    QRectF content() const;
    size_t boardSheets() const;
    void paintHead(QPainter *painter) const;
    void paintFoot(QPainter *painter) const;
    void paintBoard(QPainter *painter) const;
    void paintMap(QPainter *painter);
    void paintTrends(QPainter *painter);
    void paintTerritory(QPainter *painter) const;
    QString cellText(const BoardCell &cell, const Indicator &indicator) const;

    const Store &m_store;
    Board m_board;
    QDate m_today;
    size_t m_indicator;
    size_t m_row;
    std::optional<OutreachNumbers> m_figure;
    size_t m_sheet = 0; // of the board's page, when its rows do not fit one
    std::vector<Page> m_pages = allPages();
    Page m_page = Page::Board;
    std::unique_ptr<MapScene> m_map; // made when it is first shown
    TrendsView *m_trends = nullptr; // likewise
};

} // namespace liaison
