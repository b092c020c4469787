#include "views/charts/chartaxes.h"

#include <algorithm>
#include <numeric>

namespace liaison {

namespace {

// 1, 2, 5, 10, 20, 50 ...: the smallest that is at least so large.
int roundStep(int atLeast)
{
    for (int decade = 1;; decade *= 10) {
        for (const int digit : {1, 2, 5}) {
            if (digit * decade >= atLeast)
                return digit * decade;
        }
    }
}

} // namespace

std::vector<int> countTicks(int top)
{
    std::vector<int> ticks = {0};
    if (top <= 0)
        return ticks;
    int step = 0;
    for (const int parts : {3, 4, 2}) {
        if (step == 0 && top % parts == 0)
            step = top / parts;
    }
    if (step == 0)
        step = roundStep((top + 3) / 4);
    // The last one before the top stays away from it.
    for (int tick = step; 2 * (top - tick) >= step; tick += step)
        ticks.push_back(tick);
    ticks.push_back(top);
    return ticks;
}

int roundTop(qint64 most)
{
    const int top = static_cast<int>(std::clamp<qint64>(most, 1, 1'000'000'000));
    const int step = roundStep((top + 3) / 4);
    return (top + step - 1) / step * step;
}

std::vector<QDate> yearTicks(QDate from, QDate to, int most)
{
    std::vector<QDate> ticks;
    if (!from.isValid() || !to.isValid() || to < from)
        return ticks;
    const int years = to.year() - from.year() + 1;
    const int step = roundStep((years + std::max(1, most) - 1) / std::max(1, most));
    for (int year = (from.year() + step - 1) / step * step; year <= to.year(); year += step) {
        if (const QDate day(year, 1, 1); day >= from)
            ticks.push_back(day);
    }
    return ticks;
}

std::vector<qreal> pushedApart(const std::vector<qreal> &wanted, qreal gap, qreal top, qreal bottom)
{
    std::vector<size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wanted[a] < wanted[b]; });

    // Groups that touch move as one, around the middle of what their labels want.
    struct Group
    {
        qreal sum = 0; // of wanted places, each less its own offset in the group
        qreal first = 0;
        size_t size = 0;
    };
    std::vector<Group> groups;
    for (const size_t each : order) {
        groups.push_back({wanted[each], wanted[each], 1});
        const auto settle = [&](Group &group) {
            const qreal length = gap * (static_cast<qreal>(group.size) - 1);
            group.first =
                std::max(top, std::min(group.sum / static_cast<qreal>(group.size), bottom - length));
        };
        settle(groups.back());
        while (groups.size() > 1) {
            Group &before = groups[groups.size() - 2];
            const Group &last = groups.back();
            if (before.first + gap * static_cast<qreal>(before.size) <= last.first)
                break;
            before.sum += last.sum - gap * static_cast<qreal>(before.size) * static_cast<qreal>(last.size);
            before.size += last.size;
            groups.pop_back();
            settle(groups.back());
        }
    }
    std::vector<qreal> places(wanted.size());
    size_t next = 0;
    for (const Group &group : groups) {
        for (size_t i = 0; i < group.size; ++i)
            places[order[next++]] = group.first + gap * static_cast<qreal>(i);
    }
    return places;
}

} // namespace liaison
