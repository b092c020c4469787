#include "models/edits/membership.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QHash>

namespace liaison {

Result<void> draftMembership(
    Draft &draft, const Store &store, QUuid region, const std::vector<QUuid> &territories)
{
    namespace f = fields::regionTerritory;
    const Entity *entity = store.catalogue().entity(f::entity);
    QHash<QUuid, Record> present;
    for (const Record &row : store.read({.entity = f::entity, .where = {{f::region, Value(region)}}}))
        present.insert(row.value(f::territory).row(), row);
    for (size_t i = 0; i < territories.size(); ++i) {
        const Value position(static_cast<qint64>(i + 1));
        if (const auto row = present.constFind(territories[i]); row != present.constEnd()) {
            if (row->value(f::position) != position)
                draft.edit(*row, {{f::position, position}});
            present.erase(row);
            continue;
        }
        const std::vector<std::pair<QLatin1StringView, Value>> values{
            {f::region, Value(region)}, {f::territory, Value(territories[i])}, {f::position, position}};
        const auto id = store.idFor(*entity, values);
        if (!id)
            return id.error();
        draft.create(*entity, *id, values);
    }
    for (const Record &row : present)
        draft.remove(row);
    return {};
}

} // namespace liaison
