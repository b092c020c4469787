#pragma once

// What the generator of the ready-made edits is made of.

#include "models/domain/catalogue.h"
#include "models/domain/cbor.h"
#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/exchange/csv.h"
#include "models/store/edit.h"

#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace liaison::seed {

using namespace Qt::StringLiterals;

[[noreturn]] inline void fail(const QString &message)
{
    QTextStream(stderr) << "liaison_make_edits: " << message << '\n';
    std::exit(1);
}

// A CSV file by the names of its columns.
class Table
{
public:
    Table(const QString &folder, const QString &name) : m_name(name)
    {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            fail(name + u": "_s + file.errorString());
        auto rows = readCsv(file.readAll(), name);
        if (!rows)
            fail(rows.error().message());
        if (rows->empty())
            fail(name + u": no head line"_s);
        m_rows = std::move(*rows);
        m_columns = m_rows.front().fields;
        m_rows.erase(m_rows.begin());
    }

    size_t size() const { return m_rows.size(); }

    QString at(size_t row, const QString &column) const
    {
        const qsizetype index = m_columns.indexOf(column);
        if (index < 0)
            fail(m_name + u": no column "_s + column);
        return m_rows[row].fields.value(index);
    }

private:
    QString m_name;
    QStringList m_columns;
    std::vector<CsvRow> m_rows;
};

using Fields = std::vector<std::pair<fields::Name, Value>>;

// One ready-made edit in the making.
class Release
{
public:
    Release(const QString &series, const QString &label)
    {
        m_edit.replica = naturalId(u"ready-made", series);
        m_edit.author = u"Liaison"_s;
        m_edit.label = label;
    }
    // The next of its series.
    Release(const Release &before, const QString &label)
    {
        m_edit.parent = before.m_edit.name();
        m_edit.replica = before.m_edit.replica;
        m_edit.n = before.m_edit.n + 1;
        m_edit.author = before.m_edit.author;
        m_edit.label = label;
    }

    void row(fields::Name entityName, QUuid id, const Fields &values)
    {
        Operation op = operation(entityName, id, values);
        op.life = Life::Alive;
        for (const Field &field : Catalogue::builtIn().entity(entityName)->fields) {
            if (field.is(Field::Required) && !op.fields.contains(QString(field.name)))
                fail(entityName + u": a row without "_s + field.name);
        }
        m_edit.ops.push_back(std::move(op));
    }

    // Other values for a row that an earlier release wrote last.
    void change(fields::Name entityName, QUuid id, const Fields &values, const Release &seen)
    {
        Operation op = operation(entityName, id, values);
        op.prev = {seen.m_edit.name()};
        m_edit.ops.push_back(std::move(op));
    }

    void save(const QString &path) const
    {
        if (m_edit.ops.size() > Edit::mostOperations || m_edit.transport().size() > Edit::mostBytes)
            fail(path + u": too much for one edit"_s);
        CborWriter out;
        out.array(1);
        out.bytes(m_edit.transport());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(out.result()) != out.result().size() || !file.commit())
            fail(path + u": "_s + file.errorString());
    }

private:
    static Operation operation(fields::Name entityName, QUuid id, const Fields &values)
    {
        const Entity *entity = Catalogue::builtIn().entity(entityName);
        Operation op;
        op.entity = entityName;
        op.row = id;
        for (const auto &[name, value] : values) {
            const Field *field = entity->field(name);
            if (!field || field->isSealed()) // a salt would differ from run to run
                fail(entityName + u": no plain field "_s + name);
            if (const auto checked = field->check(value); !checked)
                fail(entityName + u": "_s + checked.error().message());
            if (!value.isNull())
                op.fields[QString(name)].bytes = value.toCanonical();
        }
        return op;
    }

    Edit m_edit;
};

inline Value text(const QString &cell)
{
    return cell.isEmpty() ? Value() : Value(cell);
}

inline Value integer(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    bool ok = false;
    const qint64 number = cell.toLongLong(&ok);
    if (!ok)
        fail(cell + u": not a number"_s);
    return Value(number);
}

inline Value yesNo(const QString &cell)
{
    if (cell != "yes"_L1 && cell != "no"_L1)
        fail(cell + u": neither yes nor no"_s);
    return Value(cell == "yes"_L1);
}

inline Value date(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    const auto parsed = PartialDate::parse(cell);
    if (!parsed)
        fail(cell + u": not a date"_s);
    return Value(*parsed);
}

inline Value decimal(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    const auto parsed = parseDecimal(cell);
    if (!parsed)
        fail(cell + u": not a decimal number"_s);
    return Value(*parsed);
}

inline Value list(Value::List items)
{
    return items.empty() ? Value() : Value(std::move(items));
}

inline QUuid territoryId(const QString &code)
{
    return naturalId(QString(fields::territory::entity), code);
}

inline QUuid indicatorId(const QString &code)
{
    return naturalId(QString(fields::indicator::entity), code);
}

inline QUuid writeRegion(Release &release, const QString &series, const QString &name, int position)
{
    namespace f = fields::region;
    const QUuid region = naturalId(QString(f::entity), series);
    release.row(f::entity, region, {{f::name, Value(name)}, {f::position, Value(position)}});
    return region;
}

inline void writeMember(Release &release, QUuid region, const QString &code, int position, const Fields &more = {})
{
    namespace f = fields::regionTerritory;
    Fields values = {
        {f::region, Value(region)}, {f::territory, Value(territoryId(code))}, {f::position, Value(position)}};
    values.insert(values.end(), more.begin(), more.end());
    release.row(f::entity, naturalId(QString(f::entity), region.toString(QUuid::WithoutBraces) + u':' + code), values);
}

// The example and what followed: caribbean-2007-1.edits and so on.
void saveExample(const QString &resources, const QString &out);

} // namespace liaison::seed
