#include "app/commands/arguments.h"
#include "app/commands/historytext.h"
#include "app/commands/terminal.h"
#include "models/domain/fields.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const HistoryText &text, const std::vector<HistoryEntry> &entries)
{
    QJsonArray rows;
    for (const HistoryEntry &entry : entries) {
        rows.append(QJsonObject{{u"edit"_s, entry.edit.name.toHex()}, {u"at"_s, timeJson(entry.edit.at)},
            {u"author"_s, entry.edit.author}, {u"label"_s, entry.edit.label}, {u"field"_s, entry.field},
            {u"from"_s, text.json(entry.field, entry.from)}, {u"to"_s, text.json(entry.field, entry.to)},
            {u"source"_s, orNull(entry.to.part(fields::observation::source).text())}});
    }
    return jsonText(rows);
}

QByteArray asText(const HistoryText &text, const std::vector<HistoryEntry> &entries)
{
    TextTable table({CommandTr::tr("edit"), CommandTr::tr("when"), CommandTr::tr("author"), CommandTr::tr("field"),
        CommandTr::tr("from"), CommandTr::tr("to")});
    for (const HistoryEntry &entry : entries) {
        const QString to = entry.erased ? CommandTr::tr("(erased)") : text.display(entry.field, entry.to);
        table.add({entry.edit.name.toHex().left(12), timeText(entry.edit.at), entry.edit.author, entry.field,
            text.display(entry.field, entry.from), to});
    }
    return table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    const auto row = namedRow(context, OpenMode::ReadOnly);
    if (!row)
        return row.error();
    const auto entries = row->store->history(QString(row->entity->name), row->record.id());
    const FieldText fieldText(*row->store);
    const HistoryText text{row->entity, fieldText};
    context.out = *format == Format::Json ? asJson(text, entries) : asText(text, entries);
    return afterReading(*row->store);
}

} // namespace

extern const Command historyCommand;
const Command historyCommand = {"history", "FILE ENTITY ID", 3, 3,
    QT_TRANSLATE_NOOP("commands", "Every change of a record, newest first; deleted ones too."),
    {{"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}}, run};

} // namespace liaison
