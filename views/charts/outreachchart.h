#pragma once

#include "models/figures/outreachtimes.h"
#include "views/widgets/readableplaces.h"

#include <QColor>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace liaison {

class Tokens;

/// What was done by quarter: a bar of the projects' hues for each, in parts that add up, or a dot for each
/// record while they are few. Ends at the as-of day. A click on a quarter, or arrows and Enter, asks for its
/// rows. A list of quarters to a screen reader. Never mirrored: time runs to the right.
class OutreachChart : public QWidget, public ReadablePlaces
{
    Q_OBJECT

public:
    enum class Title { Painted, Elsewhere };

    /// @param title whether statement and unit stand in the chart or its owner shows them
    explicit OutreachChart(Title title, QWidget *parent = nullptr);

    void setTimes(OutreachTimes times);
    const OutreachTimes &times() const { return m_times; }

    QString statement() const; ///< "Activities: 6 in the twelve months to 15 Feb 2007"
    QString unit() const; ///< "Per quarter, by project"
    QString emptyText() const; ///< what stands there instead; empty when something happened
    static QString quarterText(int quarter); ///< "2007 Q1"
    static QString partText(const OutreachTimes::Part &part); ///< its code, or "several projects"

    /// Quarters on the axis, the first and the last.
    int firstQuarter() const { return m_first; }
    int lastQuarter() const { return m_last; }
    /// The bar or the dots of a quarter; empty when nothing happened in it.
    QRectF barRect(int quarter) const;
    bool isDots() const { return m_isDots; }
    std::optional<int> currentQuarter() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// @param project null: of all
    void rowsRequested(const QString &figure, const QUuid &project, int quarter);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int placeCount() override { return static_cast<int>(m_times.quarters.size()); }
    QString placeText(int place) override;
    QRect placeBox(int place) override;
    std::optional<int> placeUnder(QPoint point) override;
    std::optional<int> currentPlace() override;
    bool isPlaceSelected(int place) override { return currentPlace() == place; }
    void pressPlace(int place) override;

    void arrange();
    void go(size_t place);
    double yOf(qint64 number) const;
    QRectF slotRect(int quarter) const;
    QColor hueOf(const OutreachTimes::Part &part, const Tokens &tokens) const;
    QString asOfText() const;
    void paintTitle(QPainter &painter, const Tokens &tokens) const;
    void paintGrid(QPainter &painter, const Tokens &tokens) const;
    void paintTime(QPainter &painter, const Tokens &tokens) const;
    void paintQuarter(QPainter &painter, const OutreachTimes::Quarter &quarter, const Tokens &tokens) const;
    void paintAsOf(QPainter &painter, const Tokens &tokens) const;

    Title m_title;
    OutreachTimes m_times;
    QRectF m_plot;
    int m_first = 0;
    int m_last = 0;
    int m_top = 1; // of the axis
    bool m_isDots = false;
    std::optional<int> m_current; // quarters
    std::optional<int> m_hovered;
};

} // namespace liaison
