// bench_figures FILE: what pages ask of a file with much outreach, each figure against the time a page may
// take to follow an edit without being noticed.
#include "models/figures/agenda.h"
#include "models/figures/attended.h"
#include "models/figures/board.h"
#include "models/figures/outreach.h"
#include "models/figures/programmes.h"
#include "models/figures/region.h"
#include "models/figures/settle.h"
#include "models/reports/outreachsections.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double goal = 0.15; // seconds

void measure(const QString &what, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = roundsOf(3); round > 0; --round)
        times.push_back(costOf(work).cpu);
    const double took = median(times);
    liaison::bench::report({what, milliseconds(took), u"the time there is"_s, milliseconds(goal), took / goal, 1.0});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    note(u"figures"_s);
    const QTemporaryDir tokens;
    const Store::Opening opening = Store::open(
        application.arguments().value(1), OpenMode::ReadOnly, {systemClock(), u"bench"_s, tokens.path()});
    if (!opening.store)
        fail(opening.error.message());
    const Store &store = *opening.store;
    const Region region = regions(store).front();
    const QDate day(2012, 6, 30); // in the middle of the ten years
    const OutreachPeriod year{day.addMonths(-12).addDays(1), day};
    const OutreachPeriod ever{{}, day};

    measure(u"board as of a day, derived readings in it"_s, [&] { boardAsOf(store, region, day); });
    measure(u"programmes"_s, [&] { programmes(store, region, day); });
    measure(u"territories silent for a year"_s, [&] { silentTerritories(store, region, day); });
    measure(u"who attended in a year"_s, [&] { attended(store, {.from = year.from, .until = day}); });
    measure(u"stakeholder groups in touch"_s, [&] { groupsInTouch(store, day); });
    for (const OutreachFigure &figure : outreachFigures()) {
        const QString code(figure.code);
        measure(code + u" by territory, ever"_s, [&] { outreachByTerritory(store, figure, ever); });
        measure(
            code + u" in a year, the region's total"_s, [&] { outreachTotal(store, figure, year, region); });
        measure(code + u" over time"_s, [&] { outreachOverTime(store, figure, ever); });
    }
    measure(u"agenda of a month"_s, [&] { agenda(store, day.addDays(-29), day, day); });
    measure(u"what waits to be settled"_s, [&] { issues(store, day); });
    measure(u"outreach sections of the report, a year"_s, [&] {
        outreachSections(store, {region, year.from, day, QLocale::c()});
    });
}
