#pragma once

#include "models/reports/report.h"
#include "views/reports/paper.h"

#include <vector>

namespace liaison {

// Where the columns of a board stand. Every length of the design is multiplied by the scale.
struct TableLayout
{
    struct Column
    {
        qreal x = 0;
        qreal width = 0;
    };

    qreal scale = 1;
    qreal width = 0;
    qreal numberRight = 0;
    qreal codeX = 0;
    qreal nameX = 0;
    qreal nameWidth = 0;
    qreal nameWanted = 0; // to set every name as designed
    std::vector<Column> columns;

    qreal operator()(qreal length) const { return length * scale; }
    QFont font(qreal points, QFont::Weight weight = QFont::Normal, Face face = Face::Normal) const
    {
        return paperFont(points * scale, weight, face);
    }
};

namespace tabledesign {

inline constexpr qreal fontSize = 9.5, textHeight = 13.5, captionSize = 8, captionHeight = 11.3;
inline constexpr qreal rowHeight = 15.4, rowBaseline = 10.7;
inline constexpr qreal padLeft = 4.5, padRight = 8;
inline constexpr qreal symbolRadius = 4.1, symbolX = padLeft + 4.6,
                       valueX = padLeft + 13.9; // from a column's left
inline constexpr qreal totalCaptionSize = 8, totalCaptionHeight = 9.6, barWidth = 54;
inline constexpr qreal raised = 3.2, markSize = 6.4, markGap = 0.6, signGap = 2.6;

} // namespace tabledesign

// Room is shared out by what stands in the columns; what is then too wide is set narrower, see fittedText().
TableLayout layoutTable(const report::BoardTable &table, const Paper &paper);

// Text for a given width: as designed if it fits, else condensed, then smaller, and at the last broken into
// lines. Nothing is ever left out.
PaperText fittedText(const Paper &paper, const TableLayout &layout, const QString &text, qreal width,
    Token colour = Token::Ink, QFont::Weight weight = QFont::Normal, qreal size = tabledesign::fontSize);

// Width of what stands after a text: sign and raised letters.
qreal tailWidth(const report::TableCell &cell, const Paper &paper, const TableLayout &layout);

} // namespace liaison
