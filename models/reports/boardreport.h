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
};

// Cover with the projects, the board, totals and notes. Every figure is boardAsOf()'s. Public fields only.
Report boardReport(const Store &store, const ReportOptions &options);

} // namespace liaison
