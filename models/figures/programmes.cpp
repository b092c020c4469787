#include "models/figures/programmes.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"
#include "models/store/narrowreads.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

namespace fa = fields::activity;
namespace fp = fields::programme;

using Is = Query::Filter::Is;

// Of each programme when its last activity until a day began, and the first after it, as precisely as
// written.
class Activities
{
public:
    Activities(const Store &store, QDate day)
    {
        forEachOf(store,
            {.entity = fa::entity,
                .where = {{fa::stage, Value(stageCode::cancelled), Is::Not},
                    {fa::programme, Value(), Is::Not}, {fa::start, Value(), Is::Not}}},
            {fa::programme, fa::start}, [&](const Record &record) {
                const PartialDate start = record.value(fa::start).date();
                const bool isPast = start.firstDay() <= day;
                PartialDate &known = (isPast ? m_last : m_next)[record.value(fa::programme).row()];
                const auto nearer = [&] {
                    return isPast ? start.firstDay() > known.firstDay() : start.firstDay() < known.firstDay();
                };
                // What begins on the first of a month may mean all of it.
                const bool isClearer =
                    start.firstDay() == known.firstDay() && start.precision() > known.precision();
                if (known.isNull() || nearer() || isClearer)
                    known = start;
            });
    }

    PartialDate last(QUuid programme) const { return m_last.value(programme); }
    PartialDate next(QUuid programme) const { return m_next.value(programme); }

private:
    QHash<QUuid, PartialDate> m_last; // by programme
    QHash<QUuid, PartialDate> m_next;
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
