// bench_start LIAISON EMPTYWINDOW TABLEWINDOW EXAMPLE BIG: from the start of the process until the board
// takes keys.
#include "tests/bench/benchkit.h"

#include <QCoreApplication>

using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

struct Timed
{
    QString name;
    QStringList command;
    std::vector<double> seconds = {};
};

void compare(const QString &what, const Timed &ours, const Timed &theirs, std::optional<double> target = {})
{
    report({what, milliseconds(median(ours.seconds)), theirs.name, milliseconds(median(theirs.seconds)),
        medianRatio(ours.seconds, theirs.seconds), target});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() != 6)
        fail(u"five arguments, please"_s);
    note(u"start"_s);
    const QByteArray sign("ready\n");
    // As many cells as the two boards have.
    Timed empty{u"empty Qt window"_s, {words.at(2)}};
    Timed small{u"window with a table of 27 x 7 texts"_s, {words.at(3), u"27"_s, u"7"_s}};
    Timed large{u"window with a table of 250 x 13 texts"_s, {words.at(3), u"250"_s, u"13"_s}};
    Timed example{{}, {words.at(1), words.at(4)}};
    Timed big{{}, {words.at(1), words.at(5)}};
    const int rounds = roundsOf(15);
    // The first of each only fills the machine's caches.
    for (int round = 0; round <= rounds; ++round) {
        for (Timed *each : {&empty, &small, &large, &example, &big}) {
            const double seconds = secondsUntil(each->command, sign);
            if (round > 0)
                each->seconds.push_back(seconds);
        }
    }
    const QString exampleStart = u"start to usable board, the example"_s;
    const QString bigStart = u"start to usable board, ten years of work"_s;
    compare(exampleStart, example, empty, 1.3);
    compare(exampleStart, example, small);
    compare(bigStart, big, empty, 1.3);
    compare(bigStart, big, large);
}
