#include "models/figures/knownrecords.h"

#include "models/store/store.h"

#include <QDateTime>

#include <algorithm>

namespace liaison {

void KnownRecords::each(QLatin1StringView entity, const std::vector<Query::Filter> &where,
    const std::function<void(const Record &)> &visit) const
{
    if (!m_knownAt) {
        for (const Record &record : m_store.read({.entity = entity, .where = where}))
            visit(record);
        return;
    }
    m_store.forEachThen(entity, *m_knownAt, [&](const Record &record) {
        const bool isWanted = std::all_of(where.begin(), where.end(), [&](const Query::Filter &filter) {
            const Value &value = record.value(record.entity().field(filter.field)->name);
            return (value == filter.value) == (filter.is == Query::Filter::Is::Equal);
        });
        if (isWanted)
            visit(record);
    });
}

QDate KnownRecords::recordedOn(const Record &record) const
{
    const std::vector<HistoryEntry> history = m_store.history(record.entity().name, record.id());
    return history.empty() ? QDate() : QDateTime::fromMSecsSinceEpoch(history.back().edit.at, Qt::UTC).date();
}

std::vector<QUuid> rowsIn(const Value &references)
{
    if (references.toRow())
        return {references.row()};
    std::vector<QUuid> rows;
    for (const Value &each : references.toList() ? *references.toList() : Value::List())
        rows.push_back(each.row());
    return rows;
}

} // namespace liaison
