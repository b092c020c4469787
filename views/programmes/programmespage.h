#pragma once

#include "models/figures/region.h"
#include "models/items/programmesmodel.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTreeView;

namespace liaison {

class ChipBar;
class CodeList;
class Editor;
class NoticeStrip;
class PageHead;
class ProgrammeInspector;
class RecordActs;
class RecordsPane;
class Segments;

/// What is done for each project: the programmes by project with their totals, and as tables the activities,
/// agreements, participations and trainings below them; at the side the programme that
/// is chosen, at the foot the territories that have had nothing for a year.
class ProgrammesPage : public QWidget
{
    Q_OBJECT

public:
    /// In the order of the buttons.
    enum class Tab { Programmes, Activities, Agreements, Participation, Training };

    /// @param editor must outlive the page
    explicit ProgrammesPage(Editor &editor, QWidget *parent = nullptr);

    /// Which region, on which day.
    void setShown(const Region &region, QDate day);
    void showTab(Tab tab);
    QTreeView *view() const { return m_view; }
    const ProgrammesModel &model() const { return m_model; }
    /// Those of one project alone; null: of all.
    void filterProject(QUuid project);

Q_SIGNALS:
    void territoryChosen(QUuid territory);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFilter();
    QWidget *makeProgrammes();
    void follow();
    void read();
    void readChoices();
    void readSilent();
    void applyFilter();
    void span();
    void keepCurrent(QUuid programme);
    void showCurrent();
    void openCurrent();
    void updateSizes();
    void makeRoom();
    void updateHead();
    RecordsPane *pane(Tab tab);
    Tab tab() const;

    Editor &m_editor;
    Region m_region;
    QDate m_day;
    ProgrammesModel m_model;
    PageHead *m_head;
    Segments *m_tabs;
    QPushButton *m_add;
    QStackedWidget *m_stack;
    ChipBar *m_filter;
    QTreeView *m_view;
    CodeList *m_silent;
    ProgrammeInspector *m_inspector;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
    QHash<int, RecordsPane *> m_panes; // made when first shown
    QUuid m_wanted; // a programme just added, to be shown
    int m_projectChip = 0;
    int m_stageChip = 0;
    int m_territoryChip = 0;
    int m_silentChip = 0;
    QTimer m_soon; // several things change in one act
    bool m_behind = true;
};

} // namespace liaison
