// What BoardModel puts on the clipboard.
#include "models/items/boardmodel.h"

#include <QSet>

namespace liaison {

// For people: a level by its title, and in words what the board says with a sign.
QString BoardModel::cellWords(const QModelIndex &index) const
{
    if (isOutreach(index.column()))
        return index.data().toString();
    const BoardCell &at = cell(index);
    if (at.standing == Standing::Unknown)
        return tr("unknown");
    if (at.standing == Standing::NotApplicable)
        return tr("not applicable");
    const Indicator::Level *level = indicator(index.column()).level(at.reading.text());
    return level && !level->title.isEmpty() ? level->title : cellText(index);
}

// Of what was done the period belongs to the number.
QString BoardModel::headOf(int column) const
{
    const QString title = headerData(column, Qt::Horizontal).toString();
    return isOutreach(column)
        ? tr("%1, %2").arg(title, headerData(column, Qt::Horizontal, GroupRole).toString())
        : title;
}

ClipboardTable BoardModel::copy(const QModelIndexList &indexes) const
{
    // The number of a row is where it stands here, nothing to carry elsewhere.
    int top = rowCount(), left = columnCount(), bottom = -1, right = -1;
    for (const QModelIndex &index : indexes) {
        if (!isCell(index) || index.column() == NumberColumn)
            continue;
        top = std::min(top, index.row());
        bottom = std::max(bottom, index.row());
        left = std::min(left, index.column());
        right = std::max(right, index.column());
    }
    if (bottom < 0)
        return {};
    const QSet<QModelIndex> chosen(indexes.begin(), indexes.end());
    ClipboardTable table;
    // A value without its territory says nothing where it is read.
    for (int column = CodeColumn; column < FirstIndicatorColumn; ++column)
        table.head += headerData(column, Qt::Horizontal).toString();
    for (int column = std::max(left, int(FirstIndicatorColumn)); column <= right; ++column)
        table.head += headOf(column);
    for (int row = top; row <= bottom; ++row) {
        QStringList cells;
        QStringList words{index(row, CodeColumn).data().toString(), index(row, NameColumn).data().toString()};
        for (int column = left; column <= right; ++column) {
            const QModelIndex at = index(row, column);
            const bool isChosen = chosen.contains(at);
            const bool isValue = column >= FirstIndicatorColumn;
            cells += isChosen ? at.data(isValue ? Qt::EditRole : Qt::DisplayRole).toString() : QString();
            if (isValue)
                words += isChosen ? cellWords(at) : QString();
        }
        table.rows.push_back(cells);
        table.tableRows.push_back(words);
    }
    return table;
}

} // namespace liaison
