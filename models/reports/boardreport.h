#pragma once

#include "models/domain/result.h"
#include "models/figures/region.h"
#include "models/reports/report.h"

#include <QDate>
#include <QLocale>

namespace liaison {

class Store;

struct ReportOptions
{
    Region region;
    QDate asOf;
    QLocale locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    QString author = {}; // stands among the properties of the paper, not on it
    QDate since = {}; // the first day of what was done; null: twelve months up to the day
};

// Cover with the projects, the board, totals and notes, then what was done, a section a project. Every figure
// is boardAsOf()'s or one of outreachFigures(). Public fields only, and no person.
Report boardReport(const Store &store, const ReportOptions &options);

} // namespace liaison
