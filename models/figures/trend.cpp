#include "models/figures/trend.h"

#include "models/domain/fields.h"
#include "models/figures/target.h"
#include "models/figures/territory.h"
#include "models/store/store.h"

#include <algorithm>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// Never, in either direction: a null date sorts before all days.
const QDate always;

// Where a territory stands from a day on, and the day by which that was so in any case.
struct Turn
{
    QDate from;
    QDate to;
    Standing standing = Standing::Unknown;
};

// An observation, its reading judged.
struct Sighting
{
    QDate firstDay;
    QDate lastDay;
    Standing standing = Standing::Unknown;
};
using Sightings = std::vector<Sighting>;

// What records say from a day on, judged.
struct DerivedTurn
{
    QDate from;
    QDate to; // of the date the records have
    std::optional<Standing> standing; // none: nothing any more
};
using DerivedTurns = std::vector<DerivedTurn>;

// As PartialDate compares, without making one of each observation.
bool isEarlier(const Sighting &a, const Sighting &b)
{
    return a.lastDay != b.lastDay ? a.lastDay < b.lastDay : a.firstDay < b.firstDay;
}

PartialDate dateOf(QDate firstDay, QDate lastDay)
{
    if (firstDay == lastDay)
        return PartialDate(firstDay);
    const bool isYear = firstDay.month() != lastDay.month();
    return PartialDate::parse(firstDay.toString(isYear ? u"yyyy"_s : u"yyyy-MM"_s))
        .value_or(PartialDate(lastDay));
}

int &countOf(Trend::Step &step, Standing standing)
{
    switch (standing) {
    case Standing::Met:
        return step.met;
    case Standing::OnTheWay:
        return step.onTheWay;
    case Standing::NotMet:
        return step.notMet;
    case Standing::NotApplicable:
        return step.notApplicable;
    case Standing::Unknown:
        break;
    }
    return step.unknown;
}

// Gathers what each territory adds to the trend of one indicator.
class TrendMaker
{
public:
    explicit TrendMaker(const Indicator &indicator)
        : m_indicator(indicator)
    {
    }

    void add(const Territory &territory, Sightings sightings, const DerivedTurns &derived);
    Trend trend() const;

private:
    struct Period
    {
        int observations = 0;
        bool known = false;
    };

    std::vector<Turn> turnsOf(const Territory &territory, const Sightings &byBeginning) const;
    static std::vector<Turn> withDerived(const std::vector<Turn> &stated, const DerivedTurns &derived);
    void change(const Turn &turn, Standing standing, int by);
    std::vector<Trend::Span> staleSpans() const;

    const Indicator &m_indicator;
    std::map<QDate, Trend::Step> m_changes; // day to differences
    std::map<std::pair<QDate, QDate>, int> m_slopes;
    std::map<std::pair<QDate, QDate>, Period> m_periods; // last and first day
};

// Before the territory's life is asked for.
std::vector<Turn> TrendMaker::turnsOf(const Territory &territory, const Sightings &byBeginning) const
{
    const bool applies = !m_indicator.needsCctld || territory.hasCctld;
    std::vector<Turn> turns = {{always, always, applies ? Standing::Unknown : Standing::NotApplicable}};
    const Sighting *counts = nullptr;
    for (size_t i = 0; i < byBeginning.size(); ++i) {
        const Sighting &seen = byBeginning[i];
        if (!counts || isEarlier(*counts, seen))
            counts = &seen;
        // Of those that begin on one day only the outcome is ever seen.
        if (i + 1 < byBeginning.size() && byBeginning[i + 1].firstDay == seen.firstDay)
            continue;
        if (counts->standing != turns.back().standing)
            turns.push_back({seen.firstDay, counts->lastDay, counts->standing});
    }
    return turns;
}

// What somebody stated stands first; what nobody knows is as records have it.
std::vector<Turn> TrendMaker::withDerived(const std::vector<Turn> &stated, const DerivedTurns &derived)
{
    if (derived.empty())
        return stated;
    std::vector<Turn> turns{stated.front()};
    const Turn *said = &stated.front();
    const DerivedTurn *read = nullptr;
    size_t nextStated = 1;
    size_t nextDerived = 0;
    while (nextStated < stated.size() || nextDerived < derived.size()) {
        const bool isStated = nextDerived == derived.size()
            || (nextStated < stated.size() && stated[nextStated].from <= derived[nextDerived].from);
        const QDate day = isStated ? stated[nextStated].from : derived[nextDerived].from;
        if (isStated)
            said = &stated[nextStated++];
        if (nextDerived < derived.size() && derived[nextDerived].from == day)
            read = &derived[nextDerived++];
        const bool isRead = said->standing == Standing::Unknown && read && read->standing;
        const Standing now = isRead ? *read->standing : said->standing;
        const QDate to = isRead ? read->to : said->to;
        if (now != turns.back().standing)
            turns.push_back({day, std::max(day, to), now});
    }
    return turns;
}

