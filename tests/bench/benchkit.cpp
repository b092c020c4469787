#include "tests/bench/benchkit.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace liaison::bench {

namespace {

using Clock = std::chrono::steady_clock;

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

double cpuSeconds(const rusage &usage)
{
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The child's standard output goes to the descriptor, or nowhere when that is -1.
pid_t spawn(const QStringList &command, int output)
{
    std::vector<QByteArray> words;
    for (const QString &word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (output < 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    else
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        fail(command.first() + QStringLiteral(" cannot be started"));
    return child;
}

double residentOf(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    const QList<QByteArray> pages =
        file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return pages.value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
}

} // namespace

Cost costOf(const std::function<void()> &work)
{
    rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    const Clock::time_point begin = Clock::now();
    work();
    const double wall = since(begin);
    getrusage(RUSAGE_SELF, &after);
    return {wall, cpuSeconds(after) - cpuSeconds(before)};
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<size_t>(std::lround(part * double(values.size() - 1)))];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

std::vector<double> wallOf(const std::vector<Cost> &costs)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(cost.wall);
    return values;
}

std::vector<double> cpuOf(const std::vector<Cost> &costs)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(cost.cpu);
    return values;
}

double medianRatio(const std::vector<double> &ours, const std::vector<double> &theirs)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
        ratios.push_back(ours[i] / theirs[i]);
    return median(std::move(ratios));
}

QString milliseconds(double seconds)
{
    return QString::number(seconds * 1e3, 'f', seconds < 0.1 ? 2 : 0) + QStringLiteral(" ms");
}

QString microseconds(double seconds)
{
    return QString::number(seconds * 1e6, 'f', 1) + QStringLiteral(" us");
}

QString megabytes(double bytes)
{
    return QString::number(bytes / 1e6, 'f', 1) + QStringLiteral(" MB");
}

void report(const Line &line)
{
    const auto number = [](std::optional<double> value) {
        return value ? QString::number(*value, 'f', *value < 10 ? 2 : 1) : QString();
    };
    const QStringList fields{
        line.what, line.ours, line.against, line.theirs, number(line.ratio), number(line.target)};
    std::printf("%s\n", qPrintable(fields.join(QLatin1Char('\t'))));
    std::fflush(stdout);
}

int roundsOf(int usual)
{
    const int wanted = qEnvironmentVariableIntValue("LIAISON_BENCH_ROUNDS");
    return wanted > 0 ? wanted : usual;
}

void note(const QString &text)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(text));
}

void fail(const QString &why)
{
    note(why);
    std::exit(1);
}

Cost runProgram(const QStringList &command)
{
    const Clock::time_point begin = Clock::now();
    const pid_t child = spawn(command, -1);
    int status = 0;
    rusage usage;
    if (wait4(child, &status, 0, &usage) != child || status != 0)
        fail(command.join(QLatin1Char(' ')) + QStringLiteral(" failed"));
    return {since(begin), cpuSeconds(usage)};
}

Start startUntil(const QStringList &command, const QByteArray &line)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        fail(QStringLiteral("no pipe"));
    const Clock::time_point begin = Clock::now();
    const pid_t child = spawn(command, ends[1]);
    close(ends[1]);
    QByteArray output;
    char buffer[256];
    while (!output.contains(line)) {
        const ssize_t got = read(ends[0], buffer, sizeof buffer);
        if (got <= 0)
            fail(command.join(QLatin1Char(' ')) + QStringLiteral(" ended without a word"));
        output.append(buffer, got);
    }
    const Start start{since(begin), residentOf(child)};
    kill(child, SIGKILL);
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return start;
}

} // namespace liaison::bench
