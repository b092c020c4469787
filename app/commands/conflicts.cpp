#include "app/commands/arguments.h"
#include "app/commands/historytext.h"
#include "app/commands/terminal.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const Store &store, const FieldText &fieldText, const std::vector<Conflict> &all)
{
    QJsonArray rows;
    for (const Conflict &conflict : all) {
        const HistoryText text{store.catalogue().entity(conflict.entity), fieldText};
        QJsonArray values;
        for (const Conflict::Candidate &candidate : conflict.candidates) {
            values.append(QJsonObject{{u"value"_s, text.json(conflict.field, candidate.value)},
                {u"author"_s, candidate.edit.author}, {u"at"_s, timeJson(candidate.edit.at)},
                {u"edit"_s, candidate.edit.name.toHex()}});
        }
        rows.append(QJsonObject{{u"entity"_s, conflict.entity},
            {u"id"_s, store.keyOf(conflict.entity, conflict.row)},
            {u"title"_s, store.titleOf(conflict.entity, conflict.row)}, {u"field"_s, conflict.field},
            {u"shown"_s, text.json(conflict.field, conflict.shown)}, {u"values"_s, values}});
    }
    return jsonText(rows);
}

QByteArray asText(const Store &store, const FieldText &fieldText, const std::vector<Conflict> &all)
{
    if (all.empty())
        return CommandTr::tr("No conflicts.").toUtf8() + '\n';
    TextTable table({CommandTr::tr("entity"), CommandTr::tr("id"), CommandTr::tr("field"), CommandTr::tr("take"),
        CommandTr::tr("value"), CommandTr::tr("author"), CommandTr::tr("when")});
    for (const Conflict &conflict : all) {
        const HistoryText text{store.catalogue().entity(conflict.entity), fieldText};
        int number = 0;
        for (const Conflict::Candidate &candidate : conflict.candidates) {
            const bool first = ++number == 1;
            table.add({first ? conflict.entity : QString(),
                first ? store.keyOf(conflict.entity, conflict.row) : QString(), first ? conflict.field : QString(),
                QString::number(number), text.display(conflict.field, candidate.value), candidate.edit.author,
                timeText(candidate.edit.at)});
        }
    }
    return table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto all = (*store)->conflicts();
    const FieldText text(**store);
    context.out = *format == Format::Json ? asJson(**store, text, all) : asText(**store, text, all);
    return afterReading(**store);
}

} // namespace

extern const Command conflictsCommand;
const Command conflictsCommand = {"conflicts", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "Where two people wrote different values and nobody has chosen."),
    {{"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}}, run};

} // namespace liaison
