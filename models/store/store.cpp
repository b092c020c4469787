#include "models/store/store.h"

#include "models/store/backups.h"
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr int settleDelay = 1500; // ms; a copy made two seconds after an edit holds it

} // namespace

Store::Store(std::unique_ptr<StoreFile> file) : m_file(std::move(file))
{
    qRegisterMetaType<ChangeSet>();
    setProperty(StoreFile::ownerProperty, QVariant::fromValue<void *>(&m_file));
    m_settleTimer.setSingleShot(true);
    m_settleTimer.setInterval(settleDelay);
    connect(&m_settleTimer, &QTimer::timeout, this, &Store::settle);
}

Store::~Store() = default;

const Catalogue &Store::catalogue() const
{
    return m_file->catalogue;
}

const Clock &Store::clock() const
{
    return m_file->surroundings.clock;
}

QString Store::author() const
{
    return m_file->surroundings.author;
}

const Surroundings &Store::surroundings() const
{
    return m_file->surroundings;
}

QString Store::path() const
{
    return m_shownPath.isEmpty() ? m_file->path : m_shownPath;
}

bool Store::isReadOnly() const
{
    return m_file->readOnly;
}

void Store::readFailed(const Error &error) const
{
    m_readError = error;
    qCritical("%s", qPrintable(error.message()));
}

std::vector<Record> Store::read(const Query &query) const
{
    try {
        return m_file->tables.read(query);
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return {};
    }
}

std::vector<QUuid> Store::ids(const Query &query, const std::function<bool()> &stop) const
{
    try {
        const Stoppable stoppable(m_file->db, stop);
        return m_file->tables.ids(query);
    } catch (const SqlFailure &failure) {
        if (!failure.wasStopped())
            readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return {};
    }
}

void Store::forEach(QAnyStringView entityName, const std::function<void(const Record &)> &visit) const
{
    try {
        if (const Entity *entity = catalogue().entity(entityName))
            m_file->tables.forEach({.entity = entity->name}, {}, visit);
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
}

qint64 Store::count(const Query &query) const
{
    try {
        return m_file->tables.count(query);
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return 0;
    }
}

Record Store::find(QAnyStringView entityName, QUuid row) const
{
    const Entity *entity = catalogue().entity(entityName);
    if (!entity)
        return {};
    try {
        const qint64 id = m_file->rowId(entityName, row);
        return id == 0 ? Record() : m_file->tables.find(*entity, id);
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return {};
    }
}

QString Store::entityOf(QUuid row) const
{
    try {
        Statement &select = m_file->db.statement(
            "SELECT name.text FROM row JOIN name ON name.id = row.entity WHERE row.uuid = ? LIMIT 1");
        Rows rows(select.bind(Blob{row.toRfc4122()}));
        return rows.next() ? select.text(0) : QString();
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return {};
    }
}

// --- Settling, other writers

Result<void> Store::mayWrite(const QString &what)
{
    if (isReadOnly())
        return Error{what, path(), Tr::tr("the file is read-only")};
    return findInPlace(what);
}

Error Store::notWritten(const QString &what, const SqlFailure &failure)
{
    // Other bytes where the database was look like damage.
    const auto found = findInPlace(what);
    return found ? sqlError(what, path(), failure) : found.error();
}

Result<void> Store::findInPlace(const QString &what)
{
    lookAtPlace();
    switch (m_whereabouts) {
    case Whereabouts::InPlace:
        return {};
    case Whereabouts::Gone:
        return Error{what, path(),
            Tr::tr("the file was moved or deleted; nothing was written: save a copy, and go on there")};
    case Whereabouts::Replaced:
    case Whereabouts::Overwritten:
        break;
    }
    return Error{what, path(),
        Tr::tr("another program has replaced the file; nothing was written: save a copy, and go on there")};
}

void Store::lookAtPlace()
{
    if (m_whereabouts != Whereabouts::InPlace)
        return;
    m_whereabouts = m_file->watch.look();
    if (m_whereabouts == Whereabouts::InPlace)
        return;
    m_settleTimer.stop();
    m_file->leaveTo(m_whereabouts);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT displaced(m_whereabouts); }, Qt::QueuedConnection);
}

void Store::announce(const ChangeSet &changes)
{
    m_settleTimer.start();
    Q_EMIT changed(changes);
}

void Store::settle()
{
    m_settleTimer.stop();
    lookAtPlace(); // never fold edits into another program's bytes
    if (!m_file->hasWritten() || m_whereabouts != Whereabouts::InPlace)
        return;
    const auto ours = m_file->ownWriting();
    try {
        // TRUNCATE waits for readers in other programs, and the window waits with it: not for long.
        m_file->db.exec("PRAGMA busy_timeout = 100");
        const bool isHeld = m_file->db.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        m_file->db.exec("PRAGMA busy_timeout = 5000");
        if (isHeld)
            m_settleTimer.start(); // somebody reads: the WAL still says what an erasure took
    } catch (const SqlFailure &failure) {
        // Every edit is safe in the WAL; only a plain copy of the file would lack the last ones.
        m_settleTimer.start();
        qInfo("the file is not settled yet: %s", qPrintable(failure.explanation()));
    }
}

