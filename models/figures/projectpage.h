#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/value.h"
#include "models/figures/agenda.h"
#include "models/figures/board.h"
#include "models/figures/programmes.h"
#include "models/figures/project.h"
#include "models/figures/region.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

struct OutreachFigure;
class Store;

// All that the page of one project shows, for a region as of a day. Nothing in it names a person.
struct ProjectPageFigures
{
    // How an indicator of the project stands against its target over the region.
    struct Progress
    {
        enum class State {
            NoTarget,
            Unknown, // nothing is known of it, and the target is not due yet
            OnTheWay,
            Met,
            Late, // due, and not reached
        };

        Indicator indicator;
        BoardTotal total;
        bool isDerived = false; // at least one reading comes from records
        // A summed count: the sum; else the territories that meet the goal, or the target's level. None:
        // unknown.
        std::optional<qint64> now;
        bool isOfTerritories = false; // now and wanted are of total.of territories
        State state = State::NoTarget;
        QUuid target; // the one that is due next, else the last that was due; null: none
        PartialDate due;
        Value reading; // that is wanted
        std::optional<qint64> wanted; // to be compared with `now`
        int daysLate = 0;
    };
    // An activity, an agreement or a participation.
    struct Latest
    {
        QString entity;
        QUuid row;
        PartialDate date;
        QString title; // empty when it would be a person's name
        std::vector<QUuid> territories;
        QString stage; // its code
        Value number; // an amount of money, a headcount, or no value

        bool operator==(const Latest &) const = default;
    };
    struct Outcome
    {
        QUuid activity;
        QString title;
        PartialDate date;
        QString words;
    };

    Project project;
    std::vector<Progress> indicators; // in board order
    int reached = 0; // territories of the region of which anything of the project is on record
    int territories = 0; // of the region on the day
    std::vector<Programmes::Programme> programmes; // running ones first, those done at the end
    std::vector<Latest> latest; // newest first, at most mostLatest
    std::vector<AgendaItem> next; // what is overdue first, at most mostNext
    std::vector<Outcome> outcomes; // newest first, at most mostOutcomes

    static constexpr size_t mostLatest = 8;
    static constexpr size_t mostNext = 6;
    static constexpr size_t mostOutcomes = 3;
};

ProjectPageFigures projectPageFigures(
    const Store &store, const Project &project, const Region &region, QDate day);

// A figure of what was done for one project, in the territories of a region as of a day.
struct ProjectFigure
{
    QHash<QUuid, qint64> numbers; // of territories of which something is on record
    std::optional<qint64> total; // each once; none: nothing is on record
    std::vector<QUuid> silent; // nothing in the two years up to the day, in the region's order
    int of = 0; // territories there are on the day
};

ProjectFigure projectFigure(
    const Store &store, const OutreachFigure &figure, QUuid project, const Region &region, QDate day);

} // namespace liaison
