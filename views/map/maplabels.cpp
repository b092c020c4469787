#include "views/map/maplabels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace liaison {

namespace {

constexpr size_t places = 8;
constexpr double collision = 10; // dearer than the worst place
constexpr int rounds = 6;

// From best to worst. East and west before the corners: a code reads as one with its symbol.
std::array<QRectF, places> candidates(const LabelWish &wish)
{
    const double w = wish.size.width(), h = wish.size.height();
    const double r = wish.radius;
    const double d = r * 0.6; // at a corner the label comes nearer
    const auto at = [&](double dx, double dy) {
        return QRectF(wish.symbol.x() + dx, wish.symbol.y() + dy, w, h);
    };
    return {at(r, -h / 2), at(-r - w, -h / 2), at(d, -d - h), at(d, d), at(-d - w, -d - h), at(-d - w, d),
        at(-w / 2, -r - h), at(-w / 2, r)};
}

bool covers(const QRectF &label, QPointF symbol, double radius)
{
    const double x = std::clamp(symbol.x(), label.left(), label.right());
    const double y = std::clamp(symbol.y(), label.top(), label.bottom());
    return std::hypot(symbol.x() - x, symbol.y() - y) < radius;
}

class Placing
{
public:
    Placing(const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds)
        : m_wishes(wishes)
        , m_chosen(wishes.size(), 0)
    {
        const size_t n = wishes.size();
        m_places.reserve(n);
        m_costs.resize(n);
        for (size_t i = 0; i < n; ++i) {
            m_places.push_back(candidates(wishes[i]));
            for (size_t k = 0; k < places; ++k) {
                const QRectF &rect = m_places[i][k];
                double cost = static_cast<double>(k) / places;
                if (!bounds.contains(rect))
                    cost += 3 * collision;
                for (const QRectF &obstacle : obstacles)
                    cost += obstacle.intersects(rect) ? 3 * collision : 0;
                for (size_t j = 0; j < n; ++j) {
                    if (j != i && covers(rect, wishes[j].symbol, wishes[j].radius - 1))
                        cost += 2 * collision;
                }
                m_costs[i][k] = cost;
            }
        }
        findNeighbours();
    }

    std::vector<std::optional<QRectF>> place()
    {
        for (int round = 0; round < rounds && improve(); ++round) { }
        std::vector<size_t> order(m_wishes.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return m_wishes[a].priority > m_wishes[b].priority; });
        std::vector<std::optional<QRectF>> result(m_wishes.size());
        for (const size_t i : order) {
            // The last chance: any place that is free of those already standing.
            std::array<size_t, places> tries;
            std::iota(tries.begin(), tries.end(), 0);
            std::swap(tries[0], tries[m_chosen[i]]);
            for (const size_t k : tries) {
                const bool isFree = m_costs[i][k] < collision
                    && std::none_of(m_near[i].begin(), m_near[i].end(),
                        [&](size_t j) { return result[j] && result[j]->intersects(m_places[i][k]); });
                if (isFree) {
                    result[i] = m_places[i][k];
                    break;
                }
            }
        }
        return result;
    }

private:
    // Those whose labels can meet at all.
    void findNeighbours()
    {
        m_near.resize(m_wishes.size());
        const auto reach = [&](size_t i) {
            const LabelWish &wish = m_wishes[i];
            return QRectF(wish.symbol, QSizeF())
                .adjusted(-wish.radius - wish.size.width(), -wish.radius - wish.size.height(),
                    wish.radius + wish.size.width(), wish.radius + wish.size.height());
        };
        for (size_t i = 0; i < m_wishes.size(); ++i) {
            for (size_t j = 0; j < m_wishes.size(); ++j) {
                if (i != j && reach(i).intersects(reach(j)))
                    m_near[i].push_back(j);
            }
        }
    }

    double costOf(size_t i, size_t k) const
    {
        double cost = m_costs[i][k];
        for (const size_t j : m_near[i])
            cost += m_places[i][k].intersects(m_places[j][m_chosen[j]]) ? collision : 0;
        return cost;
    }

    bool improve()
    {
        bool moved = false;
        for (size_t i = 0; i < m_wishes.size(); ++i) {
            double best = costOf(i, m_chosen[i]);
            for (size_t k = 0; k < places; ++k) {
                if (const double cost = costOf(i, k); cost < best - 1e-9) {
                    best = cost;
                    m_chosen[i] = k;
                    moved = true;
                }
            }
        }
        return moved;
    }

    const std::vector<LabelWish> &m_wishes;
    std::vector<std::array<QRectF, places>> m_places;
    std::vector<std::array<double, places>> m_costs;
    std::vector<std::vector<size_t>> m_near;
    std::vector<size_t> m_chosen;
};

} // namespace

std::vector<std::optional<QRectF>> placeLabels(
    const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds)
{
    return Placing(wishes, obstacles, bounds).place();
}

} // namespace liaison
