// Makes the ready-made edits: reference data, regions and the example, from the CSV files of resources/.
//     liaison_make_edits RESOURCES OUT
// Each series of releases is one replica's chain, so that any laptop has the same edits under the same names. What was
// released never changes: a later release is a further file, NAME-2.edits.

#include "models/domain/catalogue.h"
#include "models/domain/cbor.h"
#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/exchange/csv.h"
#include "models/store/edit.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

[[noreturn]] void fail(const QString &message)
{
    QTextStream(stderr) << "liaison_make_edits: " << message << '\n';
    std::exit(1);
}

// A CSV file by the names of its columns.
class Table
{
public:
    Table(const QString &folder, const QString &name) : m_name(name)
    {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            fail(name + u": "_s + file.errorString());
        auto rows = readCsv(file.readAll(), name);
        if (!rows)
            fail(rows.error().message());
        if (rows->empty())
            fail(name + u": no head line"_s);
        m_rows = std::move(*rows);
        m_columns = m_rows.front().fields;
        m_rows.erase(m_rows.begin());
    }

    size_t size() const { return m_rows.size(); }

    QString at(size_t row, const QString &column) const
    {
        const qsizetype index = m_columns.indexOf(column);
        if (index < 0)
            fail(m_name + u": no column "_s + column);
        return m_rows[row].fields.value(index);
    }

private:
    QString m_name;
    QStringList m_columns;
    std::vector<CsvRow> m_rows;
};

using Fields = std::vector<std::pair<fields::Name, Value>>;

// One ready-made edit in the making.
class Release
{
public:
    Release(const QString &series, const QString &label)
    {
        m_edit.replica = naturalId(u"ready-made", series);
        m_edit.author = u"Liaison"_s;
        m_edit.label = label;
    }
    // The next of its series.
    Release(const Release &before, const QString &label)
    {
        m_edit.parent = before.m_edit.name();
        m_edit.replica = before.m_edit.replica;
        m_edit.n = before.m_edit.n + 1;
        m_edit.author = before.m_edit.author;
        m_edit.label = label;
    }

    void row(fields::Name entityName, QUuid id, const Fields &values)
    {
        Operation op = operation(entityName, id, values);
        op.life = Life::Alive;
        for (const Field &field : Catalogue::builtIn().entity(entityName)->fields) {
            if (field.is(Field::Required) && !op.fields.contains(QString(field.name)))
                fail(entityName + u": a row without "_s + field.name);
        }
        m_edit.ops.push_back(std::move(op));
    }

    // Other values for a row that an earlier release wrote last.
    void change(fields::Name entityName, QUuid id, const Fields &values, const Release &seen)
    {
        Operation op = operation(entityName, id, values);
        op.prev = {seen.m_edit.name()};
        m_edit.ops.push_back(std::move(op));
    }

    void save(const QString &path) const
    {
        if (m_edit.ops.size() > Edit::mostOperations || m_edit.transport().size() > Edit::mostBytes)
            fail(path + u": too much for one edit"_s);
        CborWriter out;
        out.array(1);
        out.bytes(m_edit.transport());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(out.result()) != out.result().size() || !file.commit())
            fail(path + u": "_s + file.errorString());
    }

private:
    static Operation operation(fields::Name entityName, QUuid id, const Fields &values)
    {
        const Entity *entity = Catalogue::builtIn().entity(entityName);
        Operation op;
        op.entity = entityName;
        op.row = id;
        for (const auto &[name, value] : values) {
            const Field *field = entity->field(name);
            if (!field || field->isSealed()) // a salt would differ from run to run
                fail(entityName + u": no plain field "_s + name);
            if (const auto checked = field->check(value); !checked)
                fail(entityName + u": "_s + checked.error().message());
            if (!value.isNull())
                op.fields[QString(name)].bytes = value.toCanonical();
        }
        return op;
    }

    Edit m_edit;
};

Value text(const QString &cell)
{
    return cell.isEmpty() ? Value() : Value(cell);
}

