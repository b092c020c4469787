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

    void add(const Territory &territory, Sightings sightings);
    Trend trend() const;

private:
    struct Period
    {
        int observations = 0;
        bool known = false;
    };

    std::vector<Turn> turnsOf(const Territory &territory, const Sightings &byBeginning) const;
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

void TrendMaker::add(const Territory &territory, Sightings sightings)
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
    const std::vector<Turn> turns = turnsOf(territory, sightings);
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

const Trend::Step &Trend::on(QDate day) const
{
    const auto after = std::upper_bound(
        steps.begin(), steps.end(), day, [](QDate asked, const Step &step) { return asked < step.day; });
    return after == steps.begin() ? steps.front() : *(after - 1);
}

bool Trend::isStaleOn(QDate day) const
{
    return std::any_of(stale.begin(), stale.end(),
        [day](const Span &span) { return span.from <= day && (!span.to.isValid() || day <= span.to); });
}

std::vector<Trend::Vertex> Trend::line(QDate until) const
{
    std::vector<Vertex> line;
    QDate begin = slopes.empty() ? QDate() : slopes.front().from;
    for (const Point &point : points)
        begin = begin.isValid() ? std::min(begin, point.date.firstDay()) : point.date.firstDay();
    if (!begin.isValid() || begin > until)
        return line;

    std::vector<QDate> corners = {begin, until};
    for (const Slope &slope : slopes) {
        corners.push_back(slope.from);
        corners.push_back(slope.to);
    }
    std::sort(corners.begin(), corners.end());
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());

    int settled = 0; // of slopes that are over
    std::vector<Slope> rising;
    auto next = slopes.begin();
    for (const QDate &day : corners) {
        if (day > until)
            break;
        double under = 0;
        std::erase_if(rising, [&](const Slope &slope) {
            const bool isOver = slope.to <= day;
            if (isOver)
                settled += slope.met;
            else
                under += slope.met * (double(slope.from.daysTo(day)) / double(slope.from.daysTo(slope.to)));
            return isOver;
        });
        const Vertex before{day, settled + under};
        for (; next != slopes.end() && next->from <= day; ++next) {
            if (next->from == next->to)
                settled += next->met;
            else
                rising.push_back(*next);
        }
        const Vertex after{day, settled + under};
        // Where the line begins nothing is known of before.
        if (day > begin)
            line.push_back(before);
        if (day == begin || after != before)
            line.push_back(after);
    }
    return line;
}

std::vector<Trend::Piece> Trend::pieces(QDate until) const
{
    const std::vector<Vertex> corners = line(until);
    std::vector<Piece> pieces;
    if (corners.empty())
        return pieces;
    pieces.push_back({isStaleOn(corners.front().day), {corners.front()}});
    // A span is entered on the day before its first, when the newest observation was still good, and left on
    // the day after its last, before an upright of that day.
    std::vector<QDate> cuts;
    for (const Span &span : stale) {
        cuts.push_back(span.from.addDays(-1));
        if (span.to.isValid())
            cuts.push_back(span.to.addDays(1));
    }
    auto cut = std::upper_bound(cuts.begin(), cuts.end(), corners.front().day);
    for (size_t i = 1; i < corners.size(); ++i) {
        const Vertex &from = corners[i - 1];
        const Vertex &to = corners[i];
        for (; cut != cuts.end() && *cut <= to.day && from.day < to.day; ++cut) {
            const double part = double(from.day.daysTo(*cut)) / double(from.day.daysTo(to.day));
            const Vertex between{*cut, from.met + part * (to.met - from.met)};
            if (between != pieces.back().corners.back())
                pieces.back().corners.push_back(between);
            pieces.push_back({!pieces.back().isStale, {between}});
        }
        if (to != pieces.back().corners.back())
            pieces.back().corners.push_back(to);
    }
    std::erase_if(pieces, [](const Piece &piece) { return piece.corners.size() < 2; });
    return pieces;
}

QDate Trends::firstDay() const
{
    QDate first;
    for (const Trend &trend : trends) {
        for (const Trend::Point &point : trend.points)
            first = first.isValid() ? std::min(first, point.date.firstDay()) : point.date.firstDay();
    }
    return first;
}

QDate Trends::lastDay() const
{
    QDate last;
    for (const Trend &trend : trends) {
        if (!trend.points.empty())
            last = std::max(last, trend.points.back().date.lastDay());
    }
    return last;
}

Trends trendsOf(const Store &store, const Region &region, std::vector<Indicator> indicators)
{
    QSet<QUuid> all;
    for (const Indicator &indicator : indicators)
        all.insert(indicator.id);
    Trends trends{region, std::move(indicators), {}, {}, 0};
    trends.trends.resize(trends.indicators.size());
    return refreshed(std::move(trends), store, all);
}

Trends refreshed(Trends trends, const Store &store, const QSet<QUuid> &indicators)
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
        TrendMaker maker(indicator);
        for (size_t place = 0; place < places.size(); ++place) {
            Sightings sightings;
            for (const auto *each : cells[column * places.size() + place]) {
                std::optional<Standing> &standing = judged[each->reading];
                if (!standing)
                    standing = indicator.standing(history.readings[each->reading]);
                sightings.push_back({each->firstDay, each->lastDay, *standing});
            }
            maker.add(*known.constFind(places[place]), std::move(sightings));
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
