#include "models/figures/outreach.h"

#include "models/domain/fields.h"
#include "models/figures/attended.h"
#include "models/figures/indicator.h"
#include "models/figures/knownrecords.h"
#include "models/figures/territory.h"
#include "models/store/narrowreads.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Is = Query::Filter::Is;
using Records = OutreachFigure::Records;

// The first day of the twelve months up to a day.
QDate yearUntil(QDate day)
{
    return day.addMonths(-12).addDays(1);
}

std::vector<Query::Filter> dated(const Records &records, QDate from, QDate until)
{
    std::vector<Query::Filter> where = records.where;
    where.push_back({records.date, Value(PartialDate(until)), Is::Until});
    if (from.isValid())
        where.push_back({records.date, Value(PartialDate(from)), Is::From});
    return where;
}

// Two sets of conditions where no record meets both; together all that counts.
std::vector<std::vector<Query::Filter>> conditions(const Records &records, const OutreachPeriod &period)
{
    if (records.ends.isEmpty())
        return {dated(records, period.from, period.until)};
    std::vector<Query::Filter> endless = dated(records, {}, period.until);
    std::vector<Query::Filter> ending = endless;
    endless.push_back({records.ends, Value()});
    endless.insert(endless.end(), records.endless.begin(), records.endless.end());
    ending.push_back({records.ends, Value(PartialDate(period.until)), Is::From});
    return {endless, ending};
}

std::optional<QUuid> projectOf(const Store &store, const OutreachFigure &figure)
{
    const auto indicator = findIndicator(store, QString(figure.indicator));
    return indicator ? std::optional(indicator->project) : std::nullopt;
}

std::vector<OutreachRow> rowsBy(
    const Store &store, const OutreachFigure &figure, const std::vector<Query::Filter> &where)
{
    const Records &of = figure.records;
    std::vector<OutreachRow> rows;
    forEachOf(store, {.entity = figure.entity, .where = where},
        {of.date, of.territories, of.projects, of.sum}, [&](const Record &record) {
            rows.push_back({record.id(), record.id(), record.value(of.date).date(),
                rowsIn(record.value(of.territories)), rowsIn(record.value(of.projects)),
                of.sum.isEmpty() ? 1 : record.value(of.sum).toInteger().value_or(0)});
        });
    if (const auto project = projectOf(store, figure); project && of.projects.isEmpty()) {
        for (OutreachRow &row : rows)
            row.projects = {*project};
    }
    return rows;
}

qint64 numberOf(const OutreachFigure &figure, const Tally &tally)
{
    return figure.records.sum.isEmpty() ? tally.count : tally.sum;
}

// Adds up what counts, each once.
class Sum
{
public:
    void add(const OutreachRow &row)
    {
        if (m_counted.contains(row.counts))
            return;
        m_counted.insert(row.counts);
        m_number += row.number;
    }
    qint64 number() const { return m_number; }
    std::optional<qint64> known() const
    {
        return m_counted.isEmpty() ? std::nullopt : std::optional(m_number);
    }

private:
    QSet<QUuid> m_counted;
    qint64 m_number = 0;
};

std::vector<OutreachRow> peopleTrained(const Store &store, const OutreachPeriod &period)
{
    std::vector<OutreachRow> rows;
    for (const Attended &each :
        attended(store, {.from = period.from, .until = period.until, .of = AttendedQuery::Of::Trainings})) {
        if (each.training != trainingLevel::none)
            rows.push_back({each.attendance, each.person, each.on, each.territories, each.projects});
    }
    return rows;
}

constexpr std::pair<QLatin1StringView, StakeholderGroup> groups[] = {
    {organisationKind::government, StakeholderGroup::Governments},
    {organisationKind::cctldManager, StakeholderGroup::CctldManagers},
    {organisationKind::als, StakeholderGroup::CivilSociety},
    {organisationKind::civilSociety, StakeholderGroup::CivilSociety},
    {organisationKind::privateSector, StakeholderGroup::PrivateSector},
    {organisationKind::academia, StakeholderGroup::Academia},
};

