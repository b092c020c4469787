#pragma once

#include "models/domain/result.h"
#include "models/store/surroundings.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace liaison {

// The words of all commands are translated in one context.
struct CommandTr
{
    Q_DECLARE_TR_FUNCTIONS(commands)
};

// How a command ends.
enum class Exit {
    Done = 0,
    Refused = 1, // a bad value, or damage found; nothing was written
    Usage = 2,   // unknown command or option, missing argument
};

// What a command was given, and where it speaks. Standard output gets `out` only when the command did not fail.
class Context
{
public:
    QString command;
    QStringList arguments; // without options
    Surroundings surroundings;
    QByteArray out;

    bool has(const char *option) const { return m_options.contains(QLatin1StringView(option)); }
    QString option(const char *name) const { return m_options.value(QLatin1StringView(name)).value(0); }
    QStringList options(const char *name) const { return m_options.value(QLatin1StringView(name)); }
    void setOption(const QString &name, const QStringList &values) { m_options.insert(name, values); }

    // One line on standard error, said at once; a note begins with the program's name.
    void say(const QString &text) const;
    void note(const QString &text) const { say(QStringLiteral("liaison: ") + text); }
    // Wrong usage, with a hint where to read more.
    Exit usage(const QString &where, const QString &why) const;
    Error refuse(const QString &where, const QString &why) const { return {command, where, why}; }

private:
    QHash<QString, QStringList> m_options;
};

struct CommandOption
{
    const char *name;  // "as-of"; of one letter: a short option
    const char *value; // "DATE", null for a switch
    const char *help;  // source text in the context "commands"
    enum class Use { Optional, Required } use = Use::Optional;
};

// A command, in a file of its own; commands() lists them. An error ends it with Exit::Refused and is shown.
struct Command
{
    enum class Needs { Nothing, Fonts, Widgets }; // Fonts: QGuiApplication; both work without a display

    const char *name;
    const char *arguments; // "FILE TERRITORY", as in the usage line
    int least;             // how many arguments
    int most;              // -1: any number
    const char *summary;   // source text in the context "commands"
    std::vector<CommandOption> options;
    Result<Exit> (*run)(Context &);
    Needs needs = Needs::Nothing;
};

// In the order the help names them.
const std::vector<const Command *> &commands();
const Command *findCommand(const QString &name);

} // namespace liaison
