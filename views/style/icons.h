#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QColor;

namespace liaison {

/// What an icon stands on. OnAccent is for the one filled button of a page.
enum class IconGround { Plain, OnAccent };

/// An icon of resources/icons by its file name without ending ("undo-2"). It takes its colour when it is
/// drawn, from the application's palette of that moment, so a change of theme needs no new icon: ink2, accent
/// when selected or checked, mute when disabled. Arrows turn round in a right-to-left layout. A name that
/// does not exist gives a warning and an empty icon. Icons are for navigation, view switch, search, add and
/// more; never for a level (levelpainter.h).
QIcon themeIcon(const QString &name, IconGround ground = IconGround::Plain);

/// The same as a picture: size in px, device pixel ratio of the screen it goes to. Cached by name, colour,
/// size and ratio.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace liaison
