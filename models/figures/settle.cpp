#include "models/figures/settle.h"

#include "models/domain/fields.h"
#include "models/figures/board.h"
#include "models/figures/region.h"
#include "models/figures/target.h"
#include "models/figures/territory.h"
#include "models/store/narrowreads.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Issue)
};

using Kind = Issue::Kind;

// In the order in which they should be looked at.
constexpr std::array<std::pair<Kind, QLatin1StringView>, 10> kinds = {{
    {Kind::Conflict, "conflict"_L1},
    {Kind::Fork, "fork"_L1},
    {Kind::BrokenRow, "broken"_L1},
    {Kind::OutsideLife, "outside-life"_L1},
    {Kind::OverdueTask, "overdue"_L1},
    {Kind::TargetDue, "target-due"_L1},
    {Kind::DoubtfulName, "doubtful"_L1},
    {Kind::Unconfirmed, "unconfirmed"_L1},
    {Kind::Stale, "stale"_L1},
    {Kind::Waiting, "waiting"_L1},
}};

auto placeOf(Kind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto &entry) { return entry.first == kind; });
}

QString shown(const PartialDate &date)
{
    return date.toText(QLocale());
}

// Gathers the issues of one file, reading what several of them need once.
class Search
{
public:
    Search(const Store &store, QDate today)
        : m_store(store)
        , m_today(today)
        , m_territories(territories(store))
        , m_indicators(indicators(store))
        , m_regions(regions(store))
    {
        for (const Indicator &indicator : m_indicators)
            m_indicatorById.insert(indicator.id, &indicator);
        m_board = boardOf(store, everything(), m_indicators, today);
    }

    std::vector<Issue> run()
    {
        addConflicts();
        addForks();
        addOddities();
        for (const Entity &entity : m_store.catalogue().entities())
            addDanglingOf(entity);
        addNames();
        addTasks();
        addTargets();
        addStale();
        if (m_store.waitingCount() > 0)
            add(Kind::Waiting, {}, {}, {}, Tr::tr("Edits that wait"),
                Tr::tr("What they build on has not arrived yet; waiting: %L1.").arg(m_store.waitingCount()));
        std::stable_sort(m_issues.begin(), m_issues.end(), [](const Issue &a, const Issue &b) {
            return std::tuple(placeOf(a.kind), a.title, a.text)
                < std::tuple(placeOf(b.kind), b.title, b.text);
        });
        return std::move(m_issues);
    }

private:
    void add(Kind kind, const QString &entity, QUuid row, const QString &field, const QString &title,
        const QString &text)
    {
        m_issues.push_back({kind, entity, row, field, title, text});
    }

    // The territories of all regions.
    Region everything() const
    {
        Region all;
        QSet<QUuid> seen;
        for (const Region &region : m_regions) {
            for (const Region::Member &member : region.members) {
                if (!seen.contains(member.territory))
                    all.members.push_back(member);
                seen.insert(member.territory);
            }
        }
        return all;
    }

    // "Barbados, GAC"; what is not on file has no name.
    QString placeTitle(QUuid territory, QUuid indicator) const
    {
        const QString name =
            m_territories.contains(territory) ? m_territories[territory].name : Tr::tr("no territory");
        const Indicator *known = m_indicatorById.value(indicator);
        return Tr::tr("%1, %2").arg(name, known ? known->code : Tr::tr("no indicator"));
    }

    QString titleOf(const QString &entity, QUuid row) const
    {
        if (entity != fields::observation::entity)
            return m_store.titleOf(entity, row);
        const Record record = m_store.find(entity, row);
        if (record.isNull())
            return m_store.keyOf(entity, row);
        return placeTitle(record.value(fields::observation::territory).row(),
            record.value(fields::observation::indicator).row());
    }

