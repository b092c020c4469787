// How a trend is read and drawn.
#include "models/figures/trend.h"

#include <algorithm>

namespace liaison {

const Trend::Step &Trend::on(QDate day) const
{
    const auto after = std::upper_bound(
        steps.begin(), steps.end(), day, [](QDate asked, const Step &step) { return asked < step.day; });
    return after == steps.begin() ? steps.front() : *(after - 1);
}

bool Trend::isStaleOn(QDate day) const
{
    return std::any_of(stale.begin(), stale.end(),
        [day](const Span &span) { return span.from <= day && (!span.to.isValid() || day <= span.to); });
}

std::vector<Trend::Vertex> Trend::line(QDate until) const
{
    std::vector<Vertex> line;
    QDate begin = slopes.empty() ? QDate() : slopes.front().from;
    for (const Point &point : points)
        begin = begin.isValid() ? std::min(begin, point.date.firstDay()) : point.date.firstDay();
    if (!begin.isValid() || begin > until)
        return line;

    std::vector<QDate> corners = {begin, until};
    for (const Slope &slope : slopes) {
        corners.push_back(slope.from);
        corners.push_back(slope.to);
    }
    std::sort(corners.begin(), corners.end());
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());

    int settled = 0; // of slopes that are over
    std::vector<Slope> rising;
    auto next = slopes.begin();
    for (const QDate &day : corners) {
        if (day > until)
            break;
        double under = 0;
        std::erase_if(rising, [&](const Slope &slope) {
            const bool isOver = slope.to <= day;
            if (isOver)
                settled += slope.met;
            else
                under += slope.met * (double(slope.from.daysTo(day)) / double(slope.from.daysTo(slope.to)));
            return isOver;
        });
        const Vertex before{day, settled + under};
        for (; next != slopes.end() && next->from <= day; ++next) {
            if (next->from == next->to)
                settled += next->met;
            else
                rising.push_back(*next);
        }
        const Vertex after{day, settled + under};
        // Where the line begins nothing is known of before.
        if (day > begin)
            line.push_back(before);
        if (day == begin || after != before)
            line.push_back(after);
    }
    return line;
}

std::vector<Trend::Piece> Trend::pieces(QDate until) const
{
    const std::vector<Vertex> corners = line(until);
    std::vector<Piece> pieces;
    if (corners.empty())
        return pieces;
    pieces.push_back({isStaleOn(corners.front().day), {corners.front()}});
    // A span is entered on the day before its first, when the newest observation was still good, and left on
    // the day after its last, before an upright of that day.
    std::vector<QDate> cuts;
    for (const Span &span : stale) {
        cuts.push_back(span.from.addDays(-1));
        if (span.to.isValid())
            cuts.push_back(span.to.addDays(1));
    }
    auto cut = std::upper_bound(cuts.begin(), cuts.end(), corners.front().day);
    for (size_t i = 1; i < corners.size(); ++i) {
        const Vertex &from = corners[i - 1];
        const Vertex &to = corners[i];
        for (; cut != cuts.end() && *cut <= to.day && from.day < to.day; ++cut) {
            const double part = double(from.day.daysTo(*cut)) / double(from.day.daysTo(to.day));
            const Vertex between{*cut, from.met + part * (to.met - from.met)};
            if (between != pieces.back().corners.back())
                pieces.back().corners.push_back(between);
            pieces.push_back({!pieces.back().isStale, {between}});
        }
        if (to != pieces.back().corners.back())
            pieces.back().corners.push_back(to);
    }
    std::erase_if(pieces, [](const Piece &piece) { return piece.corners.size() < 2; });
    return pieces;
}

} // namespace liaison
