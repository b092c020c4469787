#pragma once

#include "models/domain/record.h"
#include "models/domain/result.h"

#include <QString>

#include <vector>

namespace liaison {

class Store;

// What a file knows of one person: what somebody may ask to see, and what an erasure does not reach.

// Every row that refers to a row: of a person the affiliations, attendances, participations and tasks.
// Deleted ones too, after the others.
std::vector<Record> rowsAbout(const Store &store, const Record &record);
// Visible rows whose text has the name, e-mail or phone, as it is or once was; found by search. None that is
// about the person as above.
std::vector<Record> mentionsOf(const Store &store, const Record &person);
// JSON with the person, past values and rowsAbout() with theirs. Never overwrites; mode 0600.
Result<void> exportPerson(const Store &store, const Record &person, const QString &path);

} // namespace liaison
