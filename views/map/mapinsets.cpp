#include "views/map/mapinsets.h"

#include "views/map/mapspread.h"

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
constexpr size_t mostOfACrowd = 7; // on a map that was made smaller for them,
constexpr size_t leastOfACrowd = 2; // if so many pairs touch
// Parts of the picture an inset may take.
constexpr double mostWidth = 0.25;
constexpr double mostHeight = 0.38;
constexpr double neighbourly = 2.2; // times as far as where symbols touch: who may join
constexpr double nudge = 0.3; // of its radius is what a symbol gives way without an inset
// px at 100 %
constexpr double edge = 15; // around the symbols, for labels
constexpr double nameLine = 15;
constexpr double leastWidth = 104;
constexpr double gap = 8; // to the rim of the picture
constexpr double comfortable = 24; // between symbols, in the inset
constexpr QSizeF farSize(64, 56);
constexpr QSizeF farLand(38, 28);

double distance(QPointF a, QPointF b)
{
    return std::sqrt(QPointF::dotProduct(a - b, a - b));
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

struct Cluster
{
    std::pair<size_t, size_t> seed;
    std::vector<size_t> members;
    size_t parted = 0; // pairs
};

class Planning
{
public:
    Planning(const std::vector<InsetMark> &marks, const InsetRoom &room)
        : m_marks(marks)
        , m_room(room)
        , m_touch(2 * room.radius + room.unit)
        , m_land(room.land)
        , m_isCrowded(marks.size(), false)
        , m_used(marks.size(), false)
        , m_taken(room.taken)
    {
        std::vector<QPointF> wanted;
        std::vector<size_t> which;
        for (size_t i = 0; i < marks.size(); ++i) {
            if (!marks[i].isFar) {
                wanted.push_back(marks[i].at);
                which.push_back(i);
            }
        }
        for (size_t i = 0; i < marks.size(); ++i) {
            for (size_t j = i + 1; j < marks.size(); ++j) {
                if (!marks[i].isFar && !marks[j].isFar && apart({i, j}) < m_touch)
                    m_touching.emplace_back(i, j);
            }
        }
        std::stable_sort(m_touching.begin(), m_touching.end(),
            [&](const auto &a, const auto &b) { return apart(a) < apart(b); });
        const auto parted = spreadApart(wanted, m_touch, QRectF(QPointF(), room.picture));
        for (size_t k = 0; k < which.size(); ++k)
            m_isCrowded[which[k]] = distance(parted[k], wanted[k]) > nudge * room.radius;
    }

    std::vector<Inset> plan()
    {
        std::vector<size_t> far;
        for (size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i].isFar) {
                far.push_back(i);
                m_used[i] = true;
            }
        }
        while (m_insets.size() < (m_room.share < 1 ? mostOfACrowd : mostInsets) && addCluster()) { }
        for (const size_t i : far) {
            Inset inset = farInset(i);
            if (const auto corner = bestCorner(inset))
                add(inset, *corner);
        }
        return std::move(m_insets);
    }

