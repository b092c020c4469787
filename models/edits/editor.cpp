#include "models/edits/editor.h"

#include "models/domain/fields.h"
#include "models/edits/rules.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace liaison {

namespace {

// What becomes of one observation.
struct Plan
{
    Editor::Observed what = Editor::Observed::Unchanged;
    Record record; // as on file, hidden ones too; null: none
};

Value valueOf(const Observation &observation)
{
    using namespace fields::observation;
    Value::Parts parts{{QString(reading), observation.reading},
        {QString(certainty),
            Value(
                observation.certainty.isEmpty() ? QString(certaintyCode::reported) : observation.certainty)}};
    if (!observation.source.isEmpty())
        parts.emplace(QString(source), Value(observation.source));
    return Value(std::move(parts));
}

bool isUnknown(const Value &reading)
{
    return reading.isNull() || reading.text() == unknownReading;
}

// Plans many observations with few questions to the store.
class Planner
{
public:
    Planner(const Store &store, Rules &rules)
        : m_store(store)
        , m_rules(rules)
    {
    }

    Result<std::vector<Plan>> plan(const std::vector<Observation> &observations)
    {
        std::vector<Plan> plans;
        for (const Observation &observation : observations) {
            auto plan = planOne(observation);
            if (!plan)
                return plan.error();
            plans.push_back(std::move(*plan));
        }
        return plans;
    }

    QUuid idOf(const Observation &observation)
    {
        const Territory *territory = m_rules.territory(observation.territory);
        const Indicator *indicator = m_rules.indicator(observation.indicator);
        return territory && indicator ? naturalId(QString(fields::observation::entity),
                   territory->code + u':' + indicator->code + u':' + observation.date.toIso())
                                      : QUuid();
    }

private:
    Result<Plan> planOne(const Observation &observation)
    {
        using Observed = Editor::Observed;
        using namespace fields::observation;
        Plan plan;
        if (const QUuid id = idOf(observation); !id.isNull())
            plan.record = m_store.find(entity, id);
        const bool visible = !plan.record.isNull() && !plan.record.isHidden();
        const Value &old = plan.record.value(value);
        const bool settled = visible && plan.record.conflicts().isEmpty();
        if (isUnknown(observation.reading) && visible) {
            // Also outside the territory's life: that is how a colleague's value is settled.
            plan.what = settled && isUnknown(old.part(reading)) ? Observed::Unchanged : Observed::Withdrawn;
            return plan;
        }
        const Value wanted = isUnknown(observation.reading) ? Value(unknownReading) : observation.reading;
        if (const auto fits = m_rules.checkObservation(
                observation.territory, observation.indicator, observation.date, wanted);
            !fits)
            return fits.error();
        if (isUnknown(wanted)) {
            plan.what = showsOn(observation) ? Observed::RecordedUnknown : Observed::Unchanged;
            return plan;
        }
        const bool sameNote =
            observation.note.isEmpty() || observation.note == plan.record.value(note).text();
        plan.what =
            settled && sameNote && old == valueOf(observation) ? Observed::Unchanged : Observed::Recorded;
        return plan;
    }

    // Whether a value is known there on the last day of the date.
    bool showsOn(const Observation &observation)
    {
        for (const ObservedCell &cell : m_store.observedOn(
                 {observation.territory}, {observation.indicator}, observation.date.lastDay())) {
            if (!isUnknown(cell.reading))
                return true;
        }
        return false;
    }

    const Store &m_store;
    Rules &m_rules;
};

void draw(Draft &draft, const Store &store, const Observation &observation, const Plan &plan, QUuid id)
{
    using namespace fields::observation;
    if (plan.what == Editor::Observed::Unchanged)
        return;
    if (plan.what == Editor::Observed::Withdrawn)
        return draft.remove(plan.record);

    Observation recorded = observation;
    if (plan.what == Editor::Observed::RecordedUnknown)
        recorded.reading = Value(unknownReading);
    std::vector<std::pair<QLatin1StringView, Value>> fields{{value, valueOf(recorded)}};
    if (!observation.note.isEmpty())
        fields.emplace_back(note, Value(observation.note));
    if (!plan.record.isNull() && !plan.record.isHidden())
        return draft.edit(plan.record, std::move(fields));
    fields.emplace_back(territory, Value(observation.territory));
    fields.emplace_back(indicator, Value(observation.indicator));
    fields.emplace_back(date, Value(observation.date));
    draft.create(*store.catalogue().entity(entity), id, std::move(fields));
}

} // namespace

// One step of the session: an edit, undone and redone by further edits. The name always stands for what would
// be undone next, so that the stack stays right when colleagues' edits come between.
class Editor::Step : public QUndoCommand
{
public:
    Step(Editor &editor, const QString &label, const EditName &edit)
        : QUndoCommand(label)
        , m_editor(editor)
        , m_edit(edit)
    {
    }

    void undo() override { turn(State::Undone); }
    void redo() override { turn(State::Done); }

private:
    enum class State { Done, Undone };

    void turn(State to)
    {
        if (m_state == to)
            return; // pushed just now, or the step before failed and left things as they were
        const auto outcome = m_editor.m_store.undo(m_edit);
        if (!outcome) {
            Q_EMIT m_editor.undoFailed(outcome.error());
            return;
        }
        if (outcome->edit.isNull()) {
            setObsolete(true); // nothing of it is left to undo: the step leaves the stack
        } else {
            m_edit = outcome->edit;
            m_state = to;
        }
        Q_EMIT m_editor.undoFinished(*outcome);
    }

    Editor &m_editor;
    EditName m_edit;
    State m_state = State::Done;
};

