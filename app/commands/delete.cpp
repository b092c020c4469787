#include "app/commands/arguments.h"
#include "models/edits/drafts.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto row = namedRow(context, OpenMode::ReadWrite);
    if (!row)
        return row.error();
    if (row->record.isHidden())
        return context.refuse(context.arguments.at(2), CommandTr::tr("this is deleted already"));

    return afterRecording(*row->store, deletionOf(row->record));
}

} // namespace

extern const Command deleteCommand;
const Command deleteCommand = {"delete", "FILE ENTITY ID", 3, 3,
    QT_TRANSLATE_NOOP("commands", "Deletes a record; undo brings it back."), {}, run};

} // namespace liaison
