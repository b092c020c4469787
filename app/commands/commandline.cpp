#include "app/commands/commandline.h"

#include "app/commands/command.h"
#include "app/commands/terminal.h"
#include "app/settings.h"
#include "app/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("commands", text);
}

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

QString dashed(const CommandOption &option)
{
    const QString name = QLatin1StringView(option.name);
    return (name.size() == 1 ? u"-"_s : u"--"_s) + name + (option.value ? u' ' + QLatin1StringView(option.value) : QString());
}

QString usageLine(const Command &command)
{
    QString line = u"liaison "_s + QLatin1StringView(command.name);
    if (command.least > 0 || command.most != 0)
        line += u' ' + QLatin1StringView(command.arguments);
    for (const CommandOption &option : command.options) {
        const bool required = option.use == CommandOption::Use::Required;
        line += required ? u' ' + dashed(option) : u" ["_s + dashed(option) + u']';
    }
    return line;
}

// Two columns, the first as wide as it needs.
QString aligned(const std::vector<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, row.first.size());
    QString text;
    for (const auto &[left, right] : rows)
        text += u"  "_s + left.leftJustified(width + 2) + right + u'\n';
    return text;
}

QString helpText()
{
    std::vector<std::pair<QString, QString>> rows;
    for (const Command *command : commands())
        rows.emplace_back(QLatin1StringView(command->name), translated(command->summary));
    return CommandTr::tr("Usage: liaison [FILE]\n       liaison COMMAND ...\n\n"
                  "Where do we stand in each territory, against what we promised, and what did we do about it?\n"
                  "Without a command the window opens.\n\nCommands:\n")
        + aligned(rows) + u'\n'
        + CommandTr::tr("liaison COMMAND --help says more. A file named like a command is written ./NAME.\n"
                 "Exit codes: 0 done, 1 refused, 2 wrong usage.\n");
}

QString helpText(const Command &command)
{
    std::vector<std::pair<QString, QString>> rows;
    for (const CommandOption &option : command.options)
        rows.emplace_back(dashed(option), translated(option.help));
    rows.emplace_back(u"--help"_s, CommandTr::tr("this text"));
    return CommandTr::tr("Usage: %1").arg(usageLine(command)) + u"\n\n"_s + translated(command.summary) + u"\n\n"_s
        + CommandTr::tr("Options:") + u'\n' + aligned(rows);
}

