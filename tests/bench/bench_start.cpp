// bench_start LIAISON EMPTYWINDOW EXAMPLE BIG: from the start of the process until the board takes keys.
#include "tests/bench/benchkit.h"

#include <QCoreApplication>

using namespace liaison::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() != 5)
        fail(u"four arguments, please"_s);
    note(u"start"_s);
    const int rounds = roundsOf(15);
    const QByteArray sign("ready\n");
    std::vector<double> empty, example, big;
    // The first of each only fills the machine's caches.
    for (int round = 0; round <= rounds; ++round) {
        const double e = secondsUntil({words.at(2)}, sign);
        const double s = secondsUntil({words.at(1), words.at(3)}, sign);
        const double b = secondsUntil({words.at(1), words.at(4)}, sign);
        if (round == 0)
            continue;
        empty.push_back(e);
        example.push_back(s);
        big.push_back(b);
    }
    const QString against = u"empty Qt window"_s;
    report({u"start to usable board, the example"_s, milliseconds(median(example)), against,
        milliseconds(median(empty)), medianRatio(example, empty), 1.3});
    report({u"start to usable board, ten years of work"_s, milliseconds(median(big)), against,
        milliseconds(median(empty)), medianRatio(big, empty), 1.3});
}
