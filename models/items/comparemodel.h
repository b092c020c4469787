#pragma once

#include "models/figures/compare.h"
#include "models/items/clipboardtable.h"

#include <QAbstractTableModel>

namespace liaison {

// What changed on the board between two days, a row a cell that reads differently.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CodeColumn,
        TerritoryColumn,
        IndicatorColumn,
        WasColumn,
        IsColumn,
        DateColumn,
        SourceColumn,
        AuthorColumn
    };
    static constexpr int columns = AuthorColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    // In their order; equal ones leave the rows as they are.
    void setChanges(std::vector<BoardChange> changes);
    const BoardChange &change(int row) const { return m_changes[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // StandingRole of what it was and is; ChangedRole (int of CellTurn::Way) where it is; IdRole and
    // IndicatorRole lead to the cell. SortRole keeps board order among equals.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // These rows, with heads, in words.
    ClipboardTable table(const QList<int> &rows) const;

private:
    QString text(const BoardChange &change, int column) const;

    std::vector<BoardChange> m_changes;
};

} // namespace liaison
