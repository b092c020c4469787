#include "models/figures/projectpage.h"

#include "models/domain/fields.h"
#include "models/figures/knownrecords.h"
#include "models/figures/outreach.h"
#include "models/figures/target.h"
#include "models/figures/territory.h"
#include "models/store/store.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Is = Query::Filter::Is;
using Progress = ProjectPageFigures::Progress;
using Latest = ProjectPageFigures::Latest;
namespace fa = fields::activity;

constexpr int silentYears = 2;
constexpr int agendaYears = 2; // what comes later than that is no next step

// Of the targets over the region the one that is due next, else the last one that was.
std::optional<Target> targetOf(const std::vector<Target> &targets, QUuid indicator, QDate day)
{
    std::optional<Target> best;
    for (const Target &each : targets) {
        if (each.indicator != indicator || each.due.isNull())
            continue;
        const bool isToCome = each.due.lastDay() >= day;
        const bool bestIsToCome = best && best->due.lastDay() >= day;
        if (!best || (isToCome != bestIsToCome ? isToCome : isToCome == (each.due < best->due)))
            best = each;
    }
    return best;
}

Progress progressOf(const Board &board, size_t column, const std::optional<Target> &target, QDate day)
{
    const Indicator &indicator = board.indicators[column];
    Progress made;
    made.indicator = indicator;
    made.total = board.totals[column];
    made.isDerived = std::any_of(board.rows.begin(), board.rows.end(),
        [&](const Board::Row &row) { return row.cells[column].isDerived; });
    const BoardTotal &total = made.total;
    made.isOfTerritories = !total.sum;
    if (total.known > 0)
        made.now = total.sum.value_or(total.met);
    if (!target)
        return made;
    made.target = target->id;
    made.due = target->due;
    made.reading = target->reading;
    if (const auto number = target->reading.toInteger();
        number && indicator.scale != Indicator::Scale::Days) {
        made.wanted = *number;
    } else {
        // Every territory it applies to must be as far.
        made.isOfTerritories = true;
        made.wanted = total.of;
        if (total.known > 0)
            made.now = std::count_if(board.rows.begin(), board.rows.end(),
                [&](const Board::Row &row) { return target->isReachedIn(indicator, row.cells[column]); });
    }
    const bool isDue = target->due.lastDay() < day;
    if (total.of > 0 && target->isReachedOver(indicator, board.rows, column))
        made.state = Progress::State::Met;
    else if (isDue)
        made.state = Progress::State::Late;
    else
        made.state = made.now ? Progress::State::OnTheWay : Progress::State::Unknown;
    if (made.state == Progress::State::Late)
        made.daysLate = static_cast<int>(target->due.lastDay().daysTo(day));
    return made;
}

std::vector<Progress> progress(const Store &store, QUuid project, const Region &region, QDate day)
{
    std::vector<Indicator> own = indicators(store);
    std::erase_if(own, [&](const Indicator &each) { return each.project != project; });
    if (own.empty())
        return {};
    std::vector<Target> targets;
    for (const Record &record : targetsOver(store, region.id))
        targets.emplace_back(record);
    const Board board = boardOf(store, region, std::move(own), day);
    std::vector<Progress> made;
    for (size_t column = 0; column < board.indicators.size(); ++column)
        made.push_back(progressOf(board, column, targetOf(targets, board.indicators[column].id, day), day));
    return made;
}

// Running ones first, then what is to come; those done at the end.
int stagePlace(const QString &stage)
{
    const QLatin1StringView order[] = {stageCode::running, stageCode::planned, stageCode::idea};
    const auto found = std::find(std::begin(order), std::end(order), stage);
    return stage == stageCode::done ? 4 : static_cast<int>(found - std::begin(order));
}

std::vector<Programmes::Programme> programmesOf(
    const Store &store, QUuid project, const Region &region, QDate day)
{
    Programmes all = programmes(store, region, day);
    for (Programmes::Project &each : all.projects) {
        if (each.id != project)
            continue;
        std::stable_sort(each.programmes.begin(), each.programmes.end(),
            [](const Programmes::Programme &a, const Programmes::Programme &b) {
                return stagePlace(a.stage) < stagePlace(b.stage);
            });
        return std::move(each.programmes);
    }
    return {};
}

