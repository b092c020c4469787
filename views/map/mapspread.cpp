#include "views/map/mapspread.h"

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

constexpr int mostRounds = 200;
constexpr double slack = 0.02; // px; less is not worth a further round
constexpr double goldenAngle = 2.399963;

double length(QPointF d)
{
    return std::hypot(d.x(), d.y());
}

class Spreading
{
public:
    Spreading(const std::vector<QPointF> &wanted, double least, const QRectF &bounds,
        const std::vector<QRectF> &obstacles)
        : m_at(wanted)
        , m_least(least)
        , m_bounds(bounds)
    {
        const double half = least / 2;
        for (const QRectF &obstacle : obstacles)
            m_obstacles.push_back(obstacle.adjusted(-half, -half, half, half));
        // Those that can come together at all: a crowd moves its members by some symbols.
        constexpr double reach = 8;
        for (size_t i = 0; i < wanted.size(); ++i) {
            for (size_t j = i + 1; j < wanted.size(); ++j) {
                const QPointF d = wanted[i] - wanted[j];
                if (std::abs(d.x()) < reach * least && std::abs(d.y()) < reach * least)
                    m_pairs.emplace_back(i, j);
            }
        }
    }

    std::vector<QPointF> spread()
    {
        for (int round = 0; round < mostRounds; ++round) {
            const bool parted = part();
            if (!keepOff() && !parted)
                break;
        }
        return std::move(m_at);
    }

private:
    bool part()
    {
        bool moved = false;
        for (const auto &[i, j] : m_pairs) {
            QPointF d = m_at[j] - m_at[i];
            if (std::abs(d.x()) >= m_least || std::abs(d.y()) >= m_least)
                continue;
            double apart = length(d);
            if (apart >= m_least - slack)
                continue;
            if (apart < slack) { // at one place: any way will do, but each its own
                const double angle = goldenAngle * static_cast<double>(j);
                d = QPointF(std::cos(angle), std::sin(angle));
                apart = 1;
                m_at[j] += d * m_least / 2;
                m_at[i] -= d * m_least / 2;
            } else {
                const QPointF by = d / apart * ((m_least - apart) / 2);
                m_at[j] += by;
                m_at[i] -= by;
            }
            moved = true;
        }
        return moved;
    }

    // Out of obstacles by the shortest way that stays in the bounds.
    bool keepOff()
    {
        bool moved = false;
        for (QPointF &at : m_at) {
            const QPointF before = at;
            for (const QRectF &obstacle : m_obstacles) {
                if (at.x() <= obstacle.left() || at.x() >= obstacle.right() || at.y() <= obstacle.top()
                    || at.y() >= obstacle.bottom())
                    continue;
                const QPointF ways[] = {{obstacle.left(), at.y()}, {obstacle.right(), at.y()},
                    {at.x(), obstacle.top()}, {at.x(), obstacle.bottom()}};
                QPointF best = at;
                double shortest = -1;
                for (const QPointF &way : ways) {
                    const double d = length(way - at);
                    if (m_bounds.contains(way) && (shortest < 0 || d < shortest)) {
                        shortest = d;
                        best = way;
                    }
                }
                at = best;
            }
            at = {std::clamp(at.x(), m_bounds.left(), m_bounds.right()),
                std::clamp(at.y(), m_bounds.top(), m_bounds.bottom())};
            moved = moved || length(at - before) > slack;
        }
        return moved;
    }

    std::vector<QPointF> m_at;
    const double m_least;
    const QRectF m_bounds;
    std::vector<QRectF> m_obstacles;
    std::vector<std::pair<size_t, size_t>> m_pairs;
};

} // namespace

std::vector<QPointF> spreadApart(const std::vector<QPointF> &wanted, double least, const QRectF &bounds,
    const std::vector<QRectF> &obstacles)
{
    if (wanted.empty() || bounds.width() <= 0 || bounds.height() <= 0)
        return wanted;
    return Spreading(wanted, least, bounds, obstacles).spread();
}

} // namespace liaison
