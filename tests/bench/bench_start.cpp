// bench_start LIAISON VIEWS EMPTYWINDOW TABLEWINDOW EXAMPLE BIG [WORDS WORDS]: from the start of the process until the
// board takes keys, and until board, map and trends are painted; and the memory then.
#include "tests/bench/benchkit.h"

#include <QCoreApplication>

using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

struct Program
{
    QString name;
    QStringList command;
    std::vector<double> seconds = {};
    std::vector<double> resident = {};
};

void compare(
    const QString &what, const Program &ours, const Program &theirs, std::optional<double> target = {})
{
    report({what, milliseconds(median(ours.seconds)), theirs.name, milliseconds(median(theirs.seconds)),
        medianRatio(ours.seconds, theirs.seconds), target});
}

void compareMemory(const QString &what, const Program &ours, const Program &theirs)
{
    report({what, megabytes(median(ours.resident)), theirs.name, megabytes(median(theirs.resident)),
        medianRatio(ours.resident, theirs.resident), {}});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() != 7 && words.size() != 9)
        fail(u"six arguments, please, or eight"_s);
    const QString exampleName = words.value(7, u"the example"_s);
    const QString bigName = words.value(8, u"ten years of work"_s);
    note(u"start"_s);
    const QString liaison = words.at(1);
    const QString views = words.at(2);
    const QString table = words.at(4);
    // As many cells as the two boards have.
    Program empty{u"empty Qt window"_s, {words.at(3)}};
    Program small{u"window with a table of 27 x 7 texts"_s, {table, u"27"_s, u"7"_s}};
    Program large{u"window with a table of 250 x 13 texts"_s, {table, u"250"_s, u"13"_s}};
    Program example{{}, {liaison, words.at(5)}};
    Program big{{}, {liaison, words.at(6)}};
    Program exampleViews{{}, {views, words.at(5)}};
    Program bigViews{{}, {views, words.at(6)}};
    const int rounds = roundsOf(15);
    // The first of each only fills the machine's caches.
    for (int round = 0; round <= rounds; ++round) {
        for (Program *each : {&empty, &small, &large, &example, &big, &exampleViews, &bigViews}) {
            const Start start = startUntil(each->command, "ready\n");
            if (round == 0)
                continue;
            each->seconds.push_back(start.seconds);
            each->resident.push_back(start.resident);
        }
    }
    const QString exampleStart = u"start to usable board, "_s + exampleName;
    const QString bigStart = u"start to usable board, "_s + bigName;
    compare(exampleStart, example, empty, 1.3);
    compare(exampleStart, example, small);
    compare(bigStart, big, empty, 1.3);
    compare(bigStart, big, large);
    const QString exampleAll = u"start to board, map and trends painted, "_s + exampleName;
    const QString bigAll = u"start to board, map and trends painted, "_s + bigName;
    compare(exampleAll, exampleViews, empty);
    compare(exampleAll, exampleViews, small);
    compare(bigAll, bigViews, empty);
    compare(bigAll, bigViews, large);
    for (const Program *against : {&empty, &small})
        compareMemory(u"memory with the three views, "_s + exampleName, exampleViews, *against);
    for (const Program *against : {&empty, &large})
        compareMemory(u"memory with the three views, "_s + bigName, bigViews, *against);
}
