#include "models/figures/attended.h"

#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

using Is = Query::Filter::Is;

// On a day of the period at least.
bool isAffiliated(const Record &affiliation, const PartialDate &period)
{
    namespace f = fields::affiliation;
    const PartialDate from = affiliation.value(f::from).date();
    const PartialDate to = affiliation.value(f::to).date();
    return (from.isNull() || from.firstDay() <= period.lastDay())
        && (to.isNull() || to.lastDay() >= period.firstDay());
}

void addOnce(std::vector<QUuid> &rows, QUuid row)
{
    if (std::find(rows.begin(), rows.end(), row) == rows.end())
        rows.push_back(row);
}

// Of people, where they were affiliated and where that is.
class Belonging
{
public:
    Belonging(const KnownRecords &records, const QSet<QUuid> &people)
    {
        namespace f = fields::affiliation;
        records.each(f::entity, {},
            [&](const Record &record) {
                const QUuid person = record.value(f::person).row();
                if (people.contains(person))
                    m_affiliations[person].push_back(record);
            },
            {f::person, f::organisation, f::from, f::to});
        // The same order on every laptop.
        for (std::vector<Record> &each : m_affiliations)
            std::sort(
                each.begin(), each.end(), [](const Record &a, const Record &b) { return a.id() < b.id(); });
        records.each(fields::organisation::entity, {},
            [&](const Record &record) {
                m_territories.insert(record.id(), rowsIn(record.value(fields::organisation::territories)));
            },
            {fields::organisation::territories});
    }

    void tell(Attended &attended) const
    {
        for (const Record &affiliation : m_affiliations.value(attended.person)) {
            const QUuid organisation = affiliation.value(fields::affiliation::organisation).row();
            const auto territories = m_territories.constFind(organisation);
            if (territories == m_territories.constEnd() || !isAffiliated(affiliation, attended.on))
                continue;
            addOnce(attended.organisations, organisation);
            for (const QUuid &territory : *territories)
                addOnce(attended.territories, territory);
        }
    }

private:
    QHash<QUuid, std::vector<Record>> m_affiliations; // by person
    QHash<QUuid, std::vector<QUuid>> m_territories; // by organisation
};

} // namespace

std::vector<Attended> attended(const Store &store, const AttendedQuery &query)
{
    namespace f = fields::attendance;
    namespace fa = fields::activity;
    const KnownRecords records(store, query.knownAt);
    struct Held
    {
        PartialDate on;
        std::vector<QUuid> projects;
    };
    QHash<QUuid, Held> held;
    std::vector<Query::Filter> when{{fa::stage, Value(stageCode::cancelled), Is::Not},
        {fa::start, Value(PartialDate(query.until)), Is::Until}};
    if (query.from.isValid())
        when.push_back({fa::start, Value(PartialDate(query.from)), Is::From});
    records.each(fa::entity, when,
        [&](const Record &record) {
            held.insert(record.id(), {record.value(fa::start).date(), rowsIn(record.value(fa::projects))});
        },
        {fa::start, fa::projects});

    std::vector<Query::Filter> which;
    if (query.of == AttendedQuery::Of::Trainings)
        which.push_back({f::training, Value(), Is::Not});
    std::vector<Attended> found;
    QSet<QUuid> people;
    records.each(f::entity, which,
        [&](const Record &record) {
            const auto activity = held.constFind(record.value(f::activity).row());
            if (activity == held.constEnd())
                return;
            Attended one;
            one.attendance = record.id();
            one.activity = activity.key();
            one.person = record.value(f::person).row();
            one.on = activity->on;
            one.training = record.value(f::training).text();
            one.projects = activity->projects;
            people.insert(one.person);
            found.push_back(std::move(one));
        },
        {f::activity, f::person, f::training});
    if (found.empty())
        return found;
    const Belonging belonging(records, people);
    for (Attended &one : found)
        belonging.tell(one);
    std::sort(found.begin(), found.end(), [](const Attended &a, const Attended &b) {
        return a.on.firstDay() != b.on.firstDay() ? a.on.firstDay() < b.on.firstDay()
                                                  : a.attendance < b.attendance;
    });
    return found;
}

} // namespace liaison
