#pragma once

#include "models/figures/opentasks.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

class Store;

// One programme: what was done in it, and what it still owes. Names no person.
struct ProgrammeBrief
{
    struct Activity
    {
        QUuid id;
        QString title;
        PartialDate start;
        bool isHeld = false; // begun by the day and not cancelled
        bool isCancelled = false;
        std::optional<qint64> headcount;
        qint64 attendances = 0; // on file
    };
    struct Level
    {
        QString code; // of the field attendance.training
        std::optional<qint64> people; // none: nothing is recorded of any level
    };
    struct Agreement
    {
        QUuid id;
        QString title;
        QString stage;
        PartialDate signedOn;
    };
    std::vector<Activity> activities; // the latest first, those without a date at the end
    // Of activities that were held or are to come, and those the programme names; by code.
    std::vector<QUuid> territories;
    std::vector<Level> training; // of the levels, without "none"; a person counts once, at the highest
    std::vector<Agreement> agreements; // with one of its partners, of its project
    qint64 awards = 0; // for its activities
    std::vector<OpenTask> tasks; // about it or one of its activities
    std::vector<QUuid> withoutAttendance; // activities held, of which nobody said who or how many were there
};

ProgrammeBrief programmeBrief(const Store &store, QUuid programme, QDate day);

} // namespace liaison
