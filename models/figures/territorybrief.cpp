#include "models/figures/territorybrief.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

using Is = Query::Filter::Is;

class Collector
{
public:
    Collector(const Store &store, QUuid territory, QDate day, int most)
        : m_store(store)
        , m_territory(territory)
        , m_day(day)
        , m_most(most)
    {
    }

    TerritoryBrief run()
    {
        addPeople();
        addContacts();
        addAgreements();
        addTasks();
        return std::move(m_brief);
    }

private:
    static void sortByName(auto &rows)
    {
        std::stable_sort(rows.begin(), rows.end(),
            [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    }

    void addPeople()
    {
        namespace fo = fields::organisation;
        namespace fa = fields::affiliation;
        namespace fp = fields::person;
        for (const Record &organisation :
            m_store.read({.entity = fo::entity, .where = {{fo::territories, Value(m_territory)}}})) {
            TerritoryBrief::Organisation one{organisation.id(), organisation.value(fo::name).text(),
                organisation.value(fo::kind).text(), {}};
            for (const Record &affiliation : m_store.read(
                     {.entity = fa::entity, .where = {{fa::organisation, Value(organisation.id())}}})) {
                const QUuid id = affiliation.value(fa::person).row();
                const Record person = m_store.find(fp::entity, id);
                if (!lastsDuring(affiliation.value(fa::from).date(), affiliation.value(fa::to).date(),
                        PartialDate(m_day))
                    || person.isNull() || person.isHidden())
                    continue;
                one.people.push_back({id, person.value(fp::name).text(), affiliation.value(fa::role).text()});
                m_people.insert(id);
            }
            sortByName(one.people);
            m_brief.organisations.push_back(std::move(one));
        }
        sortByName(m_brief.organisations);
        for (const Record &person :
            m_store.read({.entity = fp::entity, .where = {{fp::territory, Value(m_territory)}}})) {
            if (!m_people.contains(person.id()))
                m_brief.others.push_back({person.id(), person.value(fp::name).text(), {}});
            m_people.insert(person.id());
        }
        sortByName(m_brief.others);
    }

    void addContacts()
    {
        namespace f = fields::activity;
        const Query::Filter here{f::territories, Value(m_territory)};
        const Query::Filter held{f::stage, Value(stageCode::cancelled), Is::Not};
        const Query::Filter dated{f::start, Value(), Is::Not};
        for (const Record &record :
            m_store.read({.entity = f::entity,
            .where = {here, held, dated, {f::start, Value(PartialDate(m_day)), Is::Until}}})) {
            add(m_brief.last, record, false);
        }
        addElsewhere();
        for (const Record &record :
            m_store.read({.entity = f::entity,
            .where = {here, held, dated, {f::start, Value(PartialDate(m_day.addDays(1))), Is::From}}})) {
            if (record.value(f::start).date().firstDay() > m_day)
                add(m_brief.next, record, false);
        }
        const auto earlier = [](const auto &a, const auto &b) {
            return a.date.firstDay() < b.date.firstDay();
        };
        std::stable_sort(m_brief.last.begin(), m_brief.last.end(),
            [&](const auto &a, const auto &b) { return earlier(b, a); });
        std::stable_sort(m_brief.next.begin(), m_brief.next.end(), earlier);
        cut(m_brief.last);
        cut(m_brief.next);
    }

    // Where its people were without the activity being in the territory.
    void addElsewhere()
    {
        namespace f = fields::attendance;
        QSet<QUuid> known;
        for (const auto &each : m_brief.last)
            known.insert(each.activity);
        for (const QUuid &person : std::as_const(m_people)) {
            for (const Record &attendance :
                m_store.read({.entity = f::entity, .where = {{f::person, Value(person)}}})) {
                const QUuid id = attendance.value(f::activity).row();
                const Record activity = m_store.find(fields::activity::entity, id);
                if (known.contains(id) || activity.isNull() || activity.isHidden()
                    || activity.value(fields::activity::stage).text() == stageCode::cancelled)
                    continue;
                const PartialDate start = activity.value(fields::activity::start).date();
                if (start.isNull() || start.firstDay() > m_day)
                    continue;
                known.insert(id);
                add(m_brief.last, activity, true);
            }
        }
    }

    static void add(std::vector<TerritoryBrief::Contact> &to, const Record &activity, bool isElsewhere)
    {
        to.push_back({activity.id(), activity.value(fields::activity::start).date(),
            activity.value(fields::activity::title).text(), isElsewhere});
    }

    void cut(std::vector<TerritoryBrief::Contact> &contacts) const
    {
        if (contacts.size() > static_cast<size_t>(m_most))
            contacts.resize(static_cast<size_t>(m_most));
    }

    void addAgreements()
    {
        namespace f = fields::agreement;
        for (const Record &record :
            m_store.read({.entity = f::entity, .where = {{f::territories, Value(m_territory)}}})) {
            TerritoryBrief::Agreement one{record.id(), m_store.titleOf(f::entity, record.id()),
                record.value(f::stage).text(), record.value(f::signedOn).date(),
                record.value(f::expires).date()};
            one.isExpired = !one.expires.isNull() && one.expires.lastDay() < m_day;
            m_brief.agreements.push_back(std::move(one));
        }
        std::stable_sort(
            m_brief.agreements.begin(), m_brief.agreements.end(), [](const auto &a, const auto &b) {
                return a.isExpired != b.isExpired ? b.isExpired
                                                  : b.signedOn.firstDay() < a.signedOn.firstDay();
            });
    }

    void addTasksAbout(QLatin1StringView entity, QUuid row, const QString &about)
    {
        for (OpenTask &each : openTasks(m_store, entity, row, m_day, about))
            m_brief.tasks.push_back(std::move(each));
    }

    void addTasks()
    {
        addTasksAbout(fields::territory::entity, m_territory, {});
        for (const auto &organisation : m_brief.organisations)
            addTasksAbout(fields::organisation::entity, organisation.id, organisation.name);
        for (const QUuid &person : std::as_const(m_people))
            addTasksAbout(fields::person::entity, person, m_store.titleOf(fields::person::entity, person));
        for (const auto *list : {&m_brief.last, &m_brief.next}) {
            for (const auto &contact : *list)
                addTasksAbout(fields::activity::entity, contact.activity, contact.title);
        }
        sortByDue(m_brief.tasks);
    }

    const Store &m_store;
    QUuid m_territory;
    QDate m_day;
    int m_most;
    QSet<QUuid> m_people; // of its organisations on the day, and those whose territory it is
    TerritoryBrief m_brief;
};

} // namespace

TerritoryBrief territoryBrief(const Store &store, QUuid territory, QDate day, int most)
{
    return Collector(store, territory, day, most).run();
}

} // namespace liaison
