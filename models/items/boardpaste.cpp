#include "models/items/boardpaste.h"

#include "models/exchange/csv.h"
#include "models/figures/territorynames.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(boardpaste)
};

class Block
{
public:
    Block(const Board &board, const TerritoryNames &names, std::vector<CsvRow> rows, size_t row,
        size_t indicator)
        : m_board(board)
        , m_names(names)
        , m_rows(std::move(rows))
        , m_firstRow(row)
        , m_firstIndicator(indicator)
    {
        for (const CsvRow &line : m_rows)
            m_width = std::max(m_width, line.fields.size());
    }

    Result<std::vector<PastedCell>> read()
    {
        const qsizetype nameColumns = countNameColumns();
        if (nameColumns > 0 && nameColumns == m_width)
            return fault(0, 0, Tr::tr("there are names of territories and no values beside them"));
        std::vector<PastedCell> cells;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            if (isEmpty(i))
                continue;
            const auto row = nameColumns > 0 ? namedRow(i) : Result<size_t>(m_firstRow + i);
            if (!row)
                return row.error();
            for (qsizetype j = nameColumns; j < m_width; ++j) {
                if (cell(i, j).isEmpty())
                    continue;
                auto pasted = readCell(i, j, *row, m_firstIndicator + static_cast<size_t>(j - nameColumns));
                if (!pasted)
                    return pasted.error();
                cells.push_back(std::move(*pasted));
            }
        }
        return cells;
    }

private:
    QString cell(size_t row, qsizetype column) const { return m_rows[row].fields.value(column).trimmed(); }

    bool isEmpty(size_t row) const
    {
        const QStringList &fields = m_rows[row].fields;
        return std::all_of(
            fields.begin(), fields.end(), [](const QString &text) { return text.trimmed().isEmpty(); });
    }

    Error fault(size_t row, qsizetype column, const QString &why) const
    {
        return {Tr::tr("cannot paste"), Tr::tr("row %L1, column %L2").arg(row + 1).arg(column + 1), why};
    }

    // A first column without any value of the column it would stand in names territories; a second one may
    // name the same again (code and name, as in the board's own sheet).
    qsizetype countNameColumns() const
    {
        if (m_width < 2 || m_firstIndicator >= m_board.indicators.size())
            return 0;
        const Indicator &indicator = m_board.indicators[m_firstIndicator];
        bool named = false;
        bool namedTwice = m_width > 2;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const QString first = cell(i, 0);
            if (first.isEmpty())
                continue;
            if (indicator.parseReading(first))
                return 0;
            named = true;
            namedTwice = namedTwice && namesSame(first, cell(i, 1));
        }
        return named ? (namedTwice ? 2 : 1) : 0;
    }

    bool namesSame(const QString &one, const QString &other) const
    {
        const auto first = m_names.find(one);
        const auto second = m_names.find(other);
        if (!first || second)
            return first && *first == *second;
        // Ambiguous as a name, but the code before it has chosen.
        return TerritoryNames::folded(other) == TerritoryNames::folded(m_names.name(*first));
    }

    Result<size_t> namedRow(size_t i)
    {
        const QString name = cell(i, 0);
        if (name.isEmpty())
            return fault(i, 0, Tr::tr("no territory in this row"));
        const auto territory = m_names.find(name);
        if (!territory)
            return fault(i, 0, territory.error().message());
        const auto row = std::find_if(m_board.rows.begin(), m_board.rows.end(),
            [&](const Board::Row &candidate) { return candidate.territory == *territory; });
        if (row == m_board.rows.end())
            return fault(i, 0, Tr::tr("%1 is not on this board").arg(m_names.name(*territory)));
        if (m_seen.contains(*territory))
            return fault(i, 0, Tr::tr("%1 stands twice").arg(m_names.name(*territory)));
        m_seen.insert(*territory);
        return static_cast<size_t>(row - m_board.rows.begin());
    }

    Result<PastedCell> readCell(size_t i, qsizetype j, size_t row, size_t indicator) const
    {
        if (row >= m_board.rows.size())
            return fault(i, j, Tr::tr("below the last row of the board"));
        if (indicator >= m_board.indicators.size())
            return fault(i, j, Tr::tr("beyond the last column of the board"));
        auto reading = m_board.indicators[indicator].parseReading(cell(i, j));
        if (!reading)
            return fault(i, j, u"%1, %2"_s.arg(m_board.rows[row].name, reading.error().message()));
        return PastedCell{row, indicator, std::move(*reading)};
    }

    const Board &m_board;
    const TerritoryNames &m_names;
    std::vector<CsvRow> m_rows;
    size_t m_firstRow;
    size_t m_firstIndicator;
    qsizetype m_width = 0;
    QSet<QUuid> m_seen;
};

} // namespace

Result<std::vector<PastedCell>> readPastedBlock(
    const Board &board, const TerritoryNames &names, const QString &text, size_t row, size_t indicator)
{
    auto rows = readCells(text, u'\t', BlankLines::Keep, Tr::tr("clipboard"));
    if (!rows)
        return rows.error();
    return Block(board, names, std::move(*rows), row, indicator).read();
}

QString blockText(const std::vector<QStringList> &rows)
{
    QString text;
    for (QStringList cells : rows) {
        for (QString &cell : cells) {
            const auto special = [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r' || c == u'"'; };
            if (std::any_of(cell.begin(), cell.end(), special))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace liaison
