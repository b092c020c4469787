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
};

// Cover with the projects, the board, totals and notes. Every figure is boardAsOf()'s.
Report boardReport(const Store &store, const ReportOptions &options);

} // namespace liaison
