#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/changedays.h"

#include <QAbstractSlider>

namespace liaison {

/// Time as a line with a handle for one day: ticks where something changed (higher where more did), years
/// below. Dragging goes to any day and snaps to ticks; the arrow keys go from tick to tick, Page Up and Down
/// by a year, Home and End to the first and the last. Runs from the left in every language. The slider's
/// value is a Julian day, so that screen readers have it; what it means stands in the accessible description.
class TimeLine : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit TimeLine(QWidget *parent = nullptr);

    /// @param today is always on the line
    void setDays(std::vector<ChangeDay> days, QDate today);
    /// The handle's; days beyond the line put it at the end. Emits nothing.
    void setDay(QDate day);
    QDate day() const { return m_day; }
    QDate today() const { return m_today; } ///< as last told
    /// Where a step from a day leads: the change before or after it, or today if it is nearer; nothing at the
    /// ends.
    std::optional<QDate> stopBefore(QDate day) const;
    std::optional<QDate> stopAfter(QDate day) const;
    /// In the past the line stands on the colour of a note.
    void setInPast(bool isInPast);
    /// The x of a day, for tests and tool tips.
    qreal placeOf(QDate day) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayMoved(QDate day); ///< by the user, also while dragging

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QDate dayAt(qreal x) const; // a tick within reach, else the very day
    void move(QDate day);
    void describe();

    std::vector<ChangeDay> m_days;
    QDate m_today;
    QDate m_first; // the ends of the line
    QDate m_last;
    QDate m_day;
    bool m_isInPast = false;
};

} // namespace liaison
