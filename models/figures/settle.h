#pragma once

#include "models/domain/clock.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Something that waits to be settled, and where.
struct Issue
{
    enum class Kind {
        Conflict, // two values, nobody has chosen
        Fork, // two edits claim one place
        Unconfirmed, // a row of the board with a reconstructed name
        DoubtfulName, // the same, on weak evidence
        Stale, // a value older than its indicator allows
        OutsideLife, // an observation of a territory that did not exist then
        BrokenRow, // a reference to nothing, a level its indicator lacks, a value of a wrong kind, fields
                   // that contradict each other
        OverdueTask,
        TargetDue, // due and not met
        Expiring, // an agreement that expires within 60 days, or has, and nobody said what became of it
        Unreported, // an activity that was planned and should have been by now
        Silent, // a region with territories of which nothing is on record for a year
        Waiting, // edits that lack what they build on
    };

    Kind kind = Kind::Conflict;
    QString entity; // empty when no row is meant
    QUuid row;
    QString field;
    QString title; // "Barbados, GAC"
    QString text; // one sentence

    QString code() const; // stable, for files: "conflict", "fork", "unconfirmed", ...
};

// In the order in which they should be looked at.
std::vector<Issue> issues(const Store &store, QDate today);

} // namespace liaison
