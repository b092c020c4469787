#include "models/store/schema.h"

#include "models/domain/fields.h"

namespace liaison::schema {

namespace {

QByteArray sqlType(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Boolean:
    case FieldType::Reference:
    case FieldType::AnyReference:
    case FieldType::LongText: // the operation that holds it
        return "INTEGER";
    case FieldType::Reading:
        return "ANY";
    default:
        return "TEXT";
    }
}

void addColumns(std::vector<Column> &columns, const Field &field, int position, bool isPart)
{
    if (field.type == FieldType::Parts) {
        for (const Field &part : field.parts)
            addColumns(columns, part, position, true);
        return;
    }
    const QByteArray name(field.name.data(), field.name.size());
    columns.push_back({name, sqlType(field.type), position, &field, isPart, Column::Shows::Value});
    if (field.type == FieldType::Date) {
        columns.push_back({name + "_first", "INTEGER", position, &field, isPart, Column::Shows::FirstDay});
        columns.push_back({name + "_last", "INTEGER", position, &field, isPart, Column::Shows::LastDay});
    }
}

QByteArray uuidText(const QByteArray &id)
{
    const QByteArray hex = "(SELECT lower(hex(uuid)) AS h FROM row WHERE id = " + id + ")";
    return "(SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) "
           "|| '-' || substr(h, 21) FROM " + hex + ")";
}

// What a column holds that names the operation with the text.
QByteArray longText(const QByteArray &op, const QByteArray &field)
{
    return "(SELECT x.value FROM text x JOIN name n ON n.id = x.field WHERE x.op = " + op + " AND n.text = '" + field
        + "')";
}

QByteArray viewOf(const Catalogue &catalogue, const Entity &entity)
{
    QByteArray columns = keyExpression(catalogue, entity, "t.id", 1) + " AS id";
    for (const Column &column : columnsOf(entity)) {
        if (column.shows != Column::Shows::Value)
            continue;
        const QByteArray source = "t." + quoted(column.name);
        QByteArray shown = source;
        if (column.shown->type == FieldType::LongText) {
            shown = longText(source, column.name);
        } else if (const Entity *referred = catalogue.entity(column.shown->refers)) {
            if (column.shown->type == FieldType::References)
                shown = "(SELECT group_concat(" + keyExpression(catalogue, *referred, "j.value", 1)
                    + ", ',') FROM json_each(" + source + ") j)";
            else
                shown = keyExpression(catalogue, *referred, source, 1);
        } else if (column.shown->type == FieldType::AnyReference) {
            shown = "(SELECT n.text || ':' FROM row r JOIN name n ON n.id = r.entity WHERE r.id = " + source + ") || "
                + uuidText(source);
        }
        columns += ", " + shown + " AS " + quoted(column.name);
    }
    return "CREATE VIEW " + quoted("v_" + QByteArray(entity.name.data(), entity.name.size())) + " AS SELECT " + columns
        + " FROM " + quoted(entity.name) + " t WHERE t.state = 0";
}

// The board of every region as of today, for other people's tools.
QByteArray boardView()
{
    const QByteArray today = "CAST(strftime('%Y%m%d', 'now') AS INTEGER)";
    return "CREATE VIEW v_board AS SELECT r.name AS region, t.code AS code, t.name_en AS territory, "
           "i.code AS indicator, o.value AS value, o.source AS source, o.certainty AS certainty, o.date AS date "
           "FROM region_territory m JOIN region r ON r.id = m.region AND r.state = 0 "
           "JOIN territory t ON t.id = m.territory AND t.state = 0 "
           "JOIN indicator i ON i.state = 0 AND i.on_board = 1 "
           "LEFT JOIN observation o ON o.id = (SELECT b.id FROM observation b WHERE b.territory = t.id "
           "AND b.indicator = i.id AND b.state = 0 AND b.date_first <= " + today
        + " ORDER BY b.date_last DESC, b.date_first DESC LIMIT 1) "
          "WHERE m.state = 0 AND coalesce(t.exists_from_first, 0) <= " + today
        + " AND coalesce(t.exists_until_last, 99999999) >= " + today
        + " ORDER BY r.position, r.name, m.position, t.code, i.position, i.code";
}

} // namespace

