#include "models/figures/derivation.h"

#include "models/domain/fields.h"
#include "models/figures/attended.h"
#include "models/figures/knownrecords.h"
#include "models/store/changeset.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <set>

namespace liaison {

namespace {

// Levels of AF/EoL that agreements stand for.
constexpr QLatin1StringView inDiscussion{"in discussion"}, eolSigned{"EoL signed"}, afSigned{"AF signed"};

// A record that says something of a territory.
struct Said
{
    QUuid territory;
    PartialDate since;
    RowBehind by;
    QString level = {}; // of a ladder
    QDate until = {}; // the last day; null: it holds for good

    bool holdsOn(QDate day) const { return since.firstDay() <= day && (until.isNull() || day <= until); }
};
// All that records say, of whatever day.
using Gather = std::vector<Said> (*)(const Store &, std::optional<qint64> knownAt);
// What it amounts to.
using Combine = std::vector<DerivedReading> (*)(
    const Indicator &, const std::vector<QUuid> &territories, std::vector<Said>);

bool isEarlier(const Said &a, const Said &b)
{
    return a.since.firstDay() != b.since.firstDay() ? a.since.firstDay() < b.since.firstDay()
                                                    : a.by.row < b.by.row;
}

std::vector<DerivedReading> readingsOf(const std::vector<QUuid> &territories, std::vector<Said> said,
    const std::function<void(DerivedReading &, const Said &)> &add)
{
    std::sort(said.begin(), said.end(), isEarlier);
    QHash<QUuid, DerivedReading> found;
    for (const Said &each : said) {
        DerivedReading &reading = found[each.territory];
        reading.territory = each.territory;
        add(reading, each);
    }
    std::vector<DerivedReading> readings;
    for (const QUuid &territory : territories) {
        if (const auto it = found.constFind(territory); it != found.constEnd() && !it->reading.isNull())
            readings.push_back(*it);
    }
    return readings;
}

// What the counts of the records add up to.
std::vector<DerivedReading> summed(
    const Indicator &, const std::vector<QUuid> &territories, std::vector<Said> said)
{
    return readingsOf(territories, std::move(said), [](DerivedReading &reading, const Said &each) {
        reading.reading = Value(reading.reading.toInteger().value_or(0) + each.by.counts);
        reading.date = std::max(reading.date, each.since);
        reading.behind.push_back(each.by);
    });
}

// The highest level that records reach. Levels the indicator does not have are passed over.
std::vector<DerivedReading> highest(
    const Indicator &indicator, const std::vector<QUuid> &territories, std::vector<Said> said)
{
    return readingsOf(territories, std::move(said), [&](DerivedReading &reading, const Said &each) {
        const Indicator::Level *level = indicator.level(each.level);
        const Indicator::Level *reached = indicator.level(reading.reading.text());
        if (!level || (reached && level->rank < reached->rank))
            return;
        RowBehind by = each.by;
        by.counts = 0;
        if (!reached || level->rank > reached->rank) {
            reading.reading = Value(each.level);
            reading.date = each.since;
            reading.behind.clear();
            by.counts = 1;
        }
        reading.behind.push_back(by);
    });
}

std::vector<Said> accreditedStructures(const Store &store, std::optional<qint64> knownAt)
{
    namespace f = fields::organisation;
    std::vector<Said> said;
    KnownRecords(store, knownAt)
        .each(f::entity, {{f::kind, Value(organisationKind::als)}}, [&](const Record &record) {
            const PartialDate since = record.value(f::accredited).date();
            if (since.isNull())
                return;
            for (const QUuid &territory : rowsIn(record.value(f::territories)))
                said.push_back({territory, since, {f::entity, record.id(), 1}});
        });
    return said;
}

std::vector<Said> agreementsReached(const Store &store, std::optional<qint64> knownAt)
{
    namespace f = fields::agreement;
    const KnownRecords records(store, knownAt);
    std::vector<Said> said;
    records.each(
        f::entity, {{f::kind, Value(agreementKind::mou), Query::Filter::Is::Not}}, [&](const Record &record) {
            const QString stage = record.value(f::stage).text();
            const bool isDraft = stage == agreementStage::idea || stage == agreementStage::drafting;
            const PartialDate since =
                isDraft ? PartialDate(records.recordedOn(record)) : record.value(f::signedOn).date();
            const PartialDate expires = isDraft ? PartialDate() : record.value(f::expires).date();
            if (since.isNull() || (expires.isNull() && stage == agreementStage::lapsed))
                return;
            const QLatin1StringView level = isDraft                 ? inDiscussion
                : record.value(f::kind).text() == agreementKind::af ? afSigned
                                                                    : eolSigned;
            const QDate until = expires.isNull() ? QDate() : expires.lastDay();
            for (const QUuid &territory : rowsIn(record.value(f::territories)))
                said.push_back({territory, since, {f::entity, record.id()}, QString(level), until});
        });
    return said;
}

std::vector<Said> trainingReached(const Store &store, std::optional<qint64> knownAt)
{
    const QDate lastDay(9999, 12, 31); // that a date can have
    std::vector<Said> said;
    for (const Attended &each :
        attended(store, {.until = lastDay, .of = AttendedQuery::Of::Trainings, .knownAt = knownAt})) {
        for (const QUuid &territory : each.territories)
            said.push_back(
                {territory, each.on, {fields::attendance::entity, each.attendance}, each.training});
    }
    return said;
}

std::vector<Said> fellowsAwarded(const Store &store, std::optional<qint64> knownAt)
{
    namespace f = fields::participation;
    std::vector<Said> said;
    QHash<QUuid, QUuid> people; // by participation
    KnownRecords(store, knownAt).each(f::entity, {}, [&](const Record &record) {
        const QString stage = record.value(f::stage).text();
        const PartialDate on = record.value(f::date).date();
        const bool isAwarded = stage == participationStage::awarded || stage == participationStage::attended
            || stage == participationStage::reported;
        if (!isAwarded || on.isNull())
            return;
        said.push_back({record.value(f::territory).row(), on, {f::entity, record.id(), 1}, {},
            QDate(on.firstDay().year(), 12, 31)});
        people.insert(record.id(), record.value(f::person).row());
    });
    // A person counts once in the total of a year.
    std::sort(said.begin(), said.end(), isEarlier);
    QSet<std::pair<QUuid, QDate>> counted;
    std::erase_if(said, [&](const Said &each) {
        const std::pair once(people.value(each.by.row), each.until);
        if (counted.contains(once))
            return true;
        if (!once.first.isNull())
            counted.insert(once);
        return false;
    });
    return said;
}

// Each territory by itself: it has few records.
std::vector<DerivedStep> stepsOf(const Indicator &indicator, const std::vector<QUuid> &territories,
    const std::vector<Said> &said, Combine combine)
{
    QHash<QUuid, std::vector<Said>> byTerritory;
    for (const Said &each : said)
        byTerritory[each.territory].push_back(each);
    std::vector<DerivedStep> steps;
    for (const QUuid &territory : territories) {
        const std::vector<Said> own = byTerritory.value(territory);
        std::set<QDate> days;
        for (const Said &each : own) {
            days.insert(each.since.firstDay());
            if (each.until.isValid())
                days.insert(each.until.addDays(1));
        }
        Value before;
        for (const QDate &day : days) {
            std::vector<Said> then;
            std::copy_if(own.begin(), own.end(), std::back_inserter(then),
                [&](const Said &each) { return each.holdsOn(day); });
            const std::vector<DerivedReading> read = combine(indicator, {territory}, std::move(then));
            const Value now = read.empty() ? Value() : read.front().reading;
            if (now != before)
                steps.push_back({territory, day, now, read.empty() ? PartialDate(day) : read.front().date});
            before = now;
        }
    }
    return steps;
}

Derivation derivationBy(QLatin1StringView code, Indicator::Scale scale, Gather gather, Combine combine,
    QList<QLatin1StringView> entities)
{
    Derivation derivation;
    derivation.derives = [code, scale](const Indicator &indicator) {
        return indicator.code == code && indicator.scale == scale;
    };
    derivation.read = [gather, combine](const Store &store, const Indicator &indicator,
                          const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt) {
        std::vector<Said> said = gather(store, knownAt);
        std::erase_if(said, [asOf](const Said &each) { return !each.holdsOn(asOf); });
        return combine(indicator, territories, std::move(said));
    };
    derivation.entities = std::move(entities);
    derivation.ever = [gather, combine](const Store &store, const Indicator &indicator,
                          const std::vector<QUuid> &territories) {
        return stepsOf(indicator, territories, gather(store, {}), combine);
    };
    return derivation;
}

} // namespace

const Derivations &derivations()
{
    using namespace fields;
    using Scale = Indicator::Scale;
    static const Derivations all{
        derivationBy(indicatorCode::als, Scale::Count, accreditedStructures, summed, {organisation::entity}),
        derivationBy(
            indicatorCode::agreements, Scale::Ladder, agreementsReached, highest, {agreement::entity}),
        derivationBy(indicatorCode::training, Scale::Ladder, trainingReached, highest,
            {attendance::entity, activity::entity, affiliation::entity, organisation::entity}),
        derivationBy(indicatorCode::fellows, Scale::Count, fellowsAwarded, summed, {participation::entity}),
    };
    return all;
}

const Derivation *derivationOf(const Indicator &indicator, const Derivations &all)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Derivation &each) { return each.derives(indicator); });
    return found == all.end() ? nullptr : &*found;
}

std::vector<QUuid> derivedAnew(
    const std::vector<Indicator> &indicators, const ChangeSet &changes, const Derivations &all)
{
    std::vector<QUuid> anew;
    for (const Indicator &indicator : indicators) {
        const Derivation *derivation = derivationOf(indicator, all);
        if (derivation
            && std::any_of(derivation->entities.begin(), derivation->entities.end(),
                [&](QLatin1StringView entity) { return changes.touches(entity); }))
            anew.push_back(indicator.id);
    }
    return anew;
}

} // namespace liaison