    void addConflicts()
    {
        for (const Conflict &conflict : m_store.conflicts()) {
            const bool life = conflict.field == lifeField;
            const Entity *entity = m_store.catalogue().entity(conflict.entity);
            const Field *field = entity ? entity->field(conflict.field) : nullptr;
            add(Kind::Conflict, conflict.entity, conflict.row, conflict.field,
                titleOf(conflict.entity, conflict.row),
                life ? Tr::tr("Deleted by one and changed by another; nobody has chosen.")
                     : Tr::tr("%1: different values were recorded apart from each other; nobody has chosen.")
                           .arg(field ? field->titleText() : conflict.field));
        }
    }

    void addForks()
    {
        for (const QString &fork : m_store.forks())
            add(Kind::Fork, {}, {}, {}, Tr::tr("Two edits in one place"), fork);
    }

    void addOddities()
    {
        for (const Store::Oddity &oddity : m_store.oddities())
            add(Kind::BrokenRow, oddity.entity, oddity.row, oddity.field, titleOf(oddity.entity, oddity.row),
                oddity.what);
    }

    // References to nothing, in every entity, and what is wrong with observations.
    void addDanglingOf(const Entity &entity)
    {
        const bool observations = entity.name == fields::observation::entity;
        std::vector<QLatin1StringView> references;
        for (const Field &field : entity.fields) {
            if (field.type == FieldType::Reference || field.type == FieldType::References
                || field.type == FieldType::AnyReference)
                references.push_back(field.name);
        }
        if (references.empty())
            return;
        if (observations)
            references.clear(); // all of their fields
        forEachOf(m_store, {.entity = entity.name}, references, [&](const Record &record) {
            for (size_t i = 0; i < entity.fields.size(); ++i)
                addDangling(entity, record, entity.fields[i], record.valueAt(static_cast<int>(i)));
            if (observations)
                addObservation(record);
        });
    }

    void addDangling(const Entity &entity, const Record &record, const Field &field, const Value &value)
    {
        bool dangling = false;
        if (field.type == FieldType::Reference && value.toRow())
            dangling = !isOnFile(QString(field.refers), *value.toRow());
        else if (field.type == FieldType::References && value.toList())
            dangling = std::any_of(value.toList()->begin(), value.toList()->end(),
                [&](const Value &item) { return !isOnFile(QString(field.refers), item.row()); });
        else if (field.type == FieldType::AnyReference && value.toParts())
            dangling = !isOnFile(value.part("entity"_L1).text(), value.part("row"_L1).row());
        if (dangling)
            add(Kind::BrokenRow, entity.name, record.id(), field.name, titleOf(entity.name, record.id()),
                Tr::tr("%1: what it names is not on file; it was deleted or has not arrived yet.")
                    .arg(field.titleText()));
    }

    bool isOnFile(const QString &entity, QUuid row)
    {
        const auto known = m_onFile.constFind(entity);
        if (known != m_onFile.constEnd())
            return known->contains(row);
        QSet<QUuid> rows;
        const Entity *of = m_store.catalogue().entity(entity);
        if (of)
            forEachOf(m_store, {.entity = of->name}, {QLatin1StringView()},
                [&](const Record &record) { rows.insert(record.id()); });
        return m_onFile.insert(entity, rows)->contains(row);
    }

    void addObservation(const Record &record)
    {
        using namespace fields::observation;
        const QUuid territoryId = record.value(territory).row();
        const QUuid indicatorId = record.value(indicator).row();
        const PartialDate when = record.value(date).date();
        const auto place = m_territories.constFind(territoryId);
        if (place != m_territories.constEnd() && !when.isNull() && !place->existsDuring(when))
            add(Kind::OutsideLife, entity, record.id(), date, placeTitle(territoryId, indicatorId),
                Tr::tr("Recorded for %1, when the territory did not exist.").arg(shown(when)));
        if (const Indicator *known = m_indicatorById.value(indicatorId)) {
            const Result<void> fits = known->check(record.value(value).part(reading));
            if (!fits)
                add(Kind::BrokenRow, entity, record.id(), value, placeTitle(territoryId, indicatorId),
                    fits.error().why);
        }
    }

