// Reading records back: conditions, order, columns to values.
#include "models/store/recordtables.h"

#include "models/domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

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
    Record record(*table.entity, QUuid::fromRfc4122(select.bytes(UuidColumn)));
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

void RecordTables::addCondition(
    Condition &condition, Table &table, const schema::Column &column, const Value &value, Query::Filter::Is is)
{
    using Is = Query::Filter::Is;
    QByteArray name = "t." + schema::quoted(column.name);
    const QByteArray negation = is == Is::Not ? " AND NOT " : " AND ";
    if (column.shown->type == FieldType::LongText) {
        name = "(SELECT x.value FROM text x WHERE x.op = " + name + " AND x.field = "
            + QByteArray::number(fieldId(table, static_cast<size_t>(column.field))) + ")";
        condition.sql += negation + name + (value.isNull() ? " IS NULL" : " IS ?");
        if (!value.isNull())
            condition.values.push_back(sqlText(value.text()));
        return;
    }
    if (is == Is::From || is == Is::Until) {
        const bool isDate = column.shown->type == FieldType::Date;
        const QByteArray bound = !isDate ? name
            : "t." + schema::quoted(column.name + (is == Is::From ? "_last" : "_first"));
        condition.sql += " AND " + bound + (is == Is::From ? " >= ?" : " <= ?");
        const qint64 limit = !isDate ? value.toInteger().value_or(0)
            : schema::dayNumber(is == Is::From ? value.date().firstDay() : value.date().lastDay());
        condition.values.emplace_back(limit);
        return;
    }
    const bool list = column.shown->type == FieldType::TextList || column.shown->type == FieldType::References;
    if (list && !value.isNull() && !value.toList()) {
        condition.sql += negation + "EXISTS(SELECT 1 FROM json_each(" + name + ") WHERE value = ?)";
        condition.values.push_back(value.toRow() ? referenceId(column.shown->refers, value, Ids::Find)
                                                 : sqlText(value.text()));
        return;
    }
    schema::Column single = column;
    single.isPart = false;
    condition.sql += negation + name + (value.isNull() ? " IS NULL" : is == Is::Not ? " IS ?" : " = ?");
    if (!value.isNull())
        condition.values.push_back(columnValue(single, value, 0, Ids::Find));
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
        addCondition(condition, table, column, value, filter.is);
    }
    if (!found)
        condition.sql += " AND 0";
}

RecordTables::Condition RecordTables::conditionOf(Table &table, const Query &query)
{
    Condition condition;
    if (query.rows != Query::Rows::All)
        condition.sql = "t.state = " + QByteArray::number(query.rows == Query::Rows::Hidden ? Hidden : Visible);
    for (const Query::Filter &filter : query.where)
        addFilter(condition, table, filter);
    if (!query.search.trimmed().isEmpty()) {
        const QString match = matchText(query.search);
        if (match.isEmpty()) {
            condition.sql += " AND 0";
        } else {
            condition.sql += " AND t.id IN (SELECT rowid FROM search WHERE search MATCH ?)";
            condition.values.push_back(sqlText(match));
        }
    }
    return condition;
}

QByteArray RecordTables::orderOf(Table &table, const Query &query)
{
    const QByteArray direction = query.order == Qt::DescendingOrder ? " DESC" : "";
    QByteArray order;
    const auto add = [&](const QByteArray &by) { order += by + direction + ", "; };
    const auto addTitle = [&](const schema::Column &column) {
        for (const QByteArray &by : schema::sortExpressions(m_catalogue, column, "t"))
            add(by);
    };
    for (const schema::Column &column : table.columns) {
        if (column.shows == schema::Column::Shows::Value && !query.sortBy.isEmpty()
            && column.shown->name == query.sortBy)
            addTitle(column);
    }
    if (order.isEmpty()) {
        // By position, then key, then title.
        const auto &titles = table.entity->titleFields;
        const auto isTitle = [&](const Field &field) { return !titles.empty() && field.name == titles.front(); };
        for (const auto wanted : {0, 1, 2}) {
            for (const schema::Column &column : table.columns) {
                const Field &field = table.entity->fields[static_cast<size_t>(column.field)];
                const int rank = field.name == "position"_L1 ? 0
                    : field.is(Field::Key)                    ? 1
                    : isTitle(field)                            ? 2
                                                              : 3;
                if (rank != wanted || column.shows != schema::Column::Shows::Value)
                    continue;
                const Entity *referred
                    = column.shown->type == FieldType::Reference ? m_catalogue.entity(column.shown->refers) : nullptr;
                if (referred && rank == 1)
                    add(schema::keyExpression(m_catalogue, *referred, "t." + schema::quoted(column.name)));
                else
                    addTitle(column);
            }
        }
    }
    return order + "uuid";
}

// What recordFrom() takes apart. Most of a record's cost is making its values.
QByteArray RecordTables::columnsOf(const Table &table, const std::vector<QLatin1StringView> &fields)
{
    if (fields.empty())
        return "*";
    QByteArray columns = "id, version, state, uuid";
    for (const schema::Column &column : table.columns) {
        const QLatin1StringView field = table.entity->fields[static_cast<size_t>(column.field)].name;
        const bool isWanted = std::find(fields.begin(), fields.end(), field) != fields.end();
        columns += ", " + (isWanted ? schema::quoted(column.name) : QByteArray("NULL"));
    }
    return columns;
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
    visitEach(table, select, [&](Record &&record) { records.push_back(std::move(record)); });
    return records;
}

void RecordTables::forEach(const Query &query, const std::vector<QLatin1StringView> &fields,
    const std::function<void(const Record &)> &visit)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return;
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, query);
    Statement select(m_db.handle(),
        "SELECT " + columnsOf(table, fields) + " FROM " + table.name + " t WHERE " + condition.sql);
    select.bindAll(condition.values);
    visitEach(table, select, visit);
}

void RecordTables::visitEach(Table &table, Statement &select, const std::function<void(Record &&)> &visit)
{
    const bool anyConflict = m_db.number("SELECT EXISTS(SELECT 1 FROM conflict)") != 0;
    while (select.step()) {
        Record record = recordFrom(table, select);
        if (anyConflict)
            addConflicts(record, select.integer(IdColumn));
        visit(std::move(record));
    }
}

std::vector<QUuid> RecordTables::ids(const Query &query)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return {};
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, query);
    Statement select(m_db.handle(),
        "SELECT t.uuid FROM " + table.name + " t WHERE " + condition.sql + " ORDER BY " + orderOf(table, query)
            + " LIMIT " + QByteArray::number(query.limit) + " OFFSET " + QByteArray::number(query.offset));
    select.bindAll(condition.values);
    std::vector<QUuid> ids;
    while (select.step())
        ids.push_back(QUuid::fromRfc4122(select.bytes(0)));
    return ids;
}

qint64 RecordTables::count(const Query &query)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return 0;
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, query);
    Statement select(m_db.handle(),
        query.limit < 0 ? "SELECT count(*) FROM " + table.name + " t WHERE " + condition.sql
                        : "SELECT count(*) FROM (SELECT 1 FROM " + table.name + " t WHERE " + condition.sql
                + " LIMIT " + QByteArray::number(query.limit) + ")");
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

} // namespace liaison
