#include "models/store/recordtables.h"

#include "models/domain/decimal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Readable in any SQL tool: 20070215.
SqlValue dayNumber(QDate day)
{
    return qint64(day.year()) * 10'000 + day.month() * 100 + day.day();
}

QByteArray jsonList(const QJsonArray &list)
{
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

const QByteArray *asText(const SqlValue &value)
{
    return std::get_if<QByteArray>(&value);
}

// Each word quoted, by its beginning: what people type is a query language to FTS5 otherwise.
QString matchText(const QString &search)
{
    QStringList words;
    for (QString word : search.normalized(QString::NormalizationForm_C).simplified().split(u' ')) {
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            words.append(u'"' + word.replace(u'"', u"\"\""_s) + u"\"*"_s);
    }
    return words.join(u' ');
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
    Value shown;
    qint64 op = 0;
    int at = -1;
    for (const schema::Column &column : table.columns) {
        if (column.field != at) {
            at = column.field;
            const FieldState *field = state.find(fieldId(table, static_cast<size_t>(at)));
            shown = field ? shownValue(ops, field->shown, field->field) : Value();
            op = field ? ops.ids[field->shown] : 0;
        }
        values.push_back(columnValue(column, shown, op, ids));
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
            return dayNumber(value.date().firstDay());
        if (column.shows == schema::Column::Shows::LastDay)
            return dayNumber(value.date().lastDay());
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

// --- Reading

namespace {

// A column that is not a field: every record begins with these.
enum FixedColumn { IdColumn, VersionColumn, StateColumn, FirstField };

} // namespace

Value RecordTables::readingFrom(const SqlValue &stored)
{
    if (const auto *number = std::get_if<qint64>(&stored))
        return Value(*number);
    const QByteArray *utf8 = asText(stored);
    if (!utf8)
        return {};
    const QString text = QString::fromUtf8(*utf8);
    // An amount has a currency beside it.
    if (text.contains(u' ')) {
        if (const auto money = parseMoney(text); money && moneyText(*money) == text)
            return *money;
    }
    return Value(text);
}

Value RecordTables::columnToValue(Table &table, const schema::Column &column, const SqlValue &stored)
{
    if (std::holds_alternative<std::monostate>(stored))
        return {};
    const auto *number = std::get_if<qint64>(&stored);
    const auto text = [&] { return asText(stored) ? QString::fromUtf8(*asText(stored)) : QString(); };
    switch (column.shown->type) {
    case FieldType::LongText: {
        const qint64 id = fieldId(table, static_cast<size_t>(column.field));
        Statement &select = m_db.statement("SELECT value FROM text WHERE op = ? AND field = ?");
        Rows rows(select.bind(number ? *number : 0, id));
        return rows.next() && select.isText(0) ? Value(select.text(0)) : Value();
    }
    case FieldType::TextList: {
        Value::List list;
        for (const QJsonValue &item : QJsonDocument::fromJson(text().toUtf8()).array())
            list.emplace_back(item.toString());
        return Value(std::move(list));
    }
    case FieldType::Integer:
        return number ? Value(*number) : Value();
    case FieldType::Boolean:
        return number ? Value(*number != 0) : Value();
    case FieldType::Reference:
        return number ? Value(m_names.row(*number).uuid) : Value();
    case FieldType::References: {
        Value::List list;
        for (const QJsonValue &item : QJsonDocument::fromJson(text().toUtf8()).array())
            list.emplace_back(m_names.row(item.toInteger()).uuid);
        return Value(std::move(list));
    }
    case FieldType::AnyReference: {
        const Dictionary::Row row = m_names.row(number ? *number : 0);
        return Value(Value::Parts{{u"entity"_s, Value(m_names.name(row.entity))}, {u"row"_s, Value(row.uuid)}});
    }
    case FieldType::Reading:
    case FieldType::Money:
        return readingFrom(stored);
    default:
        return Value(text());
    }
}

Record RecordTables::recordFrom(Table &table, Statement &select)
{
    Record record(*table.entity, m_names.row(select.integer(IdColumn)).uuid);
    record.setVersion(select.integer(VersionColumn));
    record.setHidden(select.integer(StateColumn) == Hidden);
    Value::Parts parts;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const schema::Column &column = table.columns[i];
        if (column.shows == schema::Column::Shows::Value) {
            Value value = columnToValue(table, column, select.value(FirstField + static_cast<int>(i)));
            if (column.isPart)
                parts.emplace(QString(column.shown->name), std::move(value));
            else
                record.setValueAt(column.field, std::move(value));
        }
        const bool last = i + 1 == table.columns.size() || table.columns[i + 1].field != column.field;
        if (last && column.isPart) {
            record.setValueAt(column.field, Value(std::move(parts)));
            parts.clear();
        }
    }
    return record;
}

void RecordTables::addConflicts(Record &record, qint64 row)
{
    Statement &select = m_db.statement("SELECT field FROM conflict WHERE row = ?");
    Rows rows(select.bind(row));
    while (rows.next())
        record.addConflict(m_names.name(select.integer(0)));
}

void RecordTables::addFilter(Condition &condition, Table &table, const Query::Filter &filter)
{
    bool found = false;
    for (const schema::Column &column : table.columns) {
        const Field &field = table.entity->fields[static_cast<size_t>(column.field)];
        if (column.shows != schema::Column::Shows::Value)
            continue;
        if (column.shown->name != filter.field && field.name != filter.field)
            continue;
        // A field of parts named as a whole is compared part by part; a part of its own name comes first.
        const bool missing = filter.value.isNull() && !field.part(filter.field);
        const bool whole = column.isPart && field.name == filter.field && (filter.value.toParts() || missing);
        if (column.isPart && !whole && column.shown->name != filter.field)
            continue;
        const Value &value = whole ? filter.value.part(column.shown->name) : filter.value;
        found = true;
        QByteArray name = schema::quoted(column.name);
        if (column.shown->type == FieldType::LongText) {
            name = "(SELECT x.value FROM text x WHERE x.op = " + name + " AND x.field = "
                + QByteArray::number(fieldId(table, static_cast<size_t>(column.field))) + ")";
            condition.sql += value.isNull() ? " AND " + name + " IS NULL" : " AND " + name + " = ?";
            if (!value.isNull())
                condition.values.push_back(sqlText(value.text()));
            continue;
        }
        if (value.isNull()) {
            condition.sql += " AND " + name + " IS NULL";
            continue;
        }
        const bool list = column.shown->type == FieldType::TextList || column.shown->type == FieldType::References;
        if (list && !value.toList()) {
            condition.sql += " AND EXISTS(SELECT 1 FROM json_each(" + name + ") WHERE value = ?)";
            condition.values.push_back(value.toRow() ? referenceId(column.shown->refers, value, Ids::Find)
                                                     : sqlText(value.text()));
            continue;
        }
        schema::Column single = column;
        single.isPart = false;
        condition.sql += " AND " + name + " = ?";
        condition.values.push_back(columnValue(single, value, 0, Ids::Find));
    }
    if (!found)
        condition.sql += " AND 0";
}

RecordTables::Condition RecordTables::conditionOf(Table &table, const Query &query)
{
    Condition condition;
    if (query.rows != Query::Rows::All)
        condition.sql = "state = " + QByteArray::number(query.rows == Query::Rows::Hidden ? Hidden : Visible);
    for (const Query::Filter &filter : query.where)
        addFilter(condition, table, filter);
    if (!query.search.trimmed().isEmpty()) {
        const QString match = matchText(query.search);
        if (match.isEmpty()) {
            condition.sql += " AND 0";
        } else {
            condition.sql += " AND id IN (SELECT rowid FROM search WHERE search MATCH ?)";
            condition.values.push_back(sqlText(match));
        }
    }
    return condition;
}

QByteArray RecordTables::orderOf(Table &table, const Query &query)
{
    const QByteArray direction = query.order == Qt::DescendingOrder ? " DESC" : "";
    const auto expression = [&](const schema::Column &column) -> QByteArray {
        const QByteArray name = schema::quoted(column.name);
        const Entity *referred
            = column.shown->type == FieldType::Reference ? m_catalogue.entity(column.shown->refers) : nullptr;
        return referred ? schema::keyExpression(m_catalogue, *referred, "t." + name) : name;
    };
    QByteArray order;
    const auto add = [&](const QByteArray &by) { order += by + direction + ", "; };
    for (const schema::Column &column : table.columns) {
        if (column.shows == schema::Column::Shows::Value && !query.sortBy.isEmpty()
            && column.shown->name == query.sortBy)
            add(expression(column));
    }
    if (order.isEmpty()) {
        // By position, then key, then title.
        for (const auto wanted : {0, 1, 2}) {
            for (const schema::Column &column : table.columns) {
                const Field &field = table.entity->fields[static_cast<size_t>(column.field)];
                const int rank = field.name == "position"_L1 ? 0
                    : field.is(Field::Key)                    ? 1
                    : field.name == table.entity->titleField  ? 2
                                                              : 3;
                if (rank == wanted && column.shows == schema::Column::Shows::Value)
                    add(expression(column));
            }
        }
    }
    return order + "(SELECT uuid FROM row WHERE row.id = t.id)";
}

std::vector<Record> RecordTables::read(const Query &query)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return {};
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, query);
    Statement select(m_db.handle(),
        "SELECT * FROM " + table.name + " t WHERE " + condition.sql + " ORDER BY " + orderOf(table, query) + " LIMIT "
            + QByteArray::number(query.limit) + " OFFSET " + QByteArray::number(query.offset));
    select.bindAll(condition.values);
    std::vector<Record> records;
    const bool anyConflict = m_db.number("SELECT EXISTS(SELECT 1 FROM conflict)") != 0;
    while (select.step()) {
        records.push_back(recordFrom(table, select));
        if (anyConflict)
            addConflicts(records.back(), select.integer(IdColumn));
    }
    return records;
}

