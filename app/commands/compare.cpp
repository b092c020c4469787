#include "app/commands/arguments.h"
#include "app/commands/readings.h"
#include "app/commands/terminal.h"
#include "models/figures/compare.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const Store &store, QDate from, QDate to, const std::vector<BoardChange> &changes)
{
    const Readings readings(store);
    QJsonArray rows;
    for (const BoardChange &change : changes) {
        rows.append(QJsonObject{{u"code"_s, change.code}, {u"territory"_s, change.name},
            {u"indicator"_s, change.indicator}, {u"old"_s, readings.json(change.indicator, change.from)},
            {u"new"_s, readings.json(change.indicator, change.to)}, {u"date"_s, orNull(change.date.toIso())},
            {u"source"_s, orNull(change.source)}, {u"author"_s, orNull(change.author)}});
    }
    return jsonText(QJsonObject{{u"from"_s, from.toString(Qt::ISODate)}, {u"to"_s, to.toString(Qt::ISODate)},
        {u"changes"_s, rows}});
}

QByteArray asText(const std::vector<BoardChange> &changes)
{
    if (changes.empty())
        return CommandTr::tr("Nothing changed.").toUtf8() + '\n';
    TextTable table({CommandTr::tr("code"), CommandTr::tr("territory"), CommandTr::tr("indicator"), CommandTr::tr("old"),
        CommandTr::tr("new"), CommandTr::tr("date"), CommandTr::tr("source"), CommandTr::tr("author")});
    const auto orUnknown = [](const QString &text) { return text.isEmpty() ? CommandTr::tr("unknown") : text; };
    for (const BoardChange &change : changes) {
        table.add({change.code, change.name, change.indicator, orUnknown(change.from), orUnknown(change.to),
            change.date.toText(QLocale()), change.source, change.author});
    }
    return table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    const auto from = dayOption(context, "from");
    if (!from)
        return from.error();
    const auto to = dayOption(context, "to");
    if (!to)
        return to.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto region = findRegion(**store, QString());
    if (!region)
        return region.error();
    const auto changes = boardChanges(**store, *region, *from, *to);
    context.out = *format == Format::Json ? asJson(**store, *from, *to, changes) : asText(changes);
    return afterReading(**store);
}

} // namespace

extern const Command compareCommand;
const Command compareCommand = {"compare", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "What changed on the board between two days; withdrawn values too."),
    {{"from", "DATE", QT_TRANSLATE_NOOP("commands", "the earlier day"), CommandOption::Use::Required},
        {"to", "DATE", QT_TRANSLATE_NOOP("commands", "the later day (today)")},
        {"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}},
    run};

} // namespace liaison
