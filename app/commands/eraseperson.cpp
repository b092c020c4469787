#include "app/commands/arguments.h"
#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/exchange/personfile.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    auto store = openStore(context.arguments.at(0), OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    const Entity &entity = *(*store)->catalogue().entity(fields::person::entity);
    const auto person = rowArgument(context, **store, entity, context.arguments.at(1));
    if (!person)
        return person.error();
    const std::vector<Record> mentions = mentionsOf(**store, *person);
    Editor editor(**store);
    const auto erased = editor.record(erasureOf(*person));
    if (!erased)
        return erased.error();
    if (erased->isNull())
        return context.refuse(context.arguments.at(1), CommandTr::tr("this was erased already"));
    for (const Record &row : mentions)
        context.note(
            CommandTr::tr("still mentioned in the %1 %2")
                .arg(row.entity().titleText().toLower(), (*store)->keyOf(row.entity().name, row.id())));
    for (const QString &copy : (*store)->copiesHolding(entity.name, person->id()))
        context.out += copy.toUtf8() + '\n';
    return Exit::Done;
}

} // namespace

extern const Command erasePersonCommand;
const Command erasePersonCommand = {"erase-person", "FILE ID", 2, 2,
    QT_TRANSLATE_NOOP("commands",
        "Erases a person for good, past values too; undo does not bring them back. Takes no backup, and "
        "prints the "
        "backups that still hold the person."),
    {}, run};

} // namespace liaison
