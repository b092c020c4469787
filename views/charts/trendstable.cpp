#include "views/charts/trendstable.h"

#include "views/objectnames.h"

#include <set>

namespace liaison {

TrendsTable::TrendsTable(QWidget *parent)
    : ChartTable(objectNames::trendsTable, tr("Trends as a table"), parent)
{
}

void TrendsTable::setTrends(const Trends &trends)
{
    std::set<PartialDate> dates;
    for (const Trend &trend : trends.trends) {
        for (const Trend::Point &point : trend.points)
            dates.insert(point.date);
    }
    QStringList heads = {tr("Date")};
    for (const Indicator &indicator : trends.indicators)
        heads += indicator.title;
    begin(heads, static_cast<int>(dates.size()));
    int row = 0;
    for (const PartialDate &date : dates) {
        setItem(row, 0, new QTableWidgetItem(date.toText(locale())));
        for (size_t i = 0; i < trends.trends.size(); ++i) {
            const Trend &trend = trends.trends[i];
            const Trend::Step &step = trend.on(date.lastDay());
            QString text =
                tr("%1 of %2", "13 of 26").arg(locale().toString(step.met), locale().toString(step.of()));
            if (trend.isStaleOn(date.lastDay()))
                text += tr(", stale");
            // Nothing was known yet: that is not 0.
            const bool begun = !trend.points.empty() && step.of() > step.unknown;
            setItem(row, static_cast<int>(i) + 1, new QTableWidgetItem(begun ? text : tr("unknown")));
        }
        ++row;
    }
    updateSizes();
}

} // namespace liaison