// A row for each territory and group that an attendance speaks of.
void eachTouch(const Store &store, QDate day,
    const std::function<void(const Attended &, QUuid territory, StakeholderGroup)> &visit)
{
    namespace f = fields::organisation;
    struct Organisation
    {
        StakeholderGroup group;
        std::vector<QUuid> territories;
    };
    QHash<QUuid, Organisation> organisations;
    forEachOf(store, {.entity = f::entity}, {f::kind, f::territories}, [&](const Record &record) {
        const QString kind = record.value(f::kind).text();
        for (const auto &[code, group] : groups) {
            if (kind == code)
                organisations.insert(record.id(), {group, rowsIn(record.value(f::territories))});
        }
    });
    for (const Attended &each : attended(store, {.from = yearUntil(day), .until = day})) {
        for (const QUuid &id : each.organisations) {
            const auto organisation = organisations.constFind(id);
            if (organisation == organisations.constEnd())
                continue;
            for (const QUuid &territory : organisation->territories)
                visit(each, territory, organisation->group);
        }
    }
}

std::vector<OutreachRow> touches(const Store &store, const OutreachPeriod &period)
{
    std::vector<OutreachRow> rows;
    eachTouch(store, period.until, [&](const Attended &each, QUuid territory, StakeholderGroup group) {
        const QUuid id =
            naturalId(QStringLiteral("stakeholder group"), QString::number(static_cast<int>(group)));
        rows.push_back({each.attendance, id, each.on, {territory}, each.projects});
    });
    return rows;
}

const char *const groupTitles[] = {QT_TRANSLATE_NOOP("figures", "governments"),
    QT_TRANSLATE_NOOP("figures", "ccTLD managers"), QT_TRANSLATE_NOOP("figures", "civil society"),
    QT_TRANSLATE_NOOP("figures", "private sector"), QT_TRANSLATE_NOOP("figures", "academia")};

QHash<QUuid, QStringList> groupNames(const Store &store, QDate day)
{
    QHash<QUuid, QStringList> names;
    const QHash<QUuid, std::vector<StakeholderGroup>> inTouch = groupsInTouch(store, day);
    for (auto it = inTouch.cbegin(); it != inTouch.cend(); ++it) {
        for (const StakeholderGroup group : *it)
            names[it.key()] += titleOf(group);
    }
    return names;
}

const Records heldActivities{.where = {{fields::activity::stage, Value(stageCode::cancelled), Is::Not}},
    .territories = fields::activity::territories,
    .projects = fields::activity::projects,
    .date = fields::activity::start};

Records countedHeads()
{
    Records records = heldActivities;
    records.where.push_back({fields::activity::headcount, Value(), Is::Not});
    records.sum = fields::activity::headcount;
    return records;
}

} // namespace

OutreachPeriod twelveMonthsTo(QDate day)
{
    return {yearUntil(day), day};
}

int quarterOf(QDate day)
{
    return day.year() * 4 + (day.month() - 1) / 3;
}

QDate firstDayOfQuarter(int quarter)
{
    return QDate(quarter / 4, quarter % 4 * 3 + 1, 1);
}

bool OutreachRow::isOf(QUuid project) const
{
    return std::find(projects.begin(), projects.end(), project) != projects.end();
}

bool OutreachRow::isIn(const Region &region) const
{
    return territories.empty()
        || std::any_of(region.members.begin(), region.members.end(), [&](const Region::Member &member) {
               return std::find(territories.begin(), territories.end(), member.territory)
                   != territories.end();
           });
}

QString OutreachFigure::titleText() const
{
    return QCoreApplication::translate("figures", title);
}

