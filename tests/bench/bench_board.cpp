// bench_board FILE: the board as of a date against the sqlite3 shell on the same file, and the check of the
// file.
#include "models/figures/board.h"
#include "models/figures/region.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

const int rounds = roundsOf(15);
const QDate day(2012, 6, 15); // half of the observations are later

// What somebody at a shell would write: of each territory and indicator the latest observation that has
// begun.
const QString question =
    u"SELECT t.code, i.code, (SELECT o.value FROM observation o WHERE o.territory = t.id AND o.indicator = "
    u"i.id "
    "AND o.state = 0 AND o.date_first <= 20120615 ORDER BY o.date_last DESC, o.date_first DESC LIMIT 1) "
    "FROM territory t, indicator i WHERE t.state = 0 AND i.state = 0 AND i.on_board = 1 ORDER BY t.code, i.position"_s;
const QString nothing = u"SELECT count(*) FROM region"_s; // opens the file and reads its schema

class Bench
{
public:
    explicit Bench(const QString &path)
        : m_path(path)
    {
        m_surroundings = {systemClock(), u"bench"_s, m_tokens.path()};
    }

    void run()
    {
        note(u"board as of a date"_s);
        std::vector<double> first, again, shell;
        for (int round = 0; round < rounds; ++round) {
            const double start = shellTime(nothing).cpu;
            shell.push_back(shellTime(question).cpu - start);
            const auto store = open();
            const auto region = findRegion(*store, QString());
            if (!region)
                fail(region.error().message());
            first.push_back(costOf([&] { board(*store, *region); }).cpu);
            again.push_back(costOf([&] { board(*store, *region); }).cpu);
        }
        const QString against = u"sqlite3 shell, start-up off"_s;
        report({u"board of 300,000 observations, file just opened"_s, milliseconds(median(first)), against,
            milliseconds(median(shell)), medianRatio(first, shell), 1.0});
        report({u"the same again"_s, milliseconds(median(again)), against, milliseconds(median(shell)),
            medianRatio(again, shell), {}});

        note(u"check"_s);
        std::vector<double> check, integrity;
        for (int round = 0; round < std::min(rounds, 3); ++round) {
            const auto store = open();
            check.push_back(costOf([&] {
                if (!store->check().ok())
                    fail(u"the file is damaged"_s);
            }).cpu);
            integrity.push_back(shellTime(u"PRAGMA integrity_check"_s).cpu);
        }
        report({u"check of 350,000 rows"_s, milliseconds(median(check)), u"PRAGMA integrity_check"_s,
            milliseconds(median(integrity)), medianRatio(check, integrity), {}});
    }

private:
    std::unique_ptr<Store> open() const
    {
        auto opening = Store::open(m_path, OpenMode::ReadOnly, m_surroundings);
        if (!opening.store)
            fail(opening.error.message());
        return std::move(opening.store);
    }

    Cost shellTime(const QString &sql) const
    {
        return runProgram({u"sqlite3"_s, u"-readonly"_s, m_path, sql});
    }

    static void board(const Store &store, const Region &region)
    {
        const Board board = boardAsOf(store, region, day);
        if (board.rows.size() != 250 || board.totals.front().known != 250)
            fail(u"the board is not whole"_s);
    }

    const QString m_path;
    QTemporaryDir m_tokens;
    Surroundings m_surroundings;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Bench(application.arguments().value(1)).run();
}
