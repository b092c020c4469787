#pragma once

#include "models/figures/region.h"
#include "models/reports/report.h"

#include <QDate>
#include <QLocale>

#include <vector>

namespace liaison {

class Store;

struct OutreachOptions
{
    Region region;
    QDate since; // the first day of what was done
    QDate asOf; // the last
    QLocale locale;
};

// What was done, a section a project: figures by territory, programmes, activities and agreements. No person
// is named. None at all when nothing of it is on record.
std::vector<report::Section> outreachSections(const Store &store, const OutreachOptions &options);

} // namespace liaison