// Activities say their projects themselves, or through the programme.
class Activities
{
public:
    Activities(const Store &store, QUuid project, QDate day)
        : m_store(store)
        , m_day(day)
    {
        m_of.push_back({fa::projects, Value(project)});
        for (const Record &record : store.read({.entity = fields::programme::entity,
                                    .where = {{fields::programme::project, Value(project)}}}))
            m_of.push_back({fa::programme, Value(record.id())});
    }

    // The newest, at most so many, that also meet a condition.
    std::vector<Record> newest(size_t most, const std::vector<Query::Filter> &more) const
    {
        std::vector<Record> found;
        QSet<QUuid> known;
        for (const Query::Filter &of : m_of) {
            std::vector<Query::Filter> where{of, {fa::stage, Value(stageCode::cancelled), Is::Not},
                {fa::start, Value(PartialDate(m_day)), Is::Until}};
            where.insert(where.end(), more.begin(), more.end());
            for (Record &record : m_store.read({.entity = fa::entity,
                                  .where = std::move(where),
                                  .sortBy = QString(fa::start),
                                  .order = Qt::DescendingOrder,
                                  .limit = static_cast<qint64>(most)})) {
                if (!known.contains(record.id())) {
                    known.insert(record.id());
                    found.push_back(std::move(record));
                }
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Record &a, const Record &b) {
            return a.value(fa::start).date() > b.value(fa::start).date();
        });
        if (found.size() > most)
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(most), found.end());
        return found;
    }

private:
    const Store &m_store;
    QDate m_day;
    std::vector<Query::Filter> m_of;
};

class Newest
{
public:
    Newest(const Store &store, QUuid project, QDate day)
        : m_store(store)
        , m_project(project)
        , m_until(PartialDate(day))
    {
    }

    std::vector<Latest> run(const Activities &activities)
    {
        for (const Record &record : activities.newest(ProjectPageFigures::mostLatest, {}))
            add(record, fa::start, fa::territories, fa::stage, fa::headcount);
        namespace ag = fields::agreement;
        for (const Record &record :
            read(ag::entity, ag::signedOn, Query::Filter{ag::project, Value(m_project)}))
            add(record, ag::signedOn, ag::territories, ag::stage, {});
        addParticipations();
        std::stable_sort(
            m_found.begin(), m_found.end(), [](const Latest &a, const Latest &b) { return a.date > b.date; });
        if (m_found.size() > ProjectPageFigures::mostLatest)
            m_found.resize(ProjectPageFigures::mostLatest);
        return std::move(m_found);
    }

private:
    std::vector<Record> read(
        QLatin1StringView entity, QLatin1StringView date, std::optional<Query::Filter> of) const
    {
        std::vector<Query::Filter> where{{date, m_until, Is::Until}};
        if (of)
            where.push_back(*of);
        return m_store.read({.entity = entity,
            .where = std::move(where),
            .sortBy = QString(date),
            .order = Qt::DescendingOrder,
            .limit = static_cast<qint64>(ProjectPageFigures::mostLatest)});
    }

    void add(const Record &record, QLatin1StringView date, QLatin1StringView territories,
        QLatin1StringView stage, QLatin1StringView number)
    {
        Latest latest;
        latest.entity = record.entity().name;
        latest.row = record.id();
        latest.date = record.value(date).date();
        latest.title = m_store.titleOf(latest.entity, latest.row, Store::Titles::Public);
        latest.territories = rowsIn(record.value(territories));
        latest.stage = record.value(stage).text();
        if (!number.isEmpty())
            latest.number = record.value(number);
        m_found.push_back(std::move(latest));
    }

    // They belong to the project whose indicator counts them.
    void addParticipations()
    {
        namespace f = fields::participation;
        const auto counted = findIndicator(m_store, QString(indicatorCode::fellows));
        if (!counted || counted->project != m_project)
            return;
        for (const Record &record : read(f::entity, f::date, {}))
            add(record, f::date, f::territory, f::stage, f::amount);
    }

