#pragma once

#include "models/items/asidereader.h"
#include "views/charts/chartpane.h"

#include <QDate>
#include <QUuid>

namespace liaison {

class BoardModel;
class OutreachChart;
class OutreachTable;
class Store;
struct ChangeSet;
struct OutreachFigure;
struct OutreachTimes;

/// What was done in the region that is on the board until its day, by quarter: one of the figures of
/// outreachFigures() as chart and table. A large file is read by a thread of its own.
class OutreachPane : public ChartPane
{
    Q_OBJECT

public:
    /// @param model must outlive the pane
    OutreachPane(const BoardModel &model, const OutreachFigure &figure, QWidget *parent = nullptr);

    /// Null before the pane was shown.
    OutreachChart *chart() const { return m_chart; }
    /// So many rows of the figure's entity are read in a thread, fewer at once.
    void setThreadedFrom(qint64 rows) { m_threadedFrom = rows; }

Q_SIGNALS:
    /// @param project null: of all
    void rowsRequested(const QString &figure, const QUuid &project, int quarter);

protected:
    QWidget *makeChart() override;
    QWidget *makeTable() override;
    void refresh() override;
    void updateHead() override;

private:
    void onChanged(const ChangeSet &changes);
    void readSoon();
    void read();
    void showTimes(const OutreachTimes &times);

    const BoardModel &m_model;
    const OutreachFigure &m_figure;
    qint64 m_threadedFrom = 2'000;
    OutreachChart *m_chart = nullptr;
    OutreachTable *m_table = nullptr;
    bool m_isStale = true;
    bool m_willRead = false;
    QUuid m_region; // of what is shown or being read
    QDate m_until;
    AsideReader m_aside;
};

} // namespace liaison
