#include "app/commands/arguments.h"
#include "models/edits/editor.h"
#include "models/figures/indicator.h"
#include "models/figures/territorynames.h"

namespace liaison {

namespace {

Result<Exit> run(Context &context)
{
    const auto date = dateOption(context, "as-of");
    if (!date)
        return date.error();
    const auto certainty = certaintyOption(context);
    if (!certainty)
        return certainty.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    const auto territory = TerritoryNames(**store).find(context.arguments.at(1));
    if (!territory)
        return territory.error();
    const auto indicator = findIndicator(**store, context.arguments.at(2));
    if (!indicator)
        return indicator.error();
    const auto reading = indicator->parseReading(context.arguments.at(3));
    if (!reading)
        return reading.error();
    if (reading->isNull())
        return context.refuse(indicator->code, CommandTr::tr("the value is empty; unknown takes a value back"));

    Editor editor(**store);
    const auto done = editor.observe({*territory, indicator->id, *date, *reading, context.option("source"), *certainty,
        context.option("note")});
    if (!done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command setCommand;
const Command setCommand = {"set", "FILE TERRITORY INDICATOR VALUE", 4, 4,
    QT_TRANSLATE_NOOP("commands",
        "Records what is true of a territory on a day. VALUE: a level (represented), a count, unknown or n/a."),
    {{"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "2007, 2007-02, 2007-02-15 or today (the default)")},
        {"source", "TEXT", QT_TRANSLATE_NOOP("commands", "where this is known from")},
        {"certainty", "official|reported|assumed", QT_TRANSLATE_NOOP("commands", "how sure it is (reported)")},
        {"note", "TEXT", QT_TRANSLATE_NOOP("commands", "a note that may be printed")}},
    run};

} // namespace liaison
