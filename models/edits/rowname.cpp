#include "models/edits/rowname.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>

#include <map>
#include <optional>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RowName)
};

using Values = std::vector<std::pair<QLatin1StringView, Value>>;

std::optional<Record> rowOf(const Store &store, QUuid region, QUuid territory)
{
    namespace f = fields::regionTerritory;
    const std::vector<Record> rows = store.read(
        {.entity = f::entity, .where = {{f::region, Value(region)}, {f::territory, Value(territory)}}});
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

// What creates a row that holds the same.
Values allOf(const Record &record)
{
    Values values;
    for (const Field &field : record.entity().fields) {
        if (const Value &value = record.value(field.name); !value.isNull())
            values.emplace_back(field.name, value);
    }
    return values;
}

// What makes another row hold the same, so that nothing of what it held is left beside it.
Values allButKeyOf(const Record &record)
{
    Values values;
    for (const Field &field : record.entity().fields) {
        if (!field.is(Field::Key))
            values.emplace_back(field.name, record.value(field.name));
    }
    return values;
}

// The assumed observations of one territory become another's. Gathered before they are drafted, because a row that one
// leaves may be the row another one comes to.
class Moves
{
public:
    explicit Moves(const Store &store) : m_store(store) { }

    Result<void> add(QUuid from, QUuid to, QLatin1StringView certainty)
    {
        namespace f = fields::observation;
        for (const Record &row : m_store.read({.entity = f::entity,
                 .where = {{f::territory, Value(from)}, {f::certainty, Value(certaintyCode::assumed)}}})) {
            Record moved = row;
            moved.setValueAt(row.entity().indexOf(f::territory), Value(to));
            moved.setValueAt(row.entity().indexOf(f::value),
                row.value(f::value).withPart(f::certainty, Value(certainty)));
            const auto id = m_store.idFor(row.entity(), allOf(moved));
            if (!id)
                return id.error();
            m_left.insert({row.id(), row});
            m_come.insert({*id, moved});
        }
        return {};
    }

    Result<void> draft(Draft &draft) const
    {
        namespace f = fields::observation;
        for (const auto &[id, moved] : m_come) {
            if (const auto left = m_left.find(id); left != m_left.end()) {
                draft.edit(left->second, allButKeyOf(moved));
                continue;
            }
            if (const Record there = m_store.find(f::entity, id); !there.isNull() && !there.isHidden())
                return Error{draft.label(), m_store.keyOf(f::entity, id),
                    Tr::tr("a value is recorded there already; settle it first")};
            draft.create(moved.entity(), id, allOf(moved));
        }
        for (const auto &[id, row] : m_left) {
            if (!m_come.contains(id))
                draft.remove(row);
        }
        return {};
    }

private:
    const Store &m_store;
    std::map<QUuid, Record> m_left; // rows as they are now
    std::map<QUuid, Record> m_come; // what they, or new ones, will hold
};

} // namespace

Result<Draft> rowNameDraft(const Store &store, QUuid region, QUuid from, QUuid to)
{
    namespace f = fields::regionTerritory;
    Draft draft(Tr::tr("Choose the name %1 for the row of %2")
                    .arg(store.titleOf(fields::territory::entity, to),
                        store.titleOf(fields::territory::entity, from)));
    const std::optional<Record> row = rowOf(store, region, from);
    if (!row)
        return Error{draft.label(), {}, Tr::tr("the region has no such row")};
    if (row->value(f::certainty).text() != certaintyCode::assumed)
        return Error{draft.label(), {}, Tr::tr("the name in this row is not assumed")};
    if (from == to)
        return Error{draft.label(), {}, Tr::tr("it is the same name; confirm it")};
    const Value reported(certaintyCode::reported);
    Moves moves(store);
    if (const auto moved = moves.add(from, to, certaintyCode::reported); !moved)
        return moved.error();
    if (const std::optional<Record> other = rowOf(store, region, to)) {
        draft.edit(*row, {{f::position, other->value(f::position)}});
        draft.edit(*other, {{f::position, row->value(f::position)}, {f::certainty, reported}});
        if (const auto moved = moves.add(to, from, certaintyCode::assumed); !moved)
            return moved.error();
    } else {
        const Values values{{f::region, Value(region)}, {f::territory, Value(to)},
            {f::position, row->value(f::position)}, {f::certainty, reported}};
        const auto id = store.idFor(row->entity(), values);
        if (!id)
            return id.error();
        draft.create(row->entity(), *id, values);
        draft.remove(*row);
    }
    if (const auto drafted = moves.draft(draft); !drafted)
        return drafted.error();
    return draft;
}

} // namespace liaison
