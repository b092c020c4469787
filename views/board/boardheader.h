#pragma once

#include <QHeaderView>

namespace liaison {

/// The head of the board: over each indicator its project's bar and code, its heading in condensed type and
/// its name. Columns of one project side by side share the bar, and only the first of them shows the code.
/// A column is dragged to another place.
class BoardHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit BoardHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Of what must be seen of a column.
    QSize sectionSizeFromContents(int section) const override;

    /// How many columns stand still at the beginning while the others are scrolled below them.
    void setFrozen(int columns);
    int frozen() const { return m_frozen; }
    int frozenWidth() const;
    /// Of a section as it is seen, in the head's viewport.
    int sectionLeft(int section) const;
    int sectionAt(int x) const; ///< the same; -1 beside them
    /// Those that stand still, where they stand.
    void paintFrozen(QPainter &painter) const;

Q_SIGNALS:
    void columnDropped(int column, int before); ///< as BoardModel::moveColumn() takes it

protected:
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString text(int section, int role) const;
    bool isIndicator(int section) const;
    bool sharesProject(int section) const; // with the one before it, which shows the code
    bool isBeginningSeen(int section) const;
    int dropPlace(int x) const;

    int m_frozen = 0;
    int m_pressed = -1; // the column the button went down on
    int m_pressX = 0;
    int m_drop = -1; // where it would come; -1: it is not being dragged
};

} // namespace liaison
