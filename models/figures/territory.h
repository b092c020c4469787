#pragma once

#include "models/domain/partialdate.h"

#include <QDate>
#include <QHash>
#include <QPointF>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

class Record;
class Store;

// A territory as far as figures need it.
struct Territory
{
    QUuid id;
    QString code;
    QString name;
    bool hasCctld = false;
    PartialDate existsFrom;  // from its first day; null: always
    PartialDate existsUntil; // to its last day, inclusive; null: still
    QString subregion;
    std::vector<QUuid> successors;
    std::optional<QPointF> place; // longitude, latitude: where a map names it

    explicit Territory(const Record &record);
    Territory() = default;

    bool existsOn(QDate day) const { return existsDuring(PartialDate(day)); }
    // On at least one day of the period.
    bool existsDuring(const PartialDate &period) const;
};

// Those on file, by id; deleted ones are left out.
QHash<QUuid, Territory> territories(const Store &store);

} // namespace liaison
