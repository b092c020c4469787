#pragma once

#include "models/figures/opentasks.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Whom to speak to in a territory, what was done with it last, what binds it and what comes next. For the
// liaison's own window: it names persons.
struct TerritoryBrief
{
    struct Person
    {
        QUuid id;
        QString name;
        QString role; // there, as of the day
    };
    struct Organisation
    {
        QUuid id;
        QString name;
        QString kind; // its code
        std::vector<Person> people; // who are there on the day, by name
    };
    struct Contact
    {
        QUuid activity;
        PartialDate date;
        QString title;
        bool isElsewhere = false; // its people were there, it was not in the territory
    };
    struct Agreement
    {
        QUuid id;
        QString title;
        QString stage; // its code
        PartialDate signedOn;
        PartialDate expires;
        bool isExpired = false; // before the day
    };
    std::vector<Organisation> organisations; // by name
    std::vector<Person> others; // whose territory it is, at none of the organisations, by name
    std::vector<Contact> last; // the latest first, begun by the day
    std::vector<Contact> next; // the soonest first, to begin after it
    std::vector<Agreement> agreements; // those in force first, then by date, the latest first
    std::vector<OpenTask> tasks; // about it, its organisations, people or activities listed; by date due
};

// @param most of the contacts of each list
TerritoryBrief territoryBrief(const Store &store, QUuid territory, QDate day, int most = 5);

} // namespace liaison