const std::vector<OutreachFigure> &outreachFigures()
{
    using namespace fields;
    namespace ag = fields::agreement;
    namespace pa = fields::participation;
    static const std::vector<OutreachFigure> all{
        {"activities"_L1, QT_TRANSLATE_NOOP("figures", "Activities"), activity::entity, {activity::entity},
            heldActivities},
        {"participants"_L1, QT_TRANSLATE_NOOP("figures", "Participants"), activity::entity,
            {activity::entity}, countedHeads()},
        {"agreements"_L1, QT_TRANSLATE_NOOP("figures", "Agreements in force"), ag::entity, {ag::entity},
            {.where = {{ag::stage, Value(agreementStage::idea), Is::Not},
                 {ag::stage, Value(agreementStage::drafting), Is::Not}},
                .territories = ag::territories,
                .projects = ag::project,
                .date = ag::signedOn,
                .ends = ag::expires,
                .endless = {{ag::stage, Value(agreementStage::lapsed), Is::Not}}}},
        {"awards"_L1, QT_TRANSLATE_NOOP("figures", "Awards"), pa::entity, {pa::entity},
            {.where = {{pa::stage, Value(participationStage::applied), Is::Not},
                 {pa::stage, Value(), Is::Not}},
                .territories = pa::territory,
                .date = pa::date},
            {}, indicatorCode::fellows},
        {"people-trained"_L1, QT_TRANSLATE_NOOP("figures", "People trained"), attendance::entity,
            {attendance::entity, activity::entity, affiliation::entity, organisation::entity}, {},
            peopleTrained},
        {"groups-in-touch"_L1, QT_TRANSLATE_NOOP("figures", "Stakeholder groups in touch"),
            attendance::entity,
            {attendance::entity, activity::entity, affiliation::entity, organisation::entity}, {}, touches,
            {}, OutreachFigure::Over::Nothing, std::size(groupTitles), groupNames},
    };
    return all;
}

