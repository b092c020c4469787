#pragma once

#include "models/figures/board.h"
#include "models/figures/compare.h"
#include "models/figures/territory.h"

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
    };

    QString region;
    QString indicator; ///< its title
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

} // namespace liaison
