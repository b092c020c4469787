#include "views/records/fieldoptions.h"

#include "models/store/store.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 mostOptions = 400;

std::vector<FieldOption> rowsOf(const Store &store, const Field &field)
{
    const Entity *entity = store.catalogue().entity(field.refers);
    std::vector<FieldOption> options;
    if (!entity)
        return options;
    QHash<QString, int> called;
    for (const Record &record : store.read({.entity = entity->name, .limit = mostOptions})) {
        const QString key = store.keyOf(entity->name, record.id());
        QString title = store.titleOf(entity->name, record.id());
        if (entity->hasNaturalKey() && title != key)
            title = u"%1 (%2)"_s.arg(title, key);
        if (++called[title] > 1)
            title = u"%1 (%2)"_s.arg(title, key.left(8));
        options.push_back({title, key});
    }
    return options;
}

} // namespace

std::vector<FieldOption> fieldOptions(
    const EntryText &text, const Entity &entity, const Record &row, const NamedField &named)
{
    const Field &field = named.written();
    if (field.type == FieldType::Reference)
        return rowsOf(text.store(), field);
    std::vector<FieldOption> options;
    if (field.type == FieldType::Reading) {
        if (const Indicator *indicator = text.indicatorOf(entity, row)) {
            for (const Indicator::Level &level : indicator->levels)
                options.push_back({level.title, level.code});
        }
    }
    return options;
}

} // namespace liaison
