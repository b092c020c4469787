#include "models/reports/boardreport.h"

#include "models/domain/fields.h"
#include "models/figures/board.h"
#include "models/reports/boardtable.h"
#include "models/reports/outreachsections.h"
#include "models/store/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::BoardReport)
};

using report::Run;

// The figure of a sentence is marked by these until the sentence is whole and can be cut into runs: a
// translator may put it anywhere. Private use characters that data could have too only change the weight of
// what follows.
constexpr QChar strongBegin(0xE000), strongEnd(0xE001);

QString strong(int number)
{
    return strongBegin + QString::number(number) + strongEnd;
}

std::vector<Run> runsOf(const QString &sentence)
{
    std::vector<Run> runs(1);
    for (const QChar c : sentence) {
        if (c == strongBegin || c == strongEnd)
            runs.push_back({QString(), c == strongBegin ? Run::Weight::Strong : Run::Weight::Normal});
        else
            runs.back().text += c;
    }
    std::erase_if(runs, [](const Run &run) { return run.text.isEmpty(); });
    return runs;
}

// "GAC: 2 of 27 represented, 25 unknown"
QString figureOf(const Indicator &indicator, const BoardTotal &total)
{
    if (total.of == 0)
        return Tr::tr("%1 does not apply").arg(indicator.title);
    QString text;
    if (total.sum) {
        text = Tr::tr("%1 in %2 of %n territories (%3 in all)", nullptr, total.of)
                   .arg(indicator.title, strong(total.in.value_or(0)), QString::number(*total.sum));
    } else {
        text = Tr::tr("%1: %2 of %3").arg(indicator.title, strong(total.met), QString::number(total.of));
        const QStringList goals = levelCounts(indicator, total, LevelsOf::Goal);
        QStringList titles; // what meets the goal
        for (const Indicator::Level &level : indicator.levels) {
            if (level.meets && (goals.isEmpty() || total.levels.value(level.code) > 0))
                titles << level.title;
        }
        if (goals.size() > 1)
            text += u": "_s + goals.join(u", "_s);
        else if (!titles.isEmpty())
            text += u' ' + titles.join(Tr::tr(" or "));
    }
    const QString rest = totalRest(indicator, total);
    return rest.isEmpty() ? text : text + u", "_s + rest;
}

report::ProjectList projectsOf(const Store &store, const Board &board)
{
    report::ProjectList list;
    for (const Record &project : store.read({fields::project::entity})) {
        QStringList figures;
        for (size_t i = 0; i < board.indicators.size(); ++i) {
            if (board.indicators[i].project == project.id())
                figures << figureOf(board.indicators[i], board.totals[i]);
        }
        if (figures.isEmpty())
            figures << Tr::tr("no indicator on the board");
        list.projects.push_back({project.value(fields::project::code).text(),
            project.value(fields::project::title).text(), project.value(fields::project::plainWords).text(),
            runsOf(figures.join(u";\n"_s)), project.value(fields::project::colourLight).text()});
    }
    return list;
}

// What is known of the values as a whole.
struct Provenance
{
    QStringList sources; // each once, by first appearance
    std::map<QString, int> certainties; // by code
    PartialDate first, last;
    int known = 0;
    int unsourced = 0; // of those somebody stated
    int derived = 0; // read from other records
};

Provenance provenanceOf(const Board &board)
{
    Provenance all;
    for (const Board::Row &row : board.rows) {
        for (const BoardCell &cell : row.cells) {
            if (!cell.isKnown())
                continue;
            ++all.known;
            if (cell.isDerived)
                ++all.derived;
            else
                ++all.certainties[cell.certainty];
            if (cell.source.isEmpty())
                all.unsourced += cell.isDerived ? 0 : 1;
            else if (!all.sources.contains(cell.source))
                all.sources << cell.source;
            if (all.first.isNull() || cell.date < all.first)
                all.first = cell.date;
            if (all.last.isNull() || cell.date > all.last)
                all.last = cell.date;
        }
    }
    return all;
}

QString sourceText(const Provenance &provenance)
{
    constexpr qsizetype most = 12; // a cover is no bibliography
    QStringList named = provenance.sources.mid(0, most);
    if (provenance.sources.size() > most)
        named << Tr::tr("%n more", nullptr, int(provenance.sources.size() - most));
    if (provenance.unsourced > 0 && !named.isEmpty())
        named << Tr::tr("%n values without a source", nullptr, provenance.unsourced);
    if (named.isEmpty() && provenance.derived == 0)
        return Tr::tr("No source is on file for the values.");
    if (provenance.derived > 0)
        named << Tr::tr("records of the file");
    return named.size() == 1 ? Tr::tr("Source of all values: %1.").arg(named.front())
                             : Tr::tr("Sources of the values: %1.").arg(named.join(u"; "_s));
}

// "Certainty: 18 assumed, 1 official."
QString certaintyText(const Provenance &provenance, const Field &certainty)
{
    QStringList counts;
    for (const auto &[code, count] : provenance.certainties) {
        const QString word = code.isEmpty() ? Tr::tr("not said") : certainty.choiceText(code);
        counts << u"%1 %2"_s.arg(count).arg(word);
    }
    if (provenance.derived > 0)
        counts << Tr::tr("%n read from records of the file", nullptr, provenance.derived);
    return Tr::tr("Certainty: %1.").arg(counts.join(u", "_s));
}

