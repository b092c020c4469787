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
    int count = 0; // of observations that count from there, and of territories that come or go

    bool operator==(const ChangeDay &) const = default;
};

// Ascending. A territory of the region comes with its first day and goes the day after its last.
std::vector<ChangeDay> changeDays(
    const Store &store, const Region &region, const std::vector<Indicator> &indicators);

// The last one before the day, and the first one after it.
std::optional<QDate> changeBefore(const std::vector<ChangeDay> &days, QDate day);
std::optional<QDate> changeAfter(const std::vector<ChangeDay> &days, QDate day);

} // namespace liaison
