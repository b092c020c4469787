#include "models/store/narrowreads.h"

#include "models/store/storefile.h"

namespace liaison {

void forEachOf(const Store &store, const Query &query, const std::vector<QLatin1StringView> &fields,
    const std::function<void(const Record &)> &visit)
{
    try {
        StoreFile::of(store).tables.forEach(query, fields, visit);
    } catch (const SqlFailure &) {
        store.read(query); // fails likewise, and keeps why
    }
}

std::optional<qint64> recordedAt(const Store &store, QAnyStringView entity, QUuid row)
{
    try {
        StoreFile &file = StoreFile::of(store);
        Statement &select = file.db.statement(
            "SELECT edit.at FROM op JOIN edit ON edit.seq = op.edit WHERE op.row = ? ORDER BY op.id LIMIT 1");
        Rows rows(select.bind(file.rowId(entity, row)));
        return rows.next() ? std::optional(select.integer(0)) : std::nullopt;
    } catch (const SqlFailure &) {
        store.history(entity, row); // fails likewise, and keeps why
        return std::nullopt;
    }
}

} // namespace liaison
