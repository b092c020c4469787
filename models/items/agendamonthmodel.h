#pragma once

#include "models/items/agendatext.h"

#include <QAbstractTableModel>
#include <QDate>

#include <vector>

namespace liaison {

// A month as weeks x weekdays, with the agenda of each day. The days before and after that fill its weeks are
// there as well.
class AgendaMonthModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum {
        DayRole = Qt::UserRole + 100, // QDate
        InMonthRole, // bool
        TodayRole, // bool
        WeekendRole, // bool
    };

    // @param locale says with which day a week begins, and which are the weekend
    explicit AgendaMonthModel(const QLocale &locale = QLocale(), QObject *parent = nullptr);

    // The first and the last day that the weeks of a month have.
    std::pair<QDate, QDate> daysOf(QDate month) const;
    // @param month any day of it; @param items as agenda() gives them, of those days at least
    void setMonth(QDate month, std::vector<AgendaItem> items, QDate today, AgendaNames names);
    QDate month() const { return m_month; } // its first day
    const AgendaNames &names() const { return m_names; }

    // Of the weekdays in the heads.
    void setDayNames(QLocale::FormatType names);

    QDate day(const QModelIndex &index) const;
    QModelIndex indexOf(QDate day) const; // invalid when it is not among them
    // By date; those that begin earlier first.
    std::vector<const AgendaItem *> itemsOn(QDate day) const;
    // Activities of some day of the month.
    std::vector<const AgendaItem *> sometime() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // The text for screen readers has the whole day: "16 February, 1 item: Talk, ccTLD workshop".
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString dayText(QDate day) const;
    bool isWeekend(QDate day) const;

    QLocale m_locale;
    QLocale::FormatType m_dayNames = QLocale::LongFormat;
    QDate m_month;
    QDate m_first; // of the first week
    int m_weeks = 0;
    QDate m_today;
    std::vector<AgendaItem> m_items;
    AgendaNames m_names;
};

} // namespace liaison
