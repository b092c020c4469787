#include "views/map/mapfit.h"

#include "views/map/mapgeometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace liaison {

namespace {

// The world is best cut where little land is: Bering Strait, between Samoa and the Cook Islands.
constexpr double worldMeridian = 11;
constexpr double widestGapOfAWorld = 60; // degrees
constexpr double worthAnInset = 1.2; // times larger without it
constexpr size_t fewPlaces = 5;

struct Interval
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    double length() const { return high - low; }
    void add(const Interval &other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
};

// A place on the turned sheet.
struct Wish
{
    QPointF point;
    Interval landX, landY;
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// What of a land must be seen, along one axis.
Interval neededOf(double point, const Interval &land, double extent, double centre)
{
    Interval needed{point, point};
    const double own = land.length();
    if (!(own > 0))
        return needed;
    // Small beside the region, or all there is: whole.
    if (own < 0.08 * extent || extent < own / 2) {
        needed.add(land);
        return needed;
    }
    const double part = std::min(own / 2, extent / 4);
    if (centre < land.low)
        return {land.low, land.low + part};
    if (centre > land.high)
        return {land.high - part, land.high};
    return {std::max(land.low, centre - part), std::min(land.high, centre + part)};
}

std::vector<double> longitudes(const std::vector<FitPlace> &places)
{
    std::vector<double> east;
    for (const FitPlace &place : places)
        east.push_back(place.point.x());
    return east;
}

class Fitting
{
public:
    Fitting(const std::vector<FitPlace> &places, QSizeF picture, double margin)
        : m_picture(picture)
        , m_room(std::max(picture.width() - 2 * margin, picture.width() / 4),
              std::max(picture.height() - 2 * margin, picture.height() / 4))
        , m_meridian(middleMeridian(longitudes(places)))
    {
        const MapTransform turn(m_meridian, 0);
        for (const FitPlace &place : places) {
            Wish wish;
            wish.point = {turn.turned(place.point.x()), place.point.y()};
            if (place.box) {
                const double middle = place.box->center().x();
                const double shift = turn.turned(middle) - middle;
                wish.landX = {place.box->left() + shift, place.box->right() + shift};
                wish.landY = {place.box->top(), place.box->bottom()};
            } else {
                wish.landX = {wish.point.x(), wish.point.x()};
                wish.landY = {wish.point.y(), wish.point.y()};
            }
            m_wishes.push_back(wish);
        }
    }

    MapFit fit()
    {
        std::vector<size_t> kept(m_wishes.size());
        for (size_t i = 0; i < kept.size(); ++i)
            kept[i] = i;
        MapFit result;
        const size_t most = m_wishes.size() < fewPlaces ? 0 : m_wishes.size() / 10 + 1;
        while (result.outliers.size() < most) {
            const auto worst = worstOf(kept);
            if (!worst)
                break;
            result.outliers.push_back(*worst);
            std::erase(kept, *worst);
        }
        result.transform = transformOf(kept);
        return result;
    }

private:
    MapTransform transformOf(const std::vector<size_t> &kept) const
    {
        double sum = 0;
        std::vector<double> xs, ys;
        for (const size_t i : kept) {
            sum += std::abs(latitudeOf(m_wishes[i].point.y()));
            xs.push_back(m_wishes[i].point.x());
            ys.push_back(m_wishes[i].point.y());
        }
        const auto extent = [](const std::vector<double> &v) {
            const auto [low, high] = std::minmax_element(v.begin(), v.end());
            return *high - *low;
        };
        const double wide = extent(xs), high = extent(ys), middleX = median(xs), middleY = median(ys);
        Interval x, y;
        for (const size_t i : kept) {
            x.add(neededOf(m_wishes[i].point.x(), m_wishes[i].landX, wide, middleX));
            y.add(neededOf(m_wishes[i].point.y(), m_wishes[i].landY, high, middleY));
        }
        // Near the poles the sheet has no width left to compare with.
        const double parallel = std::min(std::round(sum / static_cast<double>(kept.size())), 75.0);
        MapTransform transform = scaled(parallel, x.length(), y.length());
        // A map of the world has no middle: the parallel that fills the picture best.
        constexpr double world = 300, steepest = 45;
        for (double p = parallel + 1; x.length() > world && p <= steepest; ++p) {
            const MapTransform other = scaled(p, x.length(), y.length());
            if (other.scale() > transform.scale())
                transform = other;
        }
        const QPointF middle = transform.map(QPointF((x.low + x.high) / 2, (y.low + y.high) / 2));
        transform.setOrigin(QPointF(m_picture.width() / 2, m_picture.height() / 2) - middle);
        return transform;
    }

    MapTransform scaled(double parallel, double width, double height) const
    {
        MapTransform transform(m_meridian, parallel);
        // A single small island is shown with the sea around it.
        const double wide = std::max(width * transform.scaleX(), 1.0);
        const double high = std::max(height * transform.scaleY(), 1.0);
        transform.setScale(std::min(m_room.width() / wide, m_room.height() / high));
        return transform;
    }

    std::optional<size_t> worstOf(const std::vector<size_t> &kept) const
    {
        const MapTransform all = transformOf(kept);
        std::optional<size_t> worst;
        double best = worthAnInset;
        std::vector<size_t> others = kept;
        for (size_t k = 0; k < kept.size(); ++k) {
            const Wish &wish = m_wishes[kept[k]];
            constexpr double smallPart = 0.1; // of the picture
            if (wish.landX.length() * all.scaleX() > smallPart * m_picture.width()
                || wish.landY.length() * all.scaleY() > smallPart * m_picture.height())
                continue;
            if (!isAlone(kept[k], kept, all))
                continue;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
            const double gain = transformOf(others).scale() / all.scale();
            if (gain > best) {
                best = gain;
                worst = kept[k];
            }
            others.insert(others.begin() + static_cast<std::ptrdiff_t>(k), kept[k]);
        }
        return worst;
    }

    // Far from its next neighbour: the northernmost of a chain is not.
    bool isAlone(size_t place, const std::vector<size_t> &kept, const MapTransform &transform) const
    {
        constexpr double aloneBy = 0.2; // of the picture's longer side
        const double least = aloneBy * std::max(m_picture.width(), m_picture.height());
        return std::all_of(kept.begin(), kept.end(), [&](size_t other) {
            const QPointF d = transform.map(m_wishes[other].point) - transform.map(m_wishes[place].point);
            return other == place || std::hypot(d.x(), d.y()) > least;
        });
    }

    const QSizeF m_picture;
    const QSizeF m_room;
    const double m_meridian;
    std::vector<Wish> m_wishes;
};

} // namespace

double middleMeridian(std::vector<double> east)
{
    if (east.empty())
        return worldMeridian;
    for (double &each : east)
        each -= 360 * std::floor((each + 180) / 360);
    std::sort(east.begin(), east.end());
    double widest = east.front() + 360 - east.back();
    double after = east.front(); // the first place behind the gap
    for (size_t i = 1; i < east.size(); ++i) {
        if (east[i] - east[i - 1] > widest) {
            widest = east[i] - east[i - 1];
            after = east[i];
        }
    }
    if (widest < widestGapOfAWorld)
        return worldMeridian;
    const double middle = after + (360 - widest) / 2;
    return std::round(middle - 360 * std::round(middle / 360));
}

MapFit fitMap(const std::vector<FitPlace> &places, QSizeF picture, double margin)
{
    return places.empty() ? MapFit() : Fitting(places, picture, margin).fit();
}

} // namespace liaison
