#pragma once

#include <QWidget>

class QScrollBar;

namespace liaison {

class BoardModel;
class BoardTotals;
class BoardView;

/// The board with its totals glued below the last row, and a scroll bar for both when they are wider than the
/// pane.
class BoardPane : public QWidget
{
    Q_OBJECT

public:
    /// @param model must outlive the pane
    explicit BoardPane(BoardModel &model, QWidget *parent = nullptr);

    ~BoardPane() override;

    BoardView *view() const { return m_view; }
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    bool scrolls() const;
    void place(int scrollHeight);

    BoardView *m_view;
    BoardTotals *m_totals;
    QScrollBar *m_scroll;
    bool m_arranging = false;
};

} // namespace liaison
