#pragma once

#include "models/store/surroundings.h"

#include <QSettings>
#include <QString>
#include <QStringList>

namespace liaison {

// What the program keeps about its user between two runs, in the XDG configuration folder; nothing of a file's content
// but its path. Reading writes nothing.
namespace settings {

// Where it all is, also what the window keeps of its own (theme, text size, place on the screen).
QSettings stored();

// Who stands in the edits made here: LIAISON_AUTHOR, else what the user set, else the account's name.
QString author();
// Empty: the account's name again.
void setAuthor(const QString &name);

// Newest first, at most ten; files that are gone are left out but not forgotten.
QStringList recentFiles();
void addRecentFile(const QString &path);

// The clock, the author, the folders of replica tokens and of backups (both in the XDG data folder).
Surroundings surroundings();

} // namespace settings

} // namespace liaison
