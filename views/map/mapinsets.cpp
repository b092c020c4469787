#include "views/map/mapinsets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace liaison {

namespace {

constexpr double leastFactor = 2.2;
constexpr double smallestFactor = 1.5; // where room is short
constexpr double mostFactor = 8;
constexpr size_t mostInsets = 4;
// Parts of the picture an inset may take.
constexpr double mostWidth = 0.25;
constexpr double mostHeight = 0.38;
// px at 100 %
constexpr double edge = 15; // around the symbols, for labels
constexpr double nameLine = 12;
constexpr double leastWidth = 104;
constexpr double gap = 8; // to the rim of the picture
constexpr double neighbourly = 24; // symbols so near may join
constexpr double comfortable = 24; // between symbols, in the inset
constexpr QSizeF farSize(64, 56);
constexpr QSizeF farLand(38, 28);

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// Sums over rectangles of the picture in constant time (F. C. Crow, SIGGRAPH 1984, summed-area tables).
class LandSums
{
public:
    explicit LandSums(const QImage &land)
        : m_width(land.width() + 1)
        , m_height(land.height() + 1)
        , m_sums(static_cast<size_t>(m_width) * static_cast<size_t>(m_height), 0)
    {
        for (int y = 1; y < m_height; ++y) {
            const uchar *line = land.constScanLine(y - 1);
            for (int x = 1; x < m_width; ++x)
                at(x, y) = line[x - 1] + at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
        }
    }
    // In px of the picture that are the region's.
    double in(const QRectF &rect) const
    {
        constexpr double scale = InsetRoom::landScale;
        const auto column = [&](double x) { return std::clamp(static_cast<int>(x / scale), 0, m_width - 1); };
        const auto row = [&](double y) { return std::clamp(static_cast<int>(y / scale), 0, m_height - 1); };
        const int l = column(rect.left()), r = column(rect.right()), t = row(rect.top()),
                  b = row(rect.bottom());
        return (at(r, b) - at(l, b) - at(r, t) + at(l, t)) / 255 * scale * scale;
    }

private:
    double &at(int x, int y)
    {
        return m_sums[static_cast<size_t>(y) * static_cast<size_t>(m_width) + static_cast<size_t>(x)];
    }
    double at(int x, int y) const { return const_cast<LandSums *>(this)->at(x, y); }

    int m_width;
    int m_height;
    std::vector<double> m_sums;
};

class Planning
{
public:
    Planning(const std::vector<InsetMark> &marks, const InsetRoom &room)
        : m_marks(marks)
        , m_room(room)
        , m_touch(2 * room.radius + room.unit)
        , m_used(marks.size(), false)
    {
    }

    std::vector<Inset> plan()
    {
        std::vector<Inset> wanted = clusters();
        for (size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i].isFar)
                wanted.push_back(farInset(i));
        }
        return placed(std::move(wanted));
    }

