#pragma once

#include <QTableView>
#include <QUuid>

#include <vector>

class QAction;

namespace liaison {

class BoardModel;
class ColumnsMenu;

/// The board in place: arrows, typing starts editing, F2, Enter goes down, Tab goes right, Esc leaves; Delete
/// withdraws, a block is copied and pasted. Columns take the width they need and share what is left; number,
/// code and name stand still while the indicators are scrolled.
class BoardView : public QTableView
{
    Q_OBJECT

public:
    /// @param model must outlive the view
    explicit BoardView(BoardModel &model, QWidget *parent = nullptr);

    BoardModel &board() const { return m_model; }
    /// Acts of this view, for the menu; their keys work while the view has the keyboard.
    QAction *copyAction() const { return m_copy; }
    QAction *pasteAction() const { return m_paste; }
    QAction *withdrawAction() const { return m_withdraw; }
    QAction *settleConflictAction() const { return m_settle; }
    ColumnsMenu *columnsMenu() const { return m_columns; }

    /// Makes the row current; false when the territory is not on the board.
    bool selectTerritory(const QString &code);
    /// The width at which no column is shorter than it needs.
    int naturalWidth() const;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &place) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// Ends editing in a cell and keeps what was typed, as leaving the cell does.
    void finishEditing();

Q_SIGNALS:
    void refused(const QString &message); ///< a block that cannot be pasted
    void pasted(int cells);
    /// Behind a number of what was done: Enter or a double click.
    void rowsRequested(const QString &figure, const QUuid &territory);
    void conflictChosen(QUuid observation); ///< to be settled: its mark was clicked, or the act chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    void updateGeometries() override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    enum class Way { Down, Forward, Back };
    void go(Way way);
    void copy();
    void paste();
    void withdraw();
    QModelIndexList chosen() const; // the selected cells that hold values, else the current one
    QModelIndex conflictAt(QPoint place) const; // the cell whose mark is there
    bool askForRows(const QModelIndex &cell); // false when it is no number of what was done
    void settleConflict(const QModelIndex &cell);
    void updateActs();
    void makeFrozen();
    int freezable() const; // how many columns have room to stand still
    void updateFrozen();
    void paintFrozen(QPainter &painter);
    void updateSizes();
    void measure(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void layOutColumns();
    void rememberPlace();
    void returnToPlace();

    BoardModel &m_model;
    QAction *m_copy;
    QAction *m_paste;
    QAction *m_withdraw;
    QAction *m_settle;
    ColumnsMenu *m_columns;
    QWidget *m_frozen = nullptr; // over the columns that stand still
    QPersistentModelIndex m_pressed; // the cell whose conflict mark the button went down on
    std::vector<int> m_natural; // width a column needs
    std::vector<int> m_least; // and without what its marks say
    QString m_place; // the current territory's code while the model is read again
    int m_placeColumn = -1;
    QUuid m_placeIndicator; // in that column; it may come back in another
};

} // namespace liaison
