#include "models/figures/programmes.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

namespace fa = fields::activity;
namespace fp = fields::programme;

using Is = Query::Filter::Is;

// The last activity of each programme until a day, or the first after it.
class Activities
{
public:
    Activities(const Store &store, QDate day)
        : m_store(store)
        , m_day(day)
    {
        for (const Tally &tally : store.tally({.entity = fa::entity,
                                  .where = {held, {fa::start, Value(PartialDate(day)), Is::Until}},
                                  .by = fa::programme,
                                  .date = fa::start}))
            m_last.insert(tally.by, tally.last);
        for (const Tally &tally : store.tally({.entity = fa::entity,
                                  .where = {held, {fa::start, Value(PartialDate(day.addDays(1))), Is::From}},
                                  .by = fa::programme,
                                  .date = fa::start}))
            m_next.insert(tally.by, tally.first);
    }

    PartialDate last(QUuid programme) const { return written(programme, m_last.value(programme)); }
    PartialDate next(QUuid programme) const
    {
        const QDate first = m_next.value(programme);
        if (!first.isValid() || first > m_day)
            return written(programme, first);
        // One that may still go on, being known to the year, stands before those to come.
        QDate next;
        for (const Record &record : m_store.read({.entity = fa::entity,
                                    .where = {held, {fa::programme, Value(programme)},
                                        {fa::start, Value(PartialDate(m_day.addDays(1))), Is::From}}})) {
            const QDate start = record.value(fa::start).date().firstDay();
            if (start > m_day && (!next.isValid() || start < next))
                next = start;
        }
        return written(programme, next);
    }

private:
    // As precisely as it was written: what begins on the first of a month may mean all of it.
    PartialDate written(QUuid programme, QDate first) const
    {
        if (!first.isValid() || first.day() != 1)
            return first.isValid() ? PartialDate(first) : PartialDate();
        PartialDate found;
        for (const Record &record : m_store.read(
                 {.entity = fa::entity,
                    .where = {held, {fa::programme, Value(programme)}, {fa::start, Value(PartialDate(first)), Is::From},
                        {fa::start, Value(PartialDate(first)), Is::Until}}})) {
            const PartialDate start = record.value(fa::start).date();
            if (start.firstDay() == first && (found.isNull() || start.precision() > found.precision()))
                found = start;
        }
        return found;
    }

    const Query::Filter held{fa::stage, Value(stageCode::cancelled), Is::Not};
    const Store &m_store;
    QDate m_day;
    QHash<QUuid, QDate> m_last; // by programme
    QHash<QUuid, QDate> m_next;
};

} // namespace

const Programmes::Programme *Programmes::find(QUuid programme) const
{
    for (const Project &project : projects) {
        for (const Programme &each : project.programmes) {
            if (each.id == programme)
                return &each;
        }
    }
    return nullptr;
}

Programmes programmes(const Store &store, const Region &region, QDate day)
{
    Programmes all;
    QHash<QUuid, size_t> places;
    for (const Record &record : store.read({.entity = fields::project::entity})) {
        using namespace fields::project;
        places.insert(record.id(), all.projects.size());
        all.projects.push_back({record.id(), record.value(code).text(), record.value(title).text(),
            record.value(colourLight).text(), record.value(colourDark).text(), {}});
    }
    QSet<QUuid> members;
    for (const Region::Member &member : region.members)
        members.insert(member.territory);

    const Activities activities(store, day);
    Programmes::Project elsewhere;
    std::vector<Value> budgets;
    for (const Record &record : store.read({.entity = fp::entity})) {
        const std::vector<QUuid> territories = rowsIn(record.value(fp::territories));
        const bool isHere = territories.empty()
            || std::any_of(territories.begin(), territories.end(),
                [&](const QUuid &territory) { return members.contains(territory); });
        if (!isHere)
            continue;
        const auto place = places.constFind(record.value(fp::project).row());
        Programmes::Project &project = place == places.constEnd() ? elsewhere : all.projects[*place];
        project.programmes.push_back(
            {record.id(), record.value(fp::title).text(), record.value(fp::stage).text(), territories,
                record.value(fp::budget), record.value(fp::start).date(), record.value(fp::end).date(),
                activities.last(record.id()), activities.next(record.id()), record.value(fp::owner).text()});
        ++all.count;
        if (!project.programmes.back().stage.isEmpty())
            ++all.stages[project.programmes.back().stage];
        budgets.push_back(record.value(fp::budget));
    }
    if (!elsewhere.programmes.empty())
        all.projects.push_back(std::move(elsewhere));
    all.budgets = sumsOf(budgets);
    return all;
}

} // namespace liaison
