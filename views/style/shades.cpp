#include "views/style/shades.h"

#include "views/style/palette.h"

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

constexpr double readable = 4.5;

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [&](double from, double to) {
        return static_cast<float>(std::clamp(from + (to - from) * share, 0.0, 1.0));
    };
    // To eight bits a channel: what is measured is what is painted.
    return QColor::fromRgbF(
        channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()), channel(a.blueF(), b.blueF()))
        .toRgb()
        .rgb();
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Shade shadeOf(const QColor &hue, double share, const Tokens &tokens)
{
    const QColor page = tokens[Token::Base], ink = tokens[Token::Ink];
    const QColor wanted = mixed(page, hue, share);
    // In the middle neither is read well: the full hue goes on towards the ink, the others back to the page.
    const QColor away = share < 1 ? page : ink;
    for (double step = 0; step <= 1; step += 0.02) {
        const QColor ground = mixed(wanted, away, step);
        const QColor text = contrast(ground, ink) >= contrast(ground, page) ? ink : page;
        if (contrast(ground, text) >= readable)
            return {ground, text};
    }
    return {page, ink};
}

} // namespace liaison
