#include "models/items/recordtablemodel.h"

#include "models/items/roles.h"
#include "models/store/store.h"

#include <QLocale>

#include <algorithm>

namespace liaison {

RecordTableModel::RecordTableModel(const Store &store, const Entity &entity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_entity(entity)
    , m_text(store)
{
    for (const NamedField &named : namedFields(entity)) {
        if (named.field->is(Field::InTable) && (!named.part || named.part->is(Field::InTable)))
            m_columns.push_back(named);
    }
    read();
    connect(&store, &Store::changed, this, &RecordTableModel::onChanged);
}

void RecordTableModel::read()
{
    Query query{.entity = m_entity.name, .search = m_search, .order = m_order};
    if (m_sortColumn >= 0)
        query.sortBy = QString(m_columns[static_cast<size_t>(m_sortColumn)].written().name);
    m_records = m_store.read(query);
}

void RecordTableModel::onChanged(const ChangeSet &changes)
{
    // What a reference is called changes with another entity's rows; texts are made when they are shown.
    if (!changes.touches(m_entity.name)) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    read();
    endResetModel();
}

int RecordTableModel::rowOf(QUuid id) const
{
    const auto found = std::find_if(
        m_records.begin(), m_records.end(), [&](const Record &record) { return record.id() == id; });
    return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
}

void RecordTableModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    read();
    endResetModel();
}

void RecordTableModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    read();
    endResetModel();
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Record &at = record(index.row());
    const NamedField &named = m_columns[static_cast<size_t>(index.column())];
    const Field &field = named.written();
    switch (role) {
    case Qt::DisplayRole:
        return m_text.fields().display(field, valueOf(at, named), QLocale());
    case Qt::TextAlignmentRole: {
        const bool number = field.type == FieldType::Integer || field.type == FieldType::Decimal;
        return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    case IdRole:
        return at.id();
    case ConflictRole:
        return at.conflicts().contains(QString(named.field->name));
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return m_columns[static_cast<size_t>(section)].written().titleText();
}

} // namespace liaison
