#include "models/exchange/boardimport.h"

#include "models/domain/catalogue.h"
#include "models/domain/fields.h"
#include "models/edits/rules.h"
#include "models/figures/indicator.h"
#include "models/figures/territorynames.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(boardimport)
};

QString cell(const CsvRow &row, qsizetype column)
{
    return column >= 0 && column < row.fields.size() ? row.fields.at(column).trimmed() : QString();
}

QString quoted(const QString &text)
{
    return u'“' + (text.size() > 100 ? text.left(100) + u'…' : text) + u'”';
}

class SheetReader
{
public:
    SheetReader(const Store &store, const QString &fileName, const BoardImportOptions &options)
        : m_store(store)
        , m_fileName(fileName)
        , m_options(options)
        , m_names(store)
        , m_rules(store)
        , m_indicators(indicators(store))
    {
    }

    Result<BoardImport> read(const std::vector<CsvRow> &rows)
    {
        if (auto checked = checkOptions(); !checked)
            return checked.error();
        if (rows.empty())
            return whole({}, 0, Tr::tr("the sheet is empty"));
        if (auto header = readHeader(rows); !header)
            return header.error();
        readWhatStands();
        for (size_t i = 1; i < rows.size(); ++i)
            readRow(rows[i]);
        return std::move(m_sheet);
    }

private:
    struct Column
    {
        qsizetype at = 0;
        const Indicator *indicator = nullptr;
    };
    struct Filed
    {
        Value reading;
        QString source;
        QString certainty;
    };

    Error whole(const CsvRow &row, qsizetype column, const QString &why) const
    {
        const auto at = static_cast<size_t>(column);
        QString where = m_fileName;
        if (at < row.lines.size())
            where += u":%1:%2"_s.arg(row.lines[at]).arg(row.columns[at]);
        return {Tr::tr("cannot import the sheet"), where, why};
    }

    void refuse(const CsvRow &row, qsizetype column, const QString &message)
    {
        // A row may end before the column that is missed.
        const auto at = std::min(static_cast<size_t>(std::max<qsizetype>(column, 0)), row.lines.size() - 1);
        m_sheet.refused.push_back({row.lines[at], row.columns[at], message});
    }

    Result<void> checkOptions() const
    {
        const QString what = Tr::tr("cannot import the sheet");
        if (m_options.date.isNull())
            return Error{what, QString(), Tr::tr("it needs a date")};
        const Field &value = *m_store.catalogue()
                                  .entity(fields::observation::entity)
                                  ->field(fields::observation::value);
        for (const auto &[name, text] : {std::pair(fields::observation::source, m_options.source),
                 std::pair(fields::observation::certainty, m_options.certainty)}) {
            if (text.isEmpty())
                continue;
            if (const auto checked = value.part(name)->check(Value(text)); !checked)
                return Error{what, checked.error().where, checked.error().why};
        }
        return {};
    }

    Result<void> readHeader(const std::vector<CsvRow> &rows)
    {
        const CsvRow &header = rows.front();
        m_width = header.fields.size();
        QStringList seen;
        for (qsizetype i = 0; i < header.fields.size(); ++i) {
            const QString name = cell(header, i);
            if (name.isEmpty()) {
                // Spreadsheets like to add empty columns; one that holds something is told.
                if (std::any_of(
                        rows.begin(), rows.end(), [&](const CsvRow &r) { return !cell(r, i).isEmpty(); }))
                    m_sheet.leftColumns.append(Tr::tr("column %1").arg(i + 1));
                continue;
            }
            const auto known = std::find_if(m_indicators.begin(), m_indicators.end(),
                [&](const Indicator &x) { return x.code.compare(name, Qt::CaseInsensitive) == 0; });
            const bool isCode = name.compare("code"_L1, Qt::CaseInsensitive) == 0;
            const bool isTerritory = name.compare("territory"_L1, Qt::CaseInsensitive) == 0;
            if (!isCode && !isTerritory && known == m_indicators.end()) {
                m_sheet.leftColumns.append(name);
                continue;
            }
            if (seen.contains(name, Qt::CaseInsensitive))
                return whole(header, i, Tr::tr("the column %1 stands twice").arg(quoted(name)));
            seen.append(name);
            if (isCode)
                m_code = i;
            else if (isTerritory)
                m_territory = i;
            else
                m_columns.push_back({i, &*known});
        }
        if (m_code < 0 && m_territory < 0) {
            const QString first = header.fields.front();
            return whole(header, 0,
                first.contains(u';') || first.contains(u'\t')
                    ? Tr::tr("its columns are not separated by commas")
                    : Tr::tr("it has neither a column “code” nor a column “territory”"));
        }
        if (m_columns.empty()) {
            QStringList codes;
            for (const Indicator &indicator : m_indicators)
                codes.append(indicator.code);
            return whole(
                header, 0, Tr::tr("none of its columns is an indicator: %1").arg(codes.join(u", "_s)));
        }
        return {};
    }

    void readWhatStands()
    {
        namespace f = fields::observation;
        const Query exact{.entity = f::entity, .where = {{QString(f::date), Value(m_options.date)}}};
        for (const Record &record : m_store.read(exact)) {
            const Value &value = record.value(f::value);
            m_filed[{record.value(f::territory).row(), record.value(f::indicator).row()}] = {
                value.part(f::reading), value.part(f::source).text(), value.part(f::certainty).text()};
        }
    }

    void readRow(const CsvRow &row)
    {
        const auto territory = territoryOf(row);
        if (!territory)
            return;
        for (const Column &column : m_columns) {
            const QString text = cell(row, column.at);
            if (text.isEmpty())
                continue;
            const auto reading = column.indicator->parseReading(text);
            const auto taken = reading ? take(*territory, *column.indicator, *reading) : reading.error();
            if (!taken)
                refuse(row, column.at, taken.error().message());
        }
    }

