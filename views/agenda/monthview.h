#pragma once

#include <QDate>
#include <QTableView>
#include <QUuid>

namespace liaison {

class AgendaMonthModel;
class MonthDelegate;

/// A month to look at and to walk through by day: the arrows go on beyond its ends, Page Up and Down go by
/// month, Home and T to today. Enter or a click opens what stands on a day; on an empty day Enter or a double
/// click asks for something new.
class MonthView : public QTableView
{
    Q_OBJECT

public:
    /// @param model must outlive the view
    explicit MonthView(AgendaMonthModel &model, QWidget *parent = nullptr);

    /// The current day; of a month that is not shown it stays what it was.
    void setDay(QDate day);
    QDate day() const;
    /// The middle of an item of a day as seen; null when it has no room or is not there.
    QPoint placeOf(QUuid row, QDate day) const;
    /// The middle of "+3 more"; null when all has room.
    QPoint placeOfMore(QDate day) const;

Q_SIGNALS:
    void dayRequested(QDate day); ///< of another month than the one shown
    void todayRequested();
    void recordRequested(const QString &entity, QUuid row);
    void newRequested(QDate day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void goTo(QDate day);
    void openDay(const QModelIndex &index);
    void showMenu(const QModelIndex &index);
    void updateSizes();

    AgendaMonthModel &m_model;
    MonthDelegate *m_delegate;
};

} // namespace liaison
