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
    const auto values = fieldValues(context, **store, **entity, Record(), context.arguments.mid(2));
    if (!values)
        return values.error();
    const auto id = (*store)->idFor(**entity, *values);
    if (!id)
        return id.error();
    const Record before = (*store)->find(QString((*entity)->name), *id);
    if (!before.isNull() && !before.isHidden())
        return context.refuse((*store)->keyOf(QString((*entity)->name), *id), CommandTr::tr("this stands in the file already"));

    Draft draft(CommandTr::tr("Add: %1").arg((*entity)->titleText()));
    draft.create(**entity, *id, *values);
    Editor editor(**store);
    if (const auto done = editor.record(draft); !done)
        return done.error();
    context.out = (*store)->keyOf((*entity)->name, *id).toUtf8() + '\n';
    return Exit::Done;
}

} // namespace

extern const Command addCommand;
const Command addCommand = {"add", "FILE ENTITY FIELD=VALUE...", 3, -1,
    QT_TRANSLATE_NOOP("commands", "Adds a record and prints its id."), {}, run};

} // namespace liaison