Value integer(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    bool ok = false;
    const qint64 number = cell.toLongLong(&ok);
    if (!ok)
        fail(cell + u": not a number"_s);
    return Value(number);
}

Value yesNo(const QString &cell)
{
    if (cell != "yes"_L1 && cell != "no"_L1)
        fail(cell + u": neither yes nor no"_s);
    return Value(cell == "yes"_L1);
}

Value date(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    const auto parsed = PartialDate::parse(cell);
    if (!parsed)
        fail(cell + u": not a date"_s);
    return Value(*parsed);
}

Value decimal(const QString &cell)
{
    if (cell.isEmpty())
        return {};
    const auto parsed = parseDecimal(cell);
    if (!parsed)
        fail(cell + u": not a decimal number"_s);
    return Value(*parsed);
}

Value list(Value::List items)
{
    return items.empty() ? Value() : Value(std::move(items));
}

QUuid territoryId(const QString &code)
{
    return naturalId(QString(fields::territory::entity), code);
}

QUuid indicatorId(const QString &code)
{
    return naturalId(QString(fields::indicator::entity), code);
}

// Current and historic territories as one list, in code order.
class Territories
{
public:
    explicit Territories(const QString &folder)
        : m_aliases(folder, u"territory_aliases.csv"_s), m_idn(folder, u"idn_cctlds.csv"_s),
          m_lives(folder, u"territory_lifetimes.csv"_s)
    {
        const Table current(folder, u"territories.csv"_s);
        for (size_t i = 0; i < current.size(); ++i) {
            m_current.insert(current.at(i, u"code"_s));
            m_known[current.at(i, u"code"_s)] = fieldsOf(current, i, current.at(i, u"m49_subregion"_s),
                current.at(i, u"icann_region"_s), {}, current.at(i, u"caribbean"_s));
        }
        const Table historic(folder, u"territories_historic.csv"_s);
        for (size_t i = 0; i < historic.size(); ++i)
            m_known[historic.at(i, u"code"_s)] = fieldsOf(
                historic, i, QString(), QString(), historic.at(i, u"successors"_s), historic.at(i, u"caribbean"_s));
    }

    void writeTo(Release &release) const
    {
        for (const auto &[code, known] : m_known)
            release.row(fields::territory::entity, territoryId(code), known.values);
    }

    // Territories of today that owned others of today before these had a code of their own; the first release knew of
    // those of the past only.
    void writeFormerOwners(Release &release, const Release &before) const
    {
        namespace f = fields::territory;
        std::map<QString, Value::List> successors;
        for (size_t i = 0; i < m_lives.size(); ++i) {
            const QString owner = m_lives.at(i, u"successor_of"_s);
            if (m_current.contains(owner))
                successors[owner].emplace_back(territoryId(m_lives.at(i, u"code"_s)));
        }
        for (const auto &[owner, rows] : successors)
            release.change(f::entity, territoryId(owner), {{f::successors, list(rows)}}, before);
    }

    QStringList codes() const
    {
        QStringList all;
        for (const auto &[code, known] : m_known)
            all.append(code);
        return all;
    }

    QStringList caribbean() const
    {
        QStringList flagged;
        for (const auto &[code, known] : m_known) {
            if (known.caribbean)
                flagged.append(code);
        }
        return flagged;
    }

private:
    struct Known
    {
        Fields values;
        bool caribbean = false;
    };

