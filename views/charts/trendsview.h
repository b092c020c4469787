#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/trend.h"

#include <QChartView>

#include <optional>
#include <vector>

namespace liaison {

class Tokens;

/// How many territories meet each goal, over time: a line an indicator, stepping where something was
/// observed, sloping over a month or year, dashed once it is stale. Words stand at the ends of the lines,
/// targets are dotted, and the as-of date is a line that can be dragged. Qt Charts draws the lines; grid and
/// words are painted here, because it neither follows the palette nor marks years evenly. Never mirrored:
/// time runs to the right.
class TrendsView : public QChartView
{
    Q_OBJECT

public:
    explicit TrendsView(QWidget *parent = nullptr);

    /// @param today lines go on until it, or until the last observation when that is later
    void setTrends(Trends trends, QDate today);
    void setAsOf(const PartialDate &date);
    /// The indicator that is told from the others.
    void setCurrent(std::optional<size_t> indicator);

    const Trends &trends() const { return m_trends; }
    QDate lineEnd() const { return m_lineEnd; }

    /// What stands at the end of a line, in viewport coordinates.
    struct EndLabel
    {
        size_t indicator = 0;
        QString figure; ///< "GAC 13"
        QString state; ///< "stale" or empty
        QRectF box;
    };
    const std::vector<EndLabel> &endLabels() const { return m_endLabels; }
    /// Places in the viewport.
    QPointF positionOf(QDate day, double territories) const;
    QPointF positionOf(size_t indicator, const Trend::Point &point) const;
    QDate dateAt(qreal x) const;
    QRectF plot() const { return m_plot; }

    /// The figures in words: what a screen reader says.
    QString description() const;
    /// "13 of 26"
    QString countText(const Trend::Step &step) const;
    /// What stands there instead of lines; empty when there are some.
    QString emptyText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void asOfMoved(const QDate &day);
    void indicatorChosen(size_t indicator);
    void pointChosen(size_t indicator, const liaison::PartialDate &date, const QPoint &globalPosition);

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Dot
    {
        size_t indicator = 0;
        size_t point = 0;
        QPointF place;

        bool operator==(const Dot &) const = default;
    };

    void rebuild();
    void arrange();
    void arrangeRange();
    void arrangeLabels();
    void arrangeDots();
    void describe();
    QColor hueOf(size_t indicator) const;
    double drawnOn(size_t indicator, QDate day) const;
    std::optional<Dot> dotAt(QPointF place) const;
    const EndLabel *labelAt(QPointF place) const;
    bool isAtAsOf(QPointF place) const;
    void moveAsOf(qreal x);
    void stepAsOf(int by);
    void choosePoint(const Dot &dot);
    QString tipAt(QPointF place) const;
    QString tipOf(const Dot &dot) const;
    QString targetText(const TrendTarget &target) const;

    void paintGrid(QPainter &painter, const Tokens &tokens) const;
    void paintTargets(QPainter &painter, const Tokens &tokens) const;
    void paintDots(QPainter &painter, const Tokens &tokens) const;
    void paintAsOf(QPainter &painter, const Tokens &tokens) const;
    void paintLabels(QPainter &painter, const Tokens &tokens) const;
    bool isCrossed(const QRectF &box) const;

    Trends m_trends;
    std::vector<std::vector<Trend::Vertex>> m_lines; // until m_lineEnd, one an indicator
    QDate m_today;
    PartialDate m_asOf;
    std::optional<size_t> m_current;

    QRectF m_plot;
    QDate m_start;
    QDate m_end;
    QDate m_lineEnd;
    std::vector<EndLabel> m_endLabels;
    std::vector<Dot> m_dots;

    std::optional<Dot> m_hovered;
    std::optional<Dot> m_pressed;
    std::optional<QPointF> m_grip; // where the as-of line was taken
    bool m_dragging = false;
};

} // namespace liaison
