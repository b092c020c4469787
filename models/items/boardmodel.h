#pragma once

#include "models/edits/editor.h"
#include "models/figures/board.h"
#include "models/figures/celltargets.h"
#include "models/figures/compare.h"
#include "models/items/clipboardtable.h"
#include "models/items/outreachreader.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>

namespace liaison {

struct ChangeSet;

// Qt's face of the board: a row a territory, the columns #, code, name, then one an indicator, then on demand
// figures of what was done. Cells of indicators are edited in
// place; a text that cannot be understood is refused with a message and nothing is written. Follows the
// store: a changed value is read alone, repaints its cell and keeps the selection, only other rows or columns
// reset the model.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, CodeColumn, NameColumn, FirstIndicatorColumn };

    // Shows the region as of today. The editor must outlive the model.
    BoardModel(Editor &editor, const Region &region, QObject *parent = nullptr,
        const Derivations &derivedBy = derivations());

    const Board &board() const { return m_board; }
    // For what a view shows beside the board: where territories lie, their history.
    const Store &store() const { return m_editor.store(); }
    void setRegion(const Region &region);
    void setAsOf(
        const PartialDate &date); // shown as of its last day; edits are recorded under the date as written
    const PartialDate &asOf() const { return m_asOf; }
    // Cells that read differently than on this day are marked (ChangedRole); no date: none is.
    void setSince(QDate day);
    QDate since() const { return m_since; }
    // What the edits made here give as their source; empty at first.
    void setSource(const QString &source) { m_source = source; }
    const QString &source() const { return m_source; }

    // Which indicators are the columns, and in which order, for the whole file: one step each, told by
    // noticed() or refused(). `before` is the column in whose place it comes, or columnCount().
    void moveColumn(int column, int before);
    enum class Shown { Yes, No };
    void setShown(const Indicator &indicator, Shown shown); // what comes on comes last
    void resetColumns(); // as they were when first recorded

    // Figures of what was done in the twelve months to the day, by code, as columns after the indicators;
    // none at first, and then nothing is read. They are read only, and not part of the file.
    void setOutreach(const QStringList &codes);
    const OutreachReader &outreach() const { return m_outreach; }
    void setThreadedFrom(qint64 rows) { m_outreach.setThreadedFrom(rows); } // see OutreachReader

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // Cells of an indicator: DisplayRole is empty when unknown, EditRole is text as setData() reads it,
    // IdRole the observation behind it. The first three columns stand for the territory. Tool tips are HTML
    // with all data escaped.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // Of an indicator: DisplayRole is its title; CodeRole, GroupRole, ProjectRole, ColourLightRole,
    // ColourDarkRole, IdRole say the rest.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // An empty text is Delete. False when refused, and refused() says why.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    bool isIndicator(int column) const { return column >= FirstIndicatorColumn && column < indicatorEnd(); }
    // After the last one: where figures begin, if there are any.
    int indicatorEnd() const { return FirstIndicatorColumn + static_cast<int>(m_board.indicators.size()); }
    bool isOutreach(int column) const { return column >= indicatorEnd() && column < columnCount(); }
    int outreachOf(int column) const { return column - indicatorEnd(); }
    static size_t indicatorOf(int column) { return static_cast<size_t>(column - FirstIndicatorColumn); }

    // A block copied from a spreadsheet (tabs, newlines), from the cell downwards and rightwards; with a
    // first column of territory names or codes (or two, code and name) the rows are found by it. From one of
    // the first three columns it begins at the first indicator. An empty cell says nothing. One step, or an
    // error that names the row and column of the first cell that cannot be understood.
    Result<int> paste(const QString &text, const QModelIndex &at); // how many cells changed
    // Delete in these cells, as one step.
    Result<int> withdraw(const QModelIndexList &indexes);
    // The smallest block that holds them; cells that are not among them are empty. As text it can be pasted
    // back; its table has heads, the territories' names, and words instead of codes.
    ClipboardTable copy(const QModelIndexList &indexes) const;

Q_SIGNALS:
    void sinceChanged(); // another date compared with
    void outreachChanged(); // numbers of what was done, beside dataChanged()
    void boardChanged(); // rows, totals, dates: anything shown beside the cells
    void refused(const QString &message);
    // What an edit did when that is not obvious: withdrawn, recorded as unknown, recorded for another day
    // than today.
    void noticed(const QString &message);

private:
    void onChanged(const ChangeSet &changes);
    Board read(const Region &region) const;
    void show(Board board, CellTargets targets);
    void show(Board board, CellTargets targets, EarlierBoard earlier);
    void tellMarks();
    void followOutreach();
    bool isCell(const QModelIndex &index) const { return index.isValid() && checkIndex(index); }
    const BoardCell &cell(const QModelIndex &index) const;
    const Indicator &indicator(int column) const { return m_board.indicators[indicatorOf(column)]; }
    QString cellName(const QModelIndex &index) const;
    QString cellText(const QModelIndex &index, const QLocale &locale = QLocale()) const;
    QString cellWords(const QModelIndex &index) const;
    QString headOf(int column) const;
    QVariant territoryData(const QModelIndex &index, int role) const;
    QVariant cellData(const QModelIndex &index, int role) const;
    QVariant outreachData(const QModelIndex &index, int role) const;
    QVariant outreachHeader(int figure, int role) const;
    std::optional<CellTurn> turnOf(const QModelIndex &index) const
    {
        return m_earlier.turnOf(m_board, static_cast<size_t>(index.row()), indicatorOf(index.column()));
    }
    std::optional<CellTarget> targetOf(const QModelIndex &index) const
    {
        return m_targets.at(m_board, static_cast<size_t>(index.row()), indicatorOf(index.column()));
    }
    QString derivedText(const QModelIndex &index) const;
    // "Target: 3 by Dec 2007, late".
    QString targetText(const QModelIndex &index, const CellTarget &target) const;
    QString certaintyText(const QString &code) const;
    QString toolTip(const QModelIndex &index) const;
    Observation observation(const QModelIndex &index, const Value &reading) const;
    Result<int> observeAll(const std::vector<Observation> &observations, const QString &label);
    void tellColumns(const Result<EditName> &written, const QString &what);
    bool isToday() const;
    // Empty when there is nothing to tell.
    QString noticeOf(const Observation &observation, const Editor::Outcome &outcome) const;
    QString noticeOf(int changed) const;

    Editor &m_editor;
    Derivations m_derivedBy;
    Board m_board;
    PartialDate m_asOf;
    QDate m_since;
    EarlierBoard m_earlier;
    CellTargets m_targets;
    QString m_source;
    OutreachReader m_outreach;
};

} // namespace liaison