QByteArray keyExpression(const Catalogue &catalogue, const Entity &entity, const QByteArray &id, int depth)
{
    if (!entity.hasNaturalKey() || depth > 4)
        return uuidText(id);
    const QByteArray table = "k" + QByteArray::number(depth);
    QByteArray key;
    for (const Field &field : entity.fields) {
        if (!field.is(Field::Key))
            continue;
        const QByteArray column = table + "." + quoted(field.name);
        const Entity *referred = catalogue.entity(field.refers);
        const QByteArray part = referred ? keyExpression(catalogue, *referred, column, depth + 1) : column;
        key += (key.isEmpty() ? "" : " || ':' || ") + part;
    }
    return "(SELECT " + key + " FROM " + quoted(entity.name) + " " + table + " WHERE " + table + ".id = " + id + ")";
}

namespace {

// What the row with this id is called, as far as its first word goes.
QByteArray titleExpression(const Catalogue &catalogue, const Entity &entity, const QByteArray &id, int depth = 1)
{
    const Field *title = entity.titleFields.empty() ? nullptr : entity.field(entity.titleFields.front());
    if (!title || depth > 3)
        return keyExpression(catalogue, entity, id);
    const QByteArray table = "s" + QByteArray::number(depth);
    const QByteArray column = table + "." + quoted(title->name);
    const Entity *referred = title->type == FieldType::Reference ? catalogue.entity(title->refers) : nullptr;
    const QByteArray called = referred ? titleExpression(catalogue, *referred, column, depth + 1)
        : title->type == FieldType::LongText
        ? longText(column, QByteArray(title->name.data(), title->name.size()))
        : column;
    return "(SELECT " + called + " FROM " + quoted(entity.name) + " " + table + " WHERE " + table + ".id = " + id + ")";
}

} // namespace

std::vector<QByteArray> sortExpressions(const Catalogue &catalogue, const Column &column, const QByteArray &table)
{
    const QByteArray name = table + "." + quoted(column.name);
    const Field &field = *column.shown;
    switch (field.type) {
    case FieldType::LongText:
        return {longText(name, column.name)};
    case FieldType::Reference:
        if (const Entity *referred = catalogue.entity(field.refers))
            return {titleExpression(catalogue, *referred, name)};
        return {name};
    case FieldType::Decimal:
        return {"CAST(" + name + " AS REAL)"};
    case FieldType::Money:
        return {"substr(" + name + ", 1, 3)", "CAST(substr(" + name + ", 5) AS REAL)"};
    case FieldType::Choice: {
        if (!field.is(Field::Steps))
            return {name};
        QByteArray rank = "CASE " + name;
        for (size_t i = 0; i < field.choices.size(); ++i) {
            const QLatin1StringView code = field.choices[i].code;
            rank += " WHEN '" + QByteArray(code.data(), code.size()).replace('\'', "''") + "' THEN "
                + QByteArray::number(i);
        }
        return {rank + " END"};
    }
    default:
        return {name};
    }
}

QByteArray quoted(QByteArrayView name)
{
    QByteArray text = name.toByteArray();
    return "\"" + text.replace('"', "\"\"") + "\"";
}

QByteArray quoted(QLatin1StringView name)
{
    return quoted(QByteArrayView(name.data(), name.size()));
}

std::vector<Column> columnsOf(const Entity &entity)
{
    std::vector<Column> columns;
    for (size_t i = 0; i < entity.fields.size(); ++i)
        addColumns(columns, entity.fields[i], static_cast<int>(i), false);
    return columns;
}

qint64 dayNumber(QDate day)
{
    return qint64(day.year()) * 10'000 + day.month() * 100 + day.day();
}

