#pragma once

#include "views/style/levelpainter.h"

#include <QModelIndex>
#include <QString>
#include <QVarLengthArray>

#include <optional>

namespace liaison {

/// What stands beside the value in a cell of the board, and where. When space is short, what matters more has
/// it: value, conflict, changed, what records say, stale, target; the rest is in the tool tip. Distances in
/// px, from the edge where reading begins.
struct CellMarks
{
    struct Beside
    {
        std::optional<Mark> mark; ///< none: the text stands alone
        int x; ///< of the mark's box, which is box() wide
        int textX;
        QString text; ///< after the mark; empty when only the mark has room
    };

    QString value; ///< as it is shown; empty when unknown
    QString sign; ///< after it in ink3: records say so, nobody stated it
    int valueX = 0;
    std::optional<Mark> turn; ///< better or worse, before the value
    QVarLengthArray<Beside, 4> beside; ///< from the far edge inwards
    int end = 0; ///< where the value, and whatever has room after it, must end

    /// @param width of the cell
    CellMarks(const QModelIndex &index, int width);

    int valueWidth() const; ///< with its sign

    /// Where the mark stands; none when the cell has none, or no room for it.
    std::optional<int> xOf(Mark mark) const;
    static int box();
    /// The width the cell needs for all of it.
    static int widthOf(const QModelIndex &index);
    /// The width below which the value, its turn or a conflict would not be seen; the rest is in the tool
    /// tip.
    static int leastWidthOf(const QModelIndex &index);
};

/// "14 mo", "3 y": the age of a value in a narrow place.
QString ageText(int months);

} // namespace liaison
