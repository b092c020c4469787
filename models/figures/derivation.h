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
struct ChangeSet;

// A record that a number comes from, and what it adds.
struct RowBehind
{
    QLatin1StringView entity;
    QUuid row;
    qint64 counts = 0;

    bool operator==(const RowBehind &) const = default;
};

// What records say of an indicator in a territory, whether or not somebody stated it as well.
struct DerivedReading
{
    QUuid territory;
    Value reading;
    PartialDate date; // from when the records say so
    // Of a count the counts add up to it; of a level the first of those that reach it counts 1.
    std::vector<RowBehind> behind = {};

    bool operator==(const DerivedReading &) const = default;
};

// What records say of a territory from a day on, until the next step of the same territory.
struct DerivedStep
{
    QUuid territory;
    QDate from;
    Value reading; // null: nothing any more
    PartialDate date; // of the reading
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
    // The same for every day, as the records stand: of each territory by day. May be missing: then it is not
    // told over time.
    std::function<std::vector<DerivedStep>(
        const Store &, const Indicator &, const std::vector<QUuid> &territories)>
        ever = {};
};

// Of an indicator that several derive, the first counts.
using Derivations = std::vector<Derivation>;

// Those of the program, each of the indicator whose code it names (fields.h). Every record counts from its
// own date:
//   ALS       organisations of that kind accredited by the day, in each of their territories
//   AF/EoL    agreements: signed by the day until they expire; drafts, which have no date, from when they
//   were recorded training  the highest level reached by the day, in the territories of the organisations the
//   person was at then fellows   awards of the day's calendar year until the day; a person counts once, where
//   first awarded
const Derivations &derivations();

// The one that counts for an indicator; null when none does.
const Derivation *derivationOf(const Indicator &indicator, const Derivations &all = derivations());
// Of these indicators those of which records may say something else now.
std::vector<QUuid> derivedAnew(const std::vector<Indicator> &indicators, const ChangeSet &changes,
    const Derivations &all = derivations());

} // namespace liaison
