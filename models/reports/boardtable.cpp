#include "models/reports/boardtable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::BoardReport)
};

// A number and its word are never parted at the end of a line.
constexpr QChar fixedSpace = QChar::Nbsp;

// a, b, ... z, aa, ab, ...
QString letters(size_t index)
{
    QString text;
    for (size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        text.prepend(QChar(u'a' + char16_t((rest - 1) % 26)));
    return text;
}

// Hands out one letter for each different text.
class Notes
{
public:
    QString mark(const QString &text)
    {
        const auto found = std::find(m_texts.begin(), m_texts.end(), text);
        if (found == m_texts.end()) {
            m_texts.push_back(text);
            return letters(m_texts.size() - 1);
        }
        return letters(size_t(found - m_texts.begin()));
    }
    const std::vector<QString> &texts() const { return m_texts; }

private:
    std::vector<QString> m_texts;
};

QString cellText(const Indicator &indicator, const BoardCell &cell)
{
    switch (cell.standing) {
    case Standing::Unknown:
        return u"–"_s;
    case Standing::NotApplicable:
        return Tr::tr("n/a");
    case Standing::Met:
    case Standing::OnTheWay:
    case Standing::NotMet:
        break;
    }
    return indicator.readingText(cell.reading);
}

report::TableCell tableCell(
    const Indicator &indicator, const BoardCell &cell, const QLocale &locale, Notes &notes)
{
    report::TableCell paper;
    paper.standing = cell.standing;
    paper.text = cellText(indicator, cell);
    QStringList marks;
    if (cell.conflict)
        marks << notes.mark(
            Tr::tr("More than one value is on file, and nobody has chosen between them yet."));
    if (cell.stale) {
        marks << notes.mark(Tr::tr("Dated %1, older than %2 months.")
                                .arg(cell.date.toText(locale))
                                .arg(indicator.staleAfter));
    }
    if (cell.isDerived)
        paper.sign = u"Σ"_s;
    else if (cell.differs())
        marks << notes.mark(Tr::tr("Records of the file say %1.").arg(indicator.readingText(cell.derived->reading)));
    paper.mark = marks.join(u',');
    return paper;
}

report::TableTotal tableTotal(const Indicator &indicator, const BoardTotal &total)
{
    report::TableTotal paper;
    paper.text = totalText(total);
    paper.caption = totalRest(indicator, total);
    paper.met = total.met;
    paper.onTheWay = total.onTheWay;
    paper.notMet = total.notMet;
    paper.unknown = total.unknown;
    return paper;
}

bool hasStanding(const Board &board, Standing standing)
{
    return std::any_of(board.rows.begin(), board.rows.end(), [standing](const Board::Row &row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
            [standing](const BoardCell &cell) { return cell.standing == standing; });
    });
}

bool hasDerived(const Board &board)
{
    return std::any_of(board.rows.begin(), board.rows.end(), [](const Board::Row &row) {
        return std::any_of(
            row.cells.begin(), row.cells.end(), [](const BoardCell &cell) { return cell.isDerived; });
    });
}

} // namespace

QStringList levelCounts(const Indicator &indicator, const BoardTotal &total, LevelsOf which)
{
    QStringList counts;
    for (auto level = indicator.levels.rbegin(); level != indicator.levels.rend(); ++level) {
        const int count = total.levels.value(level->code);
        if (count > 0 && level->meets == (which == LevelsOf::Goal))
            counts << QString::number(count) + fixedSpace + level->title;
    }
    return counts;
}

QString totalText(const BoardTotal &total)
{
    const QString met = Tr::tr("%1 of %2").arg(total.sum ? total.in.value_or(0) : total.met).arg(total.of);
    return total.sum ? Tr::tr("%1 in %2", "a sum; in so many of how many").arg(*total.sum).arg(met) : met;
}

QString totalRest(const Indicator &indicator, const BoardTotal &total)
{
    const auto count = [](int number, const QString &word) {
        return QString::number(number) + fixedSpace + word;
    };
    QStringList parts = levelCounts(indicator, total, LevelsOf::Below);
    if (indicator.levels.empty()) {
        if (total.onTheWay > 0)
            parts << count(total.onTheWay, Tr::tr("on the way"));
        if (total.notMet > 0)
            parts << count(total.notMet, Tr::tr("not met"));
    }
    if (total.unknown > 0)
        parts << count(total.unknown, Tr::tr("unknown"));
    if (total.notApplicable > 0)
        parts << count(total.notApplicable, Tr::tr("n/a"));
    return parts.join(u", "_s);
}

BoardTableReport boardTable(const Board &board, const QLocale &locale)
{
    BoardTableReport paper;
    paper.table.numberTitle = u"#"_s;
    paper.table.codeTitle = Tr::tr("CC", "country code, head of a column");
    paper.table.nameTitle = Tr::tr("Country / territory");
    for (const Indicator &indicator : board.indicators)
        paper.table.columns.push_back(
            {indicator.projectCode, indicator.group, indicator.title, indicator.colourLight});

    Notes notes;
    for (const Board::Row &row : board.rows) {
        report::BoardTable::Row line;
        line.number = QString::number(paper.table.rows.size() + 1);
        line.code = row.code;
        line.name.text = row.name;
        line.name.reconstructed = row.isReconstructed();
        if (row.isReconstructed() && !row.doubt.isEmpty()) {
            line.name.sign = u"?"_s;
            line.name.mark = notes.mark(row.doubt);
        }
        for (size_t i = 0; i < row.cells.size(); ++i)
            line.cells.push_back(tableCell(board.indicators[i], row.cells[i], locale, notes));
        paper.table.rows.push_back(std::move(line));
    }
    paper.table.totalsTitle = Tr::tr("%n territories", nullptr, int(board.rows.size()));
    for (size_t i = 0; i < board.totals.size(); ++i)
        paper.table.totals.push_back(tableTotal(board.indicators[i], board.totals[i]));

    if (hasStanding(board, Standing::Unknown))
        paper.notes.notes.push_back({u"–"_s, Tr::tr("unknown: nothing on file on this date.")});
    if (hasStanding(board, Standing::NotApplicable))
        paper.notes.notes.push_back({Tr::tr("n/a"), Tr::tr("does not apply; left out of the totals.")});
    if (hasDerived(board))
        paper.notes.notes.push_back({u"Σ"_s, Tr::tr("read from records of the file; nobody stated it.")});
    for (const QString &text : notes.texts())
        paper.notes.notes.push_back({notes.mark(text), text});
    return paper;
}

} // namespace liaison