private:
    double apart(const std::pair<size_t, size_t> &pair) const
    {
        return distance(m_marks[pair.first].at, m_marks[pair.second].at);
    }
    QSizeF most() const
    {
        const double spare = 0.5 * (1 - m_room.share);
        return {(mostWidth + spare) * m_room.picture.width(), (mostHeight + spare) * m_room.picture.height()};
    }
    double nameHeight() const { return nameLine * m_room.unit; }
    // What a cluster may span so that it still fits.
    QSizeF mostSpan(double factor) const
    {
        const double rim = 2 * edge * m_room.unit;
        return {(most().width() - rim) / factor, (most().height() - rim - nameHeight()) / factor};
    }

    // The one that parts most, at the largest scale at which it finds room. False when none is left.
    bool addCluster()
    {
        std::vector<Cluster> clusters;
        const std::vector<bool> before = m_used;
        while (auto cluster = nextCluster(1)) {
            for (const size_t i : cluster->members)
                m_used[i] = true;
            if (cluster->parted >= (m_room.share < 1 ? leastOfACrowd : 1))
                clusters.push_back(std::move(*cluster));
        }
        m_used = before;
        std::stable_sort(clusters.begin(), clusters.end(),
            [](const Cluster &a, const Cluster &b) { return a.parted > b.parted; });
        for (const Cluster &cluster : clusters) {
            if (tryToAdd(cluster))
                return true;
        }
        return false;
    }

    bool tryToAdd(const Cluster &cluster)
    {
        const Inset whole = insetOf(cluster.members);
        // Rather smaller than over a symbol, rather less than not at all.
        for (const double part : {1.0, 0.85, 0.7}) {
            Inset inset = whole;
            inset.factor = std::floor(whole.factor * part * 10) / 10;
            if (part < 1 && inset.factor < smallestFactor / m_room.share)
                break;
            inset.frame.setSize(frameSize(inset));
            if (const auto corner = bestCorner(inset)) {
                add(inset, *corner);
                return true;
            }
        }
        for (const double part : {0.8, 0.65, 0.5}) {
            std::vector<size_t> members{cluster.seed.first, cluster.seed.second};
            grow(members, part);
            if (members.size() == cluster.members.size())
                continue;
            const Inset inset = insetOf(members);
            if (const auto corner = bestCorner(inset)) {
                add(inset, *corner);
                return true;
            }
        }
        return false;
    }

    void add(Inset inset, QPointF corner)
    {
        inset.frame.moveTopLeft(corner);
        for (const size_t i : inset.marks)
            m_used[i] = true;
        m_taken.push_back(inset.frame.adjusted(-gap, -gap, gap, gap));
        if (!inset.isFar)
            m_taken.push_back(sourceRoom(inset));
        m_insets.push_back(std::move(inset));
    }
    static QRectF sourceRoom(const Inset &inset)
    {
        return inset.source.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2);
    }

    std::optional<Cluster> nextCluster(double part)
    {
        const auto seed = closestPair();
        if (!seed)
            return std::nullopt;
        Cluster cluster;
        cluster.seed = *seed;
        cluster.members = {seed->first, seed->second};
        grow(cluster.members, part);
        cluster.parted = touching(cluster.members);
        return cluster;
    }

    std::optional<std::pair<size_t, size_t>> closestPair() const
    {
        const auto found = std::find_if(m_touching.begin(), m_touching.end(), [&](const auto &pair) {
            const auto [i, j] = pair;
            return !m_used[i] && !m_used[j] && (m_isCrowded[i] || m_isCrowded[j]);
        });
        return found == m_touching.end() ? std::nullopt : std::optional(*found);
    }

    static QRectF with(const QRectF &box, QPointF point)
    {
        return QRectF(QPointF(std::min(box.left(), point.x()), std::min(box.top(), point.y())),
            QPointF(std::max(box.right(), point.x()), std::max(box.bottom(), point.y())));
    }
    QRectF boxOf(const std::vector<size_t> &members) const
    {
        QRectF box(m_marks[members.front()].at, QSizeF(0, 0));
        for (const size_t i : members)
            box = with(box, m_marks[i].at);
        return box;
    }

    // @param part of the room of an inset
    void grow(std::vector<size_t> &members, double part) const
    {
        QRectF box = boxOf(members);
        const QSizeF span = mostSpan(leastFactor / m_room.share) * part;
        std::vector<bool> isIn = m_used;
        std::vector<double> away(m_marks.size(), std::numeric_limits<double>::infinity()); // from a member
        const auto join = [&](size_t member) {
            isIn[member] = true;
            for (size_t i = 0; i < m_marks.size(); ++i)
                away[i] = std::min(away[i], distance(m_marks[i].at, m_marks[member].at));
        };
        for (const size_t i : members)
            join(i);
        for (;;) {
            std::optional<size_t> next;
            double least = neighbourly * m_touch;
            for (size_t i = 0; i < m_marks.size(); ++i) {
                if (isIn[i] || away[i] >= least)
                    continue;
                const QRectF larger = with(box, m_marks[i].at);
                if (larger.width() > span.width() || larger.height() > span.height())
                    continue;
                least = away[i];
                next = i;
            }
            if (!next)
                return;
            join(*next);
            members.push_back(*next);
            box = with(box, m_marks[*next].at);
        }
    }

    size_t touching(const std::vector<size_t> &members) const
    {
        std::vector<bool> isIn(m_marks.size(), false);
        for (const size_t i : members)
            isIn[i] = true;
        return static_cast<size_t>(std::count_if(m_touching.begin(), m_touching.end(),
            [&](const auto &pair) { return isIn[pair.first] && isIn[pair.second]; }));
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
        inset.source = box.adjusted(-rim, -rim, rim, rim);
        // Not narrower than its name, nor than half its height.
        const double width = std::max(
            {inset.source.width(), leastWidth * m_room.unit / inset.factor, inset.source.height() / 2});
        const double wider = (width - inset.source.width()) / 2;
        inset.source.adjust(-wider, 0, wider, 0);
        inset.frame.setSize(frameSize(inset));
        return inset;
    }
    QSizeF frameSize(const Inset &inset) const
    {
        return inset.source.size() * inset.factor + QSizeF(0, nameHeight());
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
        inset.source.setSize((inset.frame.size() - QSizeF(0, nameHeight())) / inset.factor);
        inset.source.moveCenter(land.isEmpty() ? m_marks[mark].at : land.center());
        return inset;
    }

    std::optional<QPointF> bestCorner(const Inset &inset) const
    {
        std::vector<QRectF> taken = m_taken;
        std::vector<QPointF> shown; // on the main map
        for (size_t i = 0; i < m_marks.size(); ++i) {
            if (!m_used[i] && std::find(inset.marks.begin(), inset.marks.end(), i) == inset.marks.end())
                shown.push_back(m_marks[i].at);
        }
        if (!inset.isFar) {
            const QRectF own = sourceRoom(inset);
            for (const Inset &other : m_insets) {
                if (other.frame.intersects(own))
                    return std::nullopt;
            }
            taken.push_back(own);
        }
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
                const double cost = costOf(frame, inset);
                if (cost >= least
                    || std::any_of(
                        taken.begin(), taken.end(), [&](const QRectF &r) { return r.intersects(frame); })
                    || coversSymbol(frame, shown))
                    continue;
                least = cost;
                best = corner;
            }
        }
        return best;
    }

    double costOf(const QRectF &frame, const Inset &inset) const
    {
        const QSizeF picture = m_room.picture;
        const double side = 0.3 * std::min(frame.left(), picture.width() - frame.right())
            + 0.3 * std::min(frame.top(), picture.height() - frame.bottom());
        // Lines must lead there, but for what is out of sight.
        const double way = (inset.isFar ? 0.1 : 0.7) * distance(frame.center(), inset.source.center());
        return side + way + 0.08 * m_land.in(frame);
    }

    // Or its label.
    bool coversSymbol(const QRectF &frame, const std::vector<QPointF> &symbols) const
    {
        const double reach = m_room.radius + 12 * m_room.unit;
        const QRectF near = frame.adjusted(-reach, -m_room.radius - 2, reach, m_room.radius + 2);
        return std::any_of(
            symbols.begin(), symbols.end(), [&](QPointF symbol) { return near.contains(symbol); });
    }

    const std::vector<InsetMark> &m_marks;
    const InsetRoom &m_room;
    const double m_touch;
    const LandSums m_land;
    std::vector<std::pair<size_t, size_t>> m_touching; // closest first
    std::vector<bool> m_isCrowded; // a nudge does not part it from its neighbours
    std::vector<bool> m_used; // in an inset, not on the main map
    std::vector<QRectF> m_taken;
    std::vector<Inset> m_insets;
};

} // namespace

std::vector<Inset> planInsets(const std::vector<InsetMark> &marks, const InsetRoom &room)
{
    return marks.empty() || room.picture.isEmpty() ? std::vector<Inset>() : Planning(marks, room).plan();
}

} // namespace liaison
