#include "models/store/recordtables.h"

#include "models/domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray jsonList(const QJsonArray &list)
{
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

RecordTables::RecordTables(Connection &db, Dictionary &names, const Catalogue &catalogue)
    : m_db(db), m_names(names), m_catalogue(catalogue)
{
    for (const Entity &entity : catalogue.entities()) {
        Table table;
        table.entity = &entity;
        table.name = schema::quoted(entity.name);
        table.columns = schema::columnsOf(entity);
        table.fieldIds.resize(entity.fields.size());
        QByteArray marks = "?, ?, ?";
        for (qsizetype i = 0; i < static_cast<qsizetype>(table.columns.size()); ++i)
            marks += ", ?";
        table.insert = "INSERT OR REPLACE INTO " + table.name + " VALUES(" + marks + ")";
        m_tables.push_back(std::move(table));
    }
}

RecordTables::Table &RecordTables::tableOf(const Entity &entity)
{
    return *std::find_if(m_tables.begin(), m_tables.end(), [&](const Table &t) { return t.entity->name == entity.name; });
}

RecordTables::Table *RecordTables::tableOf(qint64 entityId)
{
    if (entityId == 0)
        return nullptr;
    for (Table &table : m_tables) {
        if (table.id == 0)
            table.id = m_names.findName(QString(table.entity->name));
        if (table.id == entityId)
            return &table;
    }
    return nullptr;
}

qint64 RecordTables::fieldId(Table &table, size_t field)
{
    qint64 &id = table.fieldIds[field];
    if (id == 0)
        id = m_names.findName(QString(table.entity->fields[field].name));
    return id;
}

void RecordTables::forget()
{
    for (Table &table : m_tables) {
        table.id = 0;
        std::fill(table.fieldIds.begin(), table.fieldIds.end(), 0);
    }
}

Value RecordTables::shownValue(const RowOps &ops, size_t op, qint64 field) const
{
    const FoldField *written = sets(ops.ops[op], field);
    if (!written || ops.isErased(op, field))
        return {};
    return Value::fromCanonical(written->bytes).value_or(Value());
}

// --- Writing

void RecordTables::write(qint64 row, const RowOps &ops, const RowState &state, const RowState *before)
{
    Table *table = tableOf(m_names.row(row).entity);
    if (table)
        m_db.statement(table->insert).bindAll(rowValues(*table, row, ops, state, Ids::Make)).run();
    if (before) {
        m_db.statement("DELETE FROM conflict WHERE row = ?").bind(row).run();
        m_db.statement("DELETE FROM extra WHERE row = ?").bind(row).run();
    }
    for (qint64 field : conflictFields(state, Ids::Make))
        m_db.statement("INSERT INTO conflict(row, field) VALUES(?, ?)").bind(row, field).run();
    for (const auto &[field, bytes] : extras(table, ops, state))
        m_db.statement("INSERT INTO extra(row, field, value) VALUES(?, ?, ?)").bind(row, field, Blob{bytes}).run();
    if (!table)
        return;
    const QString oldText = before ? searchText(*table, ops, *before) : QString();
    const QString newText = searchText(*table, ops, state);
    if (oldText == newText)
        return;
    if (!oldText.isEmpty())
        m_db.statement("INSERT INTO search(search, rowid, text) VALUES('delete', ?, ?)").bind(row, oldText).run();
    if (!newText.isEmpty())
        m_db.statement("INSERT INTO search(rowid, text) VALUES(?, ?)").bind(row, newText).run();
}

std::vector<SqlValue> RecordTables::rowValues(
    Table &table, qint64 row, const RowOps &ops, const RowState &state, Ids ids)
{
    std::vector<SqlValue> values;
    values.reserve(table.columns.size() + 3);
    values.emplace_back(row);
    values.emplace_back(ops.ops.back().edit);
    values.emplace_back(qint64(state.hidden ? Hidden : Visible));
    for (size_t i = 0; i < table.columns.size();) {
        const int at = table.columns[i].field;
        const FieldState *field = state.find(fieldId(table, static_cast<size_t>(at)));
        const Value shown = field ? shownValue(ops, field->shown, field->field) : Value();
        const qint64 op = field ? ops.ids[field->shown] : 0;
        for (; i < table.columns.size() && table.columns[i].field == at; ++i)
            values.push_back(columnValue(table.columns[i], shown, op, ids));
    }
    return values;
}

SqlValue RecordTables::referenceId(QLatin1StringView entity, const Value &row, Ids ids)
{
    const auto uuid = row.toRow();
    if (!uuid)
        return {};
    const QString name(entity);
    const qint64 entityId = ids == Ids::Make ? m_names.nameId(name) : m_names.findName(name);
    const qint64 id = ids == Ids::Make ? m_names.rowId(entityId, *uuid) : m_names.findRow(entityId, *uuid);
    return id;
}

// What another program wrote into a field that cannot hold it shows as nothing; the operation keeps it.
SqlValue RecordTables::columnValue(const schema::Column &column, const Value &whole, qint64 op, Ids ids)
{
    const Field &field = *column.shown;
    const Value &value = column.isPart ? whole.part(field.name) : whole;
    if (value.isNull() || !field.check(value))
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Choice:
    case FieldType::Decimal:
        return sqlText(value.text());
    case FieldType::LongText:
        return op;
    case FieldType::TextList: {
        QJsonArray list;
        for (const Value &item : *value.toList())
            list.append(item.text());
        return jsonList(list);
    }
    case FieldType::Integer:
        return value.toInteger().value_or(0);
    case FieldType::Boolean:
        return qint64(value.toBool().value_or(false));
    case FieldType::Date:
        if (column.shows == schema::Column::Shows::FirstDay)
            return schema::dayNumber(value.date().firstDay());
        if (column.shows == schema::Column::Shows::LastDay)
            return schema::dayNumber(value.date().lastDay());
        return sqlText(value.text());
    case FieldType::Reference:
        return referenceId(field.refers, value, ids);
    case FieldType::References: {
        QJsonArray list;
        for (const Value &item : *value.toList())
            list.append(std::get<qint64>(referenceId(field.refers, item, ids)));
        return jsonList(list);
    }
    case FieldType::AnyReference: {
        const QByteArray entity = value.part("entity"_L1).text().toLatin1();
        return referenceId(QLatin1StringView(entity), value.part("row"_L1), ids);
    }
    case FieldType::Reading:
        if (const auto number = value.toInteger())
            return *number;
        return sqlText(isMoney(value) ? moneyText(value) : value.text());
    case FieldType::Money:
        return sqlText(moneyText(value));
    case FieldType::Parts:
        break; // has columns for its parts
    }
    return {};
}

