#include "views/map/mapaccessible.h"

#include "views/map/mapview.h"

#include <QAccessibleWidget>
#include <QItemSelectionModel>

#include <vector>

namespace liaison {

namespace {

class MapItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MapItem(MapView &view, size_t place)
        : m_view(view)
        , m_place(place)
    {
    }

    bool isValid() const override { return index().isValid(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return parent()->window(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name ? index().data(Qt::AccessibleTextRole).toString() : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect local = m_view.placeRect(m_place).toAlignedRect();
        return local.isEmpty() ? QRect() : QRect(m_view.mapToGlobal(local.topLeft()), local.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        const QModelIndex current = m_view.selection().currentIndex();
        state.focused = m_view.hasFocus() && current.isValid() && current.row() == index().row();
        state.selected = m_view.selection().rowIntersectsSelection(index().row());
        state.offscreen = !m_view.rect().intersects(m_view.placeRect(m_place).toAlignedRect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction() && isValid())
            m_view.choose(m_place);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QModelIndex index() const { return m_view.indexOf(m_place); }

    MapView &m_view;
    const size_t m_place;
};

class AccessibleMap : public QAccessibleWidget
{
public:
    explicit AccessibleMap(MapView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(*view)
    {
    }
    ~AccessibleMap() override
    {
        for (const QAccessible::Id id : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_view.places()); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_items.size()) <= index)
            m_items.push_back(QAccessible::registerAccessibleInterface(new MapItem(m_view, m_items.size())));
        return QAccessible::accessibleInterface(m_items[static_cast<size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface *item) const override
    {
        for (size_t i = 0; i < m_items.size(); ++i) {
            if (QAccessible::accessibleInterface(m_items[i]) == item)
                return static_cast<int>(i);
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto place = m_view.placeAt(m_view.mapFromGlobal(QPoint(x, y)));
        return place ? child(static_cast<int>(*place)) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const QModelIndex current = m_view.selection().currentIndex();
        return m_view.hasFocus() && current.isValid() ? child(current.row()) : nullptr;
    }

private:
    MapView &m_view;
    mutable std::vector<QAccessible::Id> m_items;
};

} // namespace

QAccessibleInterface *mapAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<MapView *>(object);
    return view ? new AccessibleMap(view) : nullptr;
}

} // namespace liaison
