#pragma once

#include "models/domain/partialdate.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

class Store;

// Somebody who was at an activity, with what they were part of then.
struct Attended
{
    QUuid attendance;
    QUuid activity;
    QUuid person;
    PartialDate on; // when the activity began
    QString training; // the level reached, empty when nothing is said of it
    std::vector<QUuid> projects; // of the activity
    std::vector<QUuid> organisations; // where the person was on a day of that date, each once
    std::vector<QUuid> territories; // of these organisations, each once
};

struct AttendedQuery
{
    enum class Of { All, Trainings };

    QDate from = {}; // activities that may have begun on or after it; null: ever
    QDate until; // and whose date begins on or before it
    Of of = Of::All;
    std::optional<qint64> knownAt = {};
};

// Of activities that were not cancelled and have a date, by date.
std::vector<Attended> attended(const Store &store, const AttendedQuery &query);

} // namespace liaison
