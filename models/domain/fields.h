#pragma once

#include <QLatin1StringView>

// The names of entities and fields that computed things use, so that a misspelt one does not compile. What is generic
// reads them from the catalogue instead.
namespace liaison::fields {

using Name = QLatin1StringView;

namespace region {
inline constexpr Name entity{"region"}, name{"name"}, fiscalYearStart{"fiscal_year_start"}, office{"office"},
    position{"position"};
}
namespace regionTerritory {
inline constexpr Name entity{"region_territory"}, region{"region"}, territory{"territory"}, position{"position"},
    certainty{"certainty"}, evidence{"evidence"}, doubt{"doubt"};
}
namespace territory {
inline constexpr Name entity{"territory"}, code{"code"}, alpha3{"alpha3"}, numeric{"numeric"}, nameEn{"name_en"},
    nameFr{"name_fr"}, nameEs{"name_es"}, aliases{"aliases"}, cctld{"cctld"}, idnCctlds{"idn_cctlds"},
    cctldManager{"cctld_manager"}, icannRegion{"icann_region"}, subregion{"subregion"}, kind{"kind"},
    sovereign{"sovereign"}, existsFrom{"exists_from"}, existsUntil{"exists_until"}, successors{"successors"},
    latitude{"latitude"}, longitude{"longitude"};
}
namespace objective {
inline constexpr Name entity{"objective"}, code{"code"}, title{"title"}, planPeriod{"plan_period"},
    position{"position"};
}
namespace project {
inline constexpr Name entity{"project"}, code{"code"}, title{"title"}, objective{"objective"}, wording{"wording"},
    plainWords{"plain_words"}, relevance{"relevance"}, colourLight{"colour_light"}, colourDark{"colour_dark"},
    position{"position"};
}
namespace indicator {
inline constexpr Name entity{"indicator"}, code{"code"}, project{"project"}, group{"group"}, title{"title"},
    description{"description"}, scale{"scale"}, aggregate{"aggregate"}, appliesTo{"applies_to"}, metAt{"met_at"},
    staleAfter{"stale_after"}, position{"position"}, onBoard{"on_board"};
}
namespace level {
inline constexpr Name entity{"level"}, indicator{"indicator"}, code{"code"}, title{"title"}, position{"position"},
    meets{"meets"};
}
namespace observation {
inline constexpr Name entity{"observation"}, territory{"territory"}, indicator{"indicator"}, date{"date"},
    value{"value"}, note{"note"}, ownNote{"own_note"};
// parts of value
inline constexpr Name reading{"value"}, source{"source"}, certainty{"certainty"};
}
namespace target {
inline constexpr Name entity{"target"}, indicator{"indicator"}, territory{"territory"}, region{"region"},
    value{"value"};
// parts of value
inline constexpr Name due{"due"}, reading{"value"}, reason{"reason"};
}
namespace task {
inline constexpr Name entity{"task"}, text{"text"}, of{"of"}, owner{"owner"}, due{"due"}, done{"done"};
}
namespace programme {
inline constexpr Name entity{"programme"}, project{"project"}, title{"title"}, stage{"stage"}, owner{"owner"},
    summary{"summary"}, start{"start"}, end{"end"}, territories{"territories"}, budget{"budget"},
    partners{"partners"}, topics{"topics"};
}
namespace activity {
inline constexpr Name entity{"activity"}, title{"title"}, kind{"kind"}, role{"role"}, stage{"stage"},
    series{"series"}, start{"start"}, end{"end"}, place{"place"}, territories{"territories"},
    programme{"programme"}, projects{"projects"}, headcount{"headcount"}, outcome{"outcome"}, link{"link"},
    source{"source"}, certainty{"certainty"};
}
namespace organisation {
inline constexpr Name entity{"organisation"}, name{"name"}, kind{"kind"}, territories{"territories"},
    accredited{"accredited"}, link{"link"};
}
namespace person {
inline constexpr Name entity{"person"}, name{"name"}, email{"email"}, phone{"phone"}, territory{"territory"},
    consent{"consent"}, consented{"consented"}, note{"note"};
}
namespace affiliation {
inline constexpr Name entity{"affiliation"}, person{"person"}, organisation{"organisation"}, role{"role"},
    from{"from"}, to{"to"};
}
namespace attendance {
inline constexpr Name entity{"attendance"}, activity{"activity"}, person{"person"}, role{"role"},
    training{"training"};
}
namespace agreement {
inline constexpr Name entity{"agreement"}, kind{"kind"}, organisation{"organisation"}, territories{"territories"},
    project{"project"}, stage{"stage"}, signedOn{"signed"}, expires{"expires"}, link{"link"};
}
namespace participation {
inline constexpr Name entity{"participation"}, person{"person"}, territory{"territory"}, round{"round"},
    activity{"activity"}, date{"date"}, stage{"stage"}, amount{"amount"};
}
namespace issuedReport {
inline constexpr Name entity{"issued_report"}, kind{"kind"}, region{"region"}, asOf{"as_of"}, since{"since"},
    options{"options"}, ownText{"own_text"}, digest{"digest"}, known{"known"};
}

} // namespace liaison::fields

namespace liaison {

// Words that stand in a reading beside an indicator's own levels and numbers.
inline constexpr QLatin1StringView unknownReading{"unknown"}, notApplicableReading{"n/a"};

// Indicators that can be read from other records.
namespace indicatorCode {
inline constexpr QLatin1StringView als{"ALS"}, agreements{"AF/EoL"}, training{"training"}, fellows{"fellows"};
}

// How sure an observation is.
namespace certaintyCode {
inline constexpr QLatin1StringView official{"official"}, reported{"reported"}, assumed{"assumed"};
}

// How far programmes and activities are.
namespace stageCode {
inline constexpr QLatin1StringView idea{"idea"}, planned{"planned"}, running{"running"}, done{"done"},
    cancelled{"cancelled"};
}
namespace agreementStage {
inline constexpr QLatin1StringView idea{"idea"}, drafting{"drafting"}, isSigned{"signed"}, renewed{"renewed"},
    lapsed{"lapsed"};
}
namespace agreementKind {
inline constexpr QLatin1StringView mou{"MoU"}, af{"AF"}, eol{"EoL"};
}
namespace participationStage {
inline constexpr QLatin1StringView applied{"applied"}, awarded{"awarded"}, attended{"attended"},
    reported{"reported"};
}
namespace activityKind {
inline constexpr QLatin1StringView training{"training"};
}
namespace organisationKind {
inline constexpr QLatin1StringView government{"government"}, cctldManager{"ccTLD manager"}, als{"ALS"},
    regional{"regional organisation"}, privateSector{"private sector"}, civilSociety{"civil society"},
    academia{"academia"};
}
namespace trainingLevel {
inline constexpr QLatin1StringView none{"none"}, first{"first technical level"}, next{"next level"};
}

} // namespace liaison