void TrendMaker::add(const Territory &territory, Sightings sightings, const DerivedTurns &derived)
{
    const QDate born = territory.existsFrom.isNull() ? always : territory.existsFrom.firstDay();
    const QDate ends = territory.existsUntil.isNull() ? always : territory.existsUntil.lastDay();
    for (const Sighting &seen : sightings) {
        if (seen.lastDay < born || (ends.isValid() && seen.firstDay > ends))
            continue;
        Period &period = m_periods[{seen.lastDay, seen.firstDay}];
        ++period.observations;
        period.known |= seen.standing != Standing::Unknown && seen.standing != Standing::NotApplicable;
    }

    std::sort(sightings.begin(), sightings.end(),
        [](const Sighting &a, const Sighting &b) { return a.firstDay < b.firstDay; });
    const std::vector<Turn> turns = withDerived(turnsOf(territory, sightings), derived);
    size_t now = 0;
    while (now + 1 < turns.size() && born.isValid() && turns[now + 1].from <= born)
        ++now;
    change({born, born, {}}, turns[now].standing, +1);
    for (; now + 1 < turns.size() && (!ends.isValid() || turns[now + 1].from <= ends); ++now) {
        Turn turn = turns[now + 1];
        if (ends.isValid())
            turn.to = std::min(turn.to, ends); // a slope is over before the territory leaves
        change(turn, turns[now].standing, -1);
        change(turn, turn.standing, +1);
    }
    if (ends.isValid())
        change({ends.addDays(1), ends.addDays(1), {}}, turns[now].standing, -1);
}

void TrendMaker::change(const Turn &turn, Standing standing, int by)
{
    countOf(m_changes[turn.from], standing) += by;
    if (standing == Standing::Met && turn.from.isValid())
        m_slopes[{turn.from, turn.to}] += by;
}

std::vector<Trend::Span> TrendMaker::staleSpans() const
{
    std::vector<Trend::Span> spans;
    if (m_indicator.staleAfter <= 0)
        return spans;
    const int months = static_cast<int>(std::min<qint64>(m_indicator.staleAfter, 12 * 9999));
    std::vector<std::pair<QDate, QDate>> known; // first and last day
    for (const auto &[lastAndFirst, period] : m_periods) {
        if (period.known)
            known.emplace_back(lastAndFirst.second, lastAndFirst.first);
    }
    std::sort(known.begin(), known.end());
    QDate newest;
    for (size_t i = 0; i < known.size(); ++i) {
        newest = std::max(newest, known[i].second);
        const QDate from = newest.addMonths(months).addDays(1);
        const QDate to = i + 1 < known.size() ? known[i + 1].first.addDays(-1) : QDate();
        if (!to.isValid() || from <= to)
            spans.push_back({from, to});
    }
    return spans;
}

Trend TrendMaker::trend() const
{
    Trend trend;
    Trend::Step counts;
    if (!m_changes.contains(always))
        trend.steps.push_back(counts);
    for (const auto &[day, change] : m_changes) {
        counts.day = day;
        counts.met += change.met;
        counts.onTheWay += change.onTheWay;
        counts.notMet += change.notMet;
        counts.unknown += change.unknown;
        counts.notApplicable += change.notApplicable;
        trend.steps.push_back(counts);
    }
    for (const auto &[period, met] : m_slopes) {
        if (met != 0)
            trend.slopes.push_back({period.first, period.second, met});
    }
    for (const auto &[lastAndFirst, period] : m_periods)
        trend.points.push_back({dateOf(lastAndFirst.second, lastAndFirst.first), period.observations});
    trend.stale = staleSpans();
    return trend;
}

QHash<QUuid, DerivedTurns> derivedTurns(const Store &store, const Indicator &indicator,
    const std::vector<QUuid> &territories, const Derivations &derivedBy)
{
    QHash<QUuid, DerivedTurns> turns;
    const Derivation *derivation = derivationOf(indicator, derivedBy);
    if (!derivation || !derivation->ever)
        return turns;
    for (const DerivedStep &step : derivation->ever(store, indicator, territories)) {
        std::optional<Standing> standing;
        if (!step.reading.isNull())
            standing = indicator.standing(step.reading);
        turns[step.territory].push_back({step.from, step.date.lastDay(), standing});
    }
    return turns;
}

// A number counts territories unless the indicator counts something else; a level that meets the goal is
// meant for every territory.
std::optional<TrendTarget::Version> versionOf(
    const Value &value, const Indicator &indicator, const Trend &trend)
{
    using namespace fields::target;
    const PartialDate dueDate = value.part(due).date();
    const Value &wanted = value.part(fields::target::reading);
    if (dueDate.isNull() || indicator.scale == Indicator::Scale::Days)
        return {};
    const QString why = value.part(reason).text();
    if (const auto number = wanted.toInteger()) {
        if (indicator.summed || *number < 0 || *number > std::numeric_limits<int>::max())
            return {};
        return TrendTarget::Version{static_cast<int>(*number), dueDate, why};
    }
    if (indicator.standing(wanted) == Standing::Met)
        return TrendTarget::Version{trend.on(dueDate.lastDay()).of(), dueDate, why};
    return {};
}

