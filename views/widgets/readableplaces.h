#pragma once

#include <QRect>
#include <QString>

#include <optional>

class QAccessibleInterface;
class QObject;
class QPoint;

namespace liaison {

/// What a painted picture is to a screen reader: a list whose items are the places in it, each with its
/// words, selectable. A widget that is one inherits it too and calls announce() in its constructor.
class ReadablePlaces
{
public:
    virtual ~ReadablePlaces() = default;

    virtual int placeCount() = 0;
    virtual QString placeText(int place) = 0; ///< its name and what is known of it
    virtual QRect placeBox(int place) = 0; ///< in the widget; empty when it is not in the picture
    virtual std::optional<int> placeUnder(QPoint point) = 0;
    virtual std::optional<int> currentPlace() = 0;
    virtual bool isPlaceSelected(int place) = 0;
    virtual void pressPlace(int place) = 0; ///< as a click on it would

protected:
    static void announce(); ///< makes all such widgets readable
};

} // namespace liaison
