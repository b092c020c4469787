#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace liaison {

// A complete copy of a file as it stood at a moment.
struct Backup
{
    QString path;
    QDateTime time; // UTC, to the millisecond
    qint64 size = 0; // bytes
    bool kept = false; // never superfluous

    bool operator==(const Backup &) const = default;
};

// Of these the ones that may go. Kept are the newest of each of the last 24 hours that have one, of the last
// 7 such days, 5 weeks and 12 months; days begin at midnight in the time zone of `now`. Periods without a
// backup do not count, so neither a laptop that lay in a drawer nor a clock that runs ahead for a day costs
// any. Backups later than `now` were made while the clock was wrong: they are thinned among themselves, and
// push none of the others out.
std::vector<Backup> superfluousBackups(std::vector<Backup> backups, const QDateTime &now);

// How far a file knows each replica, also where its record tables are another version's.
Result<std::vector<Tip>> tipsIn(const QString &file);

// Whether a file holds what a row said, on file or waiting, and it was not erased.
Result<bool> holdsRow(const QString &file, QLatin1StringView entity, QUuid row);

// The folder with the backups of one file. A backup's name is its time, because copying a folder loses other
// times; whatever else lies there is left alone.
class BackupFolder
{
public:
    // Nothing is made until the first backup.
    explicit BackupFolder(const QString &path);
    // That of a file, in the folder for the backups of all files. By its canonical path, so call it while the
    // file is where it belongs.
    static BackupFolder of(const QString &file, const QString &allBackups);

    QString path() const { return m_path; }
    std::vector<Backup> list() const; // newest first

    // A copy that does not count yet. Whoever copies must finish, and may close the store before.
    struct Copy
    {
        Backup backup; // what it will be
        std::vector<Tip> tips; // of the store
        QString unfinished() const; // where it lies meanwhile
    };
    enum class Keep { Thinned, Always }; // Always: what no later backup will hold; never removed by itself
    // The store may be written by another connection meanwhile.
    // @param now the store's time, in the user's time zone
    Result<Copy> copy(const Store &store, const QDateTime &now, Keep keep = Keep::Thinned) const;
    // Reads the copy back whole, which takes longer than copying: every edit and every row of it, and nothing
    // of the store is missing. Then it counts, and those the rule above lets go are removed. When it fails,
    // here or above, no older backup has been touched.
    Result<Backup> finish(
        const Copy &copy, const QDateTime &now, const Catalogue &catalogue = Catalogue::builtIn()) const;
    // Both.
    Result<Backup> make(const Store &store, const QDateTime &now, Keep keep = Keep::Thinned) const;
    // Where the file itself cannot be read any more: a backup of it, and the edits made since. Kept always.
    // Edits the backup has already do no harm.
    Result<Backup> makeFrom(const Backup &base, const std::vector<Edit> &since, const QDateTime &now,
        const Catalogue &catalogue = Catalogue::builtIn()) const;

private:
    Result<void> prepare() const;
    void thin(const QDateTime &now) const;

    QString m_path;
};

} // namespace liaison
