#pragma once

#include "models/figures/trend.h"
#include "models/items/asidereader.h"
#include "views/charts/chartpane.h"

#include <QPointer>
#include <QSet>

#include <functional>

class QItemSelectionModel;

namespace liaison {

class BoardModel;
class Editor;
class TrendsTable;
class TrendsView;
struct ChangeSet;

/// The trends of the region that is on the board: a head that says the figures in a sentence, and below it
/// the chart or the same as a table. Shares the board's as-of date and selection: the current column's
/// indicator stands out. Nothing is read, and no chart is made, before the pane is first shown. A large file
/// is read by a thread of its own.
class TrendsPane : public ChartPane
{
    Q_OBJECT

public:
    /// @param model, selection and editor must outlive the pane; selection is of the model
    TrendsPane(BoardModel &model, QItemSelectionModel &selection, Editor &editor, QWidget *parent = nullptr);

    /// Null before the pane was shown.
    TrendsView *view() const { return m_view; }

    /// So many observations are read in a thread, fewer at once.
    void setThreadedFrom(qint64 observations) { m_threadedFrom = observations; }

Q_SIGNALS:
    /// The rows behind a point are asked for; they are shown as a menu.
    void rowsRequested(const QUuid &indicator, const QDate &day);

protected:
    QWidget *makeChart() override;
    QWidget *makeTable() override;
    void refresh() override;
    void updateHead() override;

private:
    void onBoardChanged();
    void onChanged(const ChangeSet &changes);
    void readSoon();
    bool hasChanged() const { return m_allChanged || m_someChanged; }
    void read();
    std::function<Trends(const Store &)> reading();
    void showTrends(Trends trends);
    void followSelection();
    void chooseIndicator(size_t indicator);
    void showRows(size_t indicator, const PartialDate &date, const QPoint &globalPosition);
    QString unitText() const;

    BoardModel &m_model;
    QItemSelectionModel &m_selection;
    Editor &m_editor;
    qint64 m_threadedFrom = 50'000;

    TrendsView *m_view = nullptr;
    TrendsTable *m_table = nullptr;

    Region m_region; // of what is shown or being read
    std::vector<Indicator> m_indicators;
    // Since what is shown was read. Targets are read with everything else.
    bool m_allChanged = true;
    bool m_someChanged = false;
    QSet<QUuid> m_changed; // indicators whose observations did
    bool m_willRead = false;
    AsideReader m_aside;
};

} // namespace liaison
