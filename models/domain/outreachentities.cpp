#include "models/domain/outreachentities.h"

#include "models/domain/catalogueparts.h"

namespace liaison {

using namespace catalogueParts;
using namespace Qt::StringLiterals;

namespace {

constexpr int personal = required | Field::Searched;

Entity programmeEntity()
{
    using namespace fields::programme;
    return {entity, TITLE("Programme"), TITLE("Programmes"),
        {
            reference(project, TITLE("Project"), fields::project::entity, required),
            text(title, TITLE("Title"), required | Field::Searched),
            steps(stage, TITLE("Stage"),
                {{stageCode::idea, TITLE("idea")}, {stageCode::planned, TITLE("planned")},
                    {stageCode::running, TITLE("running")}, {stageCode::done, TITLE("done")}}),
            text(owner, TITLE("Owner"), searched),
            field(FieldType::LongText, summary, TITLE("Summary"), Field::Searched),
            under(TITLE("When and where"), field(FieldType::Date, start, TITLE("Starts"))),
            field(FieldType::Date, end, TITLE("Ends")),
            references(territories, TITLE("Territories"), fields::territory::entity),
            under(TITLE("With what"), field(FieldType::Money, budget, TITLE("Budget"))),
            references(partners, TITLE("Partners"), fields::organisation::entity),
            choices(topics, TITLE("Topics"),
                {{"IP addresses"_L1, TITLE("IP addresses")}, {"domain names"_L1, TITLE("domain names")},
                    {"root management"_L1, TITLE("root management")}, {"policy"_L1, TITLE("policy")},
                    {"security and stability"_L1, TITLE("security and stability")}}),
        },
        {title}, {{Rule::Kind::NotBefore, end, start}}};
}

Entity activityEntity()
{
    using namespace fields::activity;
    return {entity, TITLE("Activity"), TITLE("Activities"),
        {
            text(title, TITLE("Title"), required | Field::Searched),
            choice(kind, TITLE("Kind"),
                {{"meeting"_L1, TITLE("meeting")}, {"workshop"_L1, TITLE("workshop")},
                    {"talk"_L1, TITLE("talk")}, {activityKind::training, TITLE("training")},
                    {"call"_L1, TITLE("call")}, {"visit"_L1, TITLE("visit")},
                    {"retreat"_L1, TITLE("retreat")}}),
            choice(role, TITLE("Our role"),
                {{"speaking"_L1, TITLE("speaking")}, {"sponsoring"_L1, TITLE("sponsoring")},
                    {"co-hosting"_L1, TITLE("co-hosting")}, {"attending"_L1, TITLE("attending")}}),
            steps(stage, TITLE("Stage"),
                {{stageCode::idea, TITLE("idea")}, {stageCode::planned, TITLE("planned")},
                    {stageCode::done, TITLE("done")}, {stageCode::cancelled, TITLE("cancelled")}}),
            text(series, TITLE("Series"), searched),
            under(TITLE("When and where"), field(FieldType::Date, start, TITLE("Starts"))),
            field(FieldType::Date, end, TITLE("Ends")),
            text(place, TITLE("Place"), searched),
            references(territories, TITLE("Territories"), fields::territory::entity),
            under(TITLE("What for"), reference(programme, TITLE("Programme"), fields::programme::entity)),
            references(projects, TITLE("Projects"), fields::project::entity),
            under(TITLE("What came of it"), field(FieldType::Integer, headcount, TITLE("Headcount"))),
            field(FieldType::LongText, outcome, TITLE("Outcome"), Field::Searched),
            webLink(link, TITLE("Link")),
            text(source, TITLE("Source"), 0),
            choice(certainty, TITLE("Certainty"), certainties(), 0),
        },
        {title}, {{Rule::Kind::NotBefore, end, start}}};
}

Entity organisationEntity()
{
    using namespace fields::organisation;
    return {entity, TITLE("Organisation"), TITLE("Organisations"),
        {
            text(name, TITLE("Name"), required | Field::Searched),
            choice(kind, TITLE("Kind"),
                {{organisationKind::government, TITLE("government")},
                    {organisationKind::cctldManager, TITLE("ccTLD manager")},
                    {organisationKind::als, TITLE("ALS")},
                    {organisationKind::regional, TITLE("regional organisation")},
                    {organisationKind::privateSector, TITLE("private sector")},
                    {organisationKind::civilSociety, TITLE("civil society")},
                    {organisationKind::academia, TITLE("academia")}}),
            references(territories, TITLE("Territories"), fields::territory::entity),
            field(FieldType::Date, accredited, TITLE("Accredited (ALS)")),
            webLink(link, TITLE("Link")),
        },
        {name}};
}

Entity personEntity()
{
    using namespace fields::person;
    return {entity, TITLE("Person"), TITLE("People"),
        {
            text(name, TITLE("Name"), personal, Sensitivity::Personal),
            text(email, TITLE("E-mail"), searched, Sensitivity::Personal),
            text(phone, TITLE("Phone"), searched, Sensitivity::Personal),
            reference(territory, TITLE("Territory"), fields::territory::entity),
            under(TITLE("Consent"), field(FieldType::Boolean, consent, TITLE("Agreed to be kept on file"))),
            field(FieldType::Date, consented, TITLE("Agreed on")),
            under(TITLE("Only for us"),
                field(FieldType::LongText, note, TITLE("Own note"), Field::Searched, Sensitivity::Personal)),
        },
        {name}};
}

Entity affiliationEntity()
{
    using namespace fields::affiliation;
    return {entity, TITLE("Affiliation"), TITLE("Affiliations"),
        {
            reference(person, TITLE("Person"), fields::person::entity, required),
            reference(organisation, TITLE("Organisation"), fields::organisation::entity, required),
            text(role, TITLE("Role"), searched),
            field(FieldType::Date, from, TITLE("From")),
            field(FieldType::Date, to, TITLE("To")),
        },
        {person, organisation}, {{Rule::Kind::NotBefore, to, from}}};
}

Entity attendanceEntity()
{
    using namespace fields::attendance;
    return {entity, TITLE("Attendance"), TITLE("Attendances"),
        {
            reference(activity, TITLE("Activity"), fields::activity::entity, required),
            reference(person, TITLE("Person"), fields::person::entity, required),
            text(role, TITLE("Role"), searched),
            choice(training, TITLE("Training level reached"),
                {{trainingLevel::none, TITLE("none")}, {trainingLevel::first, TITLE("first technical level")},
                    {trainingLevel::next, TITLE("next level")}}),
        },
        {person, activity}};
}

Entity agreementEntity()
{
    using namespace fields::agreement;
    return {entity, TITLE("Agreement"), TITLE("Agreements"),
        {
            choice(kind, TITLE("Kind"),
                {{agreementKind::mou, TITLE("MoU")}, {agreementKind::af, TITLE("AF")},
                    {agreementKind::eol, TITLE("EoL")}},
                required),
            reference(organisation, TITLE("With"), fields::organisation::entity),
            references(territories, TITLE("Territories"), fields::territory::entity),
            reference(project, TITLE("Project"), fields::project::entity),
            under(TITLE("How far it is"),
                steps(stage, TITLE("Stage"),
                    {{agreementStage::idea, TITLE("idea")}, {agreementStage::drafting, TITLE("drafting")},
                        {agreementStage::isSigned, TITLE("signed")},
                        {agreementStage::renewed, TITLE("renewed")},
                        {agreementStage::lapsed, TITLE("lapsed")}})),
            field(FieldType::Date, signedOn, TITLE("Signed")),
            field(FieldType::Date, expires, TITLE("Expires")),
            webLink(link, TITLE("Link")),
        },
        {kind, organisation, territories},
        {{Rule::Kind::NeededWhen, signedOn, stage, {agreementStage::isSigned, agreementStage::renewed}},
            {Rule::Kind::NeededWhen, expires, stage, {agreementStage::lapsed}},
            {Rule::Kind::NotBefore, expires, signedOn}}};
}

Entity participationEntity()
{
    using namespace fields::participation;
    return {entity, TITLE("Participation"), TITLE("Participations"),
        {
            reference(person, TITLE("Person"), fields::person::entity, required),
            reference(territory, TITLE("Territory"), fields::territory::entity),
            text(round, TITLE("Round"), searched),
            reference(activity, TITLE("Activity"), fields::activity::entity),
            under(TITLE("How far it is"),
                steps(stage, TITLE("Stage"),
                    {{participationStage::applied, TITLE("applied")},
                        {participationStage::awarded, TITLE("awarded")},
                        {participationStage::attended, TITLE("attended")},
                        {participationStage::reported, TITLE("reported")}})),
            field(FieldType::Date, date, TITLE("Date of the award")),
            field(FieldType::Money, amount, TITLE("Amount")),
        },
        {person, activity, round}};
}

} // namespace

std::vector<Entity> outreachEntities()
{
    return {programmeEntity(), activityEntity(), organisationEntity(), personEntity(), affiliationEntity(),
        attendanceEntity(), agreementEntity(), participationEntity()};
}

} // namespace liaison
