#include "app/commands/arguments.h"

#include <algorithm>

namespace liaison {

namespace {

// The last step of a person that is no undo and not undone; the ready-made edits are nobody's step.
Result<EditName> lastStep(const Context &context, const Store &store)
{
    const auto all = store.edits();
    const auto it = std::find_if(
        all.begin(), all.end(), [](const EditInfo &edit) { return edit.at != 0 && !edit.undoes && !edit.undone; });
    if (it == all.end())
        return context.refuse(context.arguments.at(0), CommandTr::tr("there is nothing to undo"));
    return it->name;
}

QString keptText(const Store &store, const UndoOutcome::Kept &kept)
{
    const QString row = store.titleOf(kept.entity, kept.row);
    return kept.author.isEmpty()
        ? CommandTr::tr("%1, %2: in conflict; not undone").arg(row, kept.field)
        : CommandTr::tr("%1, %2: changed since by %3; not undone").arg(row, kept.field, kept.author);
}

Result<Exit> run(Context &context)
{
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    const auto edit = context.arguments.size() > 1 ? (*store)->resolveEdit(context.arguments.at(1))
                                                   : lastStep(context, **store);
    if (!edit)
        return edit.error();
    const auto outcome = (*store)->undo(*edit);
    if (!outcome)
        return outcome.error();
    for (const UndoOutcome::Kept &kept : outcome->kept)
        context.note(keptText(**store, kept));
    if (outcome->edit.isNull())
        return context.refuse(edit->toHex().left(12), CommandTr::tr("nothing of this edit can be undone"));
    return Exit::Done;
}

} // namespace

extern const Command undoCommand;
const Command undoCommand = {"undo", "FILE [EDIT]", 1, 2,
    QT_TRANSLATE_NOOP("commands",
        "Undoes the last edit that is no undo and not undone, or the one named; what changed since stays and is named."),
    {}, run};

} // namespace liaison
