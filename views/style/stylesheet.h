#pragma once

#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QList>
#include <QSize>
#include <QString>

class QAbstractButton;
class QApplication;
class QLabel;
class QToolButton;
class QWidget;

namespace liaison {

/// Dresses the application: Fusion, fonts, the theme's palette and one stylesheet. Call it before the first
/// window, and again whenever theme or text size change; open windows follow.
/// @param textScale 0.8 - 2.0, bounded
void applyStyle(QApplication &application, Theme theme, qreal textScale = 1.0);

/// The stylesheet of a theme; resources/liaison.qss with colours and sizes filled in.
QString styleSheet(Theme theme, qreal textScale);

// What the stylesheet knows beyond plain widgets. Each is a dynamic property; these functions set it and may
// be called again later. Their look follows theme, text size and layout direction.

enum class ButtonKind {
    Outlined, ///< what a button is by itself
    Primary, ///< filled with the accent: one per page
    Link, ///< text in accent
};
void setButtonKind(QAbstractButton *button, ButtonKind kind);

/// A tool button with a border like a push button's, for icons with or without text outside a segmented
/// control.
void setOutlined(QToolButton *button);

/// Joins tool buttons to one segmented control: checkable ones for a choice, or steppers around a date. The
/// widgets stand side by side without spacing, in this order of reading. Call it again if the layout
/// direction changes.
void joinSegments(const QList<QWidget *> &widgets);

/// A filter chip: a tool button with a menu; one that filters gets the accent.
enum class ChipState { Unset, Set };
void setChip(QToolButton *button, ChipState state);

/// A dialog's first size in px at 100 %; it grows with the text, but not over the window it belongs to.
void resizeDialog(QWidget *dialog, QSize size);

enum class Ink { First, Second, Third };
/// Font and colour of a label; its text is plain text, never markup, from then on.
void setTextRole(QLabel *label, FontRole role, Ink ink = Ink::First);
/// Font of a link that is not of the body's size.
void setTextRole(QToolButton *button, FontRole role);

/// A label that shows a key ("Ctrl F").
void setKeyCap(QLabel *label);

/// Ground of a part of the window, with the hairline that divides it from the next.
enum class Surface {
    Page, ///< base, line below: page head, pane head
    Bar, ///< sunken, line below: filter bar
    Note, ///< note strip
    Side, ///< window: navigation, inspector
    Notice, ///< window, border all round: what was done, with Undo
    Card, ///< base, border all round: one of several things to choose between
    ChosenCard, ///< the same, bordered by the accent
};
void setSurface(QWidget *widget, Surface surface);

} // namespace liaison
