#pragma once

#include <QString>

namespace liaison {

// The program with a window, until it is closed; gives the exit code. Without a file the welcome page stands
// in it. With LIAISON_READY=1 in the environment "ready" is printed once the window takes keys, for whoever
// measures that.
int runWindow(int argc, char *argv[], const QString &file);

} // namespace liaison
