#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace liaison::bench {

// Seconds.
struct Cost
{
    double wall = 0;
    double cpu = 0; // user and system

    Cost operator+(const Cost &other) const { return {wall + other.wall, cpu + other.cpu}; }
    Cost operator-(const Cost &other) const { return {wall - other.wall, cpu - other.cpu}; }
};

Cost costOf(const std::function<void()> &work);

// Of what was measured several times; the middle one.
double median(std::vector<double> values);
double percentile(std::vector<double> values, double part);
std::vector<double> wallOf(const std::vector<Cost> &costs);
std::vector<double> cpuOf(const std::vector<Cost> &costs);
// Of measurements taken in pairs, so that what else the machine does meets both.
double medianRatio(const std::vector<double> &ours, const std::vector<double> &theirs);

QString milliseconds(double seconds);
QString microseconds(double seconds);
QString megabytes(double bytes);

// One line of the table: what was measured, against what, and how often it should take the other's time at
// most. Goes to standard output, fields parted by tabs; tests/bench/run makes the table.
struct Line
{
    QString what;
    QString ours;
    QString against = {};
    QString theirs = {};
    std::optional<double> ratio = {};
    std::optional<double> target = {};
};
void report(const Line &line);
// How often to measure: `usual`, or what LIAISON_BENCH_ROUNDS says.
int roundsOf(int usual);
// What is going on, to standard error.
void note(const QString &text);
[[noreturn]] void fail(const QString &why);

// Runs a program to its end, output thrown away.
Cost runProgram(const QStringList &command);
// From the start of a program until it has printed the line; it is then killed.
struct Start
{
    double seconds = 0;
    double resident = 0; // bytes of memory then
};
Start startUntil(const QStringList &command, const QByteArray &line);

} // namespace liaison::bench