    Known fieldsOf(const Table &table, size_t i, const QString &subregion, const QString &icannRegion,
        const QString &successors, const QString &caribbean) const
    {
        namespace f = fields::territory;
        const QString code = table.at(i, u"code"_s);
        Value::List successorRows;
        for (const QString &successor : successors.split(u' ', Qt::SkipEmptyParts))
            successorRows.emplace_back(territoryId(successor));
        Fields values = {
            {f::code, text(code)},
            {f::nameEn, text(table.at(i, u"name_en"_s))},
            {f::nameFr, text(table.at(i, u"name_fr"_s))},
            {f::nameEs, text(table.at(i, u"name_es"_s))},
            {f::aliases, list(column(m_aliases, code, u"alias"_s))},
            {f::alpha3, text(table.at(i, u"alpha3"_s))},
            {f::numeric, text(table.at(i, u"numeric"_s))},
            {f::cctld, text(table.at(i, u"cctld"_s))},
            {f::idnCctlds, list(column(m_idn, code, u"u_label"_s))},
            {f::icannRegion, text(icannRegion)},
            {f::subregion, text(subregion)},
            {f::successors, list(std::move(successorRows))},
            {f::latitude, decimal(table.at(i, u"latitude"_s))},
            {f::longitude, decimal(table.at(i, u"longitude"_s))},
        };
        for (size_t life = 0; life < m_lives.size(); ++life) {
            if (m_lives.at(life, u"code"_s) != code)
                continue;
            values.emplace_back(f::existsFrom, date(m_lives.at(life, u"exists_from"_s)));
            values.emplace_back(f::existsUntil, date(m_lives.at(life, u"exists_until"_s)));
        }
        return {values, caribbean == "1"_L1};
    }

    static Value::List column(const Table &table, const QString &code, const QString &name)
    {
        Value::List items;
        for (size_t i = 0; i < table.size(); ++i) {
            const Value item(table.at(i, name));
            if (table.at(i, u"code"_s) == code && std::find(items.begin(), items.end(), item) == items.end())
                items.push_back(item);
        }
        return items;
    }

    Table m_aliases;
    Table m_idn;
    Table m_lives;
    std::map<QString, Known> m_known;
    std::set<QString> m_current;
};

void writePlan(Release &release, const QString &folder)
{
    const Table objectives(folder, u"objectives.csv"_s);
    for (size_t i = 0; i < objectives.size(); ++i) {
        namespace f = fields::objective;
        const QString code = objectives.at(i, u"code"_s);
        release.row(f::entity, naturalId(QString(f::entity), code),
            {{f::code, text(code)}, {f::title, text(objectives.at(i, u"title"_s))},
                {f::planPeriod, text(objectives.at(i, u"plan_period"_s))},
                {f::position, integer(objectives.at(i, u"position"_s))}});
    }
    const Table projects(folder, u"projects.csv"_s);
    for (size_t i = 0; i < projects.size(); ++i) {
        namespace f = fields::project;
        const QString code = projects.at(i, u"code"_s);
        release.row(f::entity, naturalId(QString(f::entity), code),
            {{f::code, text(code)}, {f::title, text(projects.at(i, u"title"_s))},
                {f::objective, Value(naturalId(QString(fields::objective::entity), projects.at(i, u"objective"_s)))},
                {f::wording, text(projects.at(i, u"wording"_s))},
                {f::plainWords, text(projects.at(i, u"plain_words"_s))},
                {f::relevance, text(projects.at(i, u"relevance"_s))},
                {f::colourLight, text(projects.at(i, u"colour_light"_s))},
                {f::colourDark, text(projects.at(i, u"colour_dark"_s))},
                {f::position, integer(projects.at(i, u"position"_s))}});
    }
}

void writeIndicators(Release &release, const QString &folder)
{
    const Table indicators(folder, u"indicators.csv"_s);
    for (size_t i = 0; i < indicators.size(); ++i) {
        namespace f = fields::indicator;
        const QString code = indicators.at(i, u"code"_s);
        release.row(f::entity, indicatorId(code),
            {{f::code, text(code)},
                {f::project, Value(naturalId(QString(fields::project::entity), indicators.at(i, u"project"_s)))},
                {f::group, text(indicators.at(i, u"group"_s))}, {f::title, text(indicators.at(i, u"title"_s))},
                {f::description, text(indicators.at(i, u"description"_s))},
                {f::scale, text(indicators.at(i, u"scale"_s))},
                {f::aggregate, text(indicators.at(i, u"aggregate"_s))},
                {f::metAt, integer(indicators.at(i, u"met_at"_s))},
                {f::appliesTo, text(indicators.at(i, u"applies_to"_s))},
                {f::staleAfter, integer(indicators.at(i, u"stale_after"_s))},
                {f::position, integer(indicators.at(i, u"position"_s))},
                {f::onBoard, yesNo(indicators.at(i, u"on_board"_s))}});
    }
    const Table levels(folder, u"levels.csv"_s);
    for (size_t i = 0; i < levels.size(); ++i) {
        namespace f = fields::level;
        const QString indicator = levels.at(i, u"indicator"_s);
        const QString code = levels.at(i, u"code"_s);
        release.row(f::entity, naturalId(QString(f::entity), indicator + u':' + code),
            {{f::indicator, Value(indicatorId(indicator))}, {f::code, text(code)},
                {f::title, text(levels.at(i, u"title"_s))}, {f::position, integer(levels.at(i, u"position"_s))},
                {f::meets, yesNo(levels.at(i, u"meets"_s))}});
    }
}

