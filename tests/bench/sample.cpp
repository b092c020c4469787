#include "tests/bench/sample.h"

#include "models/domain/fields.h"
#include "tests/bench/words.h"

using namespace Qt::StringLiterals;

namespace liaison::bench {

namespace {

QString monthOf(int month)
{
    return u"%1-%2"_s.arg(2007 + month / 12).arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
}

QString dayOf(Dice &dice)
{
    return monthOf(dice.upTo(120)) + u"-%1"_s.arg(dice.upTo(28) + 1, 2, 10, QLatin1Char('0'));
}

const Entity &entityOf(QLatin1StringView name)
{
    return *Catalogue::builtIn().entity(name);
}

QUuid idOf(QLatin1StringView entity, const QString &key)
{
    return naturalId(QString(entity), key);
}

constexpr int ladderRungs = 4;

} // namespace

Sample::Sample(const Extent &extent)
{
    Dice dice(20070215);
    for (int i = 0; i < extent.territories; ++i) {
        const QString code = QString(QChar(u'A' + i / 26)) + QChar(u'A' + i % 26);
        QString name = wordNumber(i * 37 + 1000);
        name[0] = name.at(0).toUpper();
        territories.push_back({code, name});
    }
    for (int i = 0; i < extent.indicators; ++i)
        indicators.push_back({u"I%1"_s.arg(i), i % 3 == 0});
    for (int territory = 0; territory < extent.territories; ++territory) {
        for (int indicator = 0; indicator < extent.indicators; ++indicator) {
            for (int month = 0; month < extent.months; ++month) {
                const QString note = dice.upTo(20) == 0 ? textOf(dice, 100) : QString();
                observations.push_back({territory, indicator, monthOf(month), dice.upTo(ladderRungs),
                    u"letter "_s + wordNumber(dice.upTo(500)), note});
            }
        }
    }
    for (int i = 0; i < extent.tasks; ++i)
        tasks.push_back({textOf(dice, 200 + dice.upTo(1801)), dice.upTo(extent.territories),
            wordNumber(dice.upTo(30)), dayOf(dice), dice.upTo(3) != 0});
    for (int i = 0; i < extent.targets; ++i)
        targets.push_back({dice.upTo(extent.indicators), dice.upTo(extent.territories), dayOf(dice),
            dice.upTo(ladderRungs), textOf(dice, 60)});
}

Value Sample::reading(int indicator, int rank) const
{
    if (indicators[static_cast<size_t>(indicator)].counts)
        return Value(rank);
    return Value(levelCode(rank));
}

QString Sample::levelCode(int rank)
{
    static const QString codes[ladderRungs] = {u"none"_s, u"talking"_s, u"applied"_s, u"signed"_s};
    return codes[rank];
}

QUuid Sample::territoryId(int position) const
{
    return idOf(fields::territory::entity, territories[static_cast<size_t>(position)].code);
}

QUuid Sample::indicatorId(int position) const
{
    return idOf(fields::indicator::entity, indicators[static_cast<size_t>(position)].code);
}

QUuid Sample::observationId(const Observation &observation) const
{
    return idOf(fields::observation::entity,
        territories[static_cast<size_t>(observation.territory)].code + u':'
            + indicators[static_cast<size_t>(observation.indicator)].code + u':' + observation.date);
}

QUuid Sample::taskId(int position)
{
    return QUuid::createUuidV5(QUuid(), u"task %1"_s.arg(position));
}

QUuid Sample::targetId(int position)
{
    return QUuid::createUuidV5(QUuid(), u"target %1"_s.arg(position));
}

QUuid Sample::regionId()
{
    return QUuid::createUuidV5(QUuid(), u"World"_s);
}

Draft Sample::territoryDraft() const
{
    using namespace fields::territory;
    Draft draft(u"Territories"_s);
    for (int i = 0; i < static_cast<int>(territories.size()); ++i) {
        const Territory &place = territories[static_cast<size_t>(i)];
        draft.create(entityOf(entity), territoryId(i),
            {{code, Value(place.code)}, {nameEn, Value(place.name)},
                {cctld, Value(u'.' + place.code.toLower())}});
    }
    return draft;
}

std::vector<Draft> Sample::frame() const
{
    Draft first(u"Project and region"_s);
    const QUuid project = idOf(fields::project::entity, u"P"_s);
    first.create(entityOf(fields::project::entity), project,
        {{fields::project::code, Value(u"P"_s)}, {fields::project::title, Value(u"Project"_s)}});
    first.create(entityOf(fields::region::entity), regionId(),
        {{fields::region::name, Value(u"World"_s)}, {fields::region::position, Value(1)}});

    Draft second(u"Indicators"_s);
    for (int i = 0; i < static_cast<int>(indicators.size()); ++i) {
        using namespace fields::indicator;
        const Indicator &indicator = indicators[static_cast<size_t>(i)];
        std::vector<std::pair<QLatin1StringView, Value>> values{{code, Value(indicator.code)},
            {fields::indicator::project, Value(project)}, {title, Value(indicator.code)},
            {scale, Value(indicator.counts ? "count"_L1 : "ladder"_L1)}, {appliesTo, Value("all"_L1)},
            {staleAfter, Value(24)}, {position, Value(i + 1)}, {onBoard, Value(true)}};
        if (indicator.counts) {
            values.emplace_back(metAt, Value(1));
            values.emplace_back(aggregate, Value("sum"_L1));
        }
        second.create(entityOf(entity), indicatorId(i), std::move(values));
    }

    Draft third(u"Levels and the region's territories"_s);
    for (int i = 0; i < static_cast<int>(indicators.size()); ++i) {
        using namespace fields::level;
        const Indicator &of = indicators[static_cast<size_t>(i)];
        for (int rank = 0; rank < ladderRungs && !of.counts; ++rank)
            third.create(entityOf(entity), idOf(entity, of.code + u':' + levelCode(rank)),
                {{fields::level::indicator, Value(indicatorId(i))}, {code, Value(levelCode(rank))},
                    {title, Value(levelCode(rank))}, {position, Value(rank)},
                    {meets, Value(rank == ladderRungs - 1)}});
    }
    for (int i = 0; i < static_cast<int>(territories.size()); ++i) {
        using namespace fields::regionTerritory;
        const QString key =
            regionId().toString(QUuid::WithoutBraces) + u':' + territories[static_cast<size_t>(i)].code;
        third.create(entityOf(entity), idOf(entity, key),
            {{region, Value(regionId())}, {territory, Value(territoryId(i))}, {position, Value(i + 1)}});
    }
    return {first, second, third};
}

Draft Sample::observationDraft() const
{
    using namespace fields::observation;
    Draft draft(u"Observations"_s);
    for (const Observation &observation : observations) {
        Value::Parts said{
            {QString(fields::observation::reading), reading(observation.indicator, observation.rank)},
            {QString(source), Value(observation.source)},
            {QString(certainty), Value(certaintyCode::reported)}};
        std::vector<std::pair<QLatin1StringView, Value>> values{
            {territory, Value(territoryId(observation.territory))},
            {indicator, Value(indicatorId(observation.indicator))}, {date, Value(observation.date)},
            {value, Value(std::move(said))}};
        if (!observation.note.isEmpty())
            values.emplace_back(fields::observation::note, Value(observation.note));
        draft.create(entityOf(entity), observationId(observation), std::move(values));
    }
    return draft;
}

Draft Sample::taskDraft() const
{
    using namespace fields::task;
    Draft draft(u"Tasks"_s);
    for (int i = 0; i < static_cast<int>(tasks.size()); ++i) {
        const Task &task = tasks[static_cast<size_t>(i)];
        const Value about(Value::Parts{
            {u"entity"_s, Value(fields::territory::entity)}, {u"row"_s, Value(territoryId(task.territory))}});
        draft.create(entityOf(entity), taskId(i),
            {{text, Value(task.text)}, {of, about}, {owner, Value(task.owner)}, {due, Value(task.due)},
                {done, Value(task.done)}});
    }
    return draft;
}

Draft Sample::targetDraft() const
{
    using namespace fields::target;
    Draft draft(u"Targets"_s);
    for (int i = 0; i < static_cast<int>(targets.size()); ++i) {
        const Target &target = targets[static_cast<size_t>(i)];
        Value::Parts said{{QString(due), Value(target.due)},
            {QString(fields::target::reading), reading(target.indicator, target.rank)},
            {QString(reason), Value(target.reason)}};
        draft.create(entityOf(entity), targetId(i),
            {{indicator, Value(indicatorId(target.indicator))},
                {territory, Value(territoryId(target.territory))}, {value, Value(std::move(said))}});
    }
    return draft;
}

} // namespace liaison::bench
