#include "tests/views/reports/boardfixture.h"

#include <array>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using namespace report;

struct Line
{
    QLatin1StringView code;
    const char *name;
    int als;
    QLatin1StringView gac, ccnso, mark;
};

const std::array<Line, 27> deck{{
    {"AG"_L1, "Antigua & Barbuda", 0, "represented"_L1, "active"_L1, "a"_L1},
    {"AI"_L1, "Anguilla", 0, {}, {}, {}},
    {"AN"_L1, "Netherlands Antilles", 0, {}, {}, {}},
    {"AW"_L1, "Aruba", 0, {}, {}, {}},
    {"BB"_L1, "Barbados", 2, {}, {}, {}},
    {"BM"_L1, "Bermuda", 0, {}, {}, {}},
    {"BS"_L1, "Bahamas", 0, {}, {}, {}},
    {"BZ"_L1, "Belize", 0, {}, {}, {}},
    {"CU"_L1, "Cuba", 0, {}, {}, {}},
    {"DM"_L1, "Dominica", 0, {}, {}, {}},
    {"DO"_L1, "Dominican Republic", 0, {}, "member"_L1, {}},
    {"GD"_L1, "Grenada", 0, {}, {}, {}},
    {"GP"_L1, "Guadeloupe", 0, {}, {}, "c"_L1},
    {"GY"_L1, "Guyana", 1, {}, {}, {}},
    {"HT"_L1, "Haiti", 0, {}, "member"_L1, {}},
    {"JM"_L1, "Jamaica", 2, {}, "active"_L1, {}},
    {"KN"_L1, "St. Kitts & Nevis", 0, {}, {}, {}},
    {"KY"_L1, "Cayman Islands", 0, {}, "active"_L1, {}},
    {"LC"_L1, "St. Lucia", 0, {}, {}, {}},
    {"MQ"_L1, "Martinique", 0, {}, {}, {}},
    {"MS"_L1, "Montserrat", 0, {}, {}, {}},
    {"PR"_L1, "Puerto Rico", 1, "represented"_L1, "active"_L1, "a"_L1},
    {"TC"_L1, "Turks & Caicos Islands", 0, {}, {}, "c"_L1},
    {"TT"_L1, "Trinidad & Tobago", 3, {}, "active"_L1, {}},
    {"VC"_L1, "St. Vincent & Grenadines", 0, {}, {}, {}},
    {"VI"_L1, "U.S. Virgin Islands", 0, {}, "active"_L1, {}},
    {"VG"_L1, "British Virgin Islands", 0, {}, {}, "b"_L1},
}};

TableCell cell(const QString &text, Standing known)
{
    TableCell cell;
    cell.standing = text.isEmpty() ? Standing::Unknown : known;
    cell.text = text.isEmpty() ? u"–"_s : text;
    return cell;
}

BoardTable::Row row(int index)
{
    const Line &line = deck[static_cast<size_t>(index) % deck.size()];
    BoardTable::Row row;
    row.number = QString::number(index + 1);
    row.code = line.code;
    row.name.text = QString::fromUtf8(line.name);
    if (index >= int(deck.size()))
        row.name.text += u' ' + row.number;
    row.name.reconstructed = true;
    row.name.sign = line.mark.isEmpty() ? QString() : u"?"_s;
    row.name.mark = line.mark;
    row.cells = {cell(line.als > 0 ? QString::number(line.als) : QString(), Standing::Met),
        cell(line.gac, Standing::Met), cell({}, Standing::Met),
        cell(line.ccnso, line.ccnso == "active"_L1 ? Standing::Met : Standing::OnTheWay)};
    return row;
}

TableTotal total(const BoardTable &table, size_t column)
{
    TableTotal total;
    int sum = 0;
    for (const BoardTable::Row &row : table.rows) {
        const Standing standing = *row.cells[column].standing;
        total.met += standing == Standing::Met;
        total.onTheWay += standing == Standing::OnTheWay;
        total.unknown += standing == Standing::Unknown;
        sum += row.cells[column].text.toInt();
    }
    const QString in = u"%1 of %2"_s.arg(total.met).arg(table.rows.size());
    total.text = column == 0 ? u"%1 in %2"_s.arg(sum).arg(in) : in;
    total.caption = total.onTheWay > 0 ? u"%1 member, %2 unknown"_s.arg(total.onTheWay).arg(total.unknown)
                                       : u"%1 unknown"_s.arg(total.unknown);
    return total;
}

