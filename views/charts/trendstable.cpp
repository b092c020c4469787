#include "views/charts/trendstable.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/typography.h"

#include <QEvent>
#include <QHeaderView>

#include <set>

namespace liaison {

TrendsTable::TrendsTable(QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(objectNames::trendsTable);
    setAccessibleName(tr("Trends as a table"));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setTabKeyNavigation(false);
}

void TrendsTable::setTrends(const Trends &trends)
{
    std::set<PartialDate> dates;
    for (const Trend &trend : trends.trends) {
        for (const Trend::Point &point : trend.points)
            dates.insert(point.date);
    }
    clear();
    setRowCount(static_cast<int>(dates.size()));
    setColumnCount(static_cast<int>(trends.indicators.size()) + 1);
    QStringList heads = {tr("Date")};
    for (const Indicator &indicator : trends.indicators)
        heads += indicator.title;
    setHorizontalHeaderLabels(heads);
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

void TrendsTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateSizes();
}

void TrendsTable::updateSizes()
{
    verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    horizontalHeader()->setMinimumSectionSize(scaledPx(104));
    resizeColumnsToContents();
}

} // namespace liaison