report::Key keyOf(const Board &board)
{
    report::Key key{Tr::tr("How to read it"),
        {{Standing::Met, Tr::tr("met: the level that meets the goal")},
            {Standing::OnTheWay, Tr::tr("on the way: a lower level")},
            {Standing::NotMet, Tr::tr("not met: known not to be")},
            {Standing::Unknown, Tr::tr("unknown: nothing on file; never a “no”")}}};
    const auto leavesOut = [](const BoardTotal &total) { return total.notApplicable > 0; };
    if (std::any_of(board.totals.begin(), board.totals.end(), leavesOut))
        key.entries.push_back({Standing::NotApplicable, Tr::tr("n/a: does not apply")});
    return key;
}

report::Paragraph aboutNames(const Board &board)
{
    const int count = board.reconstructed();
    const bool weak = std::any_of(board.rows.begin(), board.rows.end(),
        [](const Board::Row &row) { return row.isReconstructed() && !row.doubt.isEmpty(); });
    QString text = count == int(board.rows.size())
        ? Tr::tr(
            "The %n names in this report are a reconstruction that nobody has confirmed.", nullptr, count)
        : Tr::tr("%n of the %1 names in this report are a reconstruction that nobody has confirmed.", nullptr,
            count)
              .arg(board.rows.size());
    text += u' ' + Tr::tr("A dotted line is under such a name.");
    if (weak)
        text += u' ' + Tr::tr("“?” marks weak evidence, and a note under the board says why.");
    return {report::Paragraph::Kind::Boxed, Tr::tr("≈ About the names."), text};
}

QString footText(const Board &board, const Provenance &provenance)
{
    const int count = board.reconstructed();
    if (count == 0)
        return {};
    const int rows = int(board.rows.size());
    const QString names = count == rows
        ? Tr::tr("≈ Territory names are reconstructed, not confirmed")
        : Tr::tr("≈ %n of %1 territory names are reconstructed, not confirmed", nullptr, count).arg(rows);
    return provenance.sources.size() == 1 && provenance.unsourced == 0 && provenance.derived == 0
        ? Tr::tr("%1; values: %2.").arg(names, provenance.sources.front())
        : names + u'.';
}

QString leadText(const Board &board, const Provenance &provenance, const QLocale &locale)
{
    const QString size = Tr::tr("%1, %2.").arg(Tr::tr("%n territories", nullptr, int(board.rows.size())),
        Tr::tr("%n indicators", nullptr, int(board.indicators.size())));
    if (provenance.known == 0)
        return size + u' ' + Tr::tr("Nothing is on file on this date.");
    const QString first = provenance.first.toText(locale), last = provenance.last.toText(locale);
    return size + u' '
        + (first == last ? Tr::tr("Every value is dated %1.").arg(last)
                         : Tr::tr("The values are dated from %1 to %2.").arg(first, last));
}

const Field &certaintyField(const Store &store)
{
    using namespace fields::observation;
    return *store.catalogue().entity(entity)->field(value)->part(certainty);
}

} // namespace

Report boardReport(const Store &store, const ReportOptions &options)
{
    const Board board = boardAsOf(store, options.region, options.asOf);
    const Provenance provenance = provenanceOf(board);
    const QString region = options.region.name;
    const QString territories = Tr::tr("%n territories", nullptr, int(board.rows.size()));
    const QString asOf = options.locale.toString(options.asOf, Tr::tr("d MMMM yyyy", "a date in full"));

    Report paper;
    paper.title = Tr::tr("Board report");
    paper.overline = region.isEmpty() ? territories : Tr::tr("%1, %2").arg(region, territories);
    paper.subtitle = Tr::tr("Regional presence as of %1").arg(asOf);
    paper.headLeft = region.isEmpty() ? paper.title : Tr::tr("%1, %2").arg(paper.title, region);
    paper.headRight = Tr::tr("as of %1").arg(asOf);
    paper.footLeft = footText(board, provenance);
    paper.author = options.author;
    paper.subject = paper.subtitle;
    paper.language = options.locale.bcp47Name();

    auto &cover = paper.cover.blocks;
    cover = {projectsOf(store, board), report::Contents{Tr::tr("In this report")}, keyOf(board)};
    if (board.reconstructed() > 0)
        cover.push_back(aboutNames(board));
    if (provenance.known > 0)
        cover.push_back(report::Paragraph{report::Paragraph::Kind::Small, {},
            sourceText(provenance) + u' ' + certaintyText(provenance, certaintyField(store))});

    BoardTableReport table = boardTable(board, options.locale);
    report::Section section{Tr::tr("The board"), leadText(board, provenance, options.locale), {}};
    section.blocks = {std::move(table.table), std::move(table.notes)};
    paper.sections.push_back(std::move(section));
    const QDate since = options.since.isValid() ? options.since : options.asOf.addMonths(-12).addDays(1);
    for (report::Section &done :
        outreachSections(store, {options.region, since, options.asOf, options.locale}))
        paper.sections.push_back(std::move(done));
    return paper;
}

} // namespace liaison
