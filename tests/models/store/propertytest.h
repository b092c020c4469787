#pragma once

#include <QByteArray>

#include <rapidcheck.h>

#include <iostream>

namespace liaison {

// Whether the tests run in full (./test --long).
inline bool isLongRun()
{
    return qEnvironmentVariableIntValue("LIAISON_LONG") != 0;
}

// Qt Test ends a function after five minutes; in full some take longer. Call it from initMain().
inline void allowLongRuns()
{
    if (isLongRun())
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
}

struct Runs
{
    int usual = 100;
    int extended = 1'000; // with LIAISON_LONG
};

// Runs a RapidCheck property. A failure prints its shrunk counterexample and, at exit, the RC_PARAMS that
// reproduce it; RC_PARAMS="seed=N" runs a seed again, and max_success in it overrides the number of runs.
template <typename Property>
bool holds(const char *title, Property &&property, Runs runs)
{
    using namespace rc::detail;
    TestMetadata metadata;
    metadata.id = title;
    metadata.description = title;
    TestParams params = configuration().testParams;
    if (!qgetenv("RC_PARAMS").contains("max_success"))
        params.maxSuccess = isLongRun() ? runs.extended : runs.usual;
    std::cerr << "- " << title << " (seed=" << params.seed << ")" << std::endl;
    const TestResult result = configuration().reproduce.empty()
        ? checkTestable(std::forward<Property>(property), metadata, params)
        : checkTestable(std::forward<Property>(property), metadata);
    printResultMessage(result, std::cerr);
    std::cerr << std::endl;
    return result.template is<SuccessResult>();
}

} // namespace liaison
