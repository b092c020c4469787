#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/value.h"
#include "models/figures/region.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <map>
#include <vector>

namespace liaison {

class Store;

// The programmes of each project, with what was done last and what comes next.
struct Programmes
{
    struct Programme
    {
        QUuid id;
        QString title;
        QString stage; // its code
        std::vector<QUuid> territories; // as it names them
        Value budget; // money, or no value
        PartialDate start;
        PartialDate end;
        PartialDate lastActivity; // began on the day or before
        PartialDate nextActivity; // begins after it
        QString owner;

        bool operator==(const Programme &) const = default;
    };
    struct Project
    {
        QUuid id; // null: programmes of a project that is not on file
        QString code;
        QString title;
        QString colourLight;
        QString colourDark;
        std::vector<Programme> programmes; // by title
    };

    std::vector<Project> projects; // by position; those without programmes too
    int count = 0;
    std::map<QString, int> stages; // stage to programmes
    std::vector<Value> budgets; // the sum in each currency, by currency; never added across

    const Programme *find(QUuid programme) const;
};

// Those for a territory of the region, or for no territory in particular. Cancelled activities are no
// activities.
Programmes programmes(const Store &store, const Region &region, QDate day);

} // namespace liaison
