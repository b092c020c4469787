#pragma once

#include <QPointF>
#include <QString>
#include <QStringList>

#include <vector>

namespace liaison {

/// A sea or ocean with the place of its name.
struct WaterName
{
    QString name;
    QPointF point; ///< longitude, latitude
    double leastScale; ///< px of a degree from which on it has room
};
std::vector<WaterName> waterNames();

/// The smallest known group or the subregion that holds all of them, or four in five, or two that together
/// do; empty when there is none.
/// @param subregions of the codes; empty where they say nothing
QString groupName(const QStringList &codes, QStringList subregions);

} // namespace liaison
