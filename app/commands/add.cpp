#include "app/commands/arguments.h"
#include "app/commands/fieldvalues.h"
#include "models/edits/editor.h"

using namespace Qt::StringLiterals;

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
    const auto draft = draftOfWords(context, **store, **entity, Record(), context.arguments.mid(2));
    if (!draft)
        return draft.error();
    Editor editor(**store);
    if (const auto done = editor.record(*draft); !done)
        return done.error();
    context.out = (*store)->keyOf((*entity)->name, draft->changes().front().row).toUtf8() + '\n';
    return Exit::Done;
}

} // namespace

extern const Command addCommand;
const Command addCommand = {"add", "FILE ENTITY FIELD=VALUE...", 3, -1,
    QT_TRANSLATE_NOOP("commands", "Adds a record and prints its id."), {}, run};

} // namespace liaison
