#include "models/figures/knownrecords.h"

#include "models/store/narrowreads.h"
#include "models/store/store.h"

#include <QDateTime>

#include <algorithm>

namespace liaison {

namespace {

bool meets(const Value &value, const Query::Filter &filter)
{
    using Is = Query::Filter::Is;
    switch (filter.is) {
    case Is::Equal:
        return value == filter.value;
    case Is::Not:
        return value != filter.value;
    case Is::From:
        return !value.isNull() && value.date().lastDay() >= filter.value.date().firstDay();
    case Is::Until:
        return !value.isNull() && value.date().firstDay() <= filter.value.date().lastDay();
    }
    return false;
}

} // namespace

void KnownRecords::each(QLatin1StringView entity, const std::vector<Query::Filter> &where,
    const std::function<void(const Record &)> &visit, const std::vector<QLatin1StringView> &fields) const
{
    if (!m_knownAt) {
        forEachOf(m_store, {.entity = entity, .where = where}, fields, visit);
        return;
    }
    m_store.forEachThen(entity, *m_knownAt, [&](const Record &record) {
        const bool isWanted = std::all_of(where.begin(), where.end(), [&](const Query::Filter &filter) {
            return meets(record.value(record.entity().field(filter.field)->name), filter);
        });
        if (isWanted)
            visit(record);
    });
}

QDate KnownRecords::recordedOn(const Record &record) const
{
    const auto at = recordedAt(m_store, record.entity().name, record.id());
    return at ? QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC).date() : QDate();
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