Editor::Editor(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void Editor::push(const QString &label, const EditName &edit)
{
    if (!edit.isNull())
        m_undoStack.push(new Step(*this, label, edit));
}

Result<Editor::Outcome> Editor::observe(const Observation &observation)
{
    Rules rules(m_store);
    const QString place = rules.place(observation.territory, observation.indicator);
    auto outcome = observeAll({observation},
        isUnknown(observation.reading) ? tr("Withdraw %1").arg(place) : tr("Set %1").arg(place));
    if (outcome && (outcome->what == Observed::Recorded || outcome->what == Observed::RecordedUnknown)) {
        for (const ObservedCell &cell : m_store.observedOn(
                 {observation.territory}, {observation.indicator}, observation.date.lastDay())) {
            if (cell.date != observation.date)
                outcome->hiddenBy = cell.date;
        }
    }
    return outcome;
}

Result<Editor::Outcome> Editor::observeAll(const std::vector<Observation> &observations, const QString &label)
{
    Rules rules(m_store);
    Planner planner(m_store, rules);
    const auto plans = planner.plan(observations);
    if (!plans)
        return plans.error();

    Draft draft(label);
    Outcome outcome;
    std::map<QUuid, size_t> first;
    for (size_t i = 0; i < observations.size(); ++i) {
        const Observation &observation = observations[i];
        const QUuid id = planner.idOf(observation);
        const auto [before, isNew] = first.emplace(id, i);
        if (!isNew) {
            if (valueOf(observations[before->second]) == valueOf(observation))
                continue;
            return Error{
                tr("cannot record %1").arg(rules.place(observation.territory, observation.indicator)),
                observation.date.toIso(), tr("two different values for one day")};
        }
        draw(draft, m_store, observation, (*plans)[i], id);
        const Observed what = (*plans)[i].what;
        outcome.changed += what == Observed::Unchanged ? 0 : 1;
        outcome.what = std::min(outcome.what, what); // the enum begins with what says most
    }
    if (draft.isEmpty())
        return outcome;

    const auto edit = m_store.commit(draft);
    if (!edit)
        return edit.error();
    outcome.edit = *edit;
    push(label, *edit);
    return outcome;
}

Result<EditName> Editor::record(const Draft &draft)
{
    if (const auto fits = Rules(m_store).check(draft); !fits)
        return fits.error();
    auto edit = m_store.commit(draft);
    if (edit && !draft.erases())
        push(draft.label(), *edit);
    return edit;
}

Result<EditName> Editor::resolve(const Conflict &conflict, const Value &value)
{
    return resolveAll({{conflict, value}});
}

Result<EditName> Editor::resolveAll(const std::vector<Resolution> &resolutions)
{
    const auto refuse = [](const QString &field, const QString &why) {
        return Error{tr("Settle a conflict"), field, why};
    };
    QString label = tr("Settle %n conflicts", nullptr, static_cast<int>(resolutions.size()));
    std::map<QUuid, std::pair<Record, std::vector<std::pair<QLatin1StringView, Value>>>>
        fieldsOf; // a row once
    std::vector<std::pair<Record, bool>> lives;
    for (const auto &[conflict, value] : resolutions) {
        const Record row = m_store.find(conflict.entity, conflict.row);
        if (row.isNull())
            return refuse({}, tr("the record is not on file"));
        if (resolutions.size() == 1)
            label = tr("Settle a conflict: %1").arg(row.entity().titleText());
        if (conflict.field == lifeField) {
            lives.emplace_back(row, value.text() == deletedLife);
            continue;
        }
        const Field *field = row.entity().field(conflict.field);
        if (!field)
            return refuse(conflict.field, tr("a field of a newer program"));
        auto &[seen, fields] = fieldsOf[row.id()];
        seen = row;
        fields.emplace_back(field->name, value);
    }
    Draft draft(label);
    for (const auto &[id, change] : fieldsOf)
        draft.edit(change.first, change.second);
    for (const auto &[row, isDeleted] : lives) {
        if (fieldsOf.contains(row.id()))
            continue;
        if (isDeleted)
            draft.remove(row);
        else
            draft.keep(row);
    }
    return record(draft);
}

Result<EditName> Editor::confirmName(QUuid region, QUuid territory)
{
    const QString territoryName = m_store.titleOf(fields::territory::entity, territory);
    Draft draft(tr("Confirm the name of %1").arg(territoryName));
    const std::vector<Record> rows = m_store.read({.entity = fields::regionTerritory::entity,
        .where = {{QString(fields::regionTerritory::region), Value(region)},
            {QString(fields::regionTerritory::territory), Value(territory)}}});
    if (rows.empty())
        return Error{draft.label(), {}, tr("the region has no such row")};
    for (const Record &row : rows)
        draft.edit(row, {{fields::regionTerritory::certainty, Value(certaintyCode::reported)}});

    using namespace fields::observation;
    for (const Record &row : m_store.read({.entity = entity,
                             .where = {{QString(fields::observation::territory), Value(territory)},
                                 {QString(certainty), Value(certaintyCode::assumed)}}}))
        draft.edit(row, {{value, row.value(value).withPart(certainty, Value(certaintyCode::reported))}});

    auto edit = m_store.commit(draft);
    if (edit)
        push(draft.label(), *edit);
    return edit;
}

Result<UndoOutcome> Editor::undo(const EditName &edit)
{
    const auto info = m_store.edit(edit);
    auto outcome = m_store.undo(edit);
    if (outcome)
        push(tr("Undo “%1”").arg(info ? info->label : QString()), outcome->edit);
    return outcome;
}

} // namespace liaison
