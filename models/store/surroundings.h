#pragma once

#include "models/domain/clock.h"

#include <QString>

namespace liaison {

// What a store takes from the world around it.
struct Surroundings
{
    Clock clock = systemClock();
    QString author; // stands in every edit written here
    // Where the tokens of replicas lie (store.md, R9); never beside the file, so that a copy of the file does not
    // carry them. Made when needed; when it cannot be written every opening is a new replica.
    QString tokenFolder;
    // Where the window keeps the backups of all files; empty: it makes none.
    QString backupFolder = {};
};

} // namespace liaison
