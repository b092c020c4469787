#include "app/commands/arguments.h"
#include "models/domain/fields.h"
#include "models/exchange/personfile.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const Entity &entity = *(*store)->catalogue().entity(fields::person::entity);
    const auto person = rowArgument(context, **store, entity, context.arguments.at(1));
    if (!person)
        return person.error();
    if (const auto done = exportPerson(**store, *person, context.arguments.at(2)); !done)
        return done.error();
    return afterReading(**store);
}

} // namespace

extern const Command exportPersonCommand;
const Command exportPersonCommand = {"export-person", "FILE ID OUT", 3, 3,
    QT_TRANSLATE_NOOP("commands",
        "Writes what is known of a person as JSON, past values and all rows about them too. Never "
        "overwrites."),
    {}, run};

} // namespace liaison
