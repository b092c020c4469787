#pragma once

#include "models/domain/partialdate.h"
#include "models/edits/editor.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "views/presence/presenceviews.h"
#include "views/widgets/datebox.h"
#include "views/widgets/noticestrip.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedLayout;

namespace liaison {

class BoardPane;
class BoardView;
class ComparePane;
class FilterBar;
class InspectorPane;
class NoteStrip;
class PresenceHead;
class Presentation;
struct OutreachQuestion;
class RecordActs;
class TimeStrip;

/// Where we stand: one region at one date, as board, map and trends, which share both and the selection;
/// beside them what is known of the current territory.
class PresencePage : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the page
    explicit PresencePage(Editor &editor, QWidget *parent = nullptr);
    ~PresencePage() override;

    BoardView *boardView() const;
    const BoardModel &model() const { return m_model; }
    const Region &region() const { return m_model.board().region; }
    const PartialDate &asOf() const { return m_model.asOf(); }
    void setAsOf(const PartialDate &date);
    PresenceViews *views() const { return m_views; }
    void setShown(PresenceViews::Shown shown);
    bool isInspectorShown() const;
    void setInspectorShown(bool shown);
    /// To a cell; an indicator that is not on the board, or none, is the row. False when the territory is not
    /// there.
    bool goTo(QUuid territory, QUuid indicator);
    /// Of what is shown now; a window of its own, to be shown by the caller, which deletes itself.
    Presentation *makePresentation();
    /// The form of a record of any entity.
    void showRecord(const QString &entity, QUuid row);
    /// The rows behind a number of what was done, in a window of their own.
    void showRows(const OutreachQuestion &question);

    /// Acts of this page, for the menus.
    QAction *confirmNameAction() const { return m_confirm; }
    QAction *todayAction() const { return m_today; }
    QAction *asOfAction() const { return m_goToDate; }
    QAction *earlierChangeAction() const { return m_earlier; }
    QAction *laterChangeAction() const { return m_later; }
    QAction *inspectorAction() const { return m_inspect; }
    QAction *filterAction() const { return m_goToFilter; }
    QAction *compareAction() const { return m_compareAct; }

    /// A notice of the window or of this page.
    void showNotice(const QString &text, NoticeStrip::Stay stay = NoticeStrip::Stay::Shortly);
    /// The same, with a button for the last step.
    void showNoticeWithUndo(const QString &text);
    /// Midnight has passed perhaps: a page that shows today goes on doing so.
    void followToday();
    /// Another program may have added a region.
    void readRegions();

Q_SIGNALS:
    void viewsChanged(); ///< which views, or the inspector: to be remembered
    void stateChanged(); ///< date, region, names: what the window tells at its foot

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QDate dayOfToday() const;
    void connectHead();
    void connectTime();
    void step(DateBox::Step step);
    void updateSteps();
    void connectFilter();
    void applyFilter();
    void applySince();
    void setComparing(bool on);
    void showBody();
    QWidget *makeMap(QWidget *at);
    QWidget *makeTrends(QWidget *at);
    void connectInspector();
    void makeRoom();
    void showRegion(int index);
    void refresh();
    void updateConfirm();
    void confirmName();
    void tellUndone(const UndoOutcome &outcome);

    Editor &m_editor;
    std::vector<Region> m_regions;
    BoardModel m_model;
    QDate m_shownToday; // the day that was today when the date was set
    QAction *m_confirm;
    QAction *m_today;
    QAction *m_goToDate;
    QAction *m_earlier;
    QAction *m_later;
    QAction *m_inspect;
    QAction *m_goToFilter;
    QAction *m_compareAct;
    PresenceHead *m_head;
    FilterBar *m_filter;
    TimeStrip *m_time;
    NoteStrip *m_nameStrip;
    QStackedLayout *m_body;
    BoardPane *m_pane;
    PresenceViews *m_views;
    QSplitter *m_split;
    InspectorPane *m_inspector = nullptr; // made when it is first seen
    bool m_inspectorWanted = false;
    ComparePane *m_compare = nullptr; // made when it is first seen
    QLabel *m_empty;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
};

} // namespace liaison