    void addNames()
    {
        for (const Region &region : m_regions) {
            for (const Region::Member &member : region.members) {
                if (member.certainty != certaintyCode::assumed)
                    continue;
                const bool doubtful = !member.doubt.isEmpty();
                add(doubtful ? Kind::DoubtfulName : Kind::Unconfirmed, fields::regionTerritory::entity,
                    member.row, fields::regionTerritory::certainty, m_territories[member.territory].name,
                    doubtful
                        ? Tr::tr("The name in this row is assumed, on weak evidence: %1").arg(member.doubt)
                        : Tr::tr("The name in this row is assumed; confirm or replace it."));
            }
        }
    }

    void addTasks()
    {
        using namespace fields::task;
        m_store.forEach(entity, [&](const Record &record) {
            const PartialDate when = record.value(due).date();
            if (record.value(done).toBool().value_or(false) || when.isNull() || when.lastDay() >= m_today)
                return;
            add(Kind::OverdueTask, entity, record.id(), due, m_store.titleOf(entity, record.id()),
                Tr::tr("Was due on %1.").arg(shown(when)));
        });
    }

    void addTargets()
    {
        using namespace fields::target;
        for (const Record &record : m_store.read({.entity = entity})) {
            const Target target(record);
            const auto column = std::find_if(m_board.indicators.begin(), m_board.indicators.end(),
                [&](const Indicator &indicator) { return indicator.id == target.indicator; });
            if (column == m_board.indicators.end() || target.due.isNull() || target.due.lastDay() > m_today)
                continue;
            const size_t place = static_cast<size_t>(column - m_board.indicators.begin());
            const QString text = Tr::tr("Due on %1 and not met: %2.")
                                     .arg(shown(target.due), column->readingText(target.reading, QLocale()));
            if (!target.territory.isNull()) {
                const auto row = std::find_if(m_board.rows.begin(), m_board.rows.end(),
                    [&](const Board::Row &candidate) { return candidate.territory == target.territory; });
                if (row != m_board.rows.end() && !target.isReachedIn(*column, row->cells[place]))
                    add(Kind::TargetDue, entity, target.id, value,
                        placeTitle(target.territory, target.indicator), text);
                continue;
            }
            for (const Region &each : m_regions) {
                if ((target.region.isNull() || target.region == each.id)
                    && !target.isReachedOver(*column, rowsOf(each), place))
                    add(Kind::TargetDue, entity, target.id, value,
                        Tr::tr("%1, %2").arg(each.name, column->code), text);
            }
        }
    }

    std::vector<Board::Row> rowsOf(const Region &region) const
    {
        QSet<QUuid> members;
        for (const Region::Member &member : region.members)
            members.insert(member.territory);
        std::vector<Board::Row> rows;
        std::copy_if(m_board.rows.begin(), m_board.rows.end(), std::back_inserter(rows),
            [&](const Board::Row &row) { return members.contains(row.territory); });
        return rows;
    }

    void addStale()
    {
        for (const Board::Row &row : m_board.rows) {
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const BoardCell &cell = row.cells[i];
                if (cell.stale)
                    add(Kind::Stale, fields::observation::entity, cell.observation,
                        fields::observation::value, placeTitle(row.territory, m_board.indicators[i].id),
                        Tr::tr("%1 of %2 may no longer be true; confirm or replace it.")
                            .arg(m_board.indicators[i].readingText(cell.reading, QLocale()),
                                shown(cell.date)));
            }
        }
    }

    const Store &m_store;
    QDate m_today;
    QHash<QUuid, Territory> m_territories;
    std::vector<Indicator> m_indicators;
    QHash<QUuid, const Indicator *> m_indicatorById;
    std::vector<Region> m_regions;
    Board m_board; // all regions' territories, all indicators
    QHash<QString, QSet<QUuid>> m_onFile; // by entity
    std::vector<Issue> m_issues;
};

} // namespace

QString Issue::code() const
{
    return placeOf(kind)->second;
}

std::vector<Issue> issues(const Store &store, QDate today)
{
    return Search(store, today).run();
}

} // namespace liaison
