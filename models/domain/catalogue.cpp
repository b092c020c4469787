#include "models/domain/catalogue.h"

#include "models/domain/catalogueparts.h"
#include "models/domain/fields.h"
#include "models/domain/outreachentities.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

using namespace catalogueParts;

namespace {

Entity regionEntity()
{
    using namespace fields::region;
    return {entity, TITLE("Region"), TITLE("Regions"),
        {
            text(name, TITLE("Name"), required | Field::Searched),
            text(fiscalYearStart, TITLE("Fiscal year starts")),
            text(office, TITLE("Office")),
            field(FieldType::Integer, position, TITLE("Order")),
        },
        {name}};
}

Entity regionTerritoryEntity()
{
    using namespace fields::regionTerritory;
    return {entity, TITLE("Territory of a region"), TITLE("Territories of regions"),
        {
            reference(region, TITLE("Region"), fields::region::entity, key),
            reference(territory, TITLE("Territory"), fields::territory::entity, key),
            field(FieldType::Integer, position, TITLE("Order")),
            choice(certainty, TITLE("Certainty of the name"), certainties()),
            text(evidence, TITLE("Evidence for the name"), 0),
            text(doubt, TITLE("Doubt about the name"), 0),
        },
        {}};
}

Entity territoryEntity()
{
    using namespace fields::territory;
    return {entity, TITLE("Territory"), TITLE("Territories"),
        {
            text(code, TITLE("Code"), key | Field::Searched),
            text(nameEn, TITLE("Name"), required | Field::Searched),
            text(nameFr, TITLE("Name in French"), searched),
            text(nameEs, TITLE("Name in Spanish"), searched),
            field(FieldType::TextList, aliases, TITLE("Other names"), Field::Searched),
            text(alpha3, TITLE("Three-letter code"), 0),
            text(numeric, TITLE("Numeric code"), 0),
            text(cctld, TITLE("ccTLD"), searched),
            field(FieldType::TextList, idnCctlds, TITLE("IDN ccTLDs"), Field::Searched),
            text(cctldManager, TITLE("ccTLD manager"), searched),
            choice(icannRegion, TITLE("ICANN region"),
                {{"AF"_L1, TITLE("Africa")}, {"AP"_L1, TITLE("Asia, Australia and Pacific")},
                    {"EU"_L1, TITLE("Europe")}, {"LAC"_L1, TITLE("Latin America and Caribbean")},
                    {"NA"_L1, TITLE("North America")}}),
            text(subregion, TITLE("Subregion")),
            choice(kind, TITLE("Kind"),
                {{"sovereign"_L1, TITLE("sovereign")}, {"dependent"_L1, TITLE("dependent")},
                    {"other"_L1, TITLE("other")}}),
            reference(sovereign, TITLE("Sovereign"), entity),
            field(FieldType::Date, existsFrom, TITLE("Exists from")),
            field(FieldType::Date, existsUntil, TITLE("Exists until")),
            references(successors, TITLE("Successors"), entity),
            field(FieldType::Decimal, latitude, TITLE("Latitude"), 0),
            field(FieldType::Decimal, longitude, TITLE("Longitude"), 0),
        },
        {nameEn},
        {{Rule::Kind::NotBefore, existsUntil, existsFrom}}};
}

Entity objectiveEntity()
{
    using namespace fields::objective;
    return {entity, TITLE("Objective"), TITLE("Objectives"),
        {
            text(code, TITLE("Code"), key),
            text(title, TITLE("Title"), required | Field::Searched),
            text(planPeriod, TITLE("Plan period")),
            field(FieldType::Integer, position, TITLE("Order")),
        },
        {title}};
}

Entity projectEntity()
{
    using namespace fields::project;
    return {entity, TITLE("Project"), TITLE("Projects"),
        {
            text(code, TITLE("Code"), key | Field::Searched),
            text(title, TITLE("Title"), required | Field::Searched),
            reference(objective, TITLE("Objective"), fields::objective::entity),
            text(wording, TITLE("Wording of the plan"), Field::Searched),
            text(plainWords, TITLE("Plain words"), searched),
            text(relevance, TITLE("Relevance"), Field::Searched),
            text(colourLight, TITLE("Colour on light"), 0),
            text(colourDark, TITLE("Colour on dark"), 0),
            field(FieldType::Integer, position, TITLE("Order")),
        },
        {title}};
}

Entity indicatorEntity()
{
    using namespace fields::indicator;
    return {entity, TITLE("Indicator"), TITLE("Indicators"),
        {
            text(code, TITLE("Code"), key | Field::Searched),
            reference(project, TITLE("Project"), fields::project::entity, required),
            text(group, TITLE("Heading")),
            text(title, TITLE("Title"), required | Field::Searched),
            text(description, TITLE("Description"), Field::Searched),
            choice(scale, TITLE("Scale"),
                {{"count"_L1, TITLE("count")}, {"ladder"_L1, TITLE("ladder")}, {"yes/no"_L1, TITLE("yes/no")},
                    {"money"_L1, TITLE("money")}, {"days"_L1, TITLE("days")}},
                required),
            choice(aggregate, TITLE("In totals"), {{"sum"_L1, TITLE("sum")}, {"none"_L1, TITLE("none")}}, 0),
            choice(appliesTo, TITLE("Applies to"),
                {{"all"_L1, TITLE("all territories")}, {"cctld"_L1, TITLE("territories with a ccTLD")}}),
            field(FieldType::Integer, metAt, TITLE("Met at")),
            field(FieldType::Integer, staleAfter, TITLE("Stale after (months)")),
            field(FieldType::Integer, position, TITLE("Order")),
            field(FieldType::Boolean, onBoard, TITLE("On the board")),
        },
        {code}};
}

Entity levelEntity()
{
    using namespace fields::level;
    return {entity, TITLE("Level"), TITLE("Levels"),
        {
            reference(indicator, TITLE("Indicator"), fields::indicator::entity, key),
            text(code, TITLE("Code"), key),
            text(title, TITLE("Title"), required | Field::Searched),
            field(FieldType::Integer, position, TITLE("Rank")),
            field(FieldType::Boolean, meets, TITLE("Meets the goal")),
        },
        {title}};
}

Entity observationEntity()
{
    using namespace fields::observation;
    return {entity, TITLE("Observation"), TITLE("Observations"),
        {
            reference(territory, TITLE("Territory"), fields::territory::entity, key),
            reference(indicator, TITLE("Indicator"), fields::indicator::entity, key),
            field(FieldType::Date, date, TITLE("Date"), key),
            parts(value, TITLE("Value"),
                {
                    field(FieldType::Reading, reading, TITLE("Value"), required),
                    text(source, TITLE("Source"), column),
                    choice(certainty, TITLE("Certainty"), certainties(), column),
                }),
            field(FieldType::LongText, note, TITLE("Note"), Field::Searched),
            field(FieldType::LongText, ownNote, TITLE("Own note"), Field::Searched, Sensitivity::Internal),
        },
        {}};
}

Entity targetEntity()
{
    using namespace fields::target;
    return {entity, TITLE("Target"), TITLE("Targets"),
        {
            reference(indicator, TITLE("Indicator"), fields::indicator::entity, required),
            reference(territory, TITLE("Territory"), fields::territory::entity),
            reference(region, TITLE("Region"), fields::region::entity),
            parts(value, TITLE("Target"),
                {
                    field(FieldType::Date, due, TITLE("Due"), required),
                    field(FieldType::Reading, reading, TITLE("Value"), required),
                    text(reason, TITLE("Reason"), column),
                }),
        },
        {}};
}

Entity taskEntity()
{
    using namespace fields::task;
    return {entity, TITLE("Task"), TITLE("Tasks"),
        {
            field(FieldType::LongText, fields::task::text, TITLE("Text"), required | Field::Searched),
            field(FieldType::AnyReference, of, TITLE("About")),
            liaison::text(owner, TITLE("Owner"), searched),
            field(FieldType::Date, due, TITLE("Due")),
            field(FieldType::Boolean, done, TITLE("Done")),
        },
        {fields::task::text}};
}

Entity issuedReportEntity()
{
    using namespace fields::issuedReport;
    return {entity, TITLE("Issued report"), TITLE("Issued reports"),
        {
            choice(kind, TITLE("Kind"), {{"board"_L1, TITLE("Board report")}}, required),
            reference(region, TITLE("Region"), fields::region::entity),
            field(FieldType::Date, asOf, TITLE("As of"), required),
            field(FieldType::Date, since, TITLE("Since")),
            liaison::text(options, TITLE("Options"), 0),
            field(FieldType::LongText, ownText, TITLE("Own text"), Field::Searched),
            liaison::text(digest, TITLE("Digest"), 0),
            field(FieldType::TextList, known, TITLE("Edits known"), 0),
        },
        {}};
}

void describe(QByteArray &out, const Field &field)
{
    out += field.name.data() + QByteArray(":") + QByteArray::number(static_cast<int>(field.type)) + ":"
        + QByteArray::number(field.flags & (Field::Searched | Field::Key)) + (field.isSealed() ? "s" : "") + ":"
        + field.refers.data();
    // A choice this program does not know shows as nothing, a later one's tables must not keep that.
    for (const Choice &choice : field.choices)
        out += QByteArray(",") + choice.code.data();
    out += ";";
    for (const Field &part : field.parts)
        describe(out, part);
}

} // namespace

