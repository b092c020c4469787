#include "app/commands/arguments.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    Surroundings surroundings = context.surroundings;
    surroundings.backupFolder.clear(); // whoever gives a path looks beside it for what is kept
    const auto kept = restoreBackup(context.arguments.at(0), context.arguments.at(1), surroundings);
    if (!kept)
        return kept.error();
    if (!kept->isEmpty())
        context.note(CommandTr::tr("what stood in %1 is kept as %2").arg(context.arguments.at(1), *kept));
    return Exit::Done;
}

} // namespace

extern const Command restoreCommand;
const Command restoreCommand = {"restore", "BACKUP FILE", 2, 2,
    QT_TRANSLATE_NOOP("commands", "Puts a backup in a file's place; an existing file is backed up first."), {}, run};

} // namespace liaison
