#pragma once

#include <Qt>

namespace liaison {

// What item models answer beside Qt's own roles; views ask for roles, never for column numbers.
enum Role {
    StandingRole = Qt::UserRole + 1, // int of liaison::Standing
    DateTextRole, // of the observation, for people
    SourceRole,
    AgeMonthsRole, // int
    StaleRole, // bool
    ConflictRole, // bool
    CertaintyRole,
    ReconstructedRole, // bool: the name in this row is a reconstruction
    DoubtRole, // why the reconstruction is weak, else empty
    CodeRole, // a territory's, an indicator's or a project's code
    GroupRole, // an indicator's heading
    ProjectRole, // a project's code
    ColourLightRole, // a project's colour, "#rrggbb"
    ColourDarkRole,
    ChangedRole, // int of CellTurn::Way: how the cell turned since the date compared with; none when it reads
                 // the same
    ChangedFromRole, // what it read then, as text; empty when unknown
    TargetRole, // due month of the target a cell still owes, short; none when there is no such target
    TargetLateRole, // bool
    DerivedRole, // bool: nobody stated the value shown, records say so
    DiffersRole, // what records say beside a stated value that differs, as text; none when they agree
    SortRole, // what a column is sorted by
    IndicatorRole, // QUuid of the indicator a row speaks of
    StepRole, // int: of steps that follow each other how many are reached
    StepsRole, // int: how many there are; none where there are no steps
    IdRole, // QUuid of the row the item stands for
};

} // namespace liaison