qint64 RecordTables::count(const Query &query)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return 0;
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, query);
    Statement select(m_db.handle(), "SELECT count(*) FROM " + table.name + " t WHERE " + condition.sql);
    select.bindAll(condition.values);
    return select.step() ? select.integer(0) : 0;
}

Record RecordTables::find(const Entity &entity, qint64 row)
{
    Table &table = tableOf(entity);
    Statement &select = m_db.statement("SELECT * FROM " + table.name + " WHERE id = ?");
    Rows rows(select.bind(row));
    if (!rows.next())
        return {};
    Record record = recordFrom(table, select);
    addConflicts(record, row);
    return record;
}

Record RecordTables::recordOf(const Entity &entity, qint64 row, const RowOps &ops, const RowState &state)
{
    Table &table = tableOf(entity);
    Record record(entity, m_names.row(row).uuid);
    record.setVersion(ops.ops.back().edit);
    record.setHidden(state.hidden);
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldState *field = state.find(fieldId(table, i));
        if (!field)
            continue;
        record.setValueAt(static_cast<int>(i), shownValue(ops, field->shown, field->field));
        if (field->conflict)
            record.addConflict(QString(entity.fields[i].name));
    }
    return record;
}

// --- Checking

QStringList RecordTables::differences(qint64 row, const RowOps &ops, const RowState &state)
{
    QStringList differing;
    Table *table = tableOf(m_names.row(row).entity);
    if (table) {
        const std::vector<SqlValue> expected = rowValues(*table, row, ops, state, Ids::Find);
        Statement &select = m_db.statement("SELECT * FROM " + table->name + " WHERE id = ?");
        Rows rows(select.bind(row));
        if (!rows.next()) {
            differing.append(Tr::tr("the row"));
        } else {
            for (size_t i = 0; i < expected.size(); ++i) {
                if (select.value(static_cast<int>(i)) == expected[i])
                    continue;
                differing.append(i < FirstField ? (i == VersionColumn ? Tr::tr("the version") : Tr::tr("the state"))
                                                : QString::fromUtf8(table->columns[i - FirstField].name));
            }
        }
    }
    const auto compare = [&](const char *sql, const auto &expected, const QString &what, const auto &same) {
        Statement &select = m_db.statement(sql);
        Rows rows(select.bind(row));
        size_t i = 0;
        bool equal = true;
        while (rows.next()) {
            equal = equal && i < expected.size() && same(select, expected[i]);
            ++i;
        }
        if (!equal || i != expected.size())
            differing.append(what);
    };
    compare("SELECT field FROM conflict WHERE row = ? ORDER BY field", conflictFields(state, Ids::Find),
        Tr::tr("the list of conflicts"), [](const Statement &s, qint64 field) { return s.integer(0) == field; });
    compare("SELECT field, value FROM extra WHERE row = ? ORDER BY field", extras(table, ops, state),
        Tr::tr("the fields of a newer program"),
        [](const Statement &s, const auto &extra) { return s.integer(0) == extra.first && s.bytes(1) == extra.second; });
    return differing;
}

