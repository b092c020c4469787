// The example: the board of its day, what is known since, and what was done.
#include "resources/seed/seed.h"

namespace liaison::seed {

namespace {

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

void writeObservation(Release &release, const QString &territory, const QString &indicator,
    const PartialDate &day, const Value &reading, const QString &source, QLatin1StringView certainty)
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
            {{f::certainty, assumed}, {f::evidence, text(board.at(i, u"name_evidence"_s))},
                {f::doubt, doubtOf(code)}});
    }
    const auto observe = [&](const QString &territory, const QString &indicator, const Value &reading) {
        if (!reading.isNull())
            writeObservation(release, territory, indicator, PartialDate(exampleDay), reading,
                u"deck, 15 Feb 2007"_s, certaintyCode::assumed);
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
    // A government is "member" of the GAC by naming its representative: the deck's "represented". The ccNSO's
    // ladder has "member" itself, below "active", and says no more of a territory than was found.
    if (indicator == "GAC"_L1 && word == "member"_L1)
        return u"represented"_s;
    return indicator == "AF/EoL"_L1 ? word + u" signed"_s : word;
}

// What is known of the time after the board. Facts of its day or before would change the board and stay out;
// those of territories that are not on it (SR, CW, SX) are of use to another region of the same file.
Release exampleHistory(const QString &folder, const Release &before)
{
    Release release(before, u"What is known since, to 2019"_s);
    const Table facts(folder, u"caribbean_status.csv"_s);
    const auto observe = [&](size_t i, const QString &indicator, const QString &valueColumn,
                             const QString &dateColumn) {
        const QString word = facts.at(i, valueColumn);
        const Value when = date(facts.at(i, dateColumn));
        if (word.isEmpty() || when.isNull() || when.date().firstDay() <= exampleDay)
            return;
        const Value reading = indicator == "ALS"_L1 ? integer(word) : Value(levelOf(indicator, word));
        writeObservation(release, facts.at(i, u"code"_s), indicator, when.date(), reading,
            u"caribbean_status.csv: %1 %2, %3"_s.arg(indicator, word, when.date().toIso()),
            certaintyCode::reported);
    };
    for (size_t i = 0; i < facts.size(); ++i) {
        observe(i, u"ALS"_s, u"als_known"_s, u"als_as_of"_s);
        observe(i, u"GAC"_s, u"gac"_s, u"gac_as_of"_s);
        observe(i, u"AF/EoL"_s, u"agreement"_s, u"agreement_date"_s);
        observe(i, u"ccNSO"_s, u"ccnso"_s, u"ccnso_as_of"_s);
    }
    return release;
}

// The event at which the deck was shown, as a programme with its talk.
Release exampleEvents(const QString &folder, const Release &before)
{
    Release release(before, u"The workshop of February 2007"_s);
    const Table events(folder, u"caribbean_events.csv"_s);
    for (size_t i = 0; i < events.size(); ++i) {
        const auto cell = [&](const char *column) { return events.at(i, QString::fromUtf8(column)); };
        const Value project(naturalId(QString(fields::project::entity), cell("project")));
        Value::List places;
        for (const QString &code : cell("territories").split(u' ', Qt::SkipEmptyParts))
            places.emplace_back(territoryId(code));
        namespace p = fields::programme;
        const QUuid programme = naturalId(QString(p::entity), exampleSeries + u':' + cell("programme"));
        release.row(p::entity, programme,
            {{p::project, project}, {p::title, text(cell("programme"))},
                {p::stage, text(cell("programme_stage"))}, {p::start, date(cell("programme_start"))},
                {p::end, date(cell("programme_end"))}, {p::territories, list(places)}});
        namespace a = fields::activity;
        release.row(a::entity, naturalId(QString(a::entity), exampleSeries + u':' + cell("activity")),
            {{a::title, text(cell("activity"))}, {a::kind, text(cell("kind"))}, {a::role, text(cell("role"))},
                {a::stage, text(cell("stage"))}, {a::start, date(cell("start"))},
                {a::place, text(cell("place"))}, {a::territories, list(places)},
                {a::programme, Value(programme)}, {a::projects, list({project})},
                {a::source, text(cell("source"))}, {a::certainty, text(cell("certainty"))}});
    }
    return release;
}

} // namespace

void saveExample(const QString &resources, const QString &out)
{
    const QString folder = resources + u"/example"_s;
    const Release board = exampleBoard(folder);
    board.save(out + u'/' + exampleSeries + u"-1.edits"_s);
    const Release history = exampleHistory(folder, board);
    history.save(out + u'/' + exampleSeries + u"-2.edits"_s);
    exampleEvents(folder, history).save(out + u'/' + exampleSeries + u"-3.edits"_s);
}

} // namespace liaison::seed
