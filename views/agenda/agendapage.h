#pragma once

#include "models/figures/region.h"
#include "models/items/agendafilter.h"
#include "models/items/agendamodel.h"
#include "models/items/agendamonthmodel.h"
#include "models/items/agendaplacesmodel.h"

#include <QDate>
#include <QWidget>

class QAbstractButton;
class QLabel;
class QSplitter;
class QTreeView;

namespace liaison {

class AgendaDelegate;
class AgendaTimeline;
class ChipBar;
class Editor;
class MonthView;
class NoticeStrip;
class PageHead;
class RecordActs;
class Segments;

/// What stands in the calendar: activities, tasks due, agreements expiring, targets due. A list, what is
/// overdue first; a month; and a time line by territory. It follows the file while it is seen.
class AgendaPage : public QWidget
{
    Q_OBJECT

public:
    enum class Shown { Month, List, Places };

    /// @param editor must outlive the page
    explicit AgendaPage(Editor &editor, QWidget *parent = nullptr);

    /// The day that is "today", and the region that is looked at first.
    void setPlace(QDate today, const Region &region);
    void setShown(Shown shown);
    /// To the month of a day, or its year where years are shown.
    void goTo(QDate day);

    QTreeView *list() const { return m_list; }
    MonthView *month() const { return m_month; }
    AgendaTimeline *timeline() const { return m_timeline; }
    ChipBar *filterBar() const { return m_filter; }
    const AgendaModel &model() const { return m_model; }
    const AgendaMonthModel &monthModel() const { return m_monthModel; }
    const AgendaPlacesModel &placesModel() const { return m_placesModel; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeSteps();
    QWidget *makeList();
    QWidget *makeCalendar();
    void addChips();
    void fillChips();
    void showSegment();
    void step(int by);
    void follow();
    void read();
    void apply();
    void applyPlaces();
    void updateSizes();
    void updateTexts();
    void addActivity(QDate day);
    AgendaFilter filter() const;

    Editor &m_editor;
    QDate m_today;
    Region m_region;
    std::vector<Region> m_regions;
    QDate m_shownMonth; // its first day
    bool m_isStale = true; // the file has changed since it was read
    std::vector<AgendaItem> m_toCome; // overdue ones too
    std::vector<AgendaItem> m_items; // of what the calendar shows
    AgendaNames m_names;
    AgendaModel m_model;
    AgendaMonthModel m_monthModel;
    AgendaPlacesModel m_placesModel;

    PageHead *m_head;
    QList<QAbstractButton *> m_steps;
    Segments *m_segments;
    ChipBar *m_filter;
    QSplitter *m_split;
    QWidget *m_listPane = nullptr;
    QWidget *m_calendarPane = nullptr;
    QWidget *m_monthPane = nullptr;
    QTreeView *m_list;
    AgendaDelegate *m_listDelegate;
    QLabel *m_empty;
    MonthView *m_month;
    QLabel *m_sometime;
    AgendaTimeline *m_timeline;
    QLabel *m_noPlaces;
    QWidget *m_axis = nullptr;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
};

} // namespace liaison
