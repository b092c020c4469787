#include "app/commands/arguments.h"
#include "models/edits/editor.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    const auto entity = entityArgument(context, **store, context.arguments.at(1));
    if (!entity)
        return entity.error();
    const auto row = rowArgument(context, **store, **entity, context.arguments.at(2));
    if (!row)
        return row.error();
    if (row->isHidden())
        return context.refuse(context.arguments.at(2), CommandTr::tr("this is deleted already"));

    Draft draft(CommandTr::tr("Delete: %1").arg((*entity)->titleText()));
    draft.remove(*row);
    Editor editor(**store);
    if (const auto done = editor.record(draft); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command deleteCommand;
const Command deleteCommand = {"delete", "FILE ENTITY ID", 3, 3,
    QT_TRANSLATE_NOOP("commands", "Deletes a record; undo brings it back."), {}, run};

} // namespace liaison
