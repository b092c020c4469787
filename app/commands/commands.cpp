#include "app/commands/command.h"

#include <algorithm>

namespace liaison {

extern const Command newCommand, boardCommand, setCommand, compareCommand, explainCommand, issuesCommand, listCommand,
    addCommand, editCommand, deleteCommand, undoCommand, importCommand, reportCommand, historyCommand, conflictsCommand,
    resolveCommand, checkCommand, backupCommand, restoreCommand, rebuildCommand, erasePersonCommand,
    exportPersonCommand, fieldsCommand, shotCommand;

const std::vector<const Command *> &commands()
{
    static const std::vector<const Command *> all = {&newCommand, &boardCommand, &setCommand, &compareCommand,
        &explainCommand, &issuesCommand, &listCommand, &addCommand, &editCommand, &deleteCommand, &undoCommand,
        &importCommand, &reportCommand, &historyCommand, &conflictsCommand, &resolveCommand, &checkCommand,
        &backupCommand, &restoreCommand, &rebuildCommand, &erasePersonCommand, &exportPersonCommand, &fieldsCommand,
        &shotCommand};
    return all;
}

const Command *findCommand(const QString &name)
{
    const auto &all = commands();
    const auto it = std::find_if(
        all.begin(), all.end(), [&](const Command *command) { return name == QLatin1StringView(command->name); });
    return it == all.end() ? nullptr : *it;
}

} // namespace liaison
