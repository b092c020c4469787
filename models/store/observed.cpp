// The one heavy question: what counts on a day, for every territory and indicator.
#include "models/domain/fields.h"
#include "models/store/storefile.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

ObservedCell cellFrom(const Record &record)
{
    using namespace fields::observation;
    const Value &said = record.value(value);
    return {record.id(), record.value(territory).row(), record.value(indicator).row(),
        record.value(date).date(), said.part(reading), said.part(source).text(), said.part(certainty).text(),
        record.conflicts().contains(value) || record.conflicts().contains(lifeField)};
}

} // namespace

std::vector<ObservedCell> Store::observedOn(const std::vector<QUuid> &territories,
    const std::vector<QUuid> &indicators, QDate day, std::optional<qint64> knownAt) const
{
    std::vector<ObservedCell> cells;
    const Entity *entity = catalogue().entity(fields::observation::entity);
    if (!entity || !day.isValid())
        return cells;
    try {
        const ReadTransaction lock(m_file->db);
        if (knownAt)
            return observedThen(territories, indicators, day, *knownAt);
        const auto idsOf = [&](const std::vector<QUuid> &uuids, QLatin1StringView name) {
            std::vector<qint64> ids;
            for (const QUuid &uuid : uuids)
                ids.push_back(m_file->rowId(name, uuid));
            return ids;
        };
        const std::vector<qint64> territoryIds = idsOf(territories, fields::territory::entity);
        const std::vector<qint64> indicatorIds = idsOf(indicators, fields::indicator::entity);
        // What has begun by a day ends within its year at the latest, so the index is entered there: a
        // partial date covers a year at most. Of each observation only what lies in the index beside the key:
        // whole records took longer than finding them, and their pages much longer in a file just opened.
        const qint64 yearEnd = qint64(day.year()) * 10'000 + 1231;
        const qint64 dayNumber = schema::dayNumber(day);
        const QSet<qint64> inConflict = conflictedCells();
        Statement &select = m_file->db.statement(
            "SELECT id, uuid, date, value, source, certainty FROM observation "
            "WHERE territory = ? AND indicator = ? AND date_last <= ? AND date_first <= ? AND state = 0 "
            "ORDER BY date_last DESC, date_first DESC LIMIT 1");
        cells.reserve(territories.size() * indicators.size());
        for (size_t t = 0; t < territories.size(); ++t) {
            for (size_t i = 0; i < indicators.size(); ++i) {
                Rows rows(select.bind(territoryIds[t], indicatorIds[i], yearEnd, dayNumber));
                if (rows.next())
                    cells.push_back({QUuid::fromRfc4122(select.bytes(1)), territories[t], indicators[i],
                        PartialDate::parse(select.text(2)).value_or(PartialDate()),
                        RecordTables::readingFrom(select.value(3)), select.text(4), select.text(5),
                        inConflict.contains(select.integer(0))});
            }
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
    return cells;
}

// Rows whose value, or whose being there, nobody has chosen yet.
QSet<qint64> Store::conflictedCells() const
{
    QSet<qint64> ids;
    Statement &select = m_file->db.statement("SELECT row FROM conflict WHERE field IN (?, ?)");
    Rows rows(select.bind(m_file->names.findName(QString(fields::observation::value)),
        m_file->names.findName(QString(lifeField))));
    while (rows.next())
        ids.insert(select.integer(0));
    return ids;
}

void Store::forEachThen(
    QAnyStringView entityName, qint64 knownAt, const std::function<void(const Record &)> &visit) const
{
    const Entity *entity = catalogue().entity(entityName);
    if (!entity)
        return;
    try {
        const ReadTransaction lock(m_file->db);
        std::vector<qint64> ids;
        Statement select(m_file->db.handle(), "SELECT id FROM " + schema::quoted(entity->name));
        while (select.step())
            ids.push_back(select.integer(0));
        for (qint64 id : ids) {
            const RowOps all = m_file->journal.rowOps(id);
            RowOps then;
            for (size_t i = 0; i < all.ops.size(); ++i) {
                if (all.ops[i].at > knownAt)
                    continue;
                then.ops.push_back(all.ops[i]);
                then.ids.push_back(all.ids[i]);
                then.sealed.push_back(all.sealed[i]);
            }
            if (then.ops.empty())
                continue;
            const RowState state = fold(then.ops);
            if (!state.hidden)
                visit(m_file->tables.recordOf(*entity, id, then, state));
        }
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
}

// The same by the other clock: of each observation only what had been recorded by then is folded.
std::vector<ObservedCell> Store::observedThen(const std::vector<QUuid> &territories,
    const std::vector<QUuid> &indicators, QDate day, qint64 knownAt) const
{
    std::map<std::pair<QUuid, QUuid>, ObservedCell> latest;
    const auto contains = [](const std::vector<QUuid> &list, const QUuid &id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    forEachThen(fields::observation::entity, knownAt, [&](const Record &record) {
        const ObservedCell cell = cellFrom(record);
        if (cell.date.isNull() || cell.date.firstDay() > day || !contains(territories, cell.territory)
            || !contains(indicators, cell.indicator))
            return;
        const auto [it, isNew] = latest.try_emplace({cell.territory, cell.indicator}, cell);
        if (!isNew && it->second.date < cell.date)
            it->second = cell;
    });
    std::vector<ObservedCell> cells;
    for (const auto &[where, cell] : latest)
        cells.push_back(cell);
    return cells;
}

} // namespace liaison
