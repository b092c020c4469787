#pragma once

#include "models/domain/result.h"
#include "models/store/edit.h"
#include "models/store/store.h"
#include "models/store/surroundings.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace liaison {

// The edits that ship with the program, made from the CSV files of resources/ by resources/seed. Every file is given the
// same edits under the same names, so that two laptops meet in the same rows, and a later release, which is one more
// edit of its series, conflicts with a liaison's own correction only.
// Series: "reference" (territories, plan, indicators), "caribbean" and "world" (regions), "caribbean-2007" (the example).
// All releases of a series, in order.
Result<std::vector<Edit>> readymadeEdits(const QString &series);

struct NewFileOptions
{
    QString region;  // "caribbean", "world" or "CODE,..."; empty: the example's, else caribbean
    QString name;    // of the region; empty: as it comes
    QString example; // "caribbean-2007" or empty
};

// Gives a file the releases it lacks of the series it has, as one merge, and tells how many edits came. Cheap when there
// are none. A refusal wrote nothing.
Result<int> takeInReleases(Store &store);

// The examples newFile() knows.
QStringList examples();

// A new file with the reference data, a region and perhaps the example. Never overwrites; when it fails nothing is left.
Result<std::unique_ptr<Store>> newFile(
    const QString &path, const NewFileOptions &options, const Surroundings &surroundings);

} // namespace liaison
