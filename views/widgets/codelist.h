#pragma once

#include <QLabel>
#include <QUuid>

#include <vector>

namespace liaison {

/// Territories by their codes, "AG AI AN", over as many lines as it takes. Each is a link, for the mouse and
/// the keyboard; the name is in its tooltip.
class CodeList : public QLabel
{
    Q_OBJECT

public:
    struct Place
    {
        QUuid territory;
        QString code;
        QString name;
    };

    explicit CodeList(QWidget *parent = nullptr);

    /// @param before in Medium, then `count`, then the codes; both may be empty
    void setPlaces(const std::vector<Place> &places, const QString &before = {}, const QString &count = {});

Q_SIGNALS:
    void territoryChosen(QUuid territory);

private:
    std::vector<Place> m_places;
};

} // namespace liaison
