#include "app/commands/arguments.h"
#include "app/commands/fieldvalues.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto row = namedRow(context, OpenMode::ReadWrite);
    if (!row)
        return row.error();
    const auto draft = draftOfWords(context, *row->store, *row->entity, row->record, context.arguments.mid(3));
    if (!draft)
        return draft.error();
    return afterRecording(*row->store, *draft);
}

} // namespace

extern const Command editCommand;
const Command editCommand = {"edit", "FILE ENTITY ID FIELD=VALUE...", 4, -1,
    QT_TRANSLATE_NOOP("commands", "Changes fields of a record; FIELD= empties one. A deleted record comes back."), {},
    run};

} // namespace liaison
