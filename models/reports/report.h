#pragma once

#include "models/figures/standing.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace liaison {

// What a report says, as values without layout: plain text, never markup. All text is already in the reader's
// language; raised letters are in `mark`.
namespace report {

struct Paragraph
{
    enum class Kind { Body, Lead, Note, Boxed, Small };
    Kind kind = Kind::Body;
    QString heading; // of a boxed one, or run-in
    QString text;
};

// A piece of a sentence; the figure in it is set strongly.
struct Run
{
    enum class Weight { Normal, Strong };
    QString text;
    Weight weight = Weight::Normal;
};

// A project on the cover: bar of its hue, code, title, plain words, and its figures, a line each.
struct ProjectLine
{
    QString code;
    QString title;
    QString plainWords;
    std::vector<Run> figure;
    QString colour; // "#rrggbb"
};

struct ProjectList
{
    std::vector<ProjectLine> projects;
};

struct KeyEntry
{
    Standing standing = Standing::Unknown;
    QString text;
};

// How to read the symbols.
struct Key
{
    QString heading;
    std::vector<KeyEntry> entries;
};

// The sections with their pages; the layout knows the numbers.
struct Contents
{
    QString heading;
};

struct TableColumn
{
    QString code; // project
    QString group; // caption
    QString title;
    QString colour;
};

struct TableCell
{
    std::optional<Standing> standing; // none: plain text
    QString text;
    QString sign; // after the text, outside its dotted line: "?" where the evidence is weak
    QString mark; // raised letters that lead to the notes
    bool reconstructed = false; // dotted line under the text
};

struct TableTotal
{
    QString text; // "2 of 27", "9 in 5 of 27"
    QString caption; // what the text leaves out: "2 member, 19 unknown"
    int met = 0, onTheWay = 0, notMet = 0, unknown = 0; // for the bar
};

// The board: number, code, name, then a cell an indicator. Head repeated on every page, totals at the end.
struct BoardTable
{
    QString numberTitle;
    QString codeTitle;
    QString nameTitle;
    std::vector<TableColumn> columns;
    struct Row
    {
        QString number;
        QString code;
        TableCell name;
        std::vector<TableCell> cells;
    };
    std::vector<Row> rows;
    QString totalsTitle; // "27 territories"
    std::vector<TableTotal> totals;
};

// Rows of plain text under a head that is repeated on every page.
struct Grid
{
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
        int share = 0; // of the room that is left over; 0: as wide as its text
    };

    QString heading;
    std::vector<Column> columns;
    std::vector<std::vector<QString>> rows; // a text a column
    QString rest; // what was left out, in a line below; empty: nothing
};

struct Footnotes
{
    struct Note
    {
        QString mark;
        QString text;
    };
    std::vector<Note> notes;
};

using Block = std::variant<Paragraph, ProjectList, Key, Contents, BoardTable, Grid, Footnotes>;

struct Section
{
    enum class Begins { OnAPage, Here }; // of its own, or below the section before

    QString title; // empty on the cover
    QString lead;
    std::vector<Block> blocks;
    Begins begins = Begins::OnAPage;
};

} // namespace report

struct Report
{
    QString title; // "Board report"
    QString overline; // "Caribbean, 27 territories"
    QString subtitle; // "Regional presence as of 15 February 2007"
    QString headLeft; // running head from page 2
    QString headRight;
    QString footLeft; // a note on every page
    QString author; // metadata
    QString subject;
    QString language; // "en"
    report::Section cover;
    std::vector<report::Section> sections;
};

} // namespace liaison