QStringList RecordTables::orphans()
{
    QStringList found;
    const auto look = [&](const QByteArray &table, const QByteArray &column) {
        Statement select(m_db.handle(), "SELECT DISTINCT " + column + " FROM " + table + " WHERE NOT EXISTS("
                "SELECT 1 FROM op WHERE op.row = " + table + "." + column + ")");
        while (select.step())
            found.append(QString::fromUtf8(table) + u' ' + QString::number(select.integer(0)));
    };
    for (const Table &table : m_tables) {
        look(table.name, "id");
        // A row in the table of another entity.
        Statement select(m_db.handle(), "SELECT t.id FROM " + table.name + " t JOIN row ON row.id = t.id "
                                        "LEFT JOIN name ON name.id = row.entity WHERE name.text IS NOT ?");
        select.bind(QString(table.entity->name));
        while (select.step())
            found.append(QString::fromUtf8(table.name) + u' ' + QString::number(select.integer(0)));
    }
    look("conflict", "row");
    look("extra", "row");
    return found;
}

bool RecordTables::searchIndexIsRight(Journal &journal)
{
    m_db.exec("DROP TABLE IF EXISTS temp.search_again");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_again USING fts5(text, content='', "
              "tokenize='unicode61 remove_diacritics 2')");
    fillSearchIndex(journal, "temp.search_again");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_present_words USING fts5vocab('main', 'search', 'instance')");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_right_words USING fts5vocab('temp', 'search_again', 'instance')");
    bool right = true;
    {
        Statement present(m_db.handle(), "SELECT term, doc, col, offset FROM temp.search_present_words");
        Statement expected(m_db.handle(), "SELECT term, doc, col, offset FROM temp.search_right_words");
        bool more = true;
        while (right && more) {
            more = expected.step();
            right = present.step() == more;
            for (int column = 0; right && more && column < 4; ++column)
                right = present.value(column) == expected.value(column);
        }
    }
    for (const char *table : {"search_present_words", "search_right_words", "search_again"})
        m_db.exec(QByteArray("DROP TABLE temp.") + table);
    return right;
}

} // namespace liaison
