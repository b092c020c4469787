#pragma once

#include "models/figures/board.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>

namespace liaison {

class Editor;
struct ChangeSet;

// Qt's face of the board: a row a territory, the columns #, code, name, then one an indicator. Cells are edited in
// place; a text that cannot be understood is refused with a message and nothing is written.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, CodeColumn, NameColumn, FirstIndicatorColumn };

    // The editor must outlive the model.
    explicit BoardModel(Editor &editor, QObject *parent = nullptr);

    const Board &board() const { return m_board; }
    void setRegion(const Region &region);
    void setAsOf(const PartialDate &date); // shown as of its last day; edits are recorded under the date as written
    const PartialDate &asOf() const { return m_asOf; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    static bool isIndicator(int column) { return column >= FirstIndicatorColumn; }
    static size_t indicatorOf(int column) { return static_cast<size_t>(column - FirstIndicatorColumn); }

    // A block copied from a spreadsheet (tabs, newlines), from the cell downwards and rightwards; with a first column
    // of territory names or codes the rows are found by it. An empty cell says nothing. One step, or an error that
    // names the row and column of the first cell that cannot be understood.
    Result<int> paste(const QString &text, const QModelIndex &at); // how many cells changed
    // Delete in these cells, as one step.
    Result<int> withdraw(const QModelIndexList &indexes);
    // The block as text for the clipboard.
    QString copy(const QModelIndexList &indexes) const;

Q_SIGNALS:
    void boardChanged(); // rows, totals, dates: anything shown beside the cells
    void refused(const QString &message);
    void noticed(const QString &message); // what an edit did when that is not obvious: withdrawn, recorded as unknown

private:
    void onChanged(const ChangeSet &changes);
    void reload();

    Editor &m_editor;
    Board m_board;
    PartialDate m_asOf;
};

} // namespace liaison
