#pragma once

#include "app/commands/command.h"
#include "models/domain/draft.h"
#include "models/domain/record.h"
#include "models/store/query.h"
#include "models/store/store.h"

#include <utility>
#include <vector>

namespace liaison {

// A field as scripts name it. Values that belong together (an observation's value, source and certainty) are written
// and listed by parts, so that a part's name stands for a field.
struct NamedField
{
    const Field *field = nullptr;
    const Field *part = nullptr; // null: the whole field

    const Field &written() const { return part ? *part : *field; }
};

// All of an entity, in the catalogue's order.
std::vector<NamedField> namedFields(const Entity &entity);
Result<NamedField> namedField(const Context &context, const Entity &entity, const QString &name);
const Value &valueOf(const Record &record, const NamedField &named);

using FieldValues = std::vector<std::pair<QLatin1StringView, Value>>;

// What the words FIELD=VALUE write into a row: a new one, or one as it stands. Parts that are not named stay.
Result<FieldValues> fieldValues(const Context &context, const Store &store, const Entity &entity, const Record &before,
    const QStringList &words);
// One value for a field or part, as it is typed; a reading in the words of the row's indicator.
Result<Value> fieldValue(const Store &store, const Entity &entity, const Record &row, const NamedField &named,
    const QString &text);
// The words FIELD=VALUE of --where.
Result<std::vector<Query::Filter>> filters(
    const Context &context, const Store &store, const Entity &entity, const QStringList &words);

} // namespace liaison