QString RecordTables::searchText(Table &table, const RowOps &ops, const RowState &state)
{
    if (state.hidden)
        return {};
    QStringList words;
    for (size_t i = 0; i < table.entity->fields.size(); ++i) {
        if (!table.entity->fields[i].is(Field::Searched))
            continue;
        const FieldState *field = state.find(fieldId(table, i));
        if (!field)
            continue;
        const Value value = shownValue(ops, field->shown, field->field);
        if (const auto *list = value.toList()) {
            for (const Value &item : *list)
                words.append(item.text());
        } else {
            words.append(value.text());
        }
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

std::vector<std::pair<qint64, QByteArray>> RecordTables::extras(
    Table *table, const RowOps &ops, const RowState &state)
{
    std::vector<std::pair<qint64, QByteArray>> result;
    for (const FieldState &field : state.fields) {
        bool known = false;
        for (size_t i = 0; table && i < table->entity->fields.size() && !known; ++i)
            known = fieldId(*table, i) == field.field;
        if (!known && !ops.isErased(field.shown, field.field))
            result.emplace_back(field.field, sets(ops.ops[field.shown], field.field)->bytes);
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<qint64> RecordTables::conflictFields(const RowState &state, Ids ids)
{
    std::vector<qint64> result;
    for (const FieldState &field : state.fields) {
        if (field.conflict)
            result.push_back(field.field);
    }
    if (state.lifeConflict)
        result.push_back(ids == Ids::Make ? m_names.nameId(lifeField) : m_names.findName(lifeField));
    std::sort(result.begin(), result.end());
    return result;
}

void RecordTables::recreate()
{
    m_db.forgetStatements();
    std::vector<QByteArray> drops;
    {
        static const QList<QByteArray> keptTables
            = {"name", "author", "replica", "row", "edit", "op", "text", "waiting"};
        const std::vector<QByteArray> kept = schema::kept();
        // Shadow tables of the search index go with it, and so do a table's indexes.
        Statement select(m_db.handle(), "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'");
        while (select.step()) {
            const bool isOurs = std::find(kept.begin(), kept.end(), select.bytes(3)) != kept.end();
            const bool goesWithItsTable = select.bytes(0) == "index" && !keptTables.contains(select.bytes(2));
            if (!isOurs && !goesWithItsTable)
                drops.push_back("DROP " + select.bytes(0).toUpper() + " " + schema::quoted(select.bytes(1)));
        }
    }
    // Views first: dropping a table they name would leave them broken for a moment.
    std::sort(drops.begin(), drops.end(), std::greater<>());
    for (const QByteArray &drop : drops)
        m_db.exec(drop);
    for (const QByteArray &statement : schema::derived(m_catalogue))
        m_db.exec(statement);
    m_db.statement("INSERT INTO derived_for(catalogue) VALUES(?)").bind(Blob{m_catalogue.fingerprint()}).run();
}

void RecordTables::fillSearchIndex(Journal &journal, const QByteArray &table)
{
    Statement insert(m_db.handle(), "INSERT INTO " + table + "(rowid, text) VALUES(?, ?)");
    journal.forEachRow([&](qint64 row, const RowOps &ops) {
        Table *records = tableOf(m_names.row(row).entity);
        const QString text = records ? searchText(*records, ops, fold(ops.ops)) : QString();
        if (!text.isEmpty())
            insert.bind(row, text).run();
    });
}

void RecordTables::recreateSearchIndex(Journal &journal)
{
    m_db.forgetStatements();
    m_db.exec("DROP TABLE search");
    m_db.exec(schema::searchIndex());
    fillSearchIndex(journal, "search");
}

} // namespace liaison
