#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/value.h"
#include "models/figures/indicator.h"

#include <QDate>
#include <QLatin1StringView>
#include <QList>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

namespace liaison {

class Store;

// What records say of an indicator in a territory, whether or not somebody stated it as well.
struct DerivedReading
{
    QUuid territory;
    Value reading;
    PartialDate date; // from when the records say so

    bool operator==(const DerivedReading &) const = default;
};

// A way to read an indicator from other records.
struct Derivation
{
    using Read = std::function<std::vector<DerivedReading>(const Store &, const Indicator &,
        const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64> knownAt)>;

    std::function<bool(const Indicator &)> derives; // whether it is of this indicator
    // As of the end of the day. A territory without a record behind it is left out: unknown, never 0.
    Read read;
    QList<QLatin1StringView> entities; // a change of one of these may change what is read
};

// Of an indicator that several derive, the first counts.
using Derivations = std::vector<Derivation>;

// Those of the program: none until the records they read have their pages.
const Derivations &derivations();

} // namespace liaison
