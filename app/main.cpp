#include "app/commands/commandline.h"
#include "app/window.h"

#include <QStringList>

int main(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    if (liaison::isCommandLine(words))
        return liaison::runCommandLine(argc, argv);
    if (!liaison::hasDisplay())
        return 1;
    return liaison::runWindow(argc, argv, words.value(0));
}
