#include "models/store/backups.h"

#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BackupFolder)
};

const QString timeFormat = u"yyyy-MM-dd'T'HH-mm-ss-zzz"_s;
const QString nameEnding = u".liaison"_s;
const QString keptMark = u"-kept"_s;
const QString unfinishedEnding = u".part"_s;
constexpr qint64 abandonedAfter = 24 * 3600; // s; nothing takes that long

// --- Thinning

struct Period
{
    size_t kept;
    qint64 (*number)(const QDateTime &time); // equal within one period
};

constexpr Period periods[] = {
    {24,
        [](const QDateTime &time) {
            return time.toSecsSinceEpoch() / 3600;
        }}, // two of them when clocks go back
    {7, [](const QDateTime &time) { return time.date().toJulianDay(); }},
    {5, [](const QDateTime &time) { return time.date().toJulianDay() / 7; }}, // day 0 was a Monday
    {12, [](const QDateTime &time) { return qint64(time.date().year()) * 12 + time.date().month(); }},
};

// Marks which of some, newest first, are kept.
class Thinning
{
public:
    bool keeps(const QDateTime &time)
    {
        bool kept = false;
        for (size_t i = 0; i < std::size(periods); ++i) {
            std::vector<qint64> &seen = m_seen[i];
            const qint64 number = periods[i].number(time);
            if (seen.size() == periods[i].kept || (!seen.empty() && seen.back() == number))
                continue;
            seen.push_back(number);
            kept = true;
        }
        return kept;
    }

private:
    std::array<std::vector<qint64>, std::size(periods)> m_seen;
};

void sortNewestFirst(std::vector<Backup> &backups)
{
    std::stable_sort(
        backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.time > b.time; });
}

// --- Files

Error refusal(const QString &where, const QString &why)
{
    return Error{Tr::tr("cannot make a backup"), QDir::toNativeSeparators(where),
        Tr::tr("%1; older backups are as they were").arg(why)};
}

// A new name in a folder survives a power cut only once the folder is written.
void syncFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

void removeCopy(const QString &path)
{
    for (const QLatin1StringView tail : {""_L1, "-journal"_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + tail);
}

// Who only reads, or writes what others have written.
Surroundings nobody()
{
    return {[] { return qint64(0); }, {}, {}};
}

// Why a copy does not hold all that was there before it was made; empty when it does.
QString shortcoming(const QString &copy, const std::vector<Tip> &before, const Catalogue &catalogue)
{
    const Store::Opening opening = Store::open(copy, OpenMode::ReadOnly, nobody(), catalogue);
    if (!opening.store)
        return Tr::tr("the copy does not read back (%1)").arg(opening.error.why);
    const std::vector<Tip> tips = opening.store->tips();
    for (const Tip &tip : before) {
        const auto same =
            std::find_if(tips.begin(), tips.end(), [&](const Tip &t) { return t.replica == tip.replica; });
        // More than before is what somebody wrote meanwhile.
        if (same == tips.end() || same->n < tip.n || (same->n == tip.n && same->name != tip.name))
            return Tr::tr("the copy lacks edits");
    }
    if (const CheckReport report = opening.store->check(); !report.ok()) {
        const CheckReport::Problem &first = report.problems.front();
        return Tr::tr("the file itself is damaged: %1 (%2)").arg(first.what, first.where);
    }
    return {};
}

} // namespace

std::vector<Backup> superfluousBackups(std::vector<Backup> backups, const QDateTime &now)
{
    sortNewestFirst(backups);
    Thinning past;
    Thinning future;
    std::vector<Backup> result;
    for (Backup &backup : backups) {
        if (backup.kept)
            continue;
        Thinning &thinning = backup.time > now ? future : past;
        if (!thinning.keeps(backup.time.toTimeZone(now.timeZone())))
            result.push_back(std::move(backup));
    }
    return result;
}

Result<std::vector<Tip>> tipsIn(const QString &file)
{
    try {
        return StoreFile(file, Connection::Access::ReadOnly, {}, Catalogue::builtIn(), true).tips();
    } catch (const SqlFailure &failure) {
        return sqlError(Tr::tr("cannot read the backup"), file, failure);
    }
}

Result<bool> holdsRow(const QString &file, QLatin1StringView entity, QUuid row)
{
    try {
        StoreFile copy(file, Connection::Access::ReadOnly, {}, Catalogue::builtIn(), true);
        const qint64 id = copy.rowId(entity, row);
        if (id != 0 && !fold(copy.journal.rowOps(id).ops).erased)
            return true;
        const std::vector<Edit> waiting = copy.journal.waiting();
        return std::any_of(waiting.begin(), waiting.end(), [&](const Edit &edit) {
            return std::any_of(edit.ops.begin(), edit.ops.end(), [&](const Operation &op) {
                const bool says = std::any_of(op.fields.begin(), op.fields.end(),
                    [](const auto &field) { return field.second.kind == FieldWrite::Kind::Sealed; });
                return op.entity == entity && op.row == row && says;
            });
        });
    } catch (const SqlFailure &failure) {
        return sqlError(Tr::tr("cannot read the copy"), file, failure);
    }
}

