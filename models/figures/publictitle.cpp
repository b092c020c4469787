#include "models/figures/publictitle.h"

#include "models/store/store.h"

#include <QStringList>

namespace liaison {

namespace {

QString textOf(const Store &store, const Field &field, const Value &value)
{
    if (const auto row = value.toRow())
        return publicTitle(store, field.refers, *row);
    QStringList keys; // of several rows: eight territories are "BM BS GD ..."
    for (const Value &each : value.toList() ? *value.toList() : Value::List()) {
        if (each.toRow() && store.catalogue().entity(field.refers)->hasNaturalKey())
            keys.append(store.keyOf(field.refers, each.row()));
    }
    if (!keys.isEmpty())
        return keys.join(QLatin1Char(' '));
    return field.type == FieldType::Choice ? field.choiceText(value.text()) : value.text();
}

} // namespace

QString publicTitle(const Store &store, QAnyStringView entity, QUuid row)
{
    const Record record = store.find(entity, row);
    if (record.isNull())
        return {};
    QStringList parts;
    for (const QLatin1StringView name : record.entity().titleFields) {
        const Field *field = record.entity().field(name);
        if (field->sensitivity != Sensitivity::Public)
            continue;
        if (const QString part = textOf(store, *field, record.value(name)); !part.isEmpty())
            parts.append(part);
    }
    if (record.entity().titleFields.empty())
        return store.keyOf(entity, row);
    return parts.join(QStringLiteral(", "));
}

} // namespace liaison
