#pragma once

#include "models/figures/outreachtimes.h"
#include "views/charts/charttable.h"

namespace liaison {

/// What was done by quarter as a table, a row a quarter in which something was.
class OutreachTable : public ChartTable
{
    Q_OBJECT

public:
    explicit OutreachTable(QWidget *parent = nullptr);

    void setTimes(const OutreachTimes &times);

Q_SIGNALS:
    /// A row was opened. @param project null: of all
    void rowsRequested(const QString &figure, const QUuid &project, int quarter);

private:
    OutreachTimes m_times;
};

} // namespace liaison
