#pragma once

#include "models/figures/agenda.h"
#include "models/figures/project.h"
#include "models/figures/territory.h"

#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace liaison {

class Store;

// What the rows that items refer to are called.
struct AgendaNames
{
    std::vector<Project> projects = {}; // by position
    QHash<QUuid, Territory> territories = {};

    AgendaNames() = default;
    explicit AgendaNames(const Store &store);

    // The first of its projects, by position; null when it has none.
    const Project *project(const AgendaItem &item) const;
    QStringList projectCodes(const AgendaItem &item) const;
    QStringList territoryCodes(const AgendaItem &item) const; // sorted
};

// An item of the agenda in words, for all who show one.

// What it is: "Talk, ccTLD workshop", "MoU expires", "Target GAC: represented". Never empty.
QString agendaText(const AgendaItem &item);
// "Activity", "Task", "Agreement", "Target".
QString agendaKindText(AgendaItem::Kind kind);
// "16 Feb" in the year of `today`, "16 Feb 2008" in another; "15–17 Feb" of several days; as precise as
// known.
QString agendaDateText(const AgendaItem &item, QDate today, const QLocale &locale);
// "8 days" that an overdue item is late; empty for others.
QString agendaLateText(const AgendaItem &item, QDate today);
// All of it in one line, for screen readers: date, text, projects, places, how late, how sure.
QString agendaSentence(const AgendaItem &item, const AgendaNames &names, QDate today, const QLocale &locale);
// The day at which it stands in a list to come: of what is known to a month or a year its end, because it may
// still be until then; of what goes on, today.
QDate agendaDay(const AgendaItem &item, QDate today);
// The days of a calendar on which it stands, from and to, inclusive. Something due by a month or year is due
// on its last day; an activity of some day in it stands on none (both are invalid).
std::pair<QDate, QDate> agendaDays(const AgendaItem &item);

} // namespace liaison
