#include "app/commands/arguments.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    if (const auto done = (*store)->backup(context.arguments.at(1)); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command backupCommand;
const Command backupCommand = {"backup", "FILE OUT", 2, 2,
    QT_TRANSLATE_NOOP("commands", "Writes a complete copy. Never overwrites."), {}, run};

} // namespace liaison
