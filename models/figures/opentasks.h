#pragma once

#include "models/domain/partialdate.h"

#include <QDate>
#include <QLatin1StringView>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// A task that is not done.
struct OpenTask
{
    QUuid id;
    QString text;
    PartialDate due; // may be none
    QString about; // what it is about, where more than one thing is asked for
    bool isOverdue = false; // due before the day
};

// Those about a record.
std::vector<OpenTask> openTasks(
    const Store &store, QLatin1StringView entity, QUuid row, QDate day, const QString &about = {});
// By date due, those without one at the end.
void sortByDue(std::vector<OpenTask> &tasks);

} // namespace liaison
