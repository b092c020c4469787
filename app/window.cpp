#include "app/window.h"

#include "app/appearance.h"
#include "app/dialogs/dialogs.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "app/translations.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPointer>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// Waits until the widget with the keyboard has been painted and every event before that is done.
class ReadySign : public QObject
{
public:
    explicit ReadySign(MainWindow &window)
        : QObject(&window)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const QWidget *focus = QApplication::focusWidget();
        if (event->type() == QEvent::Paint && focus && watched->isWidgetType()
            && (watched == focus || watched->parent() == focus)) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, this, [] {
                std::puts("ready");
                std::fflush(stdout);
            });
        }
        return false;
    }
};

} // namespace

int runWindow(int argc, char *argv[], const QString &file)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"liaison"_s);
    QApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));
    installTranslations(application, QLocale());
    Appearance appearance(application);
    Dialogs dialogs;
    MainWindow window(settings::surroundings(), appearance, dialogs);
    if (qEnvironmentVariableIntValue("LIAISON_READY") == 1)
        new ReadySign(window);
    if (!file.isEmpty())
        window.openFile(file); // first, so that the welcome page is made only when it is refused
    window.show();
    return QApplication::exec();
}

} // namespace liaison
