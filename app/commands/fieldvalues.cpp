#include "app/commands/fieldvalues.h"

#include "app/commands/arguments.h"
#include "app/commands/readings.h"
#include "models/domain/fields.h"
#include "models/exchange/fieldtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// The indicator a row speaks of: what its readings mean depends on it.
QUuid indicatorOf(const Entity &entity, const Record &row)
{
    for (const Field &field : entity.fields) {
        if (field.type == FieldType::Reference && field.refers == fields::indicator::entity)
            return row.value(field.name).row();
    }
    return {};
}

Error inField(const Entity &entity, const NamedField &named, const Error &error)
{
    return {entity.name, QString(named.written().name), error.why.isEmpty() ? error.message() : error.why};
}

} // namespace

std::vector<NamedField> namedFields(const Entity &entity)
{
    std::vector<NamedField> all;
    for (const Field &field : entity.fields) {
        if (field.type != FieldType::Parts)
            all.push_back({&field, nullptr});
        for (const Field &part : field.parts)
            all.push_back({&field, &part});
    }
    return all;
}

Result<NamedField> namedField(const Context &context, const Entity &entity, const QString &name)
{
    QStringList names;
    for (const NamedField &named : namedFields(entity)) {
        names.append(QString(named.written().name));
        if (names.last() == name)
            return named;
    }
    return context.refuse(entity.name + u' ' + name.left(100),
        CommandTr::tr("no such field; there are: %1").arg(names.join(u", "_s)));
}

const Value &valueOf(const Record &record, const NamedField &named)
{
    const Value &value = record.value(named.field->name);
    return named.part ? value.part(named.part->name) : value;
}

Result<Value> fieldValue(const Store &store, const Entity &entity, const Record &row, const NamedField &named,
    const QString &text)
{
    const Field &field = named.written();
    const bool isReading = field.type == FieldType::Reading && !text.trimmed().isEmpty();
    const auto value = isReading ? Readings(store).parse(indicatorOf(entity, row), text)
                                 : FieldText(store).parse(field, text);
    if (!value)
        return inField(entity, named, value.error());
    if (const auto checked = field.check(*value); !checked)
        return inField(entity, named, checked.error());
    return value;
}

Result<FieldValues> fieldValues(const Context &context, const Store &store, const Entity &entity, const Record &before,
    const QStringList &words)
{
    const bool isNew = before.isNull();
    // Filled as it is read, so that a reading finds the indicator named before it.
    Record row = isNew ? Record(entity, QUuid()) : before;
    std::vector<std::pair<NamedField, QString>> assigned;
    for (const QString &word : words) {
        const auto pair = assignment(context, word);
        if (!pair)
            return pair.error();
        const auto named = namedField(context, entity, pair->first);
        if (!named)
            return named.error();
        const auto same = [&](const auto &other) { return &other.first.written() == &named->written(); };
        if (std::any_of(assigned.begin(), assigned.end(), same))
            return context.refuse(pair->first, CommandTr::tr("this field is named twice"));
        if (!isNew && named->field->is(Field::Key))
            return context.refuse(pair->first, CommandTr::tr("a key field is set once, with the row"));
        assigned.emplace_back(*named, pair->second);
    }
    // References before what depends on them.
    std::stable_partition(assigned.begin(), assigned.end(),
        [](const auto &one) { return one.first.written().type != FieldType::Reading; });

    std::vector<QLatin1StringView> touched;
    for (const auto &[named, text] : assigned) {
        const auto value = fieldValue(store, entity, row, named, text);
        if (!value)
            return value.error();
        const QLatin1StringView name = named.field->name;
        row.setValueAt(entity.indexOf(name),
            named.part ? row.value(name).withPart(named.part->name, *value) : *value);
        if (std::find(touched.begin(), touched.end(), name) == touched.end())
            touched.push_back(name);
    }
    FieldValues values;
    for (const QLatin1StringView name : touched)
        values.emplace_back(name, row.value(name));
    return values;
}

Result<std::vector<Query::Filter>> filters(
    const Context &context, const Store &store, const Entity &entity, const QStringList &words)
{
    std::vector<Query::Filter> all;
    Record row(entity, QUuid()); // what was asked of other fields: the indicator for readings
    for (const QString &word : words) {
        const auto pair = assignment(context, word);
        if (!pair)
            return pair.error();
        const auto named = namedField(context, entity, pair->first);
        if (!named)
            return named.error();
        const auto value = fieldValue(store, entity, row, *named, pair->second);
        if (!value)
            return value.error();
        if (!named->part)
            row.setValueAt(entity.indexOf(named->field->name), *value);
        // Among several values each one asked for is contained.
        if (const Value::List *items = value->toList()) {
            for (const Value &item : *items)
                all.push_back({pair->first, item});
        } else {
            all.push_back({pair->first, *value});
        }
    }
    return all;
}

} // namespace liaison
