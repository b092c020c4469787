#include "app/commands/arguments.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    if (const auto done = (*store)->rebuild(); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command rebuildCommand;
const Command rebuildCommand = {"rebuild", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "Makes the record tables and the search index anew from the edits."), {}, run};

} // namespace liaison
