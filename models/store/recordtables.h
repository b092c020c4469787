#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/record.h"
#include "models/store/journal.h"
#include "models/store/query.h"
#include "models/store/schema.h"

#include <QStringList>

#include <functional>

namespace liaison {

// The record tables and everything else derived from the operations: written from folded states, read as records.
// Knows columns, not merge rules. Throws SqlFailure.
class RecordTables
{
public:
    enum State { Visible = 0, Hidden = 1 };

    RecordTables(Connection &db, Dictionary &names, const Catalogue &catalogue);

    // Shows a row's state; `before` is what was shown (for the search index), null when nothing was. The search index
    // follows with writeSearchIndex().
    void write(qint64 row, const RowOps &ops, const RowState &state, const RowState *before);
    // The same, where nothing is derived yet.
    void writeFirst(qint64 row, const RowOps &ops, const RowState &state) { write(row, ops, state, nullptr); }
    // Brings the search index up with what was written. Many rows at once: alternating with other work it took more than
    // twice as long, its words out of the processor's cache each time.
    void writeSearchIndex();
    // Everything derived is thrown away and made empty.
    void recreate();
    // The search index alone: after an erasure, what it held of a row is not known any more.
    void recreateSearchIndex(Journal &journal);
    // What is shown of a row, compared with what the fold says; the names of the parts that differ.
    QStringList differences(qint64 row, const RowOps &ops, const RowState &state);
    // Rows in a derived table for which there is no operation.
    QStringList orphans();
    // The search index, made anew beside the present one and compared.
    bool searchIndexIsRight(Journal &journal);

    std::vector<Record> read(const Query &query);
    std::vector<QUuid> ids(const Query &query);
    void forEach(const Query &query, const std::vector<QLatin1StringView> &fields,
        const std::function<void(const Record &)> &visit);
    qint64 count(const Query &query);
    std::vector<Tally> tally(const TallyQuery &query);
    Record find(const Entity &entity, qint64 row);

    // A record as folded operations show it, whatever the table holds.
    Record recordOf(const Entity &entity, qint64 row, const RowOps &ops, const RowState &state);

    // What a column of a reading (FieldType::Reading) holds.
    static Value readingFrom(const SqlValue &stored);

    // The ids of names may have changed.
    void forget();

    // As the fold shows it, for history and conflicts.
    Value shownValue(const RowOps &ops, size_t op, qint64 field) const;

private:
    struct Table
    {
        const Entity *entity = nullptr;
        QByteArray name; // quoted
        qint64 id = 0;   // of the entity's name, 0 while unknown
        std::vector<schema::Column> columns;
        std::vector<qint64> fieldIds; // of the entity's fields, 0 while unknown
        QByteArray insert;
    };

    // A record table's columns begin with these.
    enum FixedColumn { IdColumn, VersionColumn, StateColumn, UuidColumn, FirstField };
    // Whether ids may be given to rows that are referred to but not here: not while only reading.
    enum class Ids { Find, Make };

    Table *tableOf(qint64 entityId);
    Table &tableOf(const Entity &entity);
    // Finds the ids of the entity's fields among those the row sets: a field nobody has set yet would be looked for in
    // vain with every row.
    void learn(Table &table, const RowState &state);
    // Of each of the entity's fields what is shown; learns first.
    std::vector<Value> shownValues(Table &table, const RowOps &ops, const RowState &state);
    std::vector<SqlValue> rowValues(Table &table, qint64 row, const RowOps &ops, const RowState &state,
        const std::vector<Value> &shown, Ids ids);
    SqlValue columnValue(const schema::Column &column, const Value &whole, qint64 op, Ids ids);
    SqlValue referenceId(QLatin1StringView entity, const Value &row, Ids ids);
    static QByteArray searchText(const Table &table, const std::vector<Value> &shown);
    // Whether what is searched of the row has moved.
    static bool searchMoved(const Table &table, const RowState &before, const RowState &now);
    void fillSearchIndex(Journal &journal, const QByteArray &table);
    std::vector<std::pair<qint64, QByteArray>> extras(Table *table, const RowOps &ops, const RowState &state);
    std::vector<qint64> conflictFields(const RowState &state, Ids ids);
    qint64 fieldId(Table &table, size_t field);

    Record recordFrom(Table &table, Statement &select);
    void visitEach(Table &table, Statement &select, const std::function<void(Record &&)> &visit);
    Value columnToValue(Table &table, const schema::Column &column, const SqlValue &stored);
    void addConflicts(Record &record, qint64 row);

    struct Condition
    {
        QByteArray sql = "1";
        std::vector<SqlValue> values;
    };
    Condition conditionOf(Table &table, const Query &query);
    void addFilter(Condition &condition, Table &table, const Query::Filter &filter);
    void addCondition(Condition &condition, Table &table, const schema::Column &column, const Value &value,
        Query::Filter::Is is);
    QByteArray orderOf(Table &table, const Query &query);
    static QByteArray columnsOf(const Table &table, const std::vector<QLatin1StringView> &fields);

    Connection &m_db;
    Dictionary &m_names;
    const Catalogue &m_catalogue;
    std::vector<Table> m_tables;
    struct Searched
    {
        qint64 row = 0;
        QByteArray before, now;
    };
    std::vector<Searched> m_searched;
    qsizetype m_searchedSize = 0; // bytes of text
};

} // namespace liaison
