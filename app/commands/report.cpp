#include "app/commands/arguments.h"
#include "app/translations.h"
#include "models/reports/boardreport.h"
#include "views/reports/pdfprinter.h"
#include "views/style/typography.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

Result<PageSetup::Paper> paperOption(const Context &context)
{
    using Paper = PageSetup::Paper;
    const QString text = context.has("paper") ? context.option("paper") : u"A4"_s;
    for (const auto &[name, paper] : {std::pair(u"A4"_s, Paper::A4), std::pair(u"Letter"_s, Paper::Letter)}) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return paper;
    }
    return context.refuse(u"--paper "_s + text.left(100), CommandTr::tr("not one of: A4, Letter"));
}

Result<QLocale> languageOption(const Context &context)
{
    const QLocale standard(QLocale::English, QLocale::UnitedKingdom);
    if (!context.has("language"))
        return standard;
    const QString text = context.option("language");
    const QLocale locale(text);
    if (locale.language() == QLocale::C)
        return context.refuse(u"--language "_s + text.left(100), CommandTr::tr("no such language"));
    return locale.language() == QLocale::English && !text.contains(u'_') && !text.contains(u'-') ? standard : locale;
}

Result<Exit> run(Context &context)
{
    if (context.arguments.at(1) != "board"_L1)
        return context.usage(context.arguments.at(1), CommandTr::tr("the kinds of report are: board"));
    const QString target = context.option("o");
    if (QFileInfo(target).suffix().compare("pdf"_L1, Qt::CaseInsensitive) != 0)
        return context.refuse(target, CommandTr::tr("a report is written as .pdf only"));
    const auto day = dayOption(context, "as-of");
    if (!day)
        return day.error();
    QDate since;
    if (context.has("since")) {
        const auto first = dateOption(context, "since");
        if (!first)
            return first.error();
        since = first->firstDay();
        if (since > *day)
            return context.refuse(context.option("since"), CommandTr::tr("it is after the day of the report"));
    }
    const auto paper = paperOption(context);
    if (!paper)
        return paper.error();
    const auto language = languageOption(context);
    if (!language)
        return language.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto region = findRegion(**store, QString());
    if (!region)
        return region.error();

    installTranslations(*QCoreApplication::instance(), *language);
    const Report report = boardReport(**store, {*region, *day, *language, context.surroundings.author, since});
    if (const auto read = afterReading(**store); !read)
        return read.error();
    initStyle();
    const PageSetup setup{*paper, QDateTime::fromMSecsSinceEpoch(context.surroundings.clock(), Qt::UTC)};
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return context.refuse(target, file.errorString());
    if (const auto printed = printPdf(report, setup, file); !printed)
        return printed.error();
    if (!file.commit())
        return context.refuse(target, file.errorString());
    return Exit::Done;
}

} // namespace

extern const Command reportCommand;
const Command reportCommand = {"report", "FILE KIND", 2, 2,
    QT_TRANSLATE_NOOP("commands", "Writes a report for the board as a PDF. KIND: board."),
    {{"o", "OUT.pdf", QT_TRANSLATE_NOOP("commands", "where to"), CommandOption::Use::Required},
        {"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "2007, 2007-02, 2007-02-15 or today (the default)")},
        {"since", "DATE", QT_TRANSLATE_NOOP("commands", "the first day of what was done (twelve months up to the day)")},
        {"paper", "A4|Letter", QT_TRANSLATE_NOOP("commands", "the size of the sheets (A4)")},
        {"language", "L", QT_TRANSLATE_NOOP("commands", "en, fr, es ... (en)")}},
    run, Command::Needs::Fonts};

} // namespace liaison
