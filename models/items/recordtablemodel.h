#pragma once

#include "models/exchange/recordentry.h"
#include "models/items/secondlook.h"
#include "models/store/query.h"

#include <QAbstractTableModel>
#include <QCache>

#include <optional>
#include <vector>

namespace liaison {

struct ChangeSet;

// Qt's face of an entity: a row a record, a column for each field or part the catalogue puts into tables.
// Searched, filtered and sorted by the store, which it follows. It keeps the ids of all rows, and of the
// records those that were looked at last, so that half a million cost 8 MB. Few rows are read before a
// function returns; of many the first ones are there at once when they are found quickly, all come from
// another thread, and what was shown before stays until then.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // The store must outlive the model; the entity is of its catalogue.
    RecordTableModel(const Store &store, const Entity &entity, QObject *parent = nullptr);
    ~RecordTableModel() override;

    const Entity &entity() const { return m_entity; }
    // Good until the next call.
    const Record &record(int row) const;
    const NamedField &column(int column) const { return m_columns[static_cast<size_t>(column)]; }
    // -1 when it is not shown.
    int rowOf(QUuid id) const;
    // How many there are without search and filters, but for the fixed ones.
    qint64 total() const { return m_total; }
    // Whether rows are still to come.
    bool isReading() const { return m_isReading; }

    // Each word by its beginning, case and accents ignored; empty: all.
    void setSearch(const QString &text);
    void setFilters(const std::vector<Query::Filter> &filters);
    // What the place that shows the table always wants.
    void setFixedFilters(const std::vector<Query::Filter> &filters);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // IdRole: the record's id; ConflictRole: nobody has chosen its value; StepRole, StepsRole: of steps how
    // far they are; ColourLightRole, ColourDarkRole: of the project the record names.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    // A column of -1 is the entity's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void readingBegan(); // rows come later
    void rowsRead(); // all rows are those asked for

private:
    struct Answer
    {
        std::vector<QUuid> ids;
        qint64 total = 0;
    };
    enum class Show { WhenAllIsRead, FirstRowsAtOnce };

    Query query() const;
    void read(Show show);
    void readHere();
    void showFirst();
    void showRows(std::vector<QUuid> &&ids);
    void take(Answer &&answer);
    bool follow(const std::vector<QUuid> &ids);
    void onChanged(const ChangeSet &changes);
    void textsChanged();
    QVariant colour(const Record &record, int role) const;

    const Store &m_store;
    const Entity &m_entity;
    std::optional<EntryText> m_text;
    std::vector<NamedField> m_columns;
    std::vector<QUuid> m_ids;
    mutable QCache<QUuid, Record> m_records;
    std::vector<QUuid> m_touched; // rows that changed since m_ids were read
    std::vector<Query::Filter> m_filters;
    std::vector<Query::Filter> m_fixed;
    QString m_search;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    qint64 m_total = 0;
    bool m_totalKnown = false;
    bool m_isReading = false;
    SecondLook<std::vector<QUuid>> m_first; // the first rows, where finding them takes long
    SecondLook<Answer> m_second;
};

} // namespace liaison