BoardTable table(int rows)
{
    BoardTable table;
    table.numberTitle = u"#"_s;
    table.codeTitle = u"CC"_s;
    table.nameTitle = u"Country / territory"_s;
    table.columns = {{u"3C"_s, u"user groups"_s, u"ALS"_s, u"#1F4B7E"_s},
        {u"4A"_s, u"governments"_s, u"GAC"_s, u"#7D4420"_s},
        {u"4H"_s, u"ccTLD agreements"_s, u"AF/EoL"_s, u"#458E7F"_s},
        {u"3C"_s, u"ccTLD forum"_s, u"ccNSO"_s, u"#1F4B7E"_s}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back(row(i));
    table.totalsTitle = u"%1 territories"_s.arg(rows);
    for (size_t i = 0; i < table.columns.size(); ++i)
        table.totals.push_back(total(table, i));
    return table;
}

ProjectList projects()
{
    const auto strong = [](const QString &text) { return Run{text, Run::Weight::Strong}; };
    const std::vector<Run> none{{u"no indicator on the board"_s}};
    return {{
        {u"3C"_s, u"Regional presence"_s,
            u"talk to people about what we do so they can start talking about it themselves"_s,
            {{u"ALS in "_s}, strong(u"5"_s), {u" of 27 territories (9 in all); ccNSO: "_s}, strong(u"6"_s),
                {u" active, 2 member"_s}},
            u"#1F4B7E"_s},
        {u"4A"_s, u"Government"_s, u"Improve government / board collaboration."_s,
            {strong(u"2"_s), {u" of 27 represented in the GAC"_s}}, u"#7D4420"_s},
        {u"4F"_s, u"Participation"_s, u"Help people participate."_s, none, u"#A06AD8"_s},
        {u"4H"_s, u"Regional network"_s, u"Build a regional network."_s,
            {strong(u"0"_s), {u" of 27 with an agreement (AF/EoL) on file"_s}}, u"#458E7F"_s},
        {u"1Q"_s, u"ccTLD training"_s, u"Help ccTLDs in developing areas prosper."_s, none, u"#7F8B0C"_s},
    }};
}

} // namespace

Report boardFixture(int rows)
{
    Report report;
    report.title = u"Board report"_s;
    report.overline = u"Caribbean, %1 territories"_s.arg(rows);
    report.subtitle = u"Regional presence as of 15 February 2007"_s;
    report.headLeft = u"Board report, Caribbean"_s;
    report.headRight = u"as of 15 February 2007"_s;
    report.footLeft = u"≈ Territory names are reconstructed, not confirmed; values are the deck’s."_s;
    report.author = u"A. Liaison"_s;
    report.subject = u"Regional presence of the Caribbean"_s;
    report.language = u"en"_s;
    report.cover.blocks = {projects(), Contents{u"In this report"_s},
        Key{u"How to read it"_s,
            {{Standing::Met, u"met: the level that meets the goal"_s},
                {Standing::OnTheWay, u"on the way: a lower level"_s},
                {Standing::NotMet, u"not met: known not to be"_s},
                {Standing::Unknown, u"unknown: nothing on file; never a “no”"_s}}},
        Paragraph{Paragraph::Kind::Boxed, u"≈ About the names."_s,
            u"The table of 2007 survives without its territory names. The 27 names in this report are a "
            u"reconstruction from code order and dated facts. Names with a dotted line are not confirmed; "
            u"“?” "
            u"marks weak evidence. The values stand in the order of the deck’s rows."_s},
        Paragraph{Paragraph::Kind::Small, {},
            u"Source of all values: slide deck of 16 February 2007, dashboard last updated 02.15.2007."_s}};
    report::Section board;
    board.title = u"The board"_s;
    board.lead = u"%1 territories, four indicators. Every value is dated 15 February 2007."_s.arg(rows);
    board.blocks = {table(rows),
        Footnotes{{{u"–"_s, u"unknown: nothing on file on this date."_s},
            {u"a"_s, u"GAC and ccNSO of this row are not verified; the row could be another territory."_s},
            {u"b"_s, u"The order of VI and VG is uncertain."_s},
            {u"c"_s, u"One of two possible territories (GP or GF; TC or SR)."_s}}}};
    report.sections = {board};
    return report;
}

std::vector<QStringList> boardLines(const Report &report)
{
    std::vector<QStringList> lines;
    for (const report::Section &section : report.sections) {
        for (const report::Block &block : section.blocks) {
            const auto *table = std::get_if<BoardTable>(&block);
            if (!table)
                continue;
            for (const BoardTable::Row &row : table->rows) {
                QStringList parts{row.number, row.code, row.name.text};
                for (const TableCell &cell : row.cells)
                    parts << cell.text;
                lines.push_back(parts);
            }
            QStringList totals{table->totalsTitle};
            for (const TableTotal &total : table->totals)
                totals << total.text;
            lines.push_back(totals);
        }
    }
    return lines;
}

} // namespace liaison
