#include "tests/bench/outreachfile.h"

#include "models/domain/fields.h"
#include "models/figures/indicator.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/words.h"

using namespace Qt::StringLiterals;

namespace liaison::bench {

namespace {

constexpr int years = 10;
constexpr int firstYear = 2007;
constexpr size_t changesAtOnce = 50'000; // a draft's memory

using Fields = std::vector<std::pair<QLatin1StringView, Value>>;

// Writes rows as they come, many in one step.
class Rows
{
public:
    Rows(Store &store, QLatin1StringView entity)
        : m_store(store)
        , m_entity(*store.catalogue().entity(entity))
    {
    }
    ~Rows() { write(); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    void add(QUuid id, Fields fields)
    {
        m_draft.create(m_entity, id, std::move(fields));
        if (m_draft.changes().size() >= changesAtOnce)
            write();
    }

private:
    void write()
    {
        if (const auto edit = m_store.commit(std::exchange(m_draft, Draft(u"Made up"_s))); !edit)
            fail(edit.error().message());
    }

    Store &m_store;
    const Entity &m_entity;
    Draft m_draft{u"Made up"_s};
};

class Maker
{
public:
    Maker(Store &store, const OutreachExtent &extent)
        : m_store(store)
        , m_extent(extent)
        , m_dice(extent.seed)
        , m_places(m_store.ids({.entity = fields::territory::entity}))
        , m_projects(m_store.ids({.entity = fields::project::entity}))
    {
    }

    void make()
    {
        addProgrammes();
        addOrganisations();
        addPeople();
        addActivities();
        addAttendances();
        addAgreements();
        addParticipations();
        addTasks();
        addObservations();
    }

private:
    // A row of an entity by its number.
    QUuid id(QLatin1StringView entity, int number) const
    {
        return QUuid::createUuidV5(QUuid(), u"%1 %2 of %3"_s.arg(entity).arg(number).arg(m_extent.seed));
    }
    QUuid any(QLatin1StringView entity, int count) { return id(entity, m_dice.upTo(count)); }
    QUuid any(const std::vector<QUuid> &ids) { return ids[size_t(m_dice.upTo(int(ids.size())))]; }
    // One in so many.
    bool once(int in) { return m_dice.upTo(in) == 0; }
    QString title(int words)
    {
        QString text = wordNumber(m_dice.skewed(20'000));
        for (int i = 1; i < words; ++i)
            text += u' ' + wordNumber(m_dice.skewed(20'000));
        text[0] = text.at(0).toUpper();
        return text;
    }
    QDate day() { return QDate(firstYear, 1, 1).addDays(m_dice.upTo(years * 365)); }
    // Most to the day, some to the month or year.
    Value date(QDate day)
    {
        const int known = m_dice.upTo(10);
        return Value(day.toString(known == 0 ? u"yyyy"_s : known < 3 ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s));
    }
    Value choice(QLatin1StringView entity, QLatin1StringView field)
    {
        const auto &choices = m_store.catalogue().entity(entity)->field(field)->choices;
        return Value(QString(choices[size_t(m_dice.upTo(int(choices.size())))].code));
    }
    Value several(const std::vector<QUuid> &ids, int most)
    {
        Value::List list;
        for (int i = m_dice.skewed(most) + 1; i > 0; --i) {
            const Value row(any(ids));
            if (std::find(list.begin(), list.end(), row) == list.end())
                list.push_back(row);
        }
        return Value(std::move(list));
    }

    void addProgrammes()
    {
        using namespace fields::programme;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.programmes; ++i) {
            const QDate begins = day();
            rows.add(id(entity, i),
                {{project, Value(any(m_projects))}, {fields::programme::title, Value(Maker::title(3))},
                    {stage, choice(entity, stage)}, {owner, Value(wordNumber(m_dice.upTo(30)))},
                    {start, Value(begins.toString(u"yyyy-MM-dd"_s))},
                    {end, Value(begins.addDays(400).toString(u"yyyy-MM-dd"_s))},
                    {territories, several(m_places, 30)},
                    {budget,
                        Value(
                            Value::Parts{{u"amount"_s, Value(QString::number(500 * (m_dice.upTo(100) + 1)))},
                                {u"currency"_s, Value(once(4) ? u"EUR"_s : u"USD"_s)}})}});
        }
    }

    void addOrganisations()
    {
        using namespace fields::organisation;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.organisations; ++i) {
            Fields said{
                {name, Value(title(2))}, {kind, choice(entity, kind)}, {territories, several(m_places, 3)}};
            if (said[1].second == Value(QString(organisationKind::als)))
                said.emplace_back(accredited, date(day()));
            rows.add(id(entity, i), std::move(said));
        }
    }

    void addPeople()
    {
        {
            using namespace fields::person;
            Rows rows(m_store, entity);
            for (int i = 0; i < m_extent.people; ++i) {
                const QString called = title(2);
                rows.add(id(entity, i),
                    {{name, Value(called)},
                        {email,
                            Value(u"%1%2@example.org"_s.arg(called.section(u' ', 0, 0).toLower()).arg(i))},
                        {territory, Value(any(m_places))}, {consent, Value(!once(5))}});
            }
        }
        using namespace fields::affiliation;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.people; ++i) {
            Fields said{{person, Value(id(fields::person::entity, i))},
                {organisation, Value(any(fields::organisation::entity, m_extent.organisations))},
                {role, Value(wordNumber(m_dice.upTo(40)))}};
            if (!once(3))
                said.emplace_back(from, date(day()));
            rows.add(id(entity, i), std::move(said));
        }
    }

    void addActivities()
    {
        using namespace fields::activity;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.activities; ++i) {
            const QDate begins = day();
            Fields said{{fields::activity::title, Value(Maker::title(4))}, {kind, choice(entity, kind)},
                {role, choice(entity, role)}, {stage, choice(entity, stage)}, {start, date(begins)},
                {place, Value(title(1))}, {territories, several(m_places, 12)},
                {projects, several(m_projects, 3)}};
            if (once(3))
                said.emplace_back(series, Value(u"Series %1"_s.arg(m_dice.upTo(40))));
            if (!once(3))
                said.emplace_back(programme, Value(any(fields::programme::entity, m_extent.programmes)));
            if (once(2))
                said.emplace_back(headcount, Value(m_dice.skewed(200) + 1));
            if (once(4))
                said.emplace_back(outcome, Value(textOf(m_dice, 200 + m_dice.upTo(400))));
            rows.add(id(entity, i), std::move(said));
        }
    }

