#include "models/figures/contactbrief.h"

#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"
#include "models/store/store.h"

#include <QSet>

#include <algorithm>

namespace liaison {

namespace {

namespace fa = fields::affiliation;
namespace fo = fields::organisation;
namespace fp = fields::person;

using Role = ContactBrief::Role;

class Collector
{
public:
    Collector(const Store &store, QDate day)
        : m_store(store)
        , m_day(day)
    {
    }

    ContactBrief person(QUuid id)
    {
        const Record person = m_store.find(fp::entity, id);
        if (person.isNull() || person.isHidden())
            return {};
        m_brief.isPerson = true;
        m_brief.name = person.value(fp::name).text();
        m_brief.email = person.value(fp::email).text();
        m_brief.phone = person.value(fp::phone).text();
        m_brief.consent = person.value(fp::consent).toBool();
        m_brief.consented = person.value(fp::consented).date();
        addPlaces(person.value(fp::territory));
        addRoles(fa::person, id, fa::organisation, fo::entity);
        for (const Role &role : m_brief.roles) {
            if (role.isNow)
                addPlaces(m_store.find(fo::entity, role.other).value(fo::territories));
        }
        addAttendances(id, nullptr);
        addParticipations(id, nullptr);
        m_brief.tasks = openTasks(m_store, fp::entity, id, m_day);
        return finish();
    }

    ContactBrief organisation(QUuid id)
    {
        const Record organisation = m_store.find(fo::entity, id);
        if (organisation.isNull() || organisation.isHidden())
            return {};
        m_brief.name = organisation.value(fo::name).text();
        m_brief.kind = organisation.value(fo::kind).text();
        addPlaces(organisation.value(fo::territories));
        addRoles(fa::organisation, id, fa::person, fp::entity);
        for (const Role &role : m_brief.roles) {
            addAttendances(role.other, &role);
            addParticipations(role.other, &role);
        }
        addAgreements(id);
        m_brief.tasks = openTasks(m_store, fo::entity, id, m_day);
        return finish();
    }

private:
    void addPlaces(const Value &references)
    {
        for (const QUuid &place : rowsIn(references)) {
            if (std::find(m_brief.territories.begin(), m_brief.territories.end(), place)
                == m_brief.territories.end())
                m_brief.territories.push_back(place);
        }
    }

    void addRoles(QLatin1StringView by, QUuid id, QLatin1StringView other, QLatin1StringView entity)
    {
        for (const Record &record : m_store.read({.entity = fa::entity, .where = {{by, Value(id)}}})) {
            Role role;
            role.affiliation = record.id();
            role.other = record.value(other).row();
            const Record there = m_store.find(entity, role.other);
            if (there.isNull() || there.isHidden())
                continue;
            role.name = m_store.titleOf(entity, role.other);
            role.role = record.value(fa::role).text();
            role.from = record.value(fa::from).date();
            role.to = record.value(fa::to).date();
            role.isNow = lastsDuring(role.from, role.to, PartialDate(m_day));
            m_brief.roles.push_back(std::move(role));
        }
        std::stable_sort(m_brief.roles.begin(), m_brief.roles.end(), [](const Role &a, const Role &b) {
            return a.isNow != b.isNow ? a.isNow : b.from.firstDay() < a.from.firstDay();
        });
    }

    QString choice(const Record &record, QLatin1StringView field) const
    {
        const QString code = record.value(field).text();
        return code.isEmpty() ? QString() : record.entity().field(field)->choiceText(code);
    }

    // Once for an organisation, however many of its people were there.
    void addEvent(QLatin1StringView entity, QUuid row, const PartialDate &date, const QString &extra)
    {
        if (m_seen.contains(row))
            return;
        m_seen.insert(row);
        m_brief.events.push_back(
            {QString(entity), row, date, m_store.titleOf(entity, row, Store::Titles::Public), extra});
    }

    // @param as where the person was then, for an organisation
    void addAttendances(QUuid person, const Role *as)
    {
        namespace f = fields::attendance;
        for (const Record &record :
            m_store.read({.entity = f::entity, .where = {{f::person, Value(person)}}})) {
            const Record activity = m_store.find(fields::activity::entity, record.value(f::activity).row());
            if (activity.isNull() || activity.isHidden()
                || activity.value(fields::activity::stage).text() == stageCode::cancelled)
                continue;
            const PartialDate date = activity.value(fields::activity::start).date();
            if (as && !date.isNull() && !lastsDuring(as->from, as->to, date))
                continue;
            addEvent(fields::activity::entity, activity.id(), date, choice(record, f::training));
        }
    }

    void addParticipations(QUuid person, const Role *as)
    {
        namespace f = fields::participation;
        for (const Record &record :
            m_store.read({.entity = f::entity, .where = {{f::person, Value(person)}}})) {
            const PartialDate date = record.value(f::date).date();
            if (as && !date.isNull() && !lastsDuring(as->from, as->to, date))
                continue;
            addEvent(f::entity, record.id(), date, choice(record, f::stage));
        }
    }

    void addAgreements(QUuid organisation)
    {
        namespace f = fields::agreement;
        for (const Record &record :
            m_store.read({.entity = f::entity, .where = {{f::organisation, Value(organisation)}}}))
            addEvent(f::entity, record.id(), record.value(f::signedOn).date(), choice(record, f::stage));
    }

    ContactBrief finish()
    {
        std::stable_sort(m_brief.events.begin(), m_brief.events.end(),
            [](const auto &a, const auto &b) { return b.date.firstDay() < a.date.firstDay(); });
        return std::move(m_brief);
    }

    const Store &m_store;
    QDate m_day;
    QSet<QUuid> m_seen;
    ContactBrief m_brief;
};

} // namespace

ContactBrief personBrief(const Store &store, QUuid person, QDate day)
{
    return Collector(store, day).person(person);
}

ContactBrief organisationBrief(const Store &store, QUuid organisation, QDate day)
{
    return Collector(store, day).organisation(organisation);
}

} // namespace liaison