QUuid writeRegion(Release &release, const QString &series, const QString &name, int position)
{
    namespace f = fields::region;
    const QUuid region = naturalId(QString(f::entity), series);
    release.row(f::entity, region, {{f::name, Value(name)}, {f::position, Value(position)}});
    return region;
}

void writeMember(Release &release, QUuid region, const QString &code, int position, const Fields &more = {})
{
    namespace f = fields::regionTerritory;
    Fields values = {
        {f::region, Value(region)}, {f::territory, Value(territoryId(code))}, {f::position, Value(position)}};
    values.insert(values.end(), more.begin(), more.end());
    release.row(f::entity, naturalId(QString(f::entity), region.toString(QUuid::WithoutBraces) + u':' + code), values);
}

void saveRegion(const QString &out, const QString &series, const QString &name, int position, const QStringList &codes)
{
    Release release(series, u"Region "_s + name);
    const QUuid region = writeRegion(release, series, name, position);
    int place = 0;
    for (const QString &code : codes)
        writeMember(release, region, code, ++place);
    release.save(out + u'/' + series + u"-1.edits"_s);
}

// Where the reconstruction of a row's name is weak, in a sentence for people.
Value doubtOf(const QString &code)
{
    static const std::map<QString, QString> doubts = {
        {u"AG"_s, u"GAC and ccNSO of this row are not verified; the row could be another territory."_s},
        {u"PR"_s, u"GAC and ccNSO of this row are not verified; the row could be another territory."_s},
        {u"GP"_s, u"One of two possible territories (GP or GF)."_s},
        {u"TC"_s, u"One of two possible territories (TC or SR)."_s},
        {u"VG"_s, u"The order of VI and VG is uncertain."_s},
    };
    const auto it = doubts.find(code);
    return it == doubts.end() ? Value() : Value(it->second);
}

void writeObservation(Release &release, const QString &territory, const QString &indicator, const PartialDate &day,
    const Value &reading, const QString &source, QLatin1StringView certainty)
{
    namespace f = fields::observation;
    const Value::Parts parts = {{QString(f::reading), reading}, {QString(f::source), Value(source)},
        {QString(f::certainty), Value(QString(certainty))}};
    release.row(f::entity, naturalId(QString(f::entity), territory + u':' + indicator + u':' + day.toIso()),
        {{f::territory, Value(territoryId(territory))}, {f::indicator, Value(indicatorId(indicator))},
            {f::date, Value(day)}, {f::value, Value(parts)}});
}

const QString exampleSeries = u"caribbean-2007"_s;
const QDate exampleDay(2007, 2, 15);