QDate dayOf(qint64 number)
{
    return QDate(static_cast<int>(number / 10'000), static_cast<int>(number / 100 % 100),
        static_cast<int>(number % 100));
}

std::vector<QByteArray> kept()
{
    return {
        "CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE replica(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE) STRICT",
        "CREATE TABLE row(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, uuid BLOB NOT NULL, UNIQUE(entity, uuid)) "
        "STRICT",
        "CREATE TABLE edit(seq INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, parent BLOB NOT NULL, "
        "replica INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, author INTEGER NOT NULL, "
        "label TEXT NOT NULL, grp BLOB, undoes BLOB, op1 INTEGER NOT NULL) STRICT",
        "CREATE INDEX edit_replica ON edit(replica, n)",
        "CREATE TABLE op(id INTEGER PRIMARY KEY, edit INTEGER NOT NULL, row INTEGER NOT NULL, body BLOB NOT NULL) "
        "STRICT",
        "CREATE INDEX op_row ON op(row)",
        // value is ANY, not TEXT: a sealed value of a newer program need not be a text
        "CREATE TABLE text(op INTEGER NOT NULL, field INTEGER NOT NULL, salt BLOB, value ANY, digest BLOB) STRICT",
        "CREATE INDEX text_op ON text(op)",
        "CREATE TABLE waiting(name BLOB PRIMARY KEY, needs BLOB NOT NULL, bytes BLOB NOT NULL) STRICT",
        "CREATE INDEX waiting_needs ON waiting(needs)",
    };
}

// Without a prefix index: words by their beginning are found in the index of terms itself, and check can vouch for
// all of it.
QByteArray searchIndex()
{
    return "CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')";
}

// 16 MiB instead of one: 50,000 texts went in within 0.9 s instead of 2.3, as no part is written only to be merged.
QByteArray searchMemory(const QByteArray &table)
{
    return "INSERT INTO " + table + "(" + table.mid(table.indexOf('.') + 1) + ", rank) VALUES('hashsize', 16777216)";
}

std::vector<QByteArray> derived(const Catalogue &catalogue)
{
    std::vector<QByteArray> statements = {
        "CREATE TABLE extra(row INTEGER NOT NULL, field INTEGER NOT NULL, value BLOB, PRIMARY KEY(row, field)) "
        "STRICT, WITHOUT ROWID",
        "CREATE TABLE conflict(row INTEGER NOT NULL, field INTEGER NOT NULL, PRIMARY KEY(row, field)) "
        "STRICT, WITHOUT ROWID",
        searchIndex(),
        "CREATE TABLE derived_for(catalogue BLOB NOT NULL) STRICT",
    };
    for (const Entity &entity : catalogue.entities()) {
        QByteArray columns
            = "id INTEGER PRIMARY KEY, version INTEGER NOT NULL, state INTEGER NOT NULL, uuid BLOB NOT NULL";
        QByteArray key;
        for (const Column &column : columnsOf(entity)) {
            columns += ", " + quoted(column.name) + " " + column.type;
        }
        for (const Field &field : entity.fields) {
            if (!field.is(Field::Key))
                continue;
            const QByteArray name(field.name.data(), field.name.size());
            // The latest of several dates is looked for: by the end of the period, then its beginning.
            const QByteArray part
                = field.type == FieldType::Date ? quoted(name + "_last") + ", " + quoted(name + "_first") : quoted(name);
            key += (key.isEmpty() ? "" : ", ") + part;
        }
        // The board asks for little more than the key of many observations: all of it lies in the index, so that no other
        // page is read.
        if (entity.name == fields::observation::entity)
            key += ", state, uuid, date, value, source, certainty";
        const QByteArray table(entity.name.data(), entity.name.size());
        statements.push_back("CREATE TABLE " + quoted(table) + "(" + columns + ") STRICT");
        if (!key.isEmpty())
            statements.push_back("CREATE INDEX " + quoted(table + "_key") + " ON " + quoted(table) + "(" + key + ")");
    }
    for (const Entity &entity : catalogue.entities())
        statements.push_back(viewOf(catalogue, entity));
    if (catalogue.entity(fields::regionTerritory::entity) && catalogue.entity(fields::observation::entity))
        statements.push_back(boardView());
    return statements;
}

} // namespace liaison::schema
