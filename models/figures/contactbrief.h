#pragma once

#include "models/figures/opentasks.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

class Store;

// A person or an organisation: who is where, and what was last done with them. For the liaison's own window:
// it names persons.
struct ContactBrief
{
    // A person at an organisation, seen from the other side.
    struct Role
    {
        QUuid affiliation;
        QUuid other; // the organisation of a person, the person of an organisation
        QString name; // of the other
        QString role;
        PartialDate from;
        PartialDate to;
        bool isNow = false; // on the day
    };
    struct Event
    {
        QString entity; // activity, participation or agreement
        QUuid row;
        PartialDate date;
        QString title;
        QString extra; // in words: the level reached, the stage
    };
    bool isPerson = false;
    QString name; // empty: not on file
    QString kind; // of an organisation, its code
    std::vector<QUuid>
        territories; // its own; of a person its own, then those of its organisations now; each once
    QString email; // of a person
    QString phone;
    std::optional<bool> consent; // none: nobody said
    PartialDate consented;
    std::vector<Role> roles; // those of now first, then the latest first
    std::vector<Event> events; // the latest first; those without a date at the end
    std::vector<OpenTask> tasks; // about it
};

// What a person was at counts for an organisation when the person was there then.
ContactBrief personBrief(const Store &store, QUuid person, QDate day);
ContactBrief organisationBrief(const Store &store, QUuid organisation, QDate day);

} // namespace liaison
