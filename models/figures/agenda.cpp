#include "models/figures/agenda.h"

#include "models/domain/fields.h"
#include "models/figures/board.h"
#include "models/figures/knownrecords.h"
#include "models/figures/target.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Is = Query::Filter::Is;
using Kind = AgendaItem::Kind;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

class Collector
{
public:
    Collector(const Store &store, QDate from, QDate until, QDate today)
        : m_store(store)
        , m_from(from)
        , m_until(until)
        , m_today(today)
    {
    }

    std::vector<AgendaItem> run()
    {
        addActivities();
        addTasks();
        addAgreements();
        addTargets();
        std::sort(m_items.begin(), m_items.end(), [](const AgendaItem &a, const AgendaItem &b) {
            const auto key = [](const AgendaItem &item) {
                return std::tuple(!item.isOverdue, item.start.firstDay(), item.kind, item.title, item.row);
            };
            return key(a) < key(b);
        });
        return std::move(m_items);
    }

private:
    bool touches(const PartialDate &start, const PartialDate &end) const
    {
        return start.firstDay() <= m_until && end.lastDay() >= m_from;
    }

    // Where and for which projects a record is, as far as it says so itself.
    void addPlace(AgendaItem &item, const Record &record) const
    {
        if (record.isNull())
            return;
        for (const Field &field : record.entity().fields) {
            const bool isTerritory = field.refers == fields::territory::entity;
            if (!isTerritory && field.refers != fields::project::entity)
                continue;
            const Value &value = record.value(field.name);
            auto &rows = isTerritory ? item.territories : item.projects;
            for (const QUuid &row : rowsIn(value))
                rows.push_back(row);
        }
        if (record.entity().name == fields::territory::entity)
            item.territories.push_back(record.id());
        if (record.entity().name == fields::project::entity)
            item.projects.push_back(record.id());
    }

    AgendaItem itemOf(Kind kind, const Record &record, const PartialDate &start, const PartialDate &end) const
    {
        AgendaItem item;
        item.kind = kind;
        item.entity = record.entity().name;
        item.row = record.id();
        item.title = m_store.titleOf(item.entity, item.row, Store::Titles::Public);
        item.start = start;
        item.end = end;
        addPlace(item, record);
        return item;
    }

    // Two questions, so that a file of many years is not read through: those with an end may have begun long
    // before the range.
    void addActivities()
    {
        namespace f = fields::activity;
        const Query::Filter held{f::stage, Value(stageCode::cancelled), Is::Not};
        const Query::Filter begins{f::start, Value(PartialDate(m_until)), Is::Until};
        const Value from{PartialDate(m_from)};
        addActivities({held, begins, {f::end, from, Is::From}});
        addActivities({held, begins, {f::end, Value()}, {f::start, from, Is::From}});
    }
    void addActivities(std::vector<Query::Filter> where)
    {
        namespace f = fields::activity;
        for (const Record &record : m_store.read({.entity = f::entity, .where = std::move(where)})) {
            const PartialDate start = record.value(f::start).date();
            const PartialDate last = record.value(f::end).date();
            AgendaItem item = itemOf(Kind::Activity, record, start, last.isNull() ? start : last);
            item.isDone = item.end.lastDay() < m_today;
            item.certainty = record.value(f::certainty).text();
            m_items.push_back(std::move(item));
        }
    }

    void addTasks()
    {
        namespace f = fields::task;
        for (const Record &record :
            m_store.read({.entity = f::entity, .where = {{f::done, Value(true), Is::Not}}})) {
            const PartialDate due = record.value(f::due).date();
            if (due.isNull())
                continue;
            AgendaItem item = itemOf(Kind::TaskDue, record, due, due);
            item.isOverdue = due.lastDay() < m_today;
            if (!item.isOverdue && !touches(due, due))
                continue;
            const Value &of = record.value(f::of);
            if (const QUuid row = of.part("row"_L1).row(); !row.isNull())
                addPlace(item, m_store.find(of.part("entity"_L1).text(), row));
            m_items.push_back(std::move(item));
        }
    }

    void addAgreements()
    {
        namespace f = fields::agreement;
        std::vector<Query::Filter> where{
            {f::expires, Value(PartialDate(std::max(m_until, m_today))), Is::Until}};
        for (const QLatin1StringView stage :
            {agreementStage::idea, agreementStage::drafting, agreementStage::lapsed})
            where.push_back({f::stage, Value(stage), Is::Not});
        for (const Record &record : m_store.read({.entity = f::entity, .where = where})) {
            const PartialDate on = record.value(f::expires).date();
            AgendaItem item = itemOf(Kind::AgreementExpires, record, on, on);
            item.isOverdue = on.lastDay() < m_today;
            if (item.isOverdue || touches(on, on))
                m_items.push_back(std::move(item));
        }
    }

    void addTargets()
    {
        std::vector<std::pair<Target, Record>> due;
        for (const Record &record : m_store.read({.entity = fields::target::entity})) {
            const Target target(record);
            if (!target.due.isNull() && (target.due.lastDay() < m_today || touches(target.due, target.due)))
                due.emplace_back(target, record);
        }
        if (due.empty())
            return;
        const std::vector<Indicator> all = indicators(m_store);
        const std::vector<Region> known = regions(m_store);
        for (const auto &[target, record] : due) {
            const auto of = std::find_if(all.begin(), all.end(),
                [&, id = target.indicator](const Indicator &indicator) { return indicator.id == id; });
            if (of == all.end())
                continue;
            AgendaItem item = itemOf(Kind::TargetDue, record, target.due, target.due);
            const bool isPast = target.due.lastDay() < m_today;
            item.isOverdue = isPast && !isReached(target, *of, known);
            if (!item.isOverdue && !touches(target.due, target.due))
                continue;
            const QString reading = of->readingText(target.reading);
            item.title = target.territory.isNull()
                ? Tr::tr("%1: %2").arg(of->code, reading)
                : Tr::tr("%1, %2: %3", "territory, indicator, value")
                      .arg(m_store.keyOf(fields::territory::entity, target.territory), of->code, reading);
            item.projects = {of->project};
            m_items.push_back(std::move(item));
        }
    }

    bool isReached(const Target &target, const Indicator &of, const std::vector<Region> &known) const
    {
        if (!target.territory.isNull()) {
            Region place;
            place.members.push_back({target.territory});
            const Board board = boardOf(m_store, place, {of}, m_today);
            return board.rows.empty() || target.isReachedIn(of, board.rows[0].cells[0]);
        }
        return std::all_of(known.begin(), known.end(), [&](const Region &region) {
            return (!target.region.isNull() && target.region != region.id)
                || target.isReachedOver(of, boardOf(m_store, region, {of}, m_today).rows, 0);
        });
    }

    const Store &m_store;
    QDate m_from;
    QDate m_until;
    QDate m_today;
    std::vector<AgendaItem> m_items;
};

} // namespace

std::vector<AgendaItem> agenda(const Store &store, QDate from, QDate until, QDate today)
{
    return Collector(store, from, until, today).run();
}

} // namespace liaison