const OutreachFigure *outreachFigure(QAnyStringView code)
{
    const auto &all = outreachFigures();
    const auto found = std::find_if(all.begin(), all.end(),
        [&](const OutreachFigure &each) { return QAnyStringView(each.code) == code; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<OutreachRow> outreachRows(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period)
{
    if (figure.read)
        return figure.read(store, period);
    std::vector<OutreachRow> rows;
    for (const auto &where : conditions(figure.records, period)) {
        const std::vector<OutreachRow> some = rowsBy(store, figure, where);
        rows.insert(rows.end(), some.begin(), some.end());
    }
    return rows;
}

std::vector<OutreachRow> outreachRows(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period, QUuid territory)
{
    std::vector<OutreachRow> rows;
    if (figure.read) {
        rows = figure.read(store, period);
        std::erase_if(rows, [&](const OutreachRow &row) {
            return std::find(row.territories.begin(), row.territories.end(), territory)
                == row.territories.end();
        });
        return rows;
    }
    for (auto where : conditions(figure.records, period)) {
        where.push_back({figure.records.territories, Value(territory)});
        const std::vector<OutreachRow> some = rowsBy(store, figure, where);
        rows.insert(rows.end(), some.begin(), some.end());
    }
    return rows;
}

std::vector<OutreachRow> outreachEvents(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period)
{
    if (figure.over == OutreachFigure::Over::Nothing)
        return {};
    return figure.read ? figure.read(store, period)
                       : rowsBy(store, figure, dated(figure.records, period.from, period.until));
}

QHash<QUuid, qint64> outreachByTerritory(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period)
{
    QHash<QUuid, qint64> numbers;
    if (figure.read) {
        QHash<QUuid, Sum> sums;
        for (const OutreachRow &row : figure.read(store, period)) {
            for (const QUuid &territory : row.territories)
                sums[territory].add(row);
        }
        for (auto it = sums.cbegin(); it != sums.cend(); ++it)
            numbers.insert(it.key(), it->number());
        return numbers;
    }
    for (const auto &where : conditions(figure.records, period)) {
        for (const Tally &tally : store.tally({.entity = figure.entity,
                                  .where = where,
                                  .by = figure.records.territories,
                                  .date = figure.records.date,
                                  .sum = figure.records.sum}))
            numbers[tally.by] += numberOf(figure, tally);
    }
    return numbers;
}

std::optional<qint64> outreachSum(const std::vector<OutreachRow> &rows)
{
    Sum sum;
    for (const OutreachRow &row : rows)
        sum.add(row);
    return sum.known();
}

std::optional<qint64> outreachTotal(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period, const Region &region)
{
    std::vector<OutreachRow> rows = outreachRows(store, figure, period);
    std::erase_if(rows, [&](const OutreachRow &row) { return !row.isIn(region); });
    return outreachSum(rows);
}

std::optional<qint64> outreachOfProject(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period, QUuid project)
{
    std::vector<OutreachRow> rows = outreachRows(store, figure, period);
    std::erase_if(rows, [&](const OutreachRow &row) { return !row.isOf(project); });
    return outreachSum(rows);
}

std::vector<OutreachQuarter> outreachOverTime(
    const Store &store, const OutreachFigure &figure, const OutreachPeriod &period)
{
    if (figure.over == OutreachFigure::Over::Nothing)
        return {};
    std::map<std::pair<int, QUuid>, qint64> numbers; // by quarter, then project
    if (figure.read) {
        std::map<std::pair<int, QUuid>, Sum> sums;
        for (const OutreachRow &row : figure.read(store, period)) {
            const int quarter = quarterOf(row.date.firstDay());
            sums[{quarter, QUuid()}].add(row);
            for (const QUuid &project : row.projects)
                sums[{quarter, project}].add(row);
        }
        for (const auto &[where, sum] : sums)
            numbers[where] = sum.number();
    } else {
        // When it happened, however long it lasts.
        const Records &of = figure.records;
        std::vector<QLatin1StringView> groupings(of.projects.isEmpty() ? 1 : 2);
        groupings.back() = of.projects;
        for (const QLatin1StringView by : groupings) {
            for (const Tally &tally : store.tally({.entity = figure.entity,
                                      .where = dated(of, period.from, period.until),
                                      .by = by,
                                      .date = of.date,
                                      .per = TallyQuery::Period::Quarter,
                                      .sum = of.sum}))
                numbers[{tally.period, tally.by}] = numberOf(figure, tally);
        }
        if (const auto project = projectOf(store, figure); project && of.projects.isEmpty()) {
            const auto together = numbers;
            for (const auto &[where, number] : together)
                numbers[{where.first, *project}] = number;
        }
    }
    std::vector<OutreachQuarter> quarters;
    for (const auto &[where, number] : numbers)
        quarters.push_back({where.second, where.first, number});
    return quarters;
}

QString titleOf(StakeholderGroup group)
{
    return QCoreApplication::translate("figures", groupTitles[static_cast<size_t>(group)]);
}

QHash<QUuid, std::vector<StakeholderGroup>> groupsInTouch(const Store &store, QDate day)
{
    QHash<QUuid, std::set<StakeholderGroup>> sets;
    eachTouch(store, day,
        [&](const Attended &, QUuid territory, StakeholderGroup group) { sets[territory].insert(group); });
    QHash<QUuid, std::vector<StakeholderGroup>> found;
    for (auto it = sets.cbegin(); it != sets.cend(); ++it)
        found.insert(it.key(), {it->begin(), it->end()});
    return found;
}

std::vector<QUuid> silentTerritories(const Store &store, const Region &region, QDate day)
{
    const QDate from = yearUntil(day);
    QSet<QUuid> heard;
    const auto hear = [&](QLatin1StringView entity, const Records &records) {
        for (const Tally &tally : store.tally({.entity = entity,
                                  .where = dated(records, from, day),
                                  .by = records.territories,
                                  .date = records.date}))
            heard.insert(tally.by);
    };
    hear(fields::activity::entity, heldActivities);
    hear(fields::agreement::entity,
        {.territories = fields::agreement::territories, .date = fields::agreement::signedOn});
    hear(fields::participation::entity,
        {.territories = fields::participation::territory, .date = fields::participation::date});

    const QHash<QUuid, Territory> known = territories(store);
    std::vector<QUuid> silent;
    for (const Region::Member &member : region.members) {
        if (known.contains(member.territory) && known[member.territory].existsOn(day)
            && !heard.contains(member.territory))
            silent.push_back(member.territory);
    }
    if (silent.empty())
        return silent;
    // Asked last: it takes most.
    for (const Attended &each : attended(store, {.from = from, .until = day})) {
        for (const QUuid &territory : each.territories)
            std::erase(silent, territory);
    }
    return silent;
}

} // namespace liaison
