#include "app/commands/arguments.h"
#include "app/commands/terminal.h"
#include "models/figures/settle.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const Store &store, const std::vector<Issue> &all)
{
    QJsonArray rows;
    for (const Issue &issue : all) {
        rows.append(QJsonObject{{u"kind"_s, issue.code()}, {u"entity"_s, orNull(issue.entity)},
            {u"id"_s, issue.row.isNull() ? QJsonValue() : QJsonValue(store.keyOf(issue.entity, issue.row))},
            {u"field"_s, orNull(issue.field)}, {u"title"_s, issue.title}, {u"text"_s, issue.text}});
    }
    return jsonText(rows);
}

QByteArray asText(const std::vector<Issue> &all)
{
    if (all.empty())
        return CommandTr::tr("Nothing waits to be settled.").toUtf8() + '\n';
    TextTable table({CommandTr::tr("kind"), CommandTr::tr("where"), CommandTr::tr("what")});
    for (const Issue &issue : all)
        table.add({issue.code(), issue.title, issue.text});
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
    const auto all = issues(**store, today(context.surroundings.clock));
    context.out = *format == Format::Json ? asJson(**store, all) : asText(all);
    return afterReading(**store);
}

} // namespace

extern const Command issuesCommand;
const Command issuesCommand = {"issues", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "What waits to be settled: conflicts, doubtful names, stale values, overdue tasks."),
    {{"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}}, run};

} // namespace liaison
