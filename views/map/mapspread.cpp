#include "views/map/mapspread.h"

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

constexpr int mostRounds = 200;
constexpr int renewed = 10; // after so many rounds: who is near whom
constexpr double slack = 0.02; // px; less is not worth a further round
constexpr double goldenAngle = 2.399963;

double length(QPointF d)
{
    return std::sqrt(QPointF::dotProduct(d, d));
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
    }

    std::vector<QPointF> spread()
    {
        for (int round = 0; round < mostRounds; ++round) {
            if (round % renewed == 0)
                findPairs();
            const bool parted = part();
            if (!keepOff() && !parted)
                break;
        }
        return std::move(m_at);
    }

private:
    // Those that can come together before the next look.
    void findPairs()
    {
        constexpr double reach = 3;
        m_pairs.clear();
        for (size_t i = 0; i < m_at.size(); ++i) {
            for (size_t j = i + 1; j < m_at.size(); ++j) {
                const QPointF d = m_at[i] - m_at[j];
                if (std::abs(d.x()) < reach * m_least && std::abs(d.y()) < reach * m_least)
                    m_pairs.emplace_back(i, j);
            }
        }
    }

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
