#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace liaison {

/// The map for a screen reader: a list whose items are the territories, each with its name and where it
/// stands in words, selectable. Give it to QAccessible::installFactory().
QAccessibleInterface *mapAccessible(const QString &className, QObject *object);

} // namespace liaison