    // The row's territory, or nothing when the row is refused.
    std::optional<QUuid> territoryOf(const CsvRow &row)
    {
        const QString code = cell(row, m_code);
        const QString name = cell(row, m_territory);
        const qsizetype key = !code.isEmpty() || m_territory < 0 ? m_code : m_territory;
        const auto refused = [&](qsizetype column, const QString &why) {
            refuse(row, column, why);
            return std::nullopt;
        };
        for (qsizetype i = m_width; i < row.fields.size(); ++i) {
            if (!cell(row, i).isEmpty())
                return refused(
                    i, Tr::tr("more columns than the first row; a name with a comma needs quotes"));
        }
        if (code.isEmpty() && name.isEmpty())
            return refused(key, Tr::tr("no territory in this row"));
        const auto found = m_names.find(code.isEmpty() ? name : code);
        if (!found)
            return refused(key, found.error().message());
        if (!code.isEmpty() && !name.isEmpty() && !isCalled(*found, name))
            return refused(m_territory,
                Tr::tr("%1 is %2, but the row says %3")
                    .arg(quoted(code), m_names.name(*found), quoted(name)));
        if (const auto line = m_lineOf.constFind(*found); line != m_lineOf.constEnd())
            return refused(key, Tr::tr("%1 stood in line %2 already").arg(m_names.name(*found)).arg(*line));
        m_lineOf.insert(*found, row.line);
        return *found;
    }

    // A name that stands at two territories is no contradiction when the code has chosen one of them.
    bool isCalled(QUuid territory, const QString &name) const
    {
        namespace f = fields::territory;
        if (const auto found = m_names.find(name))
            return *found == territory;
        const Record record = m_store.find(f::entity, territory);
        const QString folded = TerritoryNames::folded(name);
        const auto same = [&](const Value &value) { return TerritoryNames::folded(value.text()) == folded; };
        const Value::List *aliases = record.value(f::aliases).toList();
        return same(record.value(f::nameEn)) || same(record.value(f::nameFr)) || same(record.value(f::nameEs))
            || (aliases && std::any_of(aliases->begin(), aliases->end(), same));
    }

    Result<void> take(QUuid territory, const Indicator &indicator, const Value &reading)
    {
        const auto filed = m_filed.find({territory, indicator.id});
        const bool stands = filed != m_filed.end();
        const bool reads = stands && filed->second.reading == reading;
        const auto said = [](const QString &text, const QString &otherwise) {
            return text.isEmpty() ? otherwise : text;
        };
        const Observation observation{territory, indicator.id, m_options.date, reading,
            said(m_options.source, reads ? filed->second.source : QFileInfo(m_fileName).fileName()),
            said(m_options.certainty, reads ? filed->second.certainty : QString()), {}};
        const bool same = stands ? reads
                && (reading == Value(unknownReading)
                    || (observation.source == filed->second.source
                        && observation.certainty == filed->second.certainty))
                                 : showsAnyway(territory, indicator, reading);
        if (same) {
            ++m_sheet.same;
            return {};
        }
        // What stands may always be withdrawn.
        const bool withdraws = stands && reading == Value(unknownReading);
        if (const auto fits = m_rules.checkObservation(territory, indicator.id, m_options.date, reading);
            !fits && !withdraws)
            return fits;
        ++(stands ? m_sheet.changed : m_sheet.added);
        m_sheet.observations.push_back(observation);
        return {};
    }

    // Whether a cell in which nothing stands says as much: unknown where nothing shows, and what does not
    // apply by its nature, as the board writes both.
    bool showsAnyway(QUuid territory, const Indicator &indicator, const Value &reading)
    {
        if (reading == Value(notApplicableReading))
            return indicator.needsCctld && m_rules.territory(territory)
                && !m_rules.territory(territory)->hasCctld;
        if (reading != Value(unknownReading))
            return false;
        const auto shown = m_store.observedOn({territory}, {indicator.id}, m_options.date.lastDay());
        return shown.empty() || shown.front().reading == Value(unknownReading);
    }

    const Store &m_store;
    QString m_fileName;
    BoardImportOptions m_options;
    TerritoryNames m_names;
    Rules m_rules;
    std::vector<Indicator> m_indicators;
    qsizetype m_width = 0;
    qsizetype m_code = -1;
    qsizetype m_territory = -1;
    std::vector<Column> m_columns;
    std::map<std::pair<QUuid, QUuid>, Filed> m_filed; // by territory and indicator, of exactly the date
    QHash<QUuid, int> m_lineOf;
    BoardImport m_sheet;
};

} // namespace

QString BoardImport::summary() const
{
    return Tr::tr("%L1 new, %L2 changed, %L3 same, %L4 refused")
        .arg(added)
        .arg(changed)
        .arg(same)
        .arg(refused.size());
}

Result<BoardImport> readBoardSheet(
    const Store &store, const QByteArray &bytes, const QString &fileName, const BoardImportOptions &options)
{
    const auto rows = readCsv(bytes, fileName);
    if (!rows)
        return rows.error();
    return SheetReader(store, fileName, options).read(*rows);
}

Result<EditName> applyBoardSheet(Editor &editor, const BoardImport &sheet)
{
    if (sheet.observations.empty())
        return EditName();
    const auto outcome = editor.observeAll(sheet.observations, Tr::tr("Import board sheet"));
    if (!outcome)
        return outcome.error();
    return outcome->edit;
}

} // namespace liaison
