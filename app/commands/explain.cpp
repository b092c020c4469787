#include "app/commands/arguments.h"
#include "app/commands/readings.h"
#include "app/commands/terminal.h"
#include "models/figures/explain.h"
#include "models/figures/territorynames.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

Result<std::optional<size_t>> rowOf(const Context &context, const Store &store, const Board &board)
{
    if (context.arguments.size() < 3)
        return std::optional<size_t>();
    const auto territory = TerritoryNames(store).find(context.arguments.at(2));
    if (!territory)
        return territory.error();
    const auto it = std::find_if(
        board.rows.begin(), board.rows.end(), [&](const Board::Row &row) { return row.territory == *territory; });
    if (it == board.rows.end())
        return context.refuse(context.arguments.at(2), CommandTr::tr("this territory is not on the board that day"));
    return std::optional(static_cast<size_t>(it - board.rows.begin()));
}

QByteArray asJson(const Store &store, const Explanation &explanation, const QJsonValue &value)
{
    QJsonArray rows;
    for (const Explanation::Row &row : explanation.rows) {
        rows.append(QJsonObject{{u"entity"_s, row.entity}, {u"id"_s, store.keyOf(row.entity, row.row)},
            {u"title"_s, row.title}, {u"counts"_s, row.counts}});
    }
    return jsonText(QJsonObject{{u"value"_s, value}, {u"rows"_s, rows}});
}

QByteArray asText(const Explanation &explanation)
{
    QByteArray out = (explanation.value.isEmpty() ? CommandTr::tr("unknown") : printable(explanation.value)).toUtf8() + '\n';
    if (explanation.rows.empty())
        return out;
    TextTable table({CommandTr::tr("counts"), CommandTr::tr("what"), CommandTr::tr("title")});
    for (const Explanation::Row &row : explanation.rows)
        table.add({QString::number(row.counts), row.entity, row.title});
    return out + '\n' + table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    const auto day = dayOption(context, "as-of");
    if (!day)
        return day.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto region = findRegion(**store, QString());
    if (!region)
        return region.error();
    const auto indicator = findIndicator(**store, context.arguments.at(1));
    if (!indicator)
        return indicator.error();
    const Board board = boardOf(**store, *region, {*indicator}, *day);
    const auto row = rowOf(context, **store, board);
    if (!row)
        return row.error();

    const Explanation explanation = explain(**store, board, 0, *row);
    if (*format == Format::Text) {
        context.out = asText(explanation);
        return afterReading(**store);
    }
    // A total is a number, a cell what its indicator says.
    const QJsonValue value = *row ? Readings::json(board.rows[**row].cells[0].reading)
                                  : QJsonValue(explanation.value.toLongLong());
    context.out = asJson(**store, explanation, value);
    return afterReading(**store);
}

} // namespace

extern const Command explainCommand;
const Command explainCommand = {"explain", "FILE INDICATOR [TERRITORY]", 2, 3,
    QT_TRANSLATE_NOOP("commands", "The rows behind a number of the board: of a territory's cell, else of the total."),
    {{"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "2007, 2007-02, 2007-02-15 or today (the default)")},
        {"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}},
    run};

} // namespace liaison