void Store::lookForOtherWriters()
{
    lookAtPlace();
    if (m_whereabouts != Whereabouts::InPlace)
        return;
    try {
        if (m_file->someoneElseWrote())
            Q_EMIT changed(ChangeSet{{}, true});
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
}

// --- Copies

namespace {

// Every page through SQLite's backup interface: consistent also while somebody writes.
void copyPages(sqlite3 *from, Connection &to)
{
    sqlite3_backup *copying = sqlite3_backup_init(to.handle(), "main", from, "main");
    if (!copying)
        throw failureOf(to.handle());
    const int stepped = sqlite3_backup_step(copying, -1);
    if (sqlite3_backup_finish(copying) != SQLITE_OK || stepped != SQLITE_DONE)
        throw failureOf(to.handle());
}

} // namespace

Result<void> Store::backup(const QString &target) const
{
    const QString what = Tr::tr("cannot make the copy");
    const int fd = ::open(QFile::encodeName(target).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0) {
        const int reason = errno;
        return Error{what, target, reason == EEXIST ? Tr::tr("it exists already") : qt_error_string(reason)};
    }
    ::close(fd);
    try {
        // Copied and compared as of one moment, whoever else writes.
        const ReadTransaction lock(m_file->db);
        const qint64 edits = m_file->db.number("SELECT count(*) FROM edit");
        {
            Connection copy(target, Connection::Access::ReadWrite);
            copyPages(m_file->db.handle(), copy);
            copy.exec("PRAGMA journal_mode = DELETE");
        }
        // A copy nobody has read is not a backup.
        Connection again(target, Connection::Access::ReadOnly);
        if (again.word("PRAGMA quick_check(1)") != QLatin1String("ok")
            || again.number("SELECT count(*) FROM edit") != edits)
            throw SqlFailure(SQLITE_CORRUPT, Tr::tr("the copy does not read back"));
        const int written = ::open(QFile::encodeName(target).constData(), O_RDONLY | O_CLOEXEC);
        if (written >= 0) {
            ::fsync(written);
            ::close(written);
        }
        return {};
    } catch (const SqlFailure &failure) {
        for (const char *tail : {"", "-journal", "-wal", "-shm"})
            QFile::remove(target + QLatin1String(tail));
        return sqlError(what, target, failure);
    }
}

namespace {

// Where what stands there is kept from now on; empty when it cannot be.
QString keepPresent(const QString &path, const Surroundings &surroundings)
{
    const auto present = Store::open(path, OpenMode::ReadOnly, surroundings);
    if (present.store && !surroundings.backupFolder.isEmpty()) {
        const auto folder = BackupFolder::of(path, surroundings.backupFolder);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(surroundings.clock());
        // Backups to come hold nothing of what is taken back now.
        if (const auto made = folder.make(*present.store, now, BackupFolder::Keep::Always))
            return made->path;
    }
    QString aside = path + QStringLiteral(".before-restore");
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = path + QStringLiteral(".before-restore-%1").arg(i);
    // Whole with what its WAL holds where it can be read, byte for byte where it cannot.
    const bool saved = present.store ? present.store->backup(aside).ok() : QFile::copy(path, aside);
    return saved ? aside : QString();
}

} // namespace

Result<QString> restoreBackup(const QString &backup, const QString &target, const Surroundings &surroundings)
{
    const QString what = Tr::tr("cannot restore the backup");
    auto source = Store::open(backup, OpenMode::ReadOnly, surroundings);
    if (!source.store)
        return Error{what, backup, source.error.why};
    if (const CheckReport report = source.store->check(); !report.ok())
        return Error{what, backup,
            Tr::tr("the backup itself is damaged: %1 (%2)")
                .arg(report.problems.front().what, report.problems.front().where)};
    const QString fresh = target + QStringLiteral(".restoring");
    QFile::remove(fresh);
    if (const auto copied = source.store->backup(fresh); !copied)
        return Error{what, target, copied.error().why};
    QString aside;
    if (QFileInfo::exists(target)) {
        aside = keepPresent(target, surroundings);
        if (aside.isEmpty()) {
            QFile::remove(fresh);
            return Error{what, target, Tr::tr("the present file could not be backed up")};
        }
    }
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(target).constData()) != 0) {
        const QString why = qt_error_string(errno);
        QFile::remove(fresh);
        return Error{what, target, why};
    }
    // They belong to the file that was replaced.
    QFile::remove(target + QStringLiteral("-wal"));
    QFile::remove(target + QStringLiteral("-shm"));
    return aside;
}

} // namespace liaison
