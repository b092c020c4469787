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
        records.each(fields::affiliation::entity, {}, [&](const Record &record) {
            const QUuid person = record.value(fields::affiliation::person).row();
            if (people.contains(person))
                m_affiliations[person].push_back(record);
        });
        records.each(fields::organisation::entity, {}, [&](const Record &record) {
            m_territories.insert(record.id(), rowsIn(record.value(fields::organisation::territories)));
        });
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
    const KnownRecords records(store, query.knownAt);
    std::vector<Query::Filter> where;
    if (query.of == AttendedQuery::Of::Trainings)
        where.push_back({f::training, Value(), Is::Not});
    std::vector<Attended> found;
    QSet<QUuid> people;
    records.each(f::entity, where, [&](const Record &record) {
        Attended one;
        one.attendance = record.id();
        one.activity = record.value(f::activity).row();
        one.person = record.value(f::person).row();
        one.training = record.value(f::training).text();
        people.insert(one.person);
        found.push_back(std::move(one));
    });
    if (found.empty())
        return found;

    struct Held
    {
        PartialDate on;
        std::vector<QUuid> projects;
    };
    QHash<QUuid, Held> held;
    records.each(fields::activity::entity, {{fields::activity::stage, Value(stageCode::cancelled), Is::Not}},
        [&](const Record &record) {
            const PartialDate on = record.value(fields::activity::start).date();
            if (!on.isNull() && on.firstDay() <= query.until
                && (query.from.isNull() || on.lastDay() >= query.from))
                held.insert(record.id(), {on, rowsIn(record.value(fields::activity::projects))});
        });
    std::erase_if(found, [&](const Attended &one) { return !held.contains(one.activity); });
    const Belonging belonging(records, people);
    for (Attended &one : found) {
        one.on = held[one.activity].on;
        one.projects = held[one.activity].projects;
        belonging.tell(one);
    }
    std::sort(found.begin(), found.end(), [](const Attended &a, const Attended &b) {
        return a.on.firstDay() != b.on.firstDay() ? a.on.firstDay() < b.on.firstDay()
                                                  : a.attendance < b.attendance;
    });
    return found;
}

} // namespace liaison
