#pragma once

#include "views/charts/charts.h"

#include <QUuid>
#include <QWidget>

#include <vector>

class QDate;
class QStackedLayout;

namespace liaison {

/// The charts of Presence, one at a time. Each is made when it is first chosen.
class ChartsPane : public QWidget
{
    Q_OBJECT

public:
    ChartsPane(const ChartSurroundings &surroundings, QWidget *parent = nullptr);

    QString shown() const; ///< its key
    /// One that is not there is the first.
    void setShown(const QString &key);

Q_SIGNALS:
    void shownChanged(); ///< by the user
    void asOfMoved(const QDate &day);
    /// The rows behind a quarter. @param project null: of all
    void rowsRequested(const QString &figure, const QUuid &project, int quarter);

private:
    void showChart(size_t chart);

    ChartSurroundings m_surroundings;
    std::vector<Chart> m_charts;
    std::vector<ChartPane *> m_panes; // null until chosen
    QStackedLayout *m_stack;
    size_t m_shown = 0;
};

} // namespace liaison