void addTarget(const Store &store, Trends &trends, const Record &record)
{
    const Target target(record);
    for (size_t i = 0; i < trends.indicators.size(); ++i) {
        const Indicator &indicator = trends.indicators[i];
        if (indicator.id != target.indicator)
            continue;
        const auto present = versionOf(record.value(fields::target::value), indicator, trends.trends[i]);
        if (!present)
            return;
        TrendTarget added{target.id, i, *present, {}};
        // Newest first, so the last one to speak of the value is how it began.
        for (const HistoryEntry &entry : store.history(fields::target::entity, target.id)) {
            if (entry.field == fields::target::value)
                added.first = versionOf(entry.to, indicator, trends.trends[i]);
        }
        if (added.first == added.present)
            added.first.reset();
        trends.targets.push_back(std::move(added));
    }
}

} // namespace

QDate Trends::firstDay() const
{
    QDate first;
    for (const Trend &trend : trends) {
        for (const Trend::Point &point : trend.points)
            first = first.isValid() ? std::min(first, point.date.firstDay()) : point.date.firstDay();
        for (const Trend::Slope &slope : trend.slopes)
            first = first.isValid() ? std::min(first, slope.from) : slope.from;
    }
    return first;
}

QDate Trends::lastDay() const
{
    QDate last;
    for (const Trend &trend : trends) {
        if (!trend.points.empty())
            last = std::max(last, trend.points.back().date.lastDay());
        for (const Trend::Slope &slope : trend.slopes)
            last = std::max(last, slope.to);
    }
    return last;
}

Trends trendsOf(const Store &store, const Region &region, std::vector<Indicator> indicators,
    const Derivations &derivedBy)
{
    QSet<QUuid> all;
    for (const Indicator &indicator : indicators)
        all.insert(indicator.id);
    Trends trends{region, std::move(indicators), {}, {}, 0};
    trends.trends.resize(trends.indicators.size());
    return refreshed(std::move(trends), store, all, derivedBy);
}

Trends refreshed(
    Trends trends, const Store &store, const QSet<QUuid> &indicators, const Derivations &derivedBy)
{
    const QHash<QUuid, Territory> known = territories(store);
    std::vector<QUuid> places;
    for (const Region::Member &member : trends.region.members) {
        if (known.contains(member.territory))
            places.push_back(member.territory);
    }
    std::vector<size_t> changed; // places among the indicators
    std::vector<QUuid> columns;
    for (size_t i = 0; i < trends.indicators.size(); ++i) {
        if (!indicators.contains(trends.indicators[i].id))
            continue;
        changed.push_back(i);
        columns.push_back(trends.indicators[i].id);
    }

    const ObservedHistory history = store.observedEver(places, columns);
    std::vector<std::vector<const ObservedHistory::Observation *>> cells(places.size() * columns.size());
    for (const ObservedHistory::Observation &each : history.observations)
        cells[each.indicator * places.size() + each.territory].push_back(&each);
    for (size_t column = 0; column < columns.size(); ++column) {
        const Indicator &indicator = trends.indicators[changed[column]];
        std::vector<std::optional<Standing>> judged(history.readings.size()); // each reading once
        const auto derived = derivedTurns(store, indicator, places, derivedBy);
        TrendMaker maker(indicator);
        for (size_t place = 0; place < places.size(); ++place) {
            Sightings sightings;
            for (const auto *each : cells[column * places.size() + place]) {
                std::optional<Standing> &standing = judged[each->reading];
                if (!standing)
                    standing = indicator.standing(history.readings[each->reading]);
                sightings.push_back({each->firstDay, each->lastDay, *standing});
            }
            maker.add(
                *known.constFind(places[place]), std::move(sightings), derived.value(places[place]));
        }
        trends.trends[changed[column]] = maker.trend();
        // Rows come and go with their territories, never with an observation.
        for (const Trend::Step &step : trends.trends[changed[column]].steps)
            trends.mostRows = std::max(trends.mostRows, step.of() + step.notApplicable);
    }
    trends.targets.clear();
    for (const Record &record : targetsOver(store, trends.region.id))
        addTarget(store, trends, record);
    return trends;
}

std::vector<TrendRow> rowsBehind(
    const Store &store, const Region &region, const Indicator &indicator, const PartialDate &date)
{
    using namespace fields::observation;
    const QHash<QUuid, Territory> known = territories(store);
    QHash<QUuid, Value> seen;
    const Query query{.entity = entity,
        .where = {{QString(fields::observation::indicator), Value(indicator.id)},
            {QString(fields::observation::date), Value(date)}}};
    for (const Record &record : store.read(query))
        seen.insert(record.value(territory).row(), record.value(value));

    std::vector<TrendRow> rows;
    for (const Region::Member &member : region.members) {
        const auto place = known.constFind(member.territory);
        const auto said = seen.constFind(member.territory);
        if (place == known.constEnd() || said == seen.constEnd() || !place->existsDuring(date))
            continue;
        rows.push_back({place->id, place->name, indicator.readingText(said->part(reading), QLocale()),
            indicator.standing(said->part(reading)), said->part(source).text()});
    }
    return rows;
}

} // namespace liaison
