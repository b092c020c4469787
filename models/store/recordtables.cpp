#include "models/store/recordtables.h"

#include "models/domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qsizetype mostSearched = 64 << 20; // bytes of text kept for the search index

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
        QByteArray marks = "?, ?, ?, ?";
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
    const auto is = [&](const Table &table) { return table.id == entityId; };
    auto it = std::find_if(m_tables.begin(), m_tables.end(), is);
    if (it == m_tables.end()) {
        const QString name = m_names.name(entityId);
        it = std::find_if(m_tables.begin(), m_tables.end(), [&](const Table &table) { return table.entity->name == name; });
    }
    if (it == m_tables.end())
        return nullptr;
    it->id = entityId;
    return &*it;
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
    m_searched.clear();
    m_searchedSize = 0;
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
    const std::vector<Value> shown = table ? shownValues(*table, ops, state) : std::vector<Value>();
    if (table)
        m_db.statement(table->insert.constData()).bindAll(rowValues(*table, row, ops, state, shown, Ids::Make)).run();
    if (before) {
        m_db.statement("DELETE FROM conflict WHERE row = ?").bind(row).run();
        m_db.statement("DELETE FROM extra WHERE row = ?").bind(row).run();
    }
    for (qint64 field : conflictFields(state, Ids::Make))
        m_db.statement("INSERT INTO conflict(row, field) VALUES(?, ?)").bind(row, field).run();
    for (const auto &[field, bytes] : extras(table, ops, state))
        m_db.statement("INSERT INTO extra(row, field, value) VALUES(?, ?, ?)").bind(row, field, Blob{bytes}).run();
    if (!table || (before && !searchMoved(*table, *before, state)))
        return;
    QByteArray then = before && !before->hidden ? searchText(*table, shownValues(*table, ops, *before)) : QByteArray();
    QByteArray now = state.hidden ? QByteArray() : searchText(*table, shown);
    if (then == now)
        return;
    m_searchedSize += then.size() + now.size();
    m_searched.push_back({row, std::move(then), std::move(now)});
    if (m_searchedSize >= mostSearched)
        writeSearchIndex();
}

void RecordTables::writeSearchIndex()
{
    for (const Searched &searched : m_searched) {
        if (!searched.before.isEmpty())
            m_db.statement("INSERT INTO search(search, rowid, text) VALUES('delete', ?, ?)")
                .bind(searched.row, SqlValue(searched.before))
                .run();
        if (!searched.now.isEmpty())
            m_db.statement("INSERT INTO search(rowid, text) VALUES(?, ?)")
                .bind(searched.row, SqlValue(searched.now))
                .run();
    }
    m_searched.clear();
    m_searchedSize = 0;
}

void RecordTables::learn(Table &table, const RowState &state)
{
    for (const FieldState &field : state.fields) {
        if (std::find(table.fieldIds.begin(), table.fieldIds.end(), field.field) != table.fieldIds.end())
            continue;
        if (const int at = table.entity->indexOf(m_names.name(field.field)); at >= 0)
            table.fieldIds[static_cast<size_t>(at)] = field.field;
    }
}

bool RecordTables::searchMoved(const Table &table, const RowState &before, const RowState &now)
{
    if (before.hidden != now.hidden)
        return true;
    for (size_t i = 0; i < table.entity->fields.size(); ++i) {
        if (!table.entity->fields[i].is(Field::Searched))
            continue;
        const FieldState *then = before.find(table.fieldIds[i]);
        const FieldState *field = now.find(table.fieldIds[i]);
        if (!then != !field || (field && then->shown != field->shown))
            return true;
    }
    return false;
}

std::vector<Value> RecordTables::shownValues(Table &table, const RowOps &ops, const RowState &state)
{
    learn(table, state);
    std::vector<Value> values(table.entity->fields.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (const FieldState *field = state.find(table.fieldIds[i]))
            values[i] = shownValue(ops, field->shown, field->field);
    }
    return values;
}

std::vector<SqlValue> RecordTables::rowValues(Table &table, qint64 row, const RowOps &ops, const RowState &state,
    const std::vector<Value> &shown, Ids ids)
{
    std::vector<SqlValue> values;
    values.reserve(table.columns.size() + FirstField);
    values.emplace_back(row);
    values.emplace_back(ops.ops.back().edit);
    values.emplace_back(qint64(state.hidden ? Hidden : Visible));
    values.emplace_back(Blob{m_names.row(row).uuid.toRfc4122()});
    for (size_t i = 0; i < table.columns.size();) {
        const int at = table.columns[i].field;
        const FieldState *field = state.find(table.fieldIds[static_cast<size_t>(at)]);
        const qint64 op = field ? ops.ids[field->shown] : 0;
        for (; i < table.columns.size() && table.columns[i].field == at; ++i)
            values.push_back(columnValue(table.columns[i], shown[static_cast<size_t>(at)], op, ids));
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

QByteArray RecordTables::searchText(const Table &table, const std::vector<Value> &shown)
{
    QByteArray text;
    const auto add = [&](const Value &value) {
        const QString words = value.text();
        if (!words.isEmpty())
            text += (text.isEmpty() ? "" : "\n") + words.toUtf8();
    };
    for (size_t i = 0; i < shown.size(); ++i) {
        if (!table.entity->fields[i].is(Field::Searched))
            continue;
        if (const auto *list = shown[i].toList())
            std::for_each(list->begin(), list->end(), add);
        else
            add(shown[i]);
    }
    return text;
}

std::vector<std::pair<qint64, QByteArray>> RecordTables::extras(
    Table *table, const RowOps &ops, const RowState &state)
{
    std::vector<std::pair<qint64, QByteArray>> result;
    for (const FieldState &field : state.fields) {
        const bool known = table
            && std::find(table->fieldIds.begin(), table->fieldIds.end(), field.field) != table->fieldIds.end();
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
    m_db.exec(schema::searchMemory("search"));
    m_db.statement("INSERT INTO derived_for(catalogue) VALUES(?)").bind(Blob{m_catalogue.fingerprint()}).run();
}

void RecordTables::fillSearchIndex(Journal &journal, const QByteArray &table)
{
    Statement insert(m_db.handle(), "INSERT INTO " + table + "(rowid, text) VALUES(?, ?)");
    journal.forEachRow([&](qint64 row, const RowOps &ops) {
        Table *records = tableOf(m_names.row(row).entity);
        const RowState state = fold(ops.ops);
        const QByteArray text
            = records && !state.hidden ? searchText(*records, shownValues(*records, ops, state)) : QByteArray();
        if (!text.isEmpty())
            insert.bind(row, SqlValue(text)).run();
    });
}

void RecordTables::recreateSearchIndex(Journal &journal)
{
    m_searched.clear();
    m_searchedSize = 0;
    m_db.forgetStatements();
    m_db.exec("DROP TABLE search");
    m_db.exec(schema::searchIndex());
    m_db.exec(schema::searchMemory("search"));
    fillSearchIndex(journal, "search");
}

} // namespace liaison
