#pragma once

#include <QDate>

#include <optional>
#include <vector>

namespace liaison {

class Store;
struct Indicator;
struct Region;

// A day on which a board may read differently than on the day before.
struct ChangeDay
{
    QDate day;
    // Of observations that count from there, territories that come or go, and derived values that change.
    int count = 0;

    bool operator==(const ChangeDay &) const = default;
};

// Ascending. A territory of the region comes with its first day and goes the day after its last.
std::vector<ChangeDay> changeDays(
    const Store &store, const Region &region, const std::vector<Indicator> &indicators);

// The last one before the day, and the first one after it.
std::optional<QDate> changeBefore(const std::vector<ChangeDay> &days, QDate day);
std::optional<QDate> changeAfter(const std::vector<ChangeDay> &days, QDate day);

} // namespace liaison
