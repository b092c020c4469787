#include "views/map/tilegrid.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace liaison {

namespace {

// A line a row, "BS2 TC3": code and column.
QHash<QString, QPoint> tableOfResources()
{
    QHash<QString, QPoint> table;
    QFile file(QStringLiteral(":/map/tiles-caribbean.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return table;
    int row = 0;
    while (!file.atEnd()) {
        for (const QString &cell : QString::fromLatin1(file.readLine()).simplified().split(QLatin1Char(' ')))
            table.insert(cell.left(2), QPoint(cell.mid(2).toInt(), row));
        ++row;
    }
    return table;
}

// Of costs[worker][job], at least as many jobs as workers: the cheapest job for each. The shortest augmenting
// paths of the method keep row and column potentials.
std::vector<size_t> match(const std::vector<std::vector<double>> &costs)
{
    const size_t workers = costs.size(), jobs = costs.front().size();
    std::vector<double> u(workers + 1, 0), v(jobs + 1, 0);
    std::vector<size_t> worker(jobs + 1, 0), way(jobs + 1, 0); // counted from 1; 0: none
    for (size_t w = 1; w <= workers; ++w) {
        worker[0] = w;
        size_t job = 0;
        std::vector<double> least(jobs + 1, std::numeric_limits<double>::infinity());
        std::vector<bool> used(jobs + 1, false);
        do {
            used[job] = true;
            const size_t at = worker[job];
            double delta = std::numeric_limits<double>::infinity();
            size_t next = 0;
            for (size_t j = 1; j <= jobs; ++j) {
                if (used[j])
                    continue;
                const double cost = costs[at - 1][j - 1] - u[at] - v[j];
                if (cost < least[j]) {
                    least[j] = cost;
                    way[j] = job;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (size_t j = 0; j <= jobs; ++j) {
                if (used[j]) {
                    u[worker[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            job = next;
        } while (worker[job] != 0);
        while (job != 0) {
            worker[job] = worker[way[job]];
            job = way[job];
        }
    }
    std::vector<size_t> result(workers, 0);
    for (size_t j = 1; j <= jobs; ++j) {
        if (worker[j] != 0)
            result[worker[j] - 1] = j - 1;
    }
    return result;
}

// From 0 to 1, half by place and half by rank: crowds spread, deserts shrink.
std::vector<double> spread(const std::vector<double> &values)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double extent = std::max(*high - *low, 1e-9);
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    const double last = std::max(1.0, static_cast<double>(values.size() - 1));
    for (size_t rank = 0; rank < order.size(); ++rank)
        result[order[rank]] =
            (values[order[rank]] - *low) / extent / 2 + static_cast<double>(rank) / last / 2;
    return result;
}

std::vector<QPoint> matched(const std::vector<TileWish> &wishes, double aspect)
{
    constexpr double room = 1.5; // cells a place
    const double cells = room * static_cast<double>(wishes.size());
    const auto columns = static_cast<size_t>(std::ceil(std::sqrt(cells * std::clamp(aspect, 0.4, 2.5))));
    const auto rows = static_cast<size_t>(std::ceil(cells / static_cast<double>(columns)));
    std::vector<double> xs, ys;
    for (const TileWish &wish : wishes) {
        xs.push_back(wish.point.x());
        ys.push_back(-wish.point.y());
    }
    xs = spread(xs);
    ys = spread(ys);
    std::vector<std::vector<double>> costs(wishes.size(), std::vector<double>(columns * rows));
    for (size_t i = 0; i < wishes.size(); ++i) {
        for (size_t cell = 0; cell < columns * rows; ++cell) {
            const double dx = xs[i] * static_cast<double>(columns - 1) - static_cast<double>(cell % columns);
            const double dy = ys[i] * static_cast<double>(rows - 1) - static_cast<double>(cell / columns);
            costs[i][cell] = dx * dx + dy * dy;
        }
    }
    std::vector<QPoint> grid;
    for (const size_t cell : match(costs))
        grid.push_back(QPoint(static_cast<int>(cell % columns), static_cast<int>(cell / columns)));
    return grid;
}

} // namespace

std::vector<QPoint> tileGrid(const std::vector<TileWish> &wishes, double aspect)
{
    if (wishes.empty())
        return {};
    const QHash<QString, QPoint> table = tableOfResources();
    std::vector<QPoint> grid;
    if (std::all_of(
            wishes.begin(), wishes.end(), [&](const TileWish &w) { return table.contains(w.code); })) {
        for (const TileWish &wish : wishes)
            grid.push_back(table.value(wish.code));
    } else {
        grid = matched(wishes, aspect);
    }
    QPoint first = grid.front();
    for (const QPoint &cell : grid)
        first = {std::min(first.x(), cell.x()), std::min(first.y(), cell.y())};
    for (QPoint &cell : grid)
        cell -= first;
    return grid;
}

} // namespace liaison
