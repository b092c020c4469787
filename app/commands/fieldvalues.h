#pragma once

#include "app/commands/command.h"
#include "models/exchange/recordentry.h"
#include "models/store/query.h"

#include <vector>

namespace liaison {

Result<NamedField> namedField(const Context &context, const Entity &entity, const QString &name);

// The draft the words FIELD=VALUE make of a row: a new one (`before` is null), or one as it stands.
Result<Draft> draftOfWords(const Context &context, const Store &store, const Entity &entity,
    const Record &before, const QStringList &words);
// The words FIELD=VALUE of --where.
Result<std::vector<Query::Filter>> filters(
    const Context &context, const Store &store, const Entity &entity, const QStringList &words);

} // namespace liaison
