#include "models/items/agendamonthmodel.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int weekDays = 7;

} // namespace

AgendaMonthModel::AgendaMonthModel(const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{
}

std::pair<QDate, QDate> AgendaMonthModel::daysOf(QDate month) const
{
    const QDate first(month.year(), month.month(), 1);
    const int before =
        (first.dayOfWeek() - static_cast<int>(m_locale.firstDayOfWeek()) + weekDays) % weekDays;
    const QDate begin = first.addDays(-before);
    const int weeks = (before + first.daysInMonth() + weekDays - 1) / weekDays;
    return {begin, begin.addDays(weeks * weekDays - 1)};
}

void AgendaMonthModel::setMonth(QDate month, std::vector<AgendaItem> items, QDate today, AgendaNames names)
{
    const auto [first, last] = daysOf(month);
    // Overdue ones come first out of the agenda; in a calendar they stand among the others.
    std::stable_sort(items.begin(), items.end(),
        [](const AgendaItem &a, const AgendaItem &b) { return a.start.firstDay() < b.start.firstDay(); });
    const QDate begin(month.year(), month.month(), 1);
    if (begin == m_month && today == m_today && items == m_items && names.projects == m_names.projects)
        return;
    beginResetModel();
    m_month = begin;
    m_first = first;
    m_weeks = static_cast<int>(first.daysTo(last) + 1) / weekDays;
    m_today = today;
    m_items = std::move(items);
    m_names = std::move(names);
    endResetModel();
}

void AgendaMonthModel::setDayNames(QLocale::FormatType names)
{
    if (std::exchange(m_dayNames, names) != names)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, weekDays - 1);
}

QDate AgendaMonthModel::day(const QModelIndex &index) const
{
    return index.isValid() ? m_first.addDays(index.row() * weekDays + index.column()) : QDate();
}

QModelIndex AgendaMonthModel::indexOf(QDate day) const
{
    const qint64 place = m_first.isValid() && day.isValid() ? m_first.daysTo(day) : -1;
    if (place < 0 || place >= m_weeks * weekDays)
        return {};
    return index(static_cast<int>(place) / weekDays, static_cast<int>(place) % weekDays);
}

std::vector<const AgendaItem *> AgendaMonthModel::itemsOn(QDate day) const
{
    std::vector<const AgendaItem *> found;
    for (const AgendaItem &item : m_items) {
        const auto [first, last] = agendaDays(item);
        if (first.isValid() && first <= day && day <= last)
            found.push_back(&item);
    }
    return found;
}

std::vector<const AgendaItem *> AgendaMonthModel::sometime() const
{
    std::vector<const AgendaItem *> found;
    const QDate last = m_month.addMonths(1).addDays(-1);
    for (const AgendaItem &item : m_items) {
        if (!agendaDays(item).first.isValid() && item.start.firstDay() <= last
            && item.end.lastDay() >= m_month)
            found.push_back(&item);
    }
    return found;
}

int AgendaMonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_weeks;
}

int AgendaMonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : weekDays;
}

bool AgendaMonthModel::isWeekend(QDate day) const
{
    return !m_locale.weekdays().contains(static_cast<Qt::DayOfWeek>(day.dayOfWeek()));
}

QString AgendaMonthModel::dayText(QDate day) const
{
    const std::vector<const AgendaItem *> items = itemsOn(day);
    QString date = m_locale.toString(day, tr("d MMMM", "a day in a calendar, see QLocale::toString"));
    if (day == m_today)
        date = tr("%1, today").arg(date);
    if (items.empty())
        return date;
    QStringList texts;
    for (const AgendaItem *item : items)
        texts += agendaText(*item);
    return tr("%1, %Ln items: %2", nullptr, static_cast<int>(items.size())).arg(date, texts.join(u", "_s));
}

QVariant AgendaMonthModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const QDate at = day(index);
    switch (role) {
    case Qt::DisplayRole:
        return m_locale.toString(at.day());
    case Qt::AccessibleTextRole:
        return dayText(at);
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const AgendaItem *item : itemsOn(at))
            lines += agendaSentence(*item, m_names, m_today, m_locale);
        return lines.isEmpty() ? QVariant()
                               : Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
    }
    case DayRole:
        return at;
    case InMonthRole:
        return at.month() == m_month.month();
    case TodayRole:
        return at == m_today;
    case WeekendRole:
        return isWeekend(at);
    default:
        return {};
    }
}

QVariant AgendaMonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= weekDays || role != Qt::DisplayRole)
        return {};
    const int day = (static_cast<int>(m_locale.firstDayOfWeek()) - 1 + section) % weekDays + 1;
    return m_locale.standaloneDayName(day, m_dayNames);
}

} // namespace liaison
