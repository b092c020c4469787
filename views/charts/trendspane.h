#pragma once

#include "models/figures/trend.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

class QItemSelectionModel;
class QLabel;
class QStackedLayout;
class QThread;
class QToolButton;

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
class TrendsPane : public QWidget
{
    Q_OBJECT

public:
    /// @param model, selection and editor must outlive the pane; selection is of the model
    TrendsPane(BoardModel &model, QItemSelectionModel &selection, Editor &editor, QWidget *parent = nullptr);
    ~TrendsPane() override;

    /// Null before the pane was shown.
    TrendsView *view() const { return m_view; }

    /// So many observations are read in a thread, fewer at once.
    void setThreadedFrom(qint64 observations) { m_threadedFrom = observations; }

Q_SIGNALS:
    /// The as-of line was dragged or stepped to this day.
    void asOfMoved(const QDate &day);
    /// The rows behind a point are asked for; they are shown as a menu.
    void rowsRequested(const QUuid &indicator, const QDate &day);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void makeBody();
    void onBoardChanged();
    void onChanged(const ChangeSet &changes);
    void readSoon();
    bool hasChanged() const { return m_allChanged || m_someChanged; }
    void read();
    std::function<Trends(const Store &)> reading();
    void readInThread();
    void showTrends(Trends trends);
    void followSelection();
    void updateHead();
    void chooseIndicator(size_t indicator);
    void showRows(size_t indicator, const PartialDate &date, const QPoint &globalPosition);
    QString unitText() const;

    BoardModel &m_model;
    QItemSelectionModel &m_selection;
    Editor &m_editor;
    qint64 m_threadedFrom = 50'000;

    QWidget *m_head = nullptr;
    QLabel *m_statement = nullptr;
    QLabel *m_unit = nullptr;
    QToolButton *m_chartButton = nullptr;
    QToolButton *m_tableButton = nullptr;
    QStackedLayout *m_body = nullptr;
    TrendsView *m_view = nullptr;
    TrendsTable *m_table = nullptr;

    Region m_region; // of what is shown or being read
    std::vector<Indicator> m_indicators;
    // Since what is shown was read. Targets are read with everything else.
    bool m_allChanged = true;
    bool m_someChanged = false;
    QSet<QUuid> m_changed; // indicators whose observations did
    int m_changes = 0; // how often something did; a reading from before is not wanted
    bool m_willRead = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace liaison
