#include "app/commands/arguments.h"
#include "app/commands/fieldvalues.h"
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
    const auto draft = draftOfWords(context, **store, **entity, *row, context.arguments.mid(3));
    if (!draft)
        return draft.error();
    Editor editor(**store);
    if (const auto done = editor.record(*draft); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command editCommand;
const Command editCommand = {"edit", "FILE ENTITY ID FIELD=VALUE...", 4, -1,
    QT_TRANSLATE_NOOP("commands", "Changes fields of a record; FIELD= empties one. A deleted record comes back."), {},
    run};

} // namespace liaison
