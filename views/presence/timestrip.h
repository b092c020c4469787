#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/indicator.h"
#include "models/figures/region.h"
#include "views/widgets/datebox.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace liaison {

class BoardModel;
struct ChangeSet;
class NoteStrip;
class TimeLine;

/// The band of time below the filters: in the past a note that says so, and the time line of all days on
/// which the board changes. The days are read after the first painting and when a step needs them.
class TimeStrip : public QWidget
{
    Q_OBJECT

public:
    /// @param model must outlive the strip @param today asked when it is needed, because midnight passes
    TimeStrip(BoardModel &model, std::function<QDate()> today, QWidget *parent = nullptr);

    NoteStrip *note() const { return m_note; }
    TimeLine *line() const { return m_line; }
    /// What the board's date is now.
    void showDate(const PartialDate &asOf);
    /// The day of the change before or after the date shown; behind the last change it is today. Nothing at
    /// the ends.
    std::optional<QDate> stepFrom(const PartialDate &asOf, DateBox::Step step);
    /// Whether there is such a day; true as long as the days have not been read.
    bool canStep(const PartialDate &asOf, DateBox::Step step) const;

Q_SIGNALS:
    void dayMoved(QDate day); ///< the line's handle, at most once in a round of events
    void daysRead(); ///< there may be other steps now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void onBoardChanged();
    void onChanged(const ChangeSet &changes);
    void makeStale();
    void readDays();
    std::optional<QDate> neighbour(QDate day, DateBox::Step step) const;

    BoardModel &m_model;
    std::function<QDate()> m_today;
    NoteStrip *m_note;
    TimeLine *m_line;
    Region m_region; // of which the days are
    std::vector<Indicator> m_indicators;
    bool m_isStale = true;
    QTimer m_reading;
    QTimer m_moving;
};

} // namespace liaison
