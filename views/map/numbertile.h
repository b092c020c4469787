#pragma once

#include "views/style/palette.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace liaison {

/// How numbers become shades: up to four numbers above 0 have one each, more of them share equal, round
/// ranges.
class NumberScale
{
public:
    NumberScale() = default;
    explicit NumberScale(const std::vector<qint64> &numbers);

    int steps() const { return m_steps; } ///< above 0
    int stepOf(qint64 number) const; ///< 0 for 0
    QString stepText(int step) const; ///< "0", "3", "11–20"
    /// Of the hue in a step, 0 to 1.
    double shareOf(int step) const;

private:
    int m_steps = 0;
    qint64 m_width = 1; // numbers in a step
};

/// A tile that says one thing: a code and a number, or the code alone. Lengths as in MapScene.
struct NumberTile
{
    QString code;
    QString number = {}; ///< empty: the code alone
    std::optional<double> share = {}; ///< of the hue; without it the tile is empty
    bool isChosen = false;
    bool isHovered = false;
};
void paintNumberTile(QPainter *painter, const NumberTile &tile, const QRectF &rect, const QColor &hue,
    const Tokens &tokens, double unit);

/// The row below: what is counted, a swatch with the number in it for each step, and what the dash means.
/// It takes more lines where it must.
class NumberLegend
{
public:
    NumberLegend() = default;
    /// @param noun what is counted, "awards"
    NumberLegend(const NumberScale &scale, const QString &noun, double width, Qt::LayoutDirection direction,
        double unit);

    double height() const { return m_height; }
    void paint(QPainter *painter, QPointF corner, const QColor &hue, const Tokens &tokens) const;

private:
    struct Item
    {
        QString text;
        std::optional<double> share; // a swatch
        QRectF box;
    };
    std::vector<Item> m_items;
    double m_height = 0;
    double m_unit = 1;
};

} // namespace liaison
