#pragma once

#include "models/exchange/recordentry.h"

#include <QAbstractTableModel>

#include <vector>

namespace liaison {

class Store;
struct ChangeSet;

// Qt's face of an entity: a row a record, a column for each field or part the catalogue puts into tables.
// Searched and sorted by the store; follows it.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // The store must outlive the model; the entity is of its catalogue.
    RecordTableModel(const Store &store, const Entity &entity, QObject *parent = nullptr);

    const Entity &entity() const { return m_entity; }
    const Record &record(int row) const { return m_records[static_cast<size_t>(row)]; }
    // -1 when it is not shown.
    int rowOf(QUuid id) const;
    // Each word by its beginning, case and accents ignored; empty: all.
    void setSearch(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // IdRole: the record's id; ConflictRole: nobody has chosen its value.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    // A column of -1 is the entity's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void read();
    void onChanged(const ChangeSet &changes);

    const Store &m_store;
    const Entity &m_entity;
    EntryText m_text;
    std::vector<NamedField> m_columns;
    std::vector<Record> m_records;
    QString m_search;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace liaison
