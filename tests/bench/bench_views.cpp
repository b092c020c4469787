// bench_views FILE: opens the window as the program does and prints "ready" when board, map and trends are
// painted.
#include "app/appearance.h"
#include "app/dialogs/dialogs.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "app/translations.h"
#include "tests/bench/viewswatch.h"

#include <QApplication>
#include <QLocale>

#include <cstdio>

using namespace liaison;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("liaison"));
    installTranslations(application, QLocale());
    Appearance appearance(application);
    Dialogs dialogs;
    bench::ViewsWatch watch;
    watch.expect([](const Trends &trends) { return !trends.trends.empty(); },
        [] {
            std::puts("ready");
            std::fflush(stdout);
        });
    MainWindow window(settings::surroundings(), appearance, dialogs);
    window.openFile(application.arguments().value(1));
    window.show();
    return QApplication::exec();
}
