#include "models/figures/derivation.h"

#include "models/domain/fields.h"
#include "models/figures/attended.h"
#include "models/figures/knownrecords.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <initializer_list>

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
};

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
std::vector<DerivedReading> summed(const std::vector<QUuid> &territories, std::vector<Said> said)
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

std::vector<DerivedReading> accreditedStructures(const Store &store, const Indicator &,
    const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt)
{
    namespace f = fields::organisation;
    std::vector<Said> said;
    KnownRecords(store, knownAt)
        .each(f::entity, {{f::kind, Value(organisationKind::als)}}, [&](const Record &record) {
            const PartialDate since = record.value(f::accredited).date();
            if (since.isNull() || since.firstDay() > asOf)
                return;
            for (const QUuid &territory : rowsIn(record.value(f::territories)))
                said.push_back({territory, since, {f::entity, record.id(), 1}});
        });
    return summed(territories, std::move(said));
}

std::vector<DerivedReading> agreementsReached(const Store &store, const Indicator &indicator,
    const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt)
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
            if (since.isNull() || since.firstDay() > asOf)
                return;
            const PartialDate expires = record.value(f::expires).date();
            const bool hasEnded =
                expires.isNull() ? stage == agreementStage::lapsed : expires.lastDay() < asOf;
            if (hasEnded && !isDraft)
                return;
            const QLatin1StringView level = isDraft                 ? inDiscussion
                : record.value(f::kind).text() == agreementKind::af ? afSigned
                                                                    : eolSigned;
            for (const QUuid &territory : rowsIn(record.value(f::territories)))
                said.push_back({territory, since, {f::entity, record.id()}, QString(level)});
        });
    return highest(indicator, territories, std::move(said));
}

std::vector<DerivedReading> trainingReached(const Store &store, const Indicator &indicator,
    const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt)
{
    std::vector<Said> said;
    for (const Attended &each :
        attended(store, {.until = asOf, .of = AttendedQuery::Of::Trainings, .knownAt = knownAt})) {
        for (const QUuid &territory : each.territories)
            said.push_back(
                {territory, each.on, {fields::attendance::entity, each.attendance}, each.training});
    }
    return highest(indicator, territories, std::move(said));
}

std::vector<DerivedReading> fellowsAwarded(const Store &store, const Indicator &,
    const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt)
{
    namespace f = fields::participation;
    std::vector<Said> said;
    QHash<QUuid, QUuid> people; // by participation
    KnownRecords(store, knownAt).each(f::entity, {}, [&](const Record &record) {
        const QString stage = record.value(f::stage).text();
        const PartialDate on = record.value(f::date).date();
        const bool isAwarded = stage == participationStage::awarded || stage == participationStage::attended
            || stage == participationStage::reported;
        if (!isAwarded || on.isNull() || on.firstDay().year() != asOf.year() || on.firstDay() > asOf)
            return;
        said.push_back({record.value(f::territory).row(), on, {f::entity, record.id(), 1}});
        people.insert(record.id(), record.value(f::person).row());
    });
    // A person counts once in any total.
    std::sort(said.begin(), said.end(), isEarlier);
    QSet<QUuid> counted;
    std::erase_if(said, [&](const Said &each) {
        const QUuid person = people.value(each.by.row);
        if (counted.contains(person))
            return true;
        if (!person.isNull())
            counted.insert(person);
        return false;
    });
    return summed(territories, std::move(said));
}

std::function<bool(const Indicator &)> of(QLatin1StringView code, Indicator::Scale scale)
{
    return [code, scale](
               const Indicator &indicator) { return indicator.code == code && indicator.scale == scale; };
}

} // namespace

const Derivations &derivations()
{
    using namespace fields;
    using Scale = Indicator::Scale;
    static const Derivations all{
        {of(indicatorCode::als, Scale::Count), accreditedStructures, {organisation::entity}},
        {of(indicatorCode::agreements, Scale::Ladder), agreementsReached, {agreement::entity}},
        {of(indicatorCode::training, Scale::Ladder), trainingReached,
            {attendance::entity, activity::entity, affiliation::entity, organisation::entity}},
        {of(indicatorCode::fellows, Scale::Count), fellowsAwarded, {participation::entity}},
    };
    return all;
}

} // namespace liaison
