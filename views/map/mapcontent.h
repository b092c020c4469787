#pragma once

#include "models/figures/board.h"
#include "models/figures/compare.h"
#include "models/figures/outreachnumbers.h"
#include "models/figures/territory.h"
#include "views/map/numbertile.h"

#include <QPointF>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

/// What a map says: one column of a board, with all a painter must know. Values only, so that the screen, a
/// report and a test show the same.
struct MapContent
{
    struct Place
    {
        QString code;
        QString name;
        QString subregion;
        /// Longitude and latitude of the symbols, the label point first. A territory without a shape of its
        /// own has one for each group of its successors that lies apart.
        std::vector<QPointF> points;
        QStringList shapes; ///< codes of the shapes it owns on that day
        Standing standing = Standing::Unknown;
        QString text; ///< the value for people, empty when unknown
        QString level; ///< which entry of the legend it belongs to
        std::vector<Standing> standings; ///< of all indicators, for tiles
        std::optional<CellTurn::Way> turn; ///< how the indicator turned since the day it is compared with
        std::vector<bool> turned; ///< of all indicators, whether they did
        /// Instead of an indicator: how much of a figure, and of all steps its part, 0 to 1.
        std::optional<qint64> number;
        double share = 0;
    };
    /// Land outside the region.
    struct Neighbour
    {
        QString code;
        QString name;
        QPointF point;
    };
    struct Entry
    {
        QString level;
        QString text;
        Standing standing = Standing::Unknown;
        int count = 0;
        std::optional<double> share = {}; ///< of a figure, as in Place
    };
    /// What was done, instead of an indicator.
    struct Figure
    {
        QString title;
        QString period;
        NumberScale scale;
    };

    QString region;
    QString indicator; ///< its title
    std::optional<Figure> figure;
    QDate asOf;
    std::vector<Place> places; ///< in board order: a place is a row of the board
    std::vector<Neighbour> neighbours;
    std::vector<Entry>
        legend; ///< best first, then unknown and not applicable; the counts add up to the places
    /// An indicator of the board and how many territories stand where, for tiles.
    struct Total
    {
        QString title;
        QString project; ///< its code
        QString colourLight; ///< of the project
        QString colourDark;
        BoardTotal counts;
    };
    std::vector<Total> totals; ///< in board order
};

/// The column of a board as a map. A territory that has successors owns the shapes of those that do not exist
/// yet.
/// @param column of an indicator; when there is none, nothing is known
/// @param earlier to mark by what reads differently since; null: nothing is marked
MapContent mapContent(const Board &board, size_t column, const QHash<QUuid, Territory> &territories,
    const EarlierBoard *earlier = nullptr);

/// The same territories, and how much was done in each. What nothing is known of has no number, never 0.
/// @param numbers null while they are read
void showFigure(
    MapContent &content, const Board &board, const OutreachFigure &figure, const OutreachNumbers *numbers);

} // namespace liaison
