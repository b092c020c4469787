#pragma once

class QFrame;
class QWidget;

namespace liaison {

// Between the words at the foot of the window.
QFrame *divider(QWidget *parent);
// Between the navigation and the page, as high as they are.
QFrame *border(QWidget *parent);

} // namespace liaison
