#pragma once

#include <QtGlobal>

namespace liaison {
class Store;
}

namespace liaison::bench {

// How much outreach there is to be; the territories, projects and indicators are those of the file.
struct OutreachExtent
{
    int activities = 50'000;
    int programmes = 80;
    int people = 10'000;
    int organisations = 2'000;
    int attendances = 100'000;
    int agreements = 1'500;
    int participations = 3'000;
    int tasks = 5'000;
    int observations = 30'000; // at most: one a territory, indicator and month
    quint32 seed = 20'070'215;
};

// Ten years of it, made up from the seed, the same on every machine, into a file that has a region. Fails
// loudly.
void addOutreach(Store &store, const OutreachExtent &extent);

} // namespace liaison::bench
