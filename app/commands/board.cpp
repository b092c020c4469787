#include "app/commands/arguments.h"
#include "app/commands/readings.h"
#include "app/commands/terminal.h"
#include "models/domain/fields.h"
#include "models/exchange/csv.h"
#include "models/figures/board.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// As import reads it: unknown is empty.
QString csvText(const Indicator &indicator, const BoardCell &cell)
{
    if (cell.standing == Standing::NotApplicable)
        return QString(notApplicableReading);
    return cell.isKnown() ? indicator.readingText(cell.reading) : QString();
}

QByteArray asCsv(const Board &board)
{
    QStringList head = {u"code"_s, u"territory"_s};
    for (const Indicator &indicator : board.indicators)
        head.append(indicator.code);
    QString out = csvLine(head);
    for (const Board::Row &row : board.rows) {
        QStringList line = {row.code, row.name};
        for (size_t i = 0; i < row.cells.size(); ++i)
            line.append(csvText(board.indicators[i], row.cells[i]));
        out += csvLine(line);
    }
    return out.toUtf8();
}

QJsonObject rowJson(const Board &board, const Board::Row &row)
{
    QJsonObject values;
    QJsonObject dates;
    QJsonObject marks;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const BoardCell &cell = row.cells[i];
        const QString code = board.indicators[i].code;
        values.insert(code, cell.isKnown() ? Readings::json(cell.reading) : QJsonValue());
        if (!cell.date.isNull())
            dates.insert(code, cell.date.toIso());
        if (const QStringList words = cell.marks(); !words.isEmpty())
            marks.insert(code, QJsonArray::fromStringList(words));
    }
    return {{u"code"_s, row.code}, {u"territory"_s, row.name}, {u"values"_s, values}, {u"dates"_s, dates},
        {u"marks"_s, marks}};
}

QJsonObject totalJson(const BoardTotal &total)
{
    QJsonObject object{{u"of"_s, total.of}, {u"met"_s, total.met}, {u"known"_s, total.known},
        {u"unknown"_s, total.unknown}, {u"notApplicable"_s, total.notApplicable}};
    if (total.sum)
        object.insert(u"sum"_s, *total.sum);
    if (!total.levels.isEmpty()) {
        QJsonObject levels;
        for (auto it = total.levels.begin(); it != total.levels.end(); ++it)
            levels.insert(it.key(), it.value());
        object.insert(u"levels"_s, levels);
    }
    return object;
}

QByteArray asJson(const Board &board)
{
    QJsonArray indicators;
    QJsonArray rows;
    QJsonObject totals;
    for (size_t i = 0; i < board.indicators.size(); ++i) {
        const Indicator &indicator = board.indicators[i];
        indicators.append(QJsonObject{{u"code"_s, indicator.code}, {u"group"_s, indicator.group},
            {u"title"_s, indicator.title}, {u"project"_s, indicator.projectCode}, {u"scale"_s, indicator.scaleName()}});
        totals.insert(indicator.code, totalJson(board.totals[i]));
    }
    for (const Board::Row &row : board.rows)
        rows.append(rowJson(board, row));
    return jsonText(QJsonObject{{u"region"_s, board.region.name}, {u"asOf"_s, board.asOf.toString(Qt::ISODate)},
        {u"lastUpdate"_s, board.lastUpdate.isNull() ? QJsonValue() : QJsonValue(board.lastUpdate.toIso())},
        {u"indicators"_s, indicators}, {u"rows"_s, rows}, {u"totals"_s, totals}});
}

QString totalText(const BoardTotal &total)
{
    if (total.in)
        return CommandTr::tr("%L1 in %2 of %3").arg(total.sum.value_or(0)).arg(*total.in).arg(total.of);
    return CommandTr::tr("%1 of %2").arg(total.met).arg(total.of);
}

// Two marks begin alike; one is the sign it has in the window.
QString letterOf(const QString &mark)
{
    return u'[' + (mark == "derived"_L1 ? u"Σ"_s : mark.left(1)) + u']';
}

// Marks stand behind the value as one letter each and are explained below the board.
QString cellText(const Indicator &indicator, const BoardCell &cell, QStringList &used)
{
    if (cell.standing == Standing::NotApplicable)
        return QString(notApplicableReading);
    if (!cell.isKnown())
        return u"-"_s;
    QString text = indicator.readingText(cell.reading);
    for (const QString &mark : cell.marks()) {
        if (!used.contains(mark))
            used.append(mark);
        text += (text.endsWith(u']') ? QString() : u" "_s) + letterOf(mark);
    }
    return text;
}

QByteArray asText(const Board &board)
{
    const QLocale locale;
    QStringList head = {CommandTr::tr("code"), CommandTr::tr("territory")};
    for (const Indicator &indicator : board.indicators)
        head.append(indicator.code);
    TextTable table(head);
    QStringList used;
    for (const Board::Row &row : board.rows) {
        QStringList line = {row.code, row.name};
        for (size_t i = 0; i < row.cells.size(); ++i)
            line.append(cellText(board.indicators[i], row.cells[i], used));
        table.add(line);
    }
    QStringList met = {QString(), CommandTr::tr("%n territories", nullptr, static_cast<int>(board.rows.size()))};
    QStringList unknown = {QString(), CommandTr::tr("unknown")};
    QStringList notApplicable = {QString(), CommandTr::tr("not applicable")};
    for (const BoardTotal &total : board.totals) {
        met.append(totalText(total));
        unknown.append(locale.toString(total.unknown));
        notApplicable.append(locale.toString(total.notApplicable));
    }
    table.add({});
    table.add(met);
    table.add(unknown);
    table.add(notApplicable);

    QString title = CommandTr::tr("%1 as of %2").arg(board.region.name, PartialDate(board.asOf).toText(locale));
    QString out = printable(title) + u"\n\n"_s + QString::fromUtf8(table.toText());
    if (!used.isEmpty()) {
        QStringList legend;
        for (const QString &mark : used)
            legend.append(letterOf(mark) + u' ' + mark);
        out += u'\n' + legend.join(u"   "_s) + u'\n';
    }
    if (const int names = board.reconstructed())
        out += CommandTr::tr("%n names on this board are a reconstruction.", nullptr, names) + u'\n';
    return out.toUtf8();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context, {Format::Text, Format::Csv, Format::Json});
    if (!format)
        return format.error();
    const auto day = dayOption(context, "as-of");
    if (!day)
        return day.error();
    const auto knownAt = timeOption(context, "known-at");
    if (!knownAt)
        return knownAt.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto region = findRegion(**store, context.option("region"));
    if (!region)
        return region.error();
    const Board board = boardAsOf(**store, *region, *day, *knownAt);
    context.out = *format == Format::Csv ? asCsv(board) : *format == Format::Json ? asJson(board) : asText(board);
    return afterReading(**store);
}

} // namespace

extern const Command boardCommand;
const Command boardCommand = {"board", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "The board: territories by indicators as of a day, with totals."),
    {{"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "2007, 2007-02, 2007-02-15 or today (the default)")},
        {"known-at", "TIME", QT_TRANSLATE_NOOP("commands", "as the file stood then: a date (its end) or 2007-02-15T12:00:00Z")},
        {"region", "R", QT_TRANSLATE_NOOP("commands", "a region's name or CODE,... (the file's first)")},
        {"format", "text|csv|json", QT_TRANSLATE_NOOP("commands", "for people, spreadsheets or programs")}},
    run};

} // namespace liaison
