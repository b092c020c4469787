#include "app/commands/arguments.h"
#include "app/commands/fieldvalues.h"
#include "models/edits/editor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// The value chosen by --take or --value.
Result<Value> chosenValue(const Context &context, const Store &store, const Entity &entity, const Record &row,
    const NamedField &named, const Conflict &conflict)
{
    if (context.has("take")) {
        bool isNumber = false;
        const qsizetype number = context.option("take").toInt(&isNumber);
        const auto count = static_cast<qsizetype>(conflict.candidates.size());
        if (!isNumber || number < 1 || number > count)
            return context.refuse(u"--take "_s + context.option("take").left(100),
                CommandTr::tr("the values are counted from 1 to %1").arg(count));
        return conflict.candidates[static_cast<size_t>(number - 1)].value;
    }
    const QString text = context.option("value");
    if (conflict.field == lifeField) {
        if (text != aliveLife && text != deletedLife)
            return context.refuse(u"--value "_s + text.left(100), CommandTr::tr("not one of: alive, deleted"));
        return Value(text);
    }
    const auto value = EntryText(store).parse(entity, row, named, text);
    if (!value)
        return value.error();
    return named.part ? row.value(named.field->name).withPart(named.part->name, *value) : *value;
}

Result<Exit> run(Context &context)
{
    if (context.has("take") == context.has("value"))
        return context.usage(QString(), CommandTr::tr("give either --take or --value"));
    const auto row = namedRow(context, OpenMode::ReadWrite);
    if (!row)
        return row.error();
    const QString fieldName = context.arguments.at(3);
    NamedField named;
    if (fieldName != lifeField) {
        const auto found = namedField(context, *row->entity, fieldName);
        if (!found)
            return found.error();
        named = *found;
    }
    const QString merged = named.field ? QString(named.field->name) : fieldName;
    const auto all = row->store->conflicts();
    const auto conflict = std::find_if(all.begin(), all.end(), [&](const Conflict &one) {
        return one.entity == row->entity->name && one.row == row->record.id() && one.field == merged;
    });
    if (conflict == all.end())
        return context.refuse(context.arguments.at(2) + u' ' + fieldName, CommandTr::tr("there is no conflict here"));
    const auto value = chosenValue(context, *row->store, *row->entity, row->record, named, *conflict);
    if (!value)
        return value.error();

    Editor editor(*row->store);
    if (const auto done = editor.resolve(*conflict, *value); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command resolveCommand;
const Command resolveCommand = {"resolve", "FILE ENTITY ID FIELD (--take N|--value V)", 4, 4,
    QT_TRANSLATE_NOOP("commands", "Settles a conflict; FIELD is as `conflicts` names it, also life."),
    {{"take", "N", QT_TRANSLATE_NOOP("commands", "the value so counted in the list of conflicts, from 1")},
        {"value", "V", QT_TRANSLATE_NOOP("commands", "another value; for life: alive or deleted")}},
    run};

} // namespace liaison
