#include "models/items/rowsbehindmodel.h"

#include "models/domain/fields.h"
#include "models/items/roles.h"
#include "models/store/store.h"

#include <QLocale>
#include <QSet>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

RowsBehindModel::RowsBehindModel(const Store &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
}

void RowsBehindModel::setRows(const QString &entity, std::vector<OutreachRow> rows)
{
    std::sort(rows.begin(), rows.end(), [](const OutreachRow &a, const OutreachRow &b) {
        return std::pair(b.date.lastDay(), b.row) < std::pair(a.date.lastDay(), a.row);
    });
    beginResetModel();
    m_entity = entity;
    m_words.clear();
    m_rows.clear();
    m_sum = 0;
    // A person counts once, in the newest row that speaks of them.
    QSet<QUuid> counted;
    for (OutreachRow &row : rows) {
        const qint64 counts = counted.contains(row.counts) ? 0 : row.number;
        counted.insert(row.counts);
        m_sum += counts;
        m_rows.push_back({std::move(row), counts});
    }
    endResetModel();
}

int RowsBehindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsBehindModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString RowsBehindModel::keys(QLatin1StringView entity, const std::vector<QUuid> &ids) const
{
    QStringList all;
    for (const QUuid &id : ids) {
        QString &word = m_words[id];
        if (word.isEmpty())
            word = m_store.keyOf(entity, id);
        all += word;
    }
    return all.join(u", "_s);
}

QString RowsBehindModel::text(const Row &row, int column) const
{
    switch (column) {
    case DateColumn:
        return row.of.date.isNull() ? QString() : row.of.date.toText(QLocale());
    case TitleColumn: {
        QString &title = m_words[row.of.row];
        if (title.isEmpty())
            title = m_store.titleOf(m_entity, row.of.row);
        return title;
    }
    case ProjectsColumn:
        return keys(fields::project::entity, row.of.projects);
    case TerritoriesColumn:
        return keys(fields::territory::entity, row.of.territories);
    case CountsColumn:
        return QLocale().toString(row.counts);
    default:
        return {};
    }
}

QVariant RowsBehindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(text(row, index.column()), Qt::WhiteSpaceNormal);
    case Qt::TextAlignmentRole:
        return index.column() == CountsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case IdRole:
        return row.of.row;
    default:
        return {};
    }
}

QVariant RowsBehindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole && section == CountsColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[columns] = {QT_TR_NOOP("Date"), QT_TR_NOOP("Title"),
        QT_TR_NOOP("Projects"), QT_TR_NOOP("Territories"), QT_TR_NOOP("Counts")};
    return tr(titles[section]);
}

} // namespace liaison
