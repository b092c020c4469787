#pragma once

#include "models/domain/draft.h"
#include "models/domain/editname.h"
#include "models/domain/partialdate.h"
#include "models/domain/result.h"
#include "models/figures/indicator.h"
#include "models/store/store.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace liaison {

// What an observation says.
struct Observation
{
    QUuid territory;
    QUuid indicator;
    PartialDate date;
    Value reading; // "unknown" withdraws, see Editor::observe()
    QString source;
    QString certainty; // empty: reported
    QString note;      // empty: left as it is
};

// The one door for changes. Checks what only other rows can tell (a level of that indicator, a territory that existed
// on the day), commits, and keeps the undo stack; undo is itself an edit. Emits nothing: Store::changed tells.
class Editor : public QObject
{
    Q_OBJECT

public:
    explicit Editor(Store &store, QObject *parent = nullptr);

    Store &store() { return m_store; }

    // What `observe` did, for the notice shown to the user.
    enum class Observed { Recorded, Withdrawn, RecordedUnknown, Unchanged };
    struct Outcome
    {
        Observed what = Observed::Unchanged; // of several the one that says most, in the order above
        EditName edit;                       // none when unchanged
        int changed = 0;                     // how many observations were recorded or withdrawn
        // Not null when what was recorded does not show on the last day of its own date, because an observation of
        // this date ends later (a year's value while a day is recorded). Of observe() only.
        PartialDate hiddenBy = {};
    };

    // "unknown" withdraws the observation of exactly that date; if there is none, and an earlier one still shows, it
    // records that the value is unknown from that date on (design, "Dates"). Refused outside a territory's life.
    Result<Outcome> observe(const Observation &observation);
    // All of them as one step, or none; an error names the first bad one by its place. One place and date twice is
    // refused when the values differ.
    Result<Outcome> observeAll(const std::vector<Observation> &observations, const QString &label);

    // Any other change; an erasure is no step that undo offers. Observations, targets, territories and references are held to the same rules.
    Result<EditName> record(const Draft &draft);

    // Settles a conflict with one of its values or another; of "life": "alive" or "deleted".
    Result<EditName> resolve(const Conflict &conflict, const Value &value);
    // Several as one step. Of a row whose life and fields are both in conflict, the fields: its life is the next step.
    struct Resolution
    {
        Conflict conflict;
        Value value;
    };
    Result<EditName> resolveAll(const std::vector<Resolution> &resolutions);

    // The name in a row of a region's board is right after all: its certainty and that of the row's assumed
    // observations becomes `reported`.
    Result<EditName> confirmName(QUuid region, QUuid territory);

    // By name, any edit of the history.
    Result<UndoOutcome> undo(const EditName &edit);

    // The steps of this session; its texts name the act. A step undone here is an edit as well, so the stack survives
    // merges. What could not be undone is told by `undoFinished`.
    QUndoStack *undoStack() { return &m_undoStack; }

Q_SIGNALS:
    void undoFinished(const liaison::UndoOutcome &outcome);
    void undoFailed(const liaison::Error &error);

private:
    class Step;
    friend class Step;

    void push(const QString &label, const EditName &edit);

    Store &m_store;
    QUndoStack m_undoStack;
};

} // namespace liaison
