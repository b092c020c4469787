#include "app/commands/command.h"
#include "models/exchange/readymade.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const NewFileOptions options{context.option("region"), context.option("name"), context.option("example")};
    const auto made = newFile(context.arguments.at(0), options, context.surroundings);
    if (!made)
        return made.error();
    return Exit::Done;
}

} // namespace

extern const Command newCommand;
const Command newCommand = {"new", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "Makes a file with all territories and a region. Never overwrites."),
    {{"region", "caribbean|world|CODE,...", QT_TRANSLATE_NOOP("commands", "which territories are on the board (caribbean)")},
        {"name", "TEXT", QT_TRANSLATE_NOOP("commands", "the region's name")},
        {"example", "caribbean-2007",
            QT_TRANSLATE_NOOP("commands", "with the board of 15 February 2007, as far as it could be reconstructed")}},
    run};

} // namespace liaison
