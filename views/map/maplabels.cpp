#include "views/map/maplabels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace liaison {

namespace {

constexpr size_t places = 8;
constexpr double collision = 10; // dearer than the worst place
constexpr int rounds = 6;
constexpr int ways = 16; // of a line to a label farther off
constexpr double ledFrom = 1.2; // radii from the symbol's rim
constexpr double ledStep = 4; // px
constexpr double pi = 3.14159265358979323846;

// From best to worst. East and west before the corners: a code reads as one with its symbol.
std::array<QRectF, places> candidates(const LabelWish &wish)
{
    const double w = wish.size.width(), h = wish.size.height();
    const double r = wish.radius + wish.gap;
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
    const QPointF off(symbol.x() - x, symbol.y() - y);
    return QPointF::dotProduct(off, off) < radius * radius;
}

double distanceTo(const QLineF &line, QPointF point)
{
    const QPointF d = line.p2() - line.p1(), from = point - line.p1();
    const double square = QPointF::dotProduct(d, d);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(from, d) / square, 0.0, 1.0) : 0;
    const QPointF off = from - d * t;
    return std::hypot(off.x(), off.y());
}

class Placing
{
public:
    Placing(const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds)
        : m_wishes(wishes)
        , m_obstacles(obstacles)
        , m_bounds(bounds)
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
                    if (j != i && covers(rect, wishes[j].symbol, wishes[j].radius))
                        cost += 2 * collision;
                }
                m_costs[i][k] = cost;
            }
        }
        findNeighbours();
    }

    std::vector<std::optional<PlacedLabel>> place()
    {
        for (int round = 0; round < rounds && improve(); ++round) { }
        std::vector<size_t> order(m_wishes.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return m_wishes[a].priority > m_wishes[b].priority; });
        m_result.assign(m_wishes.size(), std::nullopt);
        for (const size_t i : order) {
            // The last chance: any place that is free of those already standing.
            std::array<size_t, places> tries;
            std::iota(tries.begin(), tries.end(), 0);
            std::swap(tries[0], tries[m_chosen[i]]);
            for (const size_t k : tries) {
                const bool isFree = m_costs[i][k] < collision
                    && std::none_of(m_near[i].begin(), m_near[i].end(), [&](size_t j) {
                           return m_result[j] && m_result[j]->rect.intersects(m_places[i][k]);
                       });
                if (isFree) {
                    m_result[i] = PlacedLabel{m_places[i][k]};
                    break;
                }
            }
        }
        for (const size_t i : order) {
            if (!m_result[i])
                m_result[i] = led(i);
        }
        return std::move(m_result);
    }

