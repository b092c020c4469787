#include "views/map/tiletotals.h"

#include "models/domain/partialdate.h"
#include "views/map/mapsprites.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace liaison {

namespace {

struct TotalsTr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::TileTotals)
};

// px at 100 %
constexpr double headHeight = 26;
constexpr double rowHeight = 23;
constexpr double hueWidth = 3;
constexpr double gap = 8;
constexpr double barWidth = 120;
constexpr double barHeight = 6;

QFont headFont(double unit)
{
    QFont font = mapFont(MapFont::Legend, unit);
    font.setWeight(QFont::Medium);
    return font;
}

QString countsText(const BoardTotal &counts)
{
    const QLocale locale;
    const QString met = TotalsTr::tr("%1 met").arg(locale.toString(counts.met));
    return counts.onTheWay > 0 ? TotalsTr::tr("%1, %2 on the way").arg(met, locale.toString(counts.onTheWay))
                               : met;
}

struct Columns
{
    double project = 0;
    double title = 0;
    double counts = 0;
};

Columns columnsOf(const MapContent &content, double unit)
{
    const QFontMetricsF plain(mapFont(MapFont::Legend, unit));
    const QFontMetricsF strong(headFont(unit));
    Columns columns;
    for (const MapContent::Total &total : content.totals) {
        columns.project = std::max(columns.project, strong.horizontalAdvance(total.project));
        columns.title = std::max(columns.title, plain.horizontalAdvance(total.title));
        columns.counts = std::max(columns.counts, plain.horizontalAdvance(countsText(total.counts)));
    }
    return columns;
}

void paintBar(
    QPainter *painter, const BoardTotal &counts, const QRectF &bar, const Tokens &tokens, double unit)
{
    painter->fillRect(
        QRectF(bar.left(), bar.center().y() - unit, bar.width(), 2 * unit), tokens[Token::Line2]);
    if (counts.of == 0)
        return;
    int before = 0;
    for (const auto &[count, token] : {std::pair(counts.met, Token::Met),
             std::pair(counts.onTheWay, Token::Way), std::pair(counts.notMet, Token::Not)}) {
        const double left = bar.left() + bar.width() * before / counts.of;
        before += count;
        const double right = bar.left() + bar.width() * before / counts.of;
        if (count > 0)
            painter->fillRect(
                QRectF(left, bar.top(), std::max(right - left - unit, unit), bar.height()), tokens[token]);
    }
}

} // namespace

QSizeF tileTotalsSize(const MapContent &content, double unit)
{
    const Columns columns = columnsOf(content, unit);
    return {columns.project + columns.title + columns.counts + (hueWidth + 4 * gap + barWidth) * unit,
        (headHeight + rowHeight * static_cast<double>(content.totals.size())) * unit};
}

void paintTileTotals(
    QPainter *painter, const MapContent &content, const QRectF &area, const Tokens &tokens, double unit)
{
    if (content.totals.empty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRectF(area.topLeft(), QSizeF(area.width(), unit)), tokens[Token::Line]);
    painter->setFont(headFont(unit));
    painter->setPen(tokens[Token::Ink2]);
    const QLocale locale;
    //: Head of bars: how much is known on a date, of how many territories.
    painter->drawText(area.adjusted(0, 7 * unit, 0, 0), Qt::AlignLeft | Qt::AlignTop,
        TotalsTr::tr("Known on %1, of %2")
            .arg(PartialDate(content.asOf).toText(locale), locale.toString(content.places.size())));
    const Columns columns = columnsOf(content, unit);
    double top = area.top() + headHeight * unit;
    for (const MapContent::Total &total : content.totals) {
        const QRectF row(area.left(), top, area.width(), rowHeight * unit);
        const double middle = std::round(row.center().y());
        painter->fillRect(QRectF(row.left(), middle - 6 * unit, hueWidth * unit, 12 * unit),
            tokens.projectHue(total.colourLight, total.colourDark));
        double x = row.left() + (hueWidth + gap) * unit;
        const auto word = [&](const QString &text, const QFont &font, Token ink) {
            painter->setFont(font);
            painter->setPen(tokens[ink]);
            painter->drawText(QRectF(x, row.top(), row.right() - x, row.height()),
                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        };
        word(total.project, headFont(unit), Token::Ink);
        x += columns.project + gap * unit;
        word(total.title, mapFont(MapFont::Legend, unit), Token::Ink);
        x += columns.title + gap * unit;
        const double end = row.right() - columns.counts - gap * unit;
        paintBar(painter, total.counts, QRectF(x, middle - barHeight * unit / 2, end - x, barHeight * unit),
            tokens, unit);
        painter->setPen(tokens[Token::Ink2]);
        painter->drawText(
            row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, countsText(total.counts));
        top += row.height();
    }
    painter->restore();
}

} // namespace liaison
