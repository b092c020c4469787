#include "views/widgets/readableplaces.h"

#include <QAccessibleWidget>
#include <QWidget>

#include <vector>

namespace liaison {

namespace {

class PlaceItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PlaceItem(QWidget &picture, ReadablePlaces &places, int place)
        : m_picture(picture)
        , m_places(places)
        , m_place(place)
    {
    }

    bool isValid() const override { return m_place < m_places.placeCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return parent()->window(); }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_picture);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_places.placeText(m_place) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect local = isValid() ? m_places.placeBox(m_place) : QRect();
        return local.isEmpty() ? QRect() : QRect(m_picture.mapToGlobal(local.topLeft()), local.size());
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = true;
        state.focused = m_picture.hasFocus() && m_places.currentPlace() == m_place;
        state.selected = m_places.isPlaceSelected(m_place);
        state.offscreen = !m_picture.rect().intersects(m_places.placeBox(m_place));
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
            m_places.pressPlace(m_place);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QWidget &m_picture;
    ReadablePlaces &m_places;
    const int m_place;
};

class AccessiblePicture : public QAccessibleWidget
{
public:
    AccessiblePicture(QWidget *picture, ReadablePlaces &places)
        : QAccessibleWidget(picture, QAccessible::List)
        , m_picture(*picture)
        , m_places(places)
    {
    }
    ~AccessiblePicture() override
    {
        for (const QAccessible::Id id : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_places.placeCount(); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_items.size()) <= index)
            m_items.push_back(QAccessible::registerAccessibleInterface(
                new PlaceItem(m_picture, m_places, static_cast<int>(m_items.size()))));
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
        const auto place = m_places.placeUnder(m_picture.mapFromGlobal(QPoint(x, y)));
        return place ? child(*place) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto current = m_places.currentPlace();
        return m_picture.hasFocus() && current ? child(*current) : nullptr;
    }

private:
    QWidget &m_picture;
    ReadablePlaces &m_places;
    mutable std::vector<QAccessible::Id> m_items;
};

QAccessibleInterface *accessiblePicture(const QString &, QObject *object)
{
    auto *picture = qobject_cast<QWidget *>(object);
    auto *places = dynamic_cast<ReadablePlaces *>(picture);
    return places ? new AccessiblePicture(picture, *places) : nullptr;
}

} // namespace

void ReadablePlaces::announce()
{
    static const bool isAnnounced = [] {
        QAccessible::installFactory(accessiblePicture);
        return true;
    }();
    Q_UNUSED(isAnnounced)
}

} // namespace liaison
