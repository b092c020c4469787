#include "app/commands/arguments.h"
#include "app/commands/terminal.h"
#include "models/exchange/boardimport.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 largestSource = 64 << 20;

Result<QByteArray> readSource(const Context &context, const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return context.refuse(path, CommandTr::tr("this is a folder"));
    if (!file.open(QIODevice::ReadOnly))
        return context.refuse(path, file.errorString());
    QByteArray bytes = file.read(largestSource + 1);
    if (bytes.size() > largestSource)
        return context.refuse(path, CommandTr::tr("larger than 64 MiB"));
    return bytes;
}

QByteArray findings(const BoardImport &sheet)
{
    QJsonArray refused;
    for (const BoardImport::Refusal &refusal : sheet.refused) {
        refused.append(QJsonObject{
            {u"line"_s, refusal.line}, {u"column"_s, refusal.column}, {u"message"_s, refusal.message}});
    }
    return jsonText(QJsonObject{{u"new"_s, sheet.added}, {u"changed"_s, sheet.changed}, {u"same"_s, sheet.same},
        {u"refused"_s, refused}, {u"left"_s, QJsonArray::fromStringList(sheet.leftColumns)}});
}

// What was found is said on standard output, whatever comes of it; each problem also as SOURCE:LINE:COLUMN: message.
Result<Exit> run(Context &context)
{
    if (context.arguments.at(1) != "board"_L1)
        return context.usage(context.arguments.at(1), CommandTr::tr("what can be imported is: board"));
    const auto date = dateOption(context, "as-of");
    if (!date)
        return date.error();
    const auto certainty = certaintyOption(context);
    if (!certainty)
        return certainty.error();
    const bool dryRun = context.has("dry-run");
    const auto store = openStore(
        context.arguments.at(0), dryRun ? OpenMode::ReadOnly : OpenMode::ReadWrite, context.surroundings);
    if (!store)
        return store.error();
    const QString source = context.arguments.at(2);
    const auto bytes = readSource(context, source);
    if (!bytes)
        return bytes.error();
    const auto sheet = readBoardSheet(**store, *bytes, source, {*date, context.option("source"), *certainty});
    if (!sheet)
        return sheet.error();

    context.out = findings(*sheet);
    for (const QString &column : sheet->leftColumns)
        context.note(CommandTr::tr("%1: the column “%2” is no indicator and is left").arg(source, column));
    for (const BoardImport::Refusal &refusal : sheet->refused)
        context.say(u"%1:%2:%3: %4"_s.arg(source, QString::number(refusal.line), QString::number(refusal.column),
            refusal.message));
    if (!sheet->refused.empty() && !context.has("skip-bad")) {
        const int refused = static_cast<int>(sheet->refused.size());
        context.note(CommandTr::tr("import: %1: %n places are refused; nothing was written", nullptr, refused).arg(source));
        return Exit::Refused;
    }
    if (dryRun)
        return afterReading(**store);
    Editor editor(**store);
    if (const auto done = applyBoardSheet(editor, *sheet); !done)
        return done.error();
    return Exit::Done;
}

} // namespace

extern const Command importCommand;
const Command importCommand = {"import", "FILE board SOURCE.csv", 3, 3,
    QT_TRANSLATE_NOOP("commands",
        "Reads a board sheet as `board --format csv` writes it; says what is new, changed, the same and refused."),
    {{"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "the day the sheet speaks of"), CommandOption::Use::Required},
        {"source", "TEXT", QT_TRANSLATE_NOOP("commands", "where its values are known from (the file's name)")},
        {"certainty", "official|reported|assumed", QT_TRANSLATE_NOOP("commands", "how sure they are (reported)")},
        {"dry-run", nullptr, QT_TRANSLATE_NOOP("commands", "say what would be done, write nothing")},
        {"skip-bad", nullptr, QT_TRANSLATE_NOOP("commands", "write what is good though something is refused")}},
    run};

} // namespace liaison
