#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace liaison {

/// Shows where the keyboard is: a 2 px ring around the focused button, field or box. A stylesheet can draw
/// inside a control only. Buttons get it once a window is used by keyboard, fields always. Item views show
/// their current cell themselves.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    /// @param application owner; one ring serves all its windows
    explicit FocusRing(QApplication *application);

private:
    void follow(QWidget *old, QWidget *now);

    // Lives beside the focused widget and goes with its window.
    QPointer<QFocusFrame> m_frame;
};

} // namespace liaison
