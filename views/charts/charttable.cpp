#include "views/charts/charttable.h"

#include "views/style/metrics.h"
#include "views/style/typography.h"

#include <QEvent>
#include <QHeaderView>

namespace liaison {

ChartTable::ChartTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setTabKeyNavigation(false);
}

void ChartTable::begin(const QStringList &heads, int rows)
{
    clear();
    setRowCount(rows);
    setColumnCount(static_cast<int>(heads.size()));
    setHorizontalHeaderLabels(heads);
}

void ChartTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateSizes();
}

void ChartTable::updateSizes()
{
    verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    horizontalHeader()->setMinimumSectionSize(scaledPx(104));
    resizeColumnsToContents();
}

} // namespace liaison
