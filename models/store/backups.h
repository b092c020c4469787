#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace liaison {

class Store;

// A complete copy of a file as it stood at a moment.
struct Backup
{
    QString path;
    QDateTime time; // UTC, to the millisecond
    qint64 size = 0; // bytes

    bool operator==(const Backup &) const = default;
};

// Of these the ones that may go. Kept are the newest of each of the last 24 hours that have one, of the last 7 such days,
// 5 weeks and 12 months; days begin at midnight in the time zone of `now`. Periods without a backup do not count, so
// neither a laptop that lay in a drawer nor a clock that runs ahead for a day costs any. Backups later than `now` were
// made while the clock was wrong: they are thinned among themselves, and push none of the others out.
std::vector<Backup> superfluousBackups(std::vector<Backup> backups, const QDateTime &now);

// The folder with the backups of one file. A backup's name is its time, because copying a folder loses other times;
// whatever else lies there is left alone.
class BackupFolder
{
public:
    // Nothing is made until the first backup.
    explicit BackupFolder(const QString &path);
    // That of a file, in the folder for the backups of all files. By its canonical path, so call it while the file is
    // where it belongs.
    static BackupFolder of(const QString &file, const QString &allBackups);

    QString path() const { return m_path; }
    std::vector<Backup> list() const; // newest first

    // A copy that was read back whole before it counts: every edit and every row of it, and nothing of the store is
    // missing. Then those the rule above lets go are removed. When it fails, no older backup has been touched. The
    // store may be written by another connection meanwhile.
    // @param now the store's time, in the user's time zone
    Result<Backup> make(const Store &store, const QDateTime &now) const;

private:
    Result<void> prepare() const;
    void thin(const QDateTime &now) const;

    QString m_path;
};

} // namespace liaison