std::vector<QString> Store::copiesHolding(QLatin1StringView entity, QUuid row) const
{
    const QFileInfo self(path());
    QFileInfoList files = self.dir().entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    const QString aside = self.fileName() + u".before-"_s;
    files.removeIf([&](const QFileInfo &file) { return !file.fileName().startsWith(aside); });
    // Half-made ones too: an interrupted backup is left there for a day.
    if (const QString all = m_file->surroundings.backupFolder; !all.isEmpty())
        files += QDir(BackupFolder::of(path(), all).path()).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    std::vector<QString> holding;
    for (const QFileInfo &file : files) {
        static const QRegularExpression partOfAnother(u"-(wal|shm|journal)$"_s);
        if (file.fileName().contains(partOfAnother))
            continue;
        const auto holds = holdsRow(file.filePath(), entity, row);
        if (!holds || *holds)
            holding.push_back(file.filePath());
    }
    return holding;
}

BackupFolder::BackupFolder(const QString &path)
    : m_path(path)
{
}

BackupFolder BackupFolder::of(const QString &file, const QString &allBackups)
{
    const QFileInfo info(file);
    const QString place = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return BackupFolder(u"%1/%2-%3"_s.arg(
        allBackups, QFileInfo(place).completeBaseName().left(60), QString::fromLatin1(hash.first(8))));
}

std::vector<Backup> BackupFolder::list() const
{
    static const QRegularExpression form(u"^([0-9T-]{23})Z(-kept)?\\.liaison$"_s);
    std::vector<Backup> result;
    for (const QFileInfo &file : QDir(m_path).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed)) {
        const auto match = form.match(file.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime time = QDateTime::fromString(match.captured(1), timeFormat);
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            result.push_back({file.absoluteFilePath(), time, file.size(), match.hasCaptured(2)});
    }
    sortNewestFirst(result);
    return result;
}

Result<void> BackupFolder::prepare() const
{
    if (QFileInfo(m_path).isDir())
        return {};
    if (!QDir().mkpath(m_path))
        return refusal(m_path, Tr::tr("the folder cannot be made"));
    // Others need not even see the names of what somebody works on.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<BackupFolder::Copy> BackupFolder::copy(const Store &store, const QDateTime &now, Keep keep) const
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    QDateTime time = QDateTime::fromMSecsSinceEpoch(now.toMSecsSinceEpoch(), Qt::UTC);
    const auto name = [&] { return time.toString(timeFormat) + u'Z'; };
    while (!QDir(m_path).entryList({name() + u'*'}).isEmpty())
        time = time.addMSecs(1);
    const QString path = m_path + u'/' + name() + (keep == Keep::Always ? keptMark : QString()) + nameEnding;
    Copy copy{{path, time, 0, keep == Keep::Always}, store.tips()};
    if (const auto copied = store.backup(copy.unfinished()); !copied)
        return refusal(m_path, copied.error().why);
    return copy;
}

QString BackupFolder::Copy::unfinished() const
{
    return backup.path + unfinishedEnding;
}

Result<Backup> BackupFolder::finish(const Copy &copy, const QDateTime &now, const Catalogue &catalogue) const
{
    if (const QString why = shortcoming(copy.unfinished(), copy.tips, catalogue); !why.isEmpty()) {
        removeCopy(copy.unfinished());
        return refusal(m_path, why);
    }
    Backup backup = copy.backup;
    if (!QFile::rename(copy.unfinished(), backup.path)) {
        removeCopy(copy.unfinished());
        return refusal(backup.path, Tr::tr("the finished copy cannot be given its name"));
    }
    syncFolder(m_path);
    thin(std::max(now, backup.time.toTimeZone(now.timeZone()))); // its own name may be a little later
    backup.path = QFileInfo(backup.path).absoluteFilePath();
    backup.size = QFileInfo(backup.path).size();
    return backup;
}

Result<Backup> BackupFolder::make(const Store &store, const QDateTime &now, Keep keep) const
{
    const auto copied = copy(store, now, keep);
    return copied ? finish(*copied, now, store.catalogue()) : Result<Backup>(copied.error());
}

Result<Backup> BackupFolder::makeFrom(const Backup &base, const std::vector<Edit> &since,
    const QDateTime &now, const Catalogue &catalogue) const
{
    const Store::Opening opening = Store::open(base.path, OpenMode::ReadOnly, nobody(), catalogue);
    if (!opening.store)
        return refusal(base.path, opening.error.why);
    const auto copied = copy(*opening.store, now, Keep::Always);
    if (!copied)
        return copied.error();
    QString why;
    {
        const Store::Opening copy =
            Store::open(copied->unfinished(), OpenMode::ReadWrite, nobody(), catalogue);
        const auto merged = copy.store ? copy.store->merge(since) : Result<MergeOutcome>(copy.error);
        if (!merged)
            why = merged.error().why;
        else if (merged->waiting > opening.store->waitingCount())
            why = Tr::tr("edits are missing between it and the backup before");
    }
    if (!why.isEmpty()) {
        removeCopy(copied->unfinished());
        return refusal(base.path, why);
    }
    return finish(*copied, now, catalogue);
}

void BackupFolder::thin(const QDateTime &now) const
{
    for (const Backup &backup : superfluousBackups(list(), now))
        QFile::remove(backup.path);
    // Of a program that was killed while it copied. By the machine's clock, as their own times are.
    const QDateTime abandoned = QDateTime::currentDateTimeUtc().addSecs(-abandonedAfter);
    for (const QFileInfo &file :
        QDir(m_path).entryInfoList({u'*' + nameEnding + unfinishedEnding}, QDir::Files)) {
        if (file.lastModified() < abandoned)
            removeCopy(file.absoluteFilePath());
    }
}

} // namespace liaison