    const Store &m_store;
    QUuid m_project;
    Value m_until;
    std::vector<Latest> m_found;
};

std::vector<AgendaItem> nextSteps(const Store &store, QUuid project, const Region &region, QDate day)
{
    QSet<QUuid> members;
    for (const Region::Member &member : region.members)
        members.insert(member.territory);
    std::vector<AgendaItem> items = agenda(store, day, day.addYears(agendaYears), day);
    std::erase_if(items, [&](const AgendaItem &item) {
        const bool isOurs =
            std::find(item.projects.begin(), item.projects.end(), project) != item.projects.end();
        const bool isHere = item.territories.empty()
            || std::any_of(item.territories.begin(), item.territories.end(),
                [&](const QUuid &territory) { return members.contains(territory); });
        return !isOurs || !isHere || (item.isDone && !item.isOverdue);
    });
    if (items.size() > ProjectPageFigures::mostNext)
        items.resize(ProjectPageFigures::mostNext);
    return items;
}

std::vector<QUuid> existing(const Store &store, const Region &region, QDate day)
{
    const QHash<QUuid, Territory> all = territories(store);
    std::vector<QUuid> there;
    for (const Region::Member &member : region.members) {
        if (const auto found = all.constFind(member.territory);
            found != all.constEnd() && found->existsOn(day))
            there.push_back(member.territory);
    }
    return there;
}

} // namespace

ProjectPageFigures projectPageFigures(
    const Store &store, const Project &project, const Region &region, QDate day)
{
    ProjectPageFigures made;
    made.project = project;
    made.indicators = progress(store, project.id, region, day);
    made.programmes = programmesOf(store, project.id, region, day);
    const Activities activities(store, project.id, day);
    made.latest = Newest(store, project.id, day).run(activities);
    made.next = nextSteps(store, project.id, region, day);
    for (const Record &record :
        activities.newest(ProjectPageFigures::mostOutcomes, {{fa::outcome, Value(), Is::Not}}))
        made.outcomes.push_back({record.id(), store.titleOf(fa::entity, record.id(), Store::Titles::Public),
            record.value(fa::start).date(), record.value(fa::outcome).text()});

    QSet<QUuid> reached;
    for (const OutreachFigure &figure : outreachFigures()) {
        for (const OutreachRow &row : outreachRows(store, figure, {.until = day})) {
            if (row.isOf(project.id))
                reached.unite({row.territories.begin(), row.territories.end()});
        }
    }
    const std::vector<QUuid> there = existing(store, region, day);
    made.territories = static_cast<int>(there.size());
    made.reached = static_cast<int>(
        std::count_if(there.begin(), there.end(), [&](const QUuid &each) { return reached.contains(each); }));
    return made;
}

ProjectFigure projectFigure(
    const Store &store, const OutreachFigure &figure, QUuid project, const Region &region, QDate day)
{
    ProjectFigure made;
    const std::vector<QUuid> there = existing(store, region, day);
    made.of = static_cast<int>(there.size());
    const QSet<QUuid> here(there.begin(), there.end());
    std::vector<OutreachRow> own = outreachRows(store, figure, {.until = day});
    std::erase_if(own, [&](const OutreachRow &row) { return !row.isOf(project) || !row.isIn(region); });
    made.total = outreachSum(own);
    QHash<QUuid, std::vector<OutreachRow>> byPlace;
    QSet<QUuid> lately;
    const QDate since = day.addYears(-silentYears);
    for (const OutreachRow &row : own) {
        for (const QUuid &territory : row.territories) {
            if (!here.contains(territory))
                continue;
            byPlace[territory].push_back(row);
            if (row.date.lastDay() > since)
                lately.insert(territory);
        }
    }
    for (auto place = byPlace.cbegin(); place != byPlace.cend(); ++place)
        made.numbers.insert(place.key(), *outreachSum(place.value()));
    std::copy_if(there.begin(), there.end(), std::back_inserter(made.silent),
        [&](const QUuid &territory) { return !lately.contains(territory); });
    return made;
}

} // namespace liaison
