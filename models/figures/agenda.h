#pragma once

#include "models/domain/partialdate.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Something that stands in the calendar.
struct AgendaItem
{
    enum class Kind { Activity, TaskDue, AgreementExpires, TargetDue };

    Kind kind = Kind::Activity;
    QString entity;
    QUuid row;
    QString title; // without a person's name
    PartialDate start; // what it is sorted by: when it begins or is due
    PartialDate end; // its last date; of what is due the same
    std::vector<QUuid> territories;
    std::vector<QUuid> projects;
    bool isOverdue = false; // due before today, and not done or reached
    bool isDone = false; // of an activity: it has been
    QString certainty = {}; // of an activity, its code

    bool isOn(QDate day) const { return start.firstDay() <= day && day <= end.lastDay(); }
    bool operator==(const AgendaItem &) const = default;
};

// What is overdue whenever it was due, by date, then what touches the days from `from` to `until`, both
// inclusive, by date. Left out are cancelled activities, tasks that are done, and agreements that are drafts
// or have lapsed.
std::vector<AgendaItem> agenda(const Store &store, QDate from, QDate until, QDate today);

} // namespace liaison
