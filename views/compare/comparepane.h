#pragma once

#include "models/items/boardfilter.h"
#include "models/items/comparemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace liaison {

class BoardModel;

/// What changed on the board between the date compared with and the date shown: was and is, better or worse,
/// since when, who says so. Follows the board while it is seen; a row leads to its cell.
class ComparePane : public QWidget
{
    Q_OBJECT

public:
    /// @param board must outlive the pane
    explicit ComparePane(const BoardModel &board, QWidget *parent = nullptr);

    void setFilter(const BoardFilter &filter);
    QTableView *view() const { return m_view; }

Q_SIGNALS:
    void placeRequested(QUuid territory, QUuid indicator);
    void left(); ///< back to the board

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fitColumns();
    void tell(int all);
    void updateSizes();
    void requestPlace(const QModelIndex &row);
    void copy();

    const BoardModel &m_board;
    BoardFilter m_filter;
    CompareModel m_model;
    QSortFilterProxyModel m_sorted;
    QLabel *m_title;
    QLabel *m_count;
    QToolButton *m_back;
    QTableView *m_view;
    QLabel *m_empty;
};

} // namespace liaison