private:
    QSizeF most() const { return {mostWidth * m_room.picture.width(), mostHeight * m_room.picture.height()}; }
    // What a cluster may span so that it still fits.
    QSizeF mostSpan(double factor) const
    {
        const double rim = 2 * edge * m_room.unit;
        return {(most().width() - rim) / factor, (most().height() - rim - nameLine * m_room.unit) / factor};
    }

    std::vector<Inset> clusters()
    {
        struct Found
        {
            Inset inset;
            size_t parted; // pairs
        };
        std::vector<Found> found;
        while (const auto seed = closestPair()) {
            std::vector<size_t> members{seed->first, seed->second};
            for (const size_t i : members)
                m_used[i] = true;
            grow(members);
            found.push_back({insetOf(members), touching(members)});
        }
        std::stable_sort(
            found.begin(), found.end(), [](const Found &a, const Found &b) { return a.parted > b.parted; });
        std::vector<Inset> best;
        for (Found &each : found) {
            if (best.size() < mostInsets)
                best.push_back(std::move(each.inset));
            else
                for (const size_t i : each.inset.marks)
                    m_used[i] = false;
        }
        return best;
    }

    std::optional<std::pair<size_t, size_t>> closestPair() const
    {
        std::optional<std::pair<size_t, size_t>> closest;
        double least = m_touch;
        for (size_t i = 0; i < m_marks.size(); ++i) {
            for (size_t j = i + 1; j < m_marks.size(); ++j) {
                if (m_used[i] || m_used[j] || m_marks[i].isFar || m_marks[j].isFar)
                    continue;
                if (const double d = distance(m_marks[i].at, m_marks[j].at); d < least) {
                    least = d;
                    closest = {i, j};
                }
            }
        }
        return closest;
    }

    static QRectF with(const QRectF &box, QPointF point)
    {
        return QRectF(QPointF(std::min(box.left(), point.x()), std::min(box.top(), point.y())),
            QPointF(std::max(box.right(), point.x()), std::max(box.bottom(), point.y())));
    }
    QRectF boxOf(const std::vector<size_t> &members) const
    {
        QRectF box(m_marks[members.front()].at, QSizeF());
        for (const size_t i : members)
            box = with(box, m_marks[i].at);
        return box;
    }

    void grow(std::vector<size_t> &members)
    {
        QRectF box = boxOf(members);
        const QSizeF span = mostSpan(leastFactor);
        for (;;) {
            std::optional<size_t> next;
            double least = neighbourly * m_room.unit;
            for (size_t i = 0; i < m_marks.size(); ++i) {
                if (m_used[i] || m_marks[i].isFar)
                    continue;
                const QRectF larger = with(box, m_marks[i].at);
                if (larger.width() > span.width() || larger.height() > span.height())
                    continue;
                for (const size_t j : members) {
                    if (const double d = distance(m_marks[i].at, m_marks[j].at); d < least) {
                        least = d;
                        next = i;
                    }
                }
            }
            if (!next)
                return;
            m_used[*next] = true;
            members.push_back(*next);
            box = with(box, m_marks[*next].at);
        }
    }

    size_t touching(const std::vector<size_t> &members) const
    {
        size_t pairs = 0;
        for (size_t i = 0; i < members.size(); ++i) {
            for (size_t j = i + 1; j < members.size(); ++j)
                pairs += distance(m_marks[members[i]].at, m_marks[members[j]].at) < m_touch ? 1u : 0u;
        }
        return pairs;
    }

    Inset insetOf(const std::vector<size_t> &members) const
    {
        Inset inset;
        inset.marks = members;
        std::sort(inset.marks.begin(), inset.marks.end());
        const QRectF box = boxOf(members);
        double nearest = m_touch;
        for (size_t i = 0; i < members.size(); ++i) {
            for (size_t j = i + 1; j < members.size(); ++j)
                nearest = std::min(nearest, distance(m_marks[members[i]].at, m_marks[members[j]].at));
        }
        const QSizeF span = mostSpan(1);
        const double fits = std::min(box.width() > 0 ? span.width() / box.width() : mostFactor,
            box.height() > 0 ? span.height() / box.height() : mostFactor);
        const double parts = comfortable * m_room.unit / std::max(nearest, 0.1);
        inset.factor = std::floor(std::clamp(std::min(fits, parts), 1.0, mostFactor) * 10) / 10;
        const double rim = edge * m_room.unit / inset.factor;
        inset.source = box.adjusted(-rim, -rim, rim, rim + nameLine * m_room.unit / inset.factor);
        // Not narrower than its name, nor than half its height.
        const double width = std::max(
            {inset.source.width(), leastWidth * m_room.unit / inset.factor, inset.source.height() / 2});
        const double wider = (width - inset.source.width()) / 2;
        inset.source.adjust(-wider, 0, wider, 0);
        inset.frame.setSize(inset.source.size() * inset.factor);
        return inset;
    }

    Inset farInset(size_t mark) const
    {
        Inset inset;
        inset.isFar = true;
        inset.marks = {mark};
        const QRectF land = m_marks[mark].land;
        const QSizeF room = farLand * m_room.unit;
        inset.factor = std::clamp(std::min(room.width() / std::max(land.width(), 0.5),
                                      room.height() / std::max(land.height(), 0.5)),
            1.0, mostFactor);
        inset.frame.setSize(farSize * m_room.unit);
        inset.source.setSize(inset.frame.size() / inset.factor);
        inset.source.moveCenter(land.isEmpty() ? m_marks[mark].at : land.center());
        inset.source.translate(0, nameLine / 3 * m_room.unit / inset.factor);
        return inset;
    }

    std::vector<Inset> placed(std::vector<Inset> wanted)
    {
        const auto area = [](const Inset &i) { return i.frame.width() * i.frame.height(); };
        std::stable_sort(
            wanted.begin(), wanted.end(), [&](const Inset &a, const Inset &b) { return area(a) > area(b); });
        std::vector<bool> hidden(m_marks.size(), false); // not on the main map
        for (const Inset &inset : wanted) {
            for (const size_t i : inset.marks)
                hidden[i] = true;
        }
        std::vector<QRectF> taken = m_room.taken;
        for (const Inset &inset : wanted) {
            if (!inset.isFar)
                taken.push_back(inset.source.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2));
        }
        const LandSums land(m_room.land);
        std::vector<Inset> result;
        for (Inset &inset : wanted) {
            // Rather smaller than over a symbol.
            auto corner = bestCorner(inset, taken, hidden, land);
            for (const double part : {0.85, 0.7}) {
                if (corner || inset.isFar || inset.factor * part < smallestFactor)
                    break;
                Inset smaller = inset;
                smaller.factor = std::floor(inset.factor * part * 10) / 10;
                smaller.frame.setSize(inset.source.size() * smaller.factor);
                corner = bestCorner(smaller, taken, hidden, land);
                if (corner)
                    inset = smaller;
            }
            if (!corner)
                continue;
            inset.frame.moveTopLeft(*corner);
            taken.push_back(inset.frame.adjusted(-gap, -gap, gap, gap));
            result.push_back(inset);
        }
        return result;
    }

    std::optional<QPointF> bestCorner(const Inset &inset, const std::vector<QRectF> &taken,
        const std::vector<bool> &hidden, const LandSums &land) const
    {
        const double rim = gap * m_room.unit;
        const double right = m_room.picture.width() - rim - inset.frame.width();
        const double bottom = m_room.picture.height() - rim - inset.frame.height();
        std::optional<QPointF> best;
        double least = std::numeric_limits<double>::infinity();
        const auto columns = static_cast<int>(std::ceil((right - rim) / gap));
        const auto rows = static_cast<int>(std::ceil((bottom - rim) / gap));
        for (int row = 0; row <= rows; ++row) {
            for (int column = 0; column <= columns; ++column) {
                const QPointF corner(std::min(rim + column * gap, right), std::min(rim + row * gap, bottom));
                if (corner.x() < rim || corner.y() < rim)
                    continue;
                const QRectF frame(corner, inset.frame.size());
                if (std::any_of(
                        taken.begin(), taken.end(), [&](const QRectF &r) { return r.intersects(frame); }))
                    continue;
                const double cost = costOf(frame, inset, land);
                if (cost < least && !coversSymbol(frame, hidden)) {
                    least = cost;
                    best = corner;
                }
            }
        }
        return best;
    }

    double costOf(const QRectF &frame, const Inset &inset, const LandSums &land) const
    {
        const QSizeF picture = m_room.picture;
        const double side = 0.3 * std::min(frame.left(), picture.width() - frame.right())
            + 0.3 * std::min(frame.top(), picture.height() - frame.bottom());
        // Lines must lead there, but for what is out of sight.
        const double way = (inset.isFar ? 0.1 : 0.7) * distance(frame.center(), inset.source.center());
        return side + way + 0.08 * land.in(frame);
    }

    // Or its label.
    bool coversSymbol(const QRectF &frame, const std::vector<bool> &hidden) const
    {
        const double reach = m_room.radius + 12 * m_room.unit;
        const QRectF near = frame.adjusted(-reach, -m_room.radius - 2, reach, m_room.radius + 2);
        for (size_t i = 0; i < m_marks.size(); ++i) {
            if (!hidden[i] && near.contains(m_marks[i].at))
                return true;
        }
        return false;
    }

    const std::vector<InsetMark> &m_marks;
    const InsetRoom &m_room;
    const double m_touch;
    std::vector<bool> m_used;
};

} // namespace

std::vector<Inset> planInsets(const std::vector<InsetMark> &marks, const InsetRoom &room)
{
    return marks.empty() || room.picture.isEmpty() ? std::vector<Inset>() : Planning(marks, room).plan();
}

} // namespace liaison
