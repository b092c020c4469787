#include "views/map/maplegend.h"

#include "views/map/mapsprites.h"
#include "views/style/levelpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace liaison {

namespace {

// px at 100 %
constexpr double line = 18;
constexpr double rim = 6;
constexpr double symbolX = 15;
constexpr double textX = 30;
constexpr double right = 10;
constexpr double radius = 5;

constexpr double kilometres = 111.195; // of a degree, on a sphere of 6371.0 km
constexpr double longest = 110; // px

} // namespace

void paintAmount(
    QPainter *painter, QPointF centre, double radius, double share, const Tokens &tokens, double unit)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double r = radius * (share > 0 ? 0.55 + 0.85 * share : 0.5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens[Token::Base]); // told from any land
    painter->drawEllipse(centre, r + 1.2 * unit, r + 1.2 * unit);
    if (share > 0) {
        painter->setBrush(tokens[Token::Accent]);
        painter->drawEllipse(centre, r, r);
        return;
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(tokens[Token::Accent], 1.4 * unit));
    painter->drawEllipse(centre, r, r);
}

MapLegend::MapLegend(const MapContent &content, double unit)
    : m_entries(content.legend)
    , m_unit(unit)
{
    const std::vector<MapContent::Entry> &entries = m_entries;
    if (entries.empty())
        return;
    if (content.figure)
        m_heading = {content.figure->title, content.figure->period};
    const QFontMetricsF metrics(mapFont(MapFont::Legend, unit));
    double width = 0, counts = 0;
    for (const MapContent::Entry &entry : entries) {
        width = std::max(width, metrics.horizontalAdvance(entry.text));
        counts = std::max(counts, metrics.horizontalAdvance(QLocale().toString(entry.count)));
    }
    double heading = 0;
    for (const QString &words : m_heading)
        heading = std::max(heading, metrics.horizontalAdvance(words));
    m_size = QSizeF(std::ceil(std::max((textX + right + 16) * unit + width + counts,
                        (2 * right + symbolX / 2) * unit + heading)),
        (line * static_cast<double>(entries.size() + static_cast<size_t>(m_heading.size())) + 2 * rim)
            * unit);
}

QRectF MapLegend::entryRect(size_t entry) const
{
    const double above = static_cast<double>(entry) + static_cast<double>(m_heading.size());
    return {m_corner.x(), m_corner.y() + (rim + line * above) * m_unit, m_size.width(), line * m_unit};
}

std::optional<size_t> MapLegend::entryAt(QPointF point) const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (entryRect(i).contains(point))
            return i;
    }
    return std::nullopt;
}

void MapLegend::paint(QPainter *painter, const Tokens &tokens, const QSet<QString> &shown) const
{
    if (isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens[Token::Line2], m_unit));
    painter->setBrush(tokens[Token::Base]);
    const double half = m_unit / 2;
    painter->drawRoundedRect(rect().adjusted(half, half, -half, -half), 4 * m_unit, 4 * m_unit);
    painter->setFont(mapFont(MapFont::Legend, m_unit));
    for (qsizetype i = 0; i < m_heading.size(); ++i) {
        painter->setPen(tokens[i == 0 ? Token::Ink : Token::Ink2]);
        painter->drawText(
            QRectF(m_corner.x() + right * m_unit,
                m_corner.y() + (rim + line * static_cast<double>(i)) * m_unit, m_size.width(), line * m_unit),
            Qt::AlignLeft | Qt::AlignVCenter, m_heading[i]);
    }
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const MapContent::Entry &entry = m_entries[i];
        const bool isShown = shown.isEmpty() || shown.contains(entry.level);
        const QRectF row = entryRect(i);
        painter->setOpacity(isShown ? 1 : 0.35);
        const QPointF centre(row.left() + symbolX * m_unit, row.center().y());
        if (entry.share)
            paintAmount(painter, centre, radius * m_unit, *entry.share, tokens, m_unit);
        else
            paintStanding(painter, entry.standing, centre, radius * m_unit, tokens, Ground::Map);
        painter->setPen(tokens[Token::Ink]);
        painter->drawText(
            row.adjusted(textX * m_unit, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        painter->setPen(tokens[Token::Ink2]);
        painter->drawText(row.adjusted(0, 0, -right * m_unit, 0), Qt::AlignRight | Qt::AlignVCenter,
            QLocale().toString(entry.count));
    }
    painter->restore();
}

MapScaleBar::MapScaleBar(const MapTransform &transform, bool north, double unit)
    : m_unit(unit)
{
    const double perPixel = kilometres / transform.scale();
    const double most = longest * unit * perPixel;
    const double power = std::pow(10, std::floor(std::log10(most)));
    double length = power;
    for (const double step : {2.0, 5.0}) {
        if (step * power <= most)
            length = step * power;
    }
    m_length = length / perPixel;
    const QLocale locale;
    const QString number =
        length < 1 ? locale.toString(length, 'g', 2) : locale.toString(std::lround(length));
    const QString parallel = locale.toString(std::lround(transform.parallel()));
    m_text = north
        ? QCoreApplication::translate("liaison::MapScaleBar", "%1 km at %2° N").arg(number, parallel)
        : QCoreApplication::translate("liaison::MapScaleBar", "%1 km at %2° S").arg(number, parallel);
    const QFontMetricsF metrics(mapFont(MapFont::Scale, unit));
    m_size = QSizeF(std::max(m_length, metrics.horizontalAdvance(m_text)) + 2 * unit, 18 * unit);
}

void MapScaleBar::paint(QPainter *painter, const Tokens &tokens) const
{
    if (!(m_length > 0))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(tokens[Token::Ink2]);
    painter->setFont(mapFont(MapFont::Scale, m_unit));
    painter->drawText(
        rect().adjusted(0, -2 * m_unit, 0, -4 * m_unit), Qt::AlignHCenter | Qt::AlignTop, m_text);
    painter->setPen(QPen(tokens[Token::Ink2], m_unit));
    const double left = rect().center().x() - m_length / 2;
    const double bottom = rect().bottom() - 0.5 * m_unit;
    painter->drawPolyline(QPolygonF({QPointF(left, bottom - 4 * m_unit), QPointF(left, bottom),
        QPointF(left + m_length, bottom), QPointF(left + m_length, bottom - 4 * m_unit)}));
    painter->restore();
}

} // namespace liaison
