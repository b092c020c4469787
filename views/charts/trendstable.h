#pragma once

#include "models/figures/trend.h"
#include "views/charts/charttable.h"

namespace liaison {

/// The trends as a table, a row a date on which something was observed.
class TrendsTable : public ChartTable
{
    Q_OBJECT

public:
    explicit TrendsTable(QWidget *parent = nullptr);

    void setTrends(const Trends &trends);
};

} // namespace liaison