Release exampleBoard(const QString &folder)
{
    const Value assumed{QString(certaintyCode::assumed)};
    const Table board(folder, u"caribbean_board_2007_guess.csv"_s);

    Release release(exampleSeries, u"The board of 15 February 2007"_s);
    const QUuid region = writeRegion(release, exampleSeries, u"Caribbean"_s, 1);
    for (size_t i = 0; i < board.size(); ++i) {
        namespace f = fields::regionTerritory;
        const QString code = board.at(i, u"code"_s);
        writeMember(release, region, code, static_cast<int>(i) + 1,
            {{f::certainty, assumed}, {f::evidence, text(board.at(i, u"name_evidence"_s))}, {f::doubt, doubtOf(code)}});
    }
    const auto observe = [&](const QString &territory, const QString &indicator, const Value &reading) {
        if (!reading.isNull())
            writeObservation(release, territory, indicator, PartialDate(exampleDay), reading, u"deck, 15 Feb 2007"_s,
                certaintyCode::assumed);
    };
    for (size_t i = 0; i < board.size(); ++i) {
        const QString code = board.at(i, u"code"_s);
        observe(code, u"ALS"_s, integer(board.at(i, u"als"_s)));
        observe(code, u"GAC"_s, text(board.at(i, u"gac"_s)));
        observe(code, u"AF/EoL"_s, text(board.at(i, u"agreement"_s)));
        observe(code, u"ccNSO"_s, text(board.at(i, u"ccnso"_s)));
    }
    return release;
}

// The file's word as the level of our ladder.
QString levelOf(const QString &indicator, const QString &word)
{
    // A government is "member" of the GAC by naming its representative: the deck's "represented". The ccNSO's ladder
    // has "member" itself, below "active", and says no more of a territory than was found.
    if (indicator == "GAC"_L1 && word == "member"_L1)
        return u"represented"_s;
    return indicator == "AF/EoL"_L1 ? word + u" signed"_s : word;
}

// What is known of the time after the board. Facts of its day or before would change the board and stay out; those of
// territories that are not on it (SR, CW, SX) are of use to another region of the same file.
Release exampleHistory(const QString &folder, const Release &before)
{
    Release release(before, u"What is known since, to 2019"_s);
    const Table facts(folder, u"caribbean_status.csv"_s);
    const auto observe = [&](size_t i, const QString &indicator, const QString &valueColumn, const QString &dateColumn) {
        const QString word = facts.at(i, valueColumn);
        const Value when = date(facts.at(i, dateColumn));
        if (word.isEmpty() || when.isNull() || when.date().firstDay() <= exampleDay)
            return;
        const Value reading = indicator == "ALS"_L1 ? integer(word) : Value(levelOf(indicator, word));
        writeObservation(release, facts.at(i, u"code"_s), indicator, when.date(), reading,
            u"caribbean_status.csv: %1 %2, %3"_s.arg(indicator, word, when.date().toIso()), certaintyCode::reported);
    };
    for (size_t i = 0; i < facts.size(); ++i) {
        observe(i, u"ALS"_s, u"als_known"_s, u"als_as_of"_s);
        observe(i, u"GAC"_s, u"gac"_s, u"gac_as_of"_s);
        observe(i, u"AF/EoL"_s, u"agreement"_s, u"agreement_date"_s);
        observe(i, u"ccNSO"_s, u"ccnso"_s, u"ccnso_as_of"_s);
    }
    return release;
}

void saveExample(const QString &resources, const QString &out)
{
    const QString folder = resources + u"/example"_s;
    const Release board = exampleBoard(folder);
    board.save(out + u'/' + exampleSeries + u"-1.edits"_s);
    exampleHistory(folder, board).save(out + u'/' + exampleSeries + u"-2.edits"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        fail(u"usage: liaison_make_edits RESOURCES OUT"_s);
    const QString resources = arguments.at(1);
    const QString reference = resources + u"/reference"_s;
    const QString out = arguments.at(2);

    const Territories territories(reference);
    Release release(u"reference"_s, u"Reference data"_s);
    writePlan(release, reference);
    writeIndicators(release, reference);
    territories.writeTo(release);
    release.save(out + u"/reference-1.edits"_s);
    Release second(release, u"Reference data: former owners"_s);
    territories.writeFormerOwners(second, release);
    second.save(out + u"/reference-2.edits"_s);

    saveRegion(out, u"caribbean"_s, u"Caribbean"_s, 1, territories.caribbean());
    saveRegion(out, u"world"_s, u"World"_s, 2, territories.codes());
    saveExample(resources, out);
    return 0;
}
