#include "models/figures/programmebrief.h"

#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"
#include "models/store/store.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

void addTasks(ProgrammeBrief &brief, std::vector<OpenTask> tasks)
{
    brief.tasks.insert(brief.tasks.end(), tasks.begin(), tasks.end());
}

// Of each person the highest level, in the order in which the catalogue has them.
void addTraining(ProgrammeBrief &brief, const Store &store, const QHash<QUuid, int> &levelOfPerson)
{
    namespace f = fields::attendance;
    const auto &choices = store.catalogue().entity(f::entity)->field(f::training)->choices;
    for (size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].code == trainingLevel::none)
            continue;
        ProgrammeBrief::Level level{QString(choices[i].code), {}};
        if (!levelOfPerson.isEmpty())
            level.people = std::count(levelOfPerson.cbegin(), levelOfPerson.cend(), static_cast<int>(i));
        brief.training.push_back(level);
    }
}

int levelPlace(const Store &store, const QString &code)
{
    const auto &choices =
        store.catalogue().entity(fields::attendance::entity)->field(fields::attendance::training)->choices;
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Choice &each) { return each.code == code; });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

void addAgreements(ProgrammeBrief &brief, const Store &store, const Record &programme)
{
    namespace f = fields::agreement;
    QSet<QUuid> seen;
    for (const QUuid &partner : rowsIn(programme.value(fields::programme::partners))) {
        for (const Record &record : store.read({.entity = f::entity,
                                    .where = {{f::organisation, Value(partner)},
                                        {f::project, programme.value(fields::programme::project)}}})) {
            if (seen.contains(record.id()))
                continue;
            seen.insert(record.id());
            brief.agreements.push_back(
                {record.id(), store.titleOf(f::entity, record.id(), Store::Titles::Public),
                    record.value(f::stage).text(), record.value(f::signedOn).date()});
        }
    }
}

} // namespace

ProgrammeBrief programmeBrief(const Store &store, QUuid id, QDate day)
{
    namespace fa = fields::activity;
    ProgrammeBrief brief;
    const Record programme = store.find(fields::programme::entity, id);
    if (programme.isNull())
        return brief;
    QSet<QUuid> places;
    for (const QUuid &place : rowsIn(programme.value(fields::programme::territories)))
        places.insert(place);
    QHash<QUuid, int> levelOfPerson;
    addTasks(brief, openTasks(store, fields::programme::entity, id, day));
    for (const Record &record : store.read({.entity = fa::entity, .where = {{fa::programme, Value(id)}}})) {
        ProgrammeBrief::Activity activity{record.id(), record.value(fa::title).text(),
            record.value(fa::start).date(), false, record.value(fa::stage).text() == stageCode::cancelled,
            record.value(fa::headcount).toInteger(), 0};
        activity.isHeld =
            !activity.isCancelled && !activity.start.isNull() && activity.start.firstDay() <= day;
        if (!activity.isCancelled) {
            for (const QUuid &place : rowsIn(record.value(fa::territories)))
                places.insert(place);
        }
        for (const Record &attendance : store.read({.entity = fields::attendance::entity,
                                        .where = {{fields::attendance::activity, Value(record.id())}}})) {
            ++activity.attendances;
            const int level = levelPlace(store, attendance.value(fields::attendance::training).text());
            if (!activity.isHeld || level < 0)
                continue;
            int &reached = levelOfPerson[attendance.value(fields::attendance::person).row()];
            reached = std::max(reached, level);
        }
        if (activity.isHeld && activity.attendances == 0 && !activity.headcount)
            brief.withoutAttendance.push_back(record.id());
        namespace fp = fields::participation;
        brief.awards += store.count({.entity = fp::entity,
            .where = {{fp::activity, Value(record.id())}, {fp::stage, Value(), Query::Filter::Is::Not},
                {fp::stage, Value(participationStage::applied), Query::Filter::Is::Not}}});
        addTasks(brief, openTasks(store, fa::entity, record.id(), day, activity.title));
        brief.activities.push_back(std::move(activity));
    }
    std::stable_sort(brief.activities.begin(), brief.activities.end(),
        [](const auto &a, const auto &b) { return a.start.firstDay() > b.start.firstDay(); });
    sortByDue(brief.tasks);
    addTraining(brief, store, levelOfPerson);
    addAgreements(brief, store, programme);
    brief.territories.assign(places.cbegin(), places.cend());
    std::sort(brief.territories.begin(), brief.territories.end(), [&](const QUuid &a, const QUuid &b) {
        return store.keyOf(fields::territory::entity, a) < store.keyOf(fields::territory::entity, b);
    });
    return brief;
}

} // namespace liaison
