#include "app/commands/fieldvalues.h"

#include "app/commands/arguments.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace liaison {

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

Result<Draft> draftOfWords(const Context &context, const Store &store, const Entity &entity,
    const Record &before, const QStringList &words)
{
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
        if (!before.isNull() && named->field->is(Field::Key))
            return context.refuse(pair->first, CommandTr::tr("a key field is set once, with the row"));
        assigned.emplace_back(*named, pair->second);
    }
    std::stable_partition(assigned.begin(), assigned.end(),
        [](const auto &one) { return one.first.written().type != FieldType::Reading; });

    const EntryText text(store);
    RecordEntry entry(text, entity, before);
    for (const auto &[named, word] : assigned) {
        if (const auto written = entry.write(named, word); !written)
            return written.error();
    }
    return entry.draft();
}

Result<std::vector<Query::Filter>> filters(
    const Context &context, const Store &store, const Entity &entity, const QStringList &words)
{
    std::vector<Query::Filter> all;
    const EntryText text(store);
    Record row(entity, QUuid()); // what was asked of other fields: the indicator for readings
    for (const QString &word : words) {
        const auto pair = assignment(context, word);
        if (!pair)
            return pair.error();
        const auto named = namedField(context, entity, pair->first);
        if (!named)
            return named.error();
        const auto value = text.parse(entity, row, *named, pair->second);
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
