#include "views/style/themewatcher.h"

#include <QApplication>
#include <QEvent>

namespace liaison {

ThemeWatcher::ThemeWatcher(QApplication &application)
    : m_last(systemTheme())
{
    application.installEventFilter(this);
}

Theme ThemeWatcher::systemTheme() const
{
    const QPalette before = QApplication::palette();
    // An empty palette gives the desktop's back.
    QApplication::setPalette(QPalette());
    const Theme theme = themeOf(QApplication::palette());
    QApplication::setPalette(before);
    return theme;
}

bool ThemeWatcher::eventFilter(QObject *watched, QEvent *event)
{
    // Every window gets one: the first that finds a difference reports it.
    if (event->type() == QEvent::ThemeChange) {
        const Theme theme = systemTheme();
        if (theme != m_last) {
            m_last = theme;
            Q_EMIT changed(theme);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace liaison
