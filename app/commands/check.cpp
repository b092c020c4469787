#include "app/commands/arguments.h"
#include "app/commands/terminal.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const CheckReport &report)
{
    QJsonArray problems;
    for (const CheckReport::Problem &problem : report.problems)
        problems.append(QJsonObject{{u"what"_s, problem.what}, {u"where"_s, problem.where}});
    return jsonText(QJsonObject{{u"ok"_s, report.ok()}, {u"edits"_s, report.edits}, {u"rows"_s, report.rows},
        {u"problems"_s, problems},
        {u"digest"_s, QJsonObject{{u"edits"_s, QString::fromLatin1(report.editsDigest)},
            {u"state"_s, QString::fromLatin1(report.stateDigest)}}}});
}

QByteArray asText(const CheckReport &report)
{
    QString out;
    for (const CheckReport::Problem &problem : report.problems)
        out += printable(problem.where + u": "_s + problem.what) + u'\n';
    if (report.ok())
        out += CommandTr::tr("No damage found: %L1 edits, %L2 rows.").arg(report.edits).arg(report.rows) + u'\n';
    return out.toUtf8();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    const QString path = context.arguments.at(0);
    const auto opening = Store::open(path, OpenMode::ReadOnly, context.surroundings);
    CheckReport report;
    if (opening.store)
        report = opening.store->check();
    else if (opening.outcome == OpenOutcome::Damaged) // too much to be opened: that is what was found
        report.problems.push_back({opening.error.why, path});
    else
        return opening.error;
    context.out = *format == Format::Json ? asJson(report) : asText(report);
    return report.ok() ? Exit::Done : Exit::Refused;
}

} // namespace

extern const Command checkCommand;
const Command checkCommand = {"check", "FILE", 1, 1,
    QT_TRANSLATE_NOOP("commands", "Looks for damage: every edit against its name, everything shown against the edits."),
    {{"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}}, run};

} // namespace liaison
