#include "app/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace liaison::settings {

namespace {

constexpr qsizetype mostRecentFiles = 10;
const QString authorKey = u"author"_s;
const QString recentFilesKey = u"recentFiles"_s;

// As the system's user list has it, because the environment of a service or a script may lack USER.
QString accountName()
{
    const passwd *account = getpwuid(getuid());
    if (!account)
        return qEnvironmentVariable("USER", u"unknown"_s);
    return QString::fromLocal8Bit(account->pw_name);
}

} // namespace

QSettings stored()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"liaison"_s, u"liaison"_s);
}

QString author()
{
    for (const QString &name : {qEnvironmentVariable("LIAISON_AUTHOR"), stored().value(authorKey).toString()}) {
        if (!name.trimmed().isEmpty())
            return name.trimmed();
    }
    return accountName();
}

void setAuthor(const QString &name)
{
    QSettings settings = stored();
    if (name.trimmed().isEmpty())
        settings.remove(authorKey);
    else
        settings.setValue(authorKey, name.trimmed());
}

QStringList recentFiles()
{
    const QStringList all = stored().value(recentFilesKey).toStringList();
    QStringList there;
    std::copy_if(all.begin(), all.end(), std::back_inserter(there), [](const QString &f) { return QFileInfo::exists(f); });
    return there;
}

void addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QSettings settings = stored();
    QStringList all = settings.value(recentFilesKey).toStringList();
    if (all.value(0) == absolute)
        return; // nothing to write when the same file is opened day after day
    all.removeAll(absolute);
    all.prepend(absolute);
    settings.setValue(recentFilesKey, QStringList(all.first(std::min(all.size(), mostRecentFiles))));
}

Surroundings surroundings()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {systemClock(), author(), data + u"/liaison/replicas"_s, data + u"/liaison/backups"_s};
}

} // namespace liaison::settings