Catalogue::Catalogue(std::vector<Entity> entities) : m_entities(std::move(entities)) { }

const Catalogue &Catalogue::builtIn()
{
    static const Catalogue catalogue = [] {
        std::vector<Entity> all = {regionEntity(), regionTerritoryEntity(), territoryEntity(), objectiveEntity(),
            projectEntity(), indicatorEntity(), levelEntity(), observationEntity(), targetEntity(), taskEntity(),
            issuedReportEntity()};
        for (Entity &entity : outreachEntities())
            all.push_back(std::move(entity));
        return Catalogue(std::move(all));
    }();
    return catalogue;
}

const Entity *Catalogue::entity(QAnyStringView name) const
{
    const auto it
        = std::find_if(m_entities.begin(), m_entities.end(), [&](const Entity &e) { return e.name == name; });
    return it == m_entities.end() ? nullptr : &*it;
}

QByteArray Catalogue::fingerprint() const
{
    QByteArray text;
    for (const Entity &entity : m_entities) {
        text += entity.name.data() + QByteArray("(");
        for (const Field &field : entity.fields)
            describe(text, field);
        text += ")";
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(16);
}

QUuid naturalId(QStringView entity, const QString &key)
{
    static const QUuid space(u"5a3c6c0e-6f5e-5c8a-9d0b-4c0f9e7a2b11"_s);
    return QUuid::createUuidV5(space, (entity.toString() + u':' + key).toUtf8());
}

} // namespace liaison
