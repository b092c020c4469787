#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/draft.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace liaison::bench {

struct Extent
{
    int territories = 250;
    int indicators = 10;
    int months = 120;
    int tasks = 50'000;
    int targets = 0;
};

// Ten years of a liaison's work, made up: the same on every machine for the same extent. Rows are named by
// their position, so that any other database can be filled with them too.
struct Sample
{
    struct Territory
    {
        QString code;
        QString name;
    };
    struct Indicator
    {
        QString code;
        bool counts = false; // else a ladder of four levels
    };
    struct Observation
    {
        int territory = 0;
        int indicator = 0;
        QString date; // a month
        int rank = 0; // the count, or the level
        QString source;
        QString note; // of one in twenty
    };
    struct Task
    {
        QString text; // 200 to 2,000 characters
        int territory = 0;
        QString owner;
        QString due;
        bool done = false;
    };
    struct Target
    {
        int indicator = 0;
        int territory = 0;
        QString due;
        int rank = 0;
        QString reason;
    };

    std::vector<Territory> territories;
    std::vector<Indicator> indicators;
    std::vector<Observation> observations;
    std::vector<Task> tasks;
    std::vector<Target> targets;

    explicit Sample(const Extent &extent);

    // A count is its number.
    Value reading(int indicator, int rank) const;
    static QString levelCode(int rank);

    QUuid territoryId(int position) const;
    QUuid indicatorId(int position) const;
    QUuid observationId(const Observation &observation) const;
    static QUuid taskId(int position);
    static QUuid targetId(int position);
    static QUuid regionId();

    // One project, the indicators with their levels, and a region of all territories, in as many steps as it
    // takes for each to name only what is on file.
    std::vector<Draft> frame() const;
    Draft territoryDraft() const;
    Draft observationDraft() const;
    Draft taskDraft() const;
    Draft targetDraft() const;
};

} // namespace liaison::bench
