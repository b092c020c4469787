#include "models/items/comparemodel.h"

#include "models/items/roles.h"

#include <QLocale>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace liaison {

void CompareModel::setChanges(std::vector<BoardChange> changes)
{
    if (changes == m_changes)
        return;
    beginResetModel();
    m_changes = std::move(changes);
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString CompareModel::text(const BoardChange &change, int column) const
{
    const auto orUnknown = [](const QString &reading) { return reading.isEmpty() ? tr("unknown") : reading; };
    switch (column) {
    case CodeColumn:
        return change.code;
    case TerritoryColumn:
        return change.name;
    case IndicatorColumn:
        return change.indicator;
    case WasColumn:
        return orUnknown(change.from);
    case IsColumn:
        return orUnknown(change.to);
    case DateColumn:
        return change.date.isNull() ? QString() : change.date.toText(QLocale());
    case SourceColumn:
        return change.source;
    case AuthorColumn:
        return change.author;
    default:
        return {};
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const BoardChange &at = change(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(at, column);
    case Qt::AccessibleTextRole:
        if (column == WasColumn)
            return tr("was %1").arg(text(at, column));
        if (column == IsColumn) {
            const QString is = tr("is %1").arg(text(at, column));
            return at.way == CellTurn::Way::Better ? tr("%1, better").arg(is)
                : at.way == CellTurn::Way::Worse   ? tr("%1, worse").arg(is)
                                                   : is;
        }
        return text(at, column);
    case Qt::ToolTipRole: {
        const QString whole =
            tr("%1, %2: %3 → %4").arg(at.name, at.indicator, text(at, WasColumn), text(at, IsColumn));
        return Qt::convertFromPlainText(
            QStringList{whole, text(at, DateColumn), at.source, at.author}.join(u'\n'), Qt::WhiteSpaceNormal);
    }
    case SortRole:
        return column == DateColumn ? QVariant(at.date.isNull() ? QDate() : at.date.lastDay())
                                    : QVariant(text(at, column));
    case StandingRole:
        if (column == WasColumn)
            return static_cast<int>(at.standingFrom);
        return column == IsColumn ? QVariant(static_cast<int>(at.standingTo)) : QVariant();
    case ChangedRole:
        return column == IsColumn ? QVariant(static_cast<int>(at.way)) : QVariant();
    case CodeRole:
        return at.code;
    case IdRole:
        return at.territory;
    case IndicatorRole:
        return at.indicatorId;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    static const char *const titles[columns] = {QT_TR_NOOP("CC"), QT_TR_NOOP("Territory"),
        QT_TR_NOOP("Indicator"), QT_TR_NOOP("Was"), QT_TR_NOOP("Is"), QT_TR_NOOP("As of"),
        QT_TR_NOOP("Source"), QT_TR_NOOP("Written by")};
    return tr(titles[section]);
}

ClipboardTable CompareModel::table(const QList<int> &rows) const
{
    ClipboardTable made;
    for (int column = 0; column < columns; ++column)
        made.head += headerData(column, Qt::Horizontal).toString();
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells += text(change(row), column);
        made.rows.push_back(cells);
    }
    return made;
}

} // namespace liaison