    void addAttendances()
    {
        using namespace fields::attendance;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.attendances; ++i) {
            Fields said{{activity, Value(any(fields::activity::entity, m_extent.activities))},
                {person, Value(any(fields::person::entity, m_extent.people))}};
            if (once(4))
                said.emplace_back(training, choice(entity, training));
            rows.add(id(entity, i), std::move(said));
        }
    }

    void addAgreements()
    {
        using namespace fields::agreement;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.agreements; ++i) {
            const QDate begins = day();
            Fields said{{kind, choice(entity, kind)},
                {organisation, Value(any(fields::organisation::entity, m_extent.organisations))},
                {territories, several(m_places, 2)}, {project, Value(any(m_projects))},
                {stage, choice(entity, stage)}, {signedOn, Value(begins.toString(u"yyyy-MM-dd"_s))}};
            if (!once(3) || said[4].second == Value(QString(agreementStage::lapsed)))
                said.emplace_back(expires, Value(begins.addYears(3).toString(u"yyyy-MM-dd"_s)));
            rows.add(id(entity, i), std::move(said));
        }
    }

    void addParticipations()
    {
        using namespace fields::participation;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.participations; ++i) {
            rows.add(id(entity, i),
                {{person, Value(any(fields::person::entity, m_extent.people))},
                    {territory, Value(any(m_places))}, {round, Value(u"Round %1"_s.arg(m_dice.upTo(30)))},
                    {stage, choice(entity, stage)}, {fields::participation::date, Maker::date(day())},
                    {amount,
                        Value(Value::Parts{{u"amount"_s, Value(QString::number(50 * (m_dice.upTo(60) + 1)))},
                            {u"currency"_s, Value(u"USD"_s)}})}});
        }
    }

    void addTasks()
    {
        using namespace fields::task;
        Rows rows(m_store, entity);
        for (int i = 0; i < m_extent.tasks; ++i) {
            const Value about(Value::Parts{{u"entity"_s, Value(fields::activity::entity)},
                {u"row"_s, Value(any(fields::activity::entity, m_extent.activities))}});
            rows.add(id(entity, i),
                {{text, Value(textOf(m_dice, 60))}, {of, about}, {owner, Value(wordNumber(m_dice.upTo(30)))},
                    {due, date(day())}, {done, Value(!once(3))}});
        }
    }

    // Of each territory and indicator as many months as there are to be.
    void addObservations()
    {
        using namespace fields::observation;
        std::vector<Indicator> all = indicators(m_store);
        std::erase_if(all, [](const Indicator &each) {
            return each.scale != Indicator::Scale::Count && each.scale != Indicator::Scale::Ladder;
        });
        Rows rows(m_store, entity);
        const Entity &of = *m_store.catalogue().entity(entity);
        const int cells = int(m_places.size() * all.size());
        const int months = std::min(12 * years, cells == 0 ? 0 : m_extent.observations / cells);
        for (const QUuid &where : m_places) {
            for (const Indicator &what : all) {
                for (int month = 0; month < months; ++month) {
                    const int at = month * 12 * years / months;
                    const QString when =
                        u"%1-%2"_s.arg(firstYear + at / 12).arg(at % 12 + 1, 2, 10, QLatin1Char('0'));
                    const Value reading = what.scale == Indicator::Scale::Count
                        ? Value(qint64(m_dice.upTo(4)))
                        : Value(what.levels[size_t(m_dice.upTo(int(what.levels.size())))].code);
                    Fields said{{territory, Value(where)}, {indicator, Value(what.id)},
                        {fields::observation::date, Value(when)}};
                    const auto row = m_store.idFor(of, said);
                    if (!row)
                        fail(row.error().message());
                    said.emplace_back(value,
                        Value(Value::Parts{{QString(fields::observation::reading), reading},
                            {QString(source), Value(u"letter "_s + wordNumber(m_dice.upTo(500)))},
                            {QString(certainty), Value(certaintyCode::reported)}}));
                    rows.add(*row, std::move(said));
                }
            }
        }
    }

    Store &m_store;
    OutreachExtent m_extent;
    Dice m_dice;
    std::vector<QUuid> m_places;
    std::vector<QUuid> m_projects;
};

} // namespace

void addOutreach(Store &store, const OutreachExtent &extent)
{
    note(u"made up from seed %1"_s.arg(extent.seed));
    Maker(store, extent).make();
}

} // namespace liaison::bench
