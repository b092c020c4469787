#pragma once

#include "models/domain/partialdate.h"
#include "models/edits/editor.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "views/widgets/noticestrip.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedLayout;

namespace liaison {

class BoardPane;
class BoardView;
class DateBox;
class NoteStrip;

/// Where we stand: one region at one date. Today the board; map and trends come to stand beside it and share
/// both, and the selection.
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

    /// Acts of this page, for the menus.
    QAction *confirmNameAction() const { return m_confirm; }
    QAction *todayAction() const { return m_today; }
    QAction *asOfAction() const { return m_goToDate; }

    /// A notice of the window or of this page.
    void showNotice(const QString &text, NoticeStrip::Stay stay = NoticeStrip::Stay::Shortly);
    /// The same, with a button for the last step.
    void showNoticeWithUndo(const QString &text);
    /// Midnight has passed perhaps: a page that shows today goes on doing so.
    void followToday();
    /// Another program may have added a region.
    void readRegions();

Q_SIGNALS:
    void stateChanged(); ///< date, region, names: what the window tells at its foot

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QDate dayOfToday() const;
    QWidget *makeHead();
    void listRegions();
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
    QWidget *m_head = nullptr;
    QLabel *m_subtitle = nullptr;
    QComboBox *m_region = nullptr;
    DateBox *m_date = nullptr;
    NoteStrip *m_dateStrip;
    NoteStrip *m_nameStrip;
    QStackedLayout *m_body;
    BoardPane *m_pane;
    QLabel *m_empty;
    NoticeStrip *m_notice;
};

} // namespace liaison