QString withoutStop(QString sentence)
{
    while (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

QString nothingWritten(const Error &error)
{
    return CommandTr::tr("%1; nothing was written").arg(withoutStop(error.message()));
}

int exitCode(Exit exit)
{
    return static_cast<int>(exit);
}

// "-1" is a value here, never an option, so that a negative count is refused as a count. The sign is hidden from the
// parser behind a character that no argument holds.
constexpr QChar hidden(u'\xfdd0');

QStringList withNumbersHidden(QStringList words)
{
    for (QString &word : words) {
        if (word.size() > 1 && word.at(0) == u'-' && word.at(1).isDigit())
            word.prepend(hidden);
    }
    return words;
}

QStringList shown(QStringList words)
{
    for (QString &word : words) {
        if (word.startsWith(hidden))
            word.remove(0, 1);
    }
    return words;
}

int run(const Command &command, const QStringList &words)
{
    Context context;
    context.command = QLatin1StringView(command.name);

    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOption(QCommandLineOption(QStringList{u"help"_s, u"h"_s}));
    for (const CommandOption &option : command.options) {
        const QString name = QLatin1StringView(option.name);
        const QString value = option.value ? QString(QLatin1StringView(option.value)) : QString();
        parser.addOption(QCommandLineOption(name, QString(), value));
    }
    const bool understood = parser.parse(withNumbersHidden(QStringList{u"liaison"_s} + words));
    if (parser.isSet(u"help"_s)) {
        print(stdout, helpText(command));
        return exitCode(Exit::Done);
    }
    if (!understood)
        return exitCode(context.usage(QString(), parser.errorText()));

    context.arguments = shown(parser.positionalArguments());
    const auto count = context.arguments.size();
    if (count < command.least)
        return exitCode(context.usage(QString(), CommandTr::tr("an argument is missing; usage: %1").arg(usageLine(command))));
    if (command.most >= 0 && count > command.most)
        return exitCode(context.usage(context.arguments.at(command.most), CommandTr::tr("one argument too many")));
    for (const CommandOption &option : command.options) {
        const QString name = QLatin1StringView(option.name);
        if (parser.isSet(name))
            context.setOption(name, option.value ? shown(parser.values(name)) : QStringList{QString()});
        else if (option.use == CommandOption::Use::Required)
            return exitCode(context.usage(dashed(option), CommandTr::tr("this option is missing")));
    }

    context.surroundings = settings::surroundings();
    const auto done = command.run(context);
    if (!done) {
        context.note(nothingWritten(done.error()));
        return exitCode(Exit::Refused);
    }
    std::fwrite(context.out.constData(), 1, static_cast<size_t>(context.out.size()), stdout);
    if (std::fflush(stdout) != 0) {
        context.note(CommandTr::tr("%1: standard output: it cannot be written").arg(context.command));
        return exitCode(Exit::Refused);
    }
    return exitCode(*done);
}

int runWords(const QStringList &words)
{
    const QString first = words.value(0);
    if (const Command *command = findCommand(first))
        return run(*command, words.mid(1));
    Context context;
    if (words.size() == 1 && (first == "--help"_L1 || first == "-h"_L1)) {
        print(stdout, helpText());
        return exitCode(Exit::Done);
    }
    if (words.size() == 1 && (first == "--version"_L1 || first == "-v"_L1)) {
        print(stdout, u"liaison "_s + QCoreApplication::applicationVersion() + u'\n');
        return exitCode(Exit::Done);
    }
    return exitCode(context.usage(first, first.startsWith(u'-') ? CommandTr::tr("unknown option") : CommandTr::tr("unknown command")));
}

std::unique_ptr<QCoreApplication> makeApplication(Command::Needs needs, int &argc, char *argv[])
{
    if (needs == Command::Needs::Nothing)
        return std::make_unique<QCoreApplication>(argc, argv);
    // Always, not only when there is no display: what is drawn is then the same everywhere, and a display that has
    // gone away does not matter.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt misses of a desktop (a runtime folder, a bus, a window manager) is no concern of a command that shows
    // nothing; standard error is for our own words.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtFatalMsg || type == QtCriticalMsg)
            print(stderr, u"liaison: "_s + printable(text) + u'\n');
    });
    if (needs == Command::Needs::Fonts)
        return std::make_unique<QGuiApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

void Context::say(const QString &text) const
{
    print(stderr, printable(text) + u'\n');
}

Exit Context::usage(const QString &where, const QString &why) const
{
    const QString hint = command.isEmpty() ? CommandTr::tr("liaison --help says more")
                                           : CommandTr::tr("liaison %1 --help says more").arg(command);
    note(nothingWritten({command.isEmpty() ? CommandTr::tr("usage") : command, where,
        withoutStop(why) + u" ("_s + hint + u')'}));
    return Exit::Usage;
}

bool isCommandLine(const QStringList &words)
{
    if (words.isEmpty())
        return false;
    if (words.size() > 1 || words.first().startsWith(u'-') || findCommand(words.first()))
        return true;
    // One bare word that is no file is a command misspelt or of another version, rather than a file that is not there.
    const bool bare = !words.first().contains(u'/') && !words.first().contains(u'.');
    return bare && !QFileInfo::exists(words.first());
}

bool hasDisplay()
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    Context context;
    context.note(CommandTr::tr("the window: there is no display; liaison --help names the commands that need none"));
    return false;
}

int runCommandLine(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const Command *command = findCommand(words.value(0));
    // Qt takes options of its own out of what it is given; here every word is ours.
    int onlyName = 1;
    const auto application = makeApplication(command ? command->needs : Command::Needs::Nothing, onlyName, argv);
    QCoreApplication::setApplicationName(u"liaison"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));
    installTranslations(*application, QLocale());
    return runWords(words);
}

} // namespace liaison
