#pragma once

#include <QStringList>

namespace liaison {

// Whether the words after the program's name ask for a command, help or the version, or are wrong: for everything but
// the window, which is asked for by no word at all or by one file.
bool isCommandLine(const QStringList &words);

// Whether there is a display for the window; if not, that is said on standard error.
bool hasDisplay();

// Runs it without a display and gives the exit code (contract: 0 done, 1 refused, 2 wrong usage).
int runCommandLine(int argc, char *argv[]);

} // namespace liaison