private:
    // Those whose labels can meet at all.
    void findNeighbours()
    {
        m_near.resize(m_wishes.size());
        const auto reach = [&](size_t i) {
            const LabelWish &wish = m_wishes[i];
            const double wide = wish.radius + wish.gap + wish.size.width(),
                         high = wish.radius + wish.gap + wish.size.height();
            return QRectF(wish.symbol, QSizeF(0, 0)).adjusted(-wide, -high, wide, high);
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

    // At the end of the line that costs least: of what it crosses, each is as dear as some px more.
    std::optional<PlacedLabel> led(size_t i) const
    {
        const LabelWish &wish = m_wishes[i];
        const double reach = wish.reach;
        if (!(reach > 0))
            return std::nullopt;
        std::vector<size_t> symbols, labels; // those in reach
        const double wide = reach + wish.radius + wish.size.width() + wish.size.height();
        const QRectF around = QRectF(wish.symbol, QSizeF(0, 0)).adjusted(-wide, -wide, wide, wide);
        for (size_t j = 0; j < m_wishes.size(); ++j) {
            if (j != i && around.contains(m_wishes[j].symbol))
                symbols.push_back(j);
            if (m_result[j] && around.intersects(m_result[j]->rect))
                labels.push_back(j);
        }
        std::optional<PlacedLabel> best;
        double least = std::numeric_limits<double>::infinity();
        for (double far = ledFrom * wish.radius; far <= reach && far < least; far += ledStep) {
            for (int way = 0; way < ways; ++way) {
                const double angle = 2 * pi * way / ways;
                const QPointF towards(std::cos(angle), std::sin(angle));
                const double half = std::min(wish.size.width() / 2 / std::max(std::abs(towards.x()), 1e-9),
                    wish.size.height() / 2 / std::max(std::abs(towards.y()), 1e-9));
                QRectF rect(QPointF(), wish.size);
                rect.moveCenter(wish.symbol + towards * (wish.radius + far + half));
                if (!isFree(rect, symbols, labels))
                    continue;
                const double cost =
                    far + crossed({wish.symbol, leaderEnd(rect, wish.symbol)}, i, symbols, labels);
                if (cost < least) {
                    least = cost;
                    best = PlacedLabel{rect, true};
                }
            }
        }
        return best;
    }

    bool isFree(
        const QRectF &rect, const std::vector<size_t> &symbols, const std::vector<size_t> &labels) const
    {
        return m_bounds.contains(rect)
            && std::none_of(m_obstacles.begin(), m_obstacles.end(),
                [&](const QRectF &obstacle) { return obstacle.intersects(rect); })
            && std::none_of(symbols.begin(), symbols.end(),
                [&](size_t j) { return covers(rect, m_wishes[j].symbol, m_wishes[j].radius); })
            && std::none_of(labels.begin(), labels.end(), [&](size_t j) {
                   return m_result[j]->rect.intersects(rect)
                       || (m_result[j]->isLed && meets(leaderOf(j), rect));
               });
    }

    double crossed(const QLineF &line, size_t own, const std::vector<size_t> &symbols,
        const std::vector<size_t> &labels) const
    {
        constexpr double overSymbol = 40, overLabel = 60, overLine = 25;
        double cost = 0;
        for (const size_t j : symbols)
            cost += distanceTo(line, m_wishes[j].symbol) < m_wishes[j].radius ? overSymbol : 0;
        for (const size_t j : labels) {
            if (j == own)
                continue;
            cost += meets(line, m_result[j]->rect) ? overLabel : 0;
            if (m_result[j]->isLed && line.intersects(leaderOf(j), nullptr) == QLineF::BoundedIntersection)
                cost += overLine;
        }
        for (const QRectF &obstacle : m_obstacles)
            cost += meets(line, obstacle) ? overLabel : 0;
        return cost;
    }

    QLineF leaderOf(size_t i) const
    {
        return {m_wishes[i].symbol, leaderEnd(m_result[i]->rect, m_wishes[i].symbol)};
    }

    const std::vector<LabelWish> &m_wishes;
    const std::vector<QRectF> &m_obstacles;
    const QRectF m_bounds;
    std::vector<std::optional<PlacedLabel>> m_result;
    std::vector<std::array<QRectF, places>> m_places;
    std::vector<std::array<double, places>> m_costs;
    std::vector<std::vector<size_t>> m_near;
    std::vector<size_t> m_chosen;
};

} // namespace

bool meets(const QLineF &line, const QRectF &rect)
{
    if (rect.contains(line.p1()) || rect.contains(line.p2()))
        return true;
    const QLineF diagonals[] = {{rect.topLeft(), rect.bottomRight()}, {rect.topRight(), rect.bottomLeft()}};
    return std::any_of(std::begin(diagonals), std::end(diagonals), [&](const QLineF &diagonal) {
        return line.intersects(diagonal, nullptr) == QLineF::BoundedIntersection;
    });
}

QPointF leaderEnd(const QRectF &label, QPointF symbol)
{
    return {std::clamp(symbol.x(), label.left(), label.right()),
        std::clamp(symbol.y(), label.top(), label.bottom())};
}

std::vector<std::optional<PlacedLabel>> placeLabels(
    const std::vector<LabelWish> &wishes, const std::vector<QRectF> &obstacles, const QRectF &bounds)
{
    return Placing(wishes, obstacles, bounds).place();
}

} // namespace liaison
