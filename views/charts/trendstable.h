#pragma once

#include "models/figures/trend.h"

#include <QTableWidget>

namespace liaison {

/// The trends as a table, a row a date on which something was observed: for who cannot see the chart, or
/// wants the numbers.
class TrendsTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit TrendsTable(QWidget *parent = nullptr);

    void setTrends(const Trends &trends);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSizes();
};

} // namespace liaison
