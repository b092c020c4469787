// Makes the ready-made edits: reference data, regions and the example, from the CSV files of resources/.
//     liaison_make_edits RESOURCES OUT
// Each series of releases is one replica's chain, so that any laptop has the same edits under the same names. What was
// released never changes: a later release is a further file, NAME-2.edits.

#include "resources/seed/seed.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace liaison;
using namespace liaison::seed;

namespace {

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

void saveRegion(const QString &out, const QString &series, const QString &name, int position, const QStringList &codes)
{
    Release release(series, u"Region "_s + name);
    const QUuid region = writeRegion(release, series, name, position);
    int place = 0;
    for (const QString &code : codes)
        writeMember(release, region, code, ++place);
    release.save(out + u'/' + series + u"-1.edits"_s);
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
