#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/value.h"
#include "models/figures/indicator.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// A value somebody gave for a territory and an indicator, with both its clocks: the date it was true on, and
// when it was recorded.
struct CellVersion
{
    enum class State {
        Standing, // what is on file for its date
        Replaced, // another value was recorded for the same date later
        Withdrawn, // the observation of that date was taken back
    };

    QUuid observation;
    PartialDate date;
    Value value; // parts reading, source, certainty
    State state = State::Standing;
    liaison::Standing standing = liaison::Standing::Unknown;
    QString author;
    qint64 recorded = 0; // milliseconds since 1970; 0: came with the program

    QString source() const;
    QString certainty() const;
    const Value &reading() const;
};

// Every value ever recorded there and not erased: the latest date first (as the board compares dates), of one
// date the one recorded last. The first standing one with a date up to a day is what the board shows on that
// day.
std::vector<CellVersion> cellHistory(const Store &store, QUuid territory, const Indicator &indicator);

} // namespace liaison
