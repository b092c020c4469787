#include "views/reports/tablelayout.h"

#include "views/reports/blocks.h"

#include <QFontMetricsF>

#include <algorithm>

namespace liaison {

namespace {

using namespace tabledesign;

constexpr qreal numberWidth = 15.1, numberGap = 7.4, codeWidth = 16.5;
constexpr qreal nameGap = 12, nameNeeded = 130; // a longer name does not claim more room
constexpr qreal columnNeeded = 95, columnExtra = 20; // the most a column claims, and is given of what is left

qreal widthOf(const QString &text, const QFont &font, const Paper &paper)
{
    constexpr qreal rounding = 0.3; // of glyph positions
    return QFontMetricsF(font, &paper.device()).horizontalAdvance(text) / paper.unit() + rounding;
}

qreal tableColumn(
    const report::BoardTable &table, size_t column, const Paper &paper, const TableLayout &layout)
{
    const report::TableColumn &head = table.columns[column];
    const QFont body = layout.font(fontSize), strong = layout.font(fontSize, QFont::Medium);
    qreal widest = std::max({widthOf(head.code, layout.font(captionSize, QFont::Medium), paper),
        widthOf(head.group, layout.font(captionSize), paper), widthOf(head.title, strong, paper)});
    for (const report::BoardTable::Row &row : table.rows) {
        const report::TableCell &cell = row.cells[column];
        widest = std::max(widest,
            layout(valueX - padLeft) + widthOf(cell.text, body, paper) + tailWidth(cell, paper, layout));
    }
    if (column < table.totals.size()) {
        const QFont small = layout.font(totalCaptionSize, QFont::Normal, Face::Condensed);
        widest = std::max({widest, widthOf(table.totals[column].text, strong, paper),
            widthOf(table.totals[column].caption, small, paper)});
    }
    return std::max(layout(padLeft + barWidth + padRight),
        layout(padLeft + padRight) + std::min(widest, layout(columnNeeded)));
}

// Everything by what it needs; gives the width that is needed in all.
qreal measure(TableLayout &layout, const report::BoardTable &table, const Paper &paper)
{
    const QFont body = layout.font(fontSize), small = layout.font(captionSize);
    layout.numberRight = std::max(layout(numberWidth), widthOf(table.numberTitle, small, paper));
    qreal code = std::max(layout(codeWidth), widthOf(table.codeTitle, small, paper));
    qreal name = widthOf(table.nameTitle, small, paper);
    for (const report::BoardTable::Row &row : table.rows) {
        layout.numberRight = std::max(layout.numberRight, widthOf(row.number, small, paper));
        code = std::max(code, widthOf(row.code, body, paper));
        name = std::max(name, widthOf(row.name.text, body, paper) + tailWidth(row.name, paper, layout));
    }
    code = std::min(code, layout(columnNeeded));
    layout.codeX = layout.numberRight + layout(numberGap);
    layout.nameX = layout.codeX + code + layout(numberGap);
    layout.nameWanted = name;
    layout.nameWidth = std::min(name, layout(nameNeeded));
    layout.columns.clear();
    qreal x = layout.nameX + layout.nameWidth + layout(nameGap);
    for (size_t i = 0; i < table.columns.size(); ++i) {
        layout.columns.push_back({x, tableColumn(table, i, paper, layout)});
        x += layout.columns.back().width;
    }
    return x;
}

} // namespace

qreal tailWidth(const report::TableCell &cell, const Paper &paper, const TableLayout &layout)
{
    qreal width = 0;
    if (!cell.sign.isEmpty())
        width += layout(signGap) + widthOf(cell.sign, layout.font(fontSize), paper);
    if (!cell.mark.isEmpty())
        width += layout(markGap) + widthOf(cell.mark, layout.font(markSize), paper);
    return width;
}

PaperText fittedText(const Paper &paper, const TableLayout &layout, const QString &text, qreal width,
    Token colour, QFont::Weight weight, qreal size)
{
    constexpr qreal condensed[] = {1.0, 0.9, 0.8};
    const auto set = [&](qreal factor, Face face) {
        return PaperText::Run{text, layout.font(size * factor, weight, face), colour};
    };
    PaperText fitted(paper, set(1, Face::Normal), layout(textHeight));
    for (qreal factor : condensed) {
        if (fitted.width() <= width)
            return fitted;
        fitted = PaperText(paper, set(factor, Face::Condensed), layout(textHeight));
    }
    if (fitted.width() <= width)
        return fitted;
    return PaperText(paper, set(condensed[2], Face::Condensed), layout(size), width);
}

qreal boardTableScale(const report::BoardTable &table, const Paper &paper)
{
    TableLayout layout;
    return std::min(1.0, paper.body().width() / measure(layout, table, paper));
}

TableLayout layoutTable(const report::BoardTable &table, const Paper &paper)
{
    TableLayout layout;
    layout.width = paper.body().width();
    layout.scale = boardTableScale(table, paper);
    qreal needed = measure(layout, table, paper);
    if (needed > layout.width) { // text does not shrink quite as its size does
        layout.scale *= layout.width / needed;
        needed = measure(layout, table, paper);
    }
    const qreal left = layout.width - needed;
    const qreal count = double(layout.columns.size());
    // First for names that do not fit yet; then a share for each column, and the rest for the name again.
    const qreal spare = left - std::min(left, layout.nameWanted - layout.nameWidth);
    const qreal share = count > 0 ? std::clamp(spare * 0.5 / count, 0.0, layout(columnExtra)) : 0;
    layout.nameWidth += left - share * count;
    qreal x = layout.nameX + layout.nameWidth + layout(nameGap);
    for (TableLayout::Column &column : layout.columns) {
        column.x = x;
        column.width += share;
        x += column.width;
    }
    return layout;
}

} // namespace liaison
