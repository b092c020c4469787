#include "views/charts/outreachtable.h"

#include "views/charts/outreachchart.h"
#include "views/objectnames.h"

namespace liaison {

OutreachTable::OutreachTable(QWidget *parent)
    : ChartTable(objectNames::outreachTable, tr("What was done, as a table"), parent)
{
    connect(this, &QTableWidget::activated, this, [this](const QModelIndex &index) {
        const auto row = static_cast<size_t>(index.row());
        Q_EMIT rowsRequested(m_times.figure, m_times.project, m_times.quarters[row].quarter);
    });
}

void OutreachTable::setTimes(const OutreachTimes &times)
{
    m_times = times;
    const bool hasParts = times.project.isNull();
    QStringList heads{tr("Quarter"), times.title};
    for (size_t i = 0; hasParts && i < times.parts.size(); ++i)
        heads += OutreachChart::partText(times.parts[i]);
    begin(heads, static_cast<int>(times.quarters.size()));
    const auto put = [&](int row, int column, qint64 number) {
        auto *item = new QTableWidgetItem(locale().toString(number));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, item);
    };
    for (int row = 0; row < rowCount(); ++row) {
        const OutreachTimes::Quarter &quarter = times.quarters[static_cast<size_t>(row)];
        setItem(row, 0, new QTableWidgetItem(OutreachChart::quarterText(quarter.quarter)));
        put(row, 1, quarter.total());
        for (int part = 2; part < columnCount(); ++part)
            put(row, part, quarter.numbers[static_cast<size_t>(part - 2)]);
    }
    updateSizes();
}

} // namespace liaison
