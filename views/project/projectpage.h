#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/projectpage.h"
#include "models/figures/region.h"
#include "models/items/agendatext.h"
#include "models/items/asidereader.h"
#include "models/items/projecttablemodel.h"
#include "views/project/projectfigureparts.h"
#include "views/widgets/datebox.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace liaison {

class Editor;
class InspectorSection;
class NoticeStrip;
class PageHead;
class ProjectMark;
class ProjectTable;
class RecordActs;

/// Everything of one project for a region as of a day: what was promised and where it stands, what is done
/// for it and where, what comes next. Names no person. It follows the file while it is seen.
class ProjectPage : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the page; @param project its row, which may go while the page stands
    ProjectPage(Editor &editor, QUuid project, QWidget *parent = nullptr);

    void setShown(const Region &region, const PartialDate &asOf);
    /// From how many activities on the file is read in another thread.
    void setThreadedFrom(qint64 activities) { m_threadedFrom = activities; }
    const ProjectPageFigures &figures() const { return m_figures; }
    ProjectFigureParts *parts() const { return m_parts; }
    ProjectTable *indicators() const { return m_indicators; }
    ProjectTable *programmes() const { return m_programmes; }
    ProjectTable *latest() const { return m_latest; }

Q_SIGNALS:
    void asOfChosen(const liaison::PartialDate &date);
    void stepRequested(liaison::DateBox::Step step); ///< to the change before or after
    void territoryChosen(QUuid territory);
    void programmesRequested(QUuid project);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Content
    {
        ProjectPageFigures figures;
        ProjectFigureParts::Content parts;
        AgendaNames names;
    };

    void showRows(const QString &figure, QUuid project, int quarter);
    void makeHead();
    QWidget *makeWording();
    QWidget *makeMiddle();
    QWidget *makeSide();
    void follow();
    void read();
    void take(const std::optional<Content> &content);
    void showWording();
    void showTables(const AgendaNames &names);
    void showNext();
    void showOutcomes();
    void addStep();
    void makeRoom();

    Editor &m_editor;
    QUuid m_project;
    Region m_region;
    PartialDate m_asOf;
    ProjectPageFigures m_figures;
    bool m_isStale = true;
    AsideReader m_aside;
    qint64 m_threadedFrom = 3000; // activities: reading them takes longer than a frame
    QTimer m_soon; // several things change in one act
    ProjectTableModel m_indicatorModel;
    ProjectTableModel m_programmeModel;
    ProjectTableModel m_latestModel;

    PageHead *m_head;
    ProjectMark *m_mark;
    DateBox *m_date;
    ProjectFigureParts *m_parts;
    QLabel *m_objective;
    QLabel *m_wording;
    QLabel *m_noIndicators;
    ProjectTable *m_indicators;
    QToolButton *m_all;
    QLabel *m_noProgrammes;
    ProjectTable *m_programmes;
    QLabel *m_noLatest;
    ProjectTable *m_latest;
    QVBoxLayout *m_side = nullptr;
    InspectorSection *m_next = nullptr;
    InspectorSection *m_outcomes = nullptr;
    QBoxLayout *m_topRow = nullptr; // beside or below each other
    QBoxLayout *m_middleRow = nullptr;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
};

} // namespace liaison
