// Opening and making files: every way it can end is an OpenOutcome.
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr size_t tailLength = 1000;

struct Refusal
{
    OpenOutcome outcome = OpenOutcome::Current; // Current: none
    QString why;
};

// What the first bytes say, before SQLite sees the file.
Refusal lookAtHeader(const QString &path, bool *inWalMode)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {OpenOutcome::Missing, Tr::tr("there is no such file")};
    if (info.isDir())
        return {OpenOutcome::Denied, Tr::tr("this is a folder")};
    if (!info.isFile())
        return {OpenOutcome::Foreign, Tr::tr("this is not a file")};
    const auto bytes = firstBytes(info.absoluteFilePath(), 100);
    if (!bytes)
        return {OpenOutcome::Denied, Tr::tr("no permission to read it")};
    const QByteArray &header = *bytes;
    if (header.size() < 100 || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return {OpenOutcome::Foreign, Tr::tr("this is not a Liaison file")};
    if (qFromBigEndian<quint32>(header.constData() + 68) != schema::applicationId)
        return {OpenOutcome::Foreign, Tr::tr("this is another program's database, not a Liaison file")};
    const auto format = qFromBigEndian<quint32>(header.constData() + 60);
    if (format > schema::format)
        return {OpenOutcome::NewerFormat,
            Tr::tr("written by a newer version of Liaison (format %1, this one reads %2)")
                .arg(format)
                .arg(schema::format)};
    *inWalMode = header.at(18) == 2;
    return {};
}

OpenOutcome outcomeOf(const SqlFailure &failure)
{
    switch (failure.code()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return OpenOutcome::InUse;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_FULL: // a file in WAL mode needs a little room to be read
        return OpenOutcome::Denied;
    default:
        return OpenOutcome::Damaged;
    }
}

enum class SchemaFit { Fits, NeedsRebuild, Foreign };

// The file's tables, indexes and views against those this program makes: nothing of a stranger's making runs.
SchemaFit fitOf(StoreFile &file)
{
    const auto asSet = [](const std::vector<QByteArray> &list) { return QSet<QByteArray>(list.begin(), list.end()); };
    const auto kept = asSet(schema::kept());
    const auto derived = asSet(schema::derived(file.catalogue));
    qsizetype keptFound = 0;
    qsizetype derivedFound = 0;
    bool stranger = false;
    Statement select(file.db.handle(), "SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL");
    while (select.step()) {
        const QByteArray sql = select.bytes(0);
        if (kept.contains(sql))
            ++keptFound;
        else if (derived.contains(sql))
            ++derivedFound;
        else if (sql.startsWith("CREATE TRIGGER"))
            return SchemaFit::Foreign;
        else if (!select.bytes(1).startsWith("search_")) // the search index keeps its own tables
            stranger = true;
    }
    if (keptFound != kept.size())
        return SchemaFit::Foreign;
    if (stranger || derivedFound != derived.size())
        return SchemaFit::NeedsRebuild;
    Statement made(file.db.handle(), "SELECT catalogue FROM derived_for");
    return made.step() && made.bytes(0) == file.catalogue.fingerprint() ? SchemaFit::Fits : SchemaFit::NeedsRebuild;
}

// The last edits of the chain still have their names: a thousand operations or one edit more. Cheap at every opening,
// also after an import; check() looks at all.
bool tailIsWhole(StoreFile &file)
{
    const ReadTransaction lock(file.db);
    size_t operations = 0;
    for (qint64 seq = file.journal.lastSeq(); seq > 0 && operations < tailLength; --seq) {
        const auto edit = file.journal.edit(seq);
        if (!edit || edit->name() != file.journal.nameOf(seq))
            return false;
        operations += std::max<size_t>(1, edit->ops.size());
    }
    return true;
}

Error refusal(const QString &path, const QString &why)
{
    return Error{Tr::tr("cannot open the file"), path, why};
}

} // namespace

Store::Opening Store::open(
    const QString &path, OpenMode mode, const Surroundings &surroundings, const Catalogue &catalogue)
{
    bool inWalMode = false;
    if (const Refusal refused = lookAtHeader(path, &inWalMode); refused.outcome != OpenOutcome::Current)
        return {refused.outcome, nullptr, refusal(path, refused.why)};
    const QFileInfo info(path);
    const bool canWrite = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
    const bool readOnly = mode == OpenMode::ReadOnly || !canWrite;
    const bool hasWal = QFileInfo::exists(path + QStringLiteral("-wal"));
    // A closed file in WAL mode on a read-only medium: nobody can write it, so it may be taken as it is.
    const auto access = !readOnly      ? Connection::Access::ReadWrite
        : inWalMode && !canWrite && !hasWal ? Connection::Access::Immutable
                                       : Connection::Access::ReadOnly;
    try {
        auto file = std::make_unique<StoreFile>(info.absoluteFilePath(), access, surroundings, catalogue, readOnly);
        const SchemaFit fit = fitOf(*file);
        if (fit == SchemaFit::Foreign)
            return {OpenOutcome::Damaged, nullptr, refusal(path, Tr::tr("its tables are not those of a Liaison file"))};
        if (!tailIsWhole(*file))
            return {OpenOutcome::Damaged, nullptr,
                refusal(path, Tr::tr("an edit in it is damaged; restore a backup, or check the file to see where"))};
        OpenOutcome outcome = mode == OpenMode::ReadWrite && readOnly ? OpenOutcome::ReadOnly : OpenOutcome::Current;
        std::unique_ptr<Store> store(new Store(std::move(file)));
        if (fit == SchemaFit::NeedsRebuild) {
            if (const auto rebuilt = store->becomeRebuilt(); !rebuilt)
                return {OpenOutcome::Damaged, nullptr, rebuilt.error()};
            outcome = OpenOutcome::Rebuilt;
        }
        return {outcome, std::move(store), {}};
    } catch (const SqlFailure &failure) {
        return {outcomeOf(failure), nullptr, sqlError(Tr::tr("cannot open the file"), path, failure)};
    }
}

// The record tables are of another program version, or damaged. Backed up and rebuilt in place where that can be
// written, else in a copy that goes when the store is closed.
Result<void> Store::becomeRebuilt()
{
    const QString path = m_file->path;
    const bool inPlace = !m_file->readOnly;
    if (inPlace) {
        QString aside = path + QStringLiteral(".before-rebuild");
        for (int i = 2; QFileInfo::exists(aside); ++i)
            aside = path + QStringLiteral(".before-rebuild-%1").arg(i);
        if (auto copied = backup(aside); !copied)
            return copied;
        return rebuild();
    }
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("rebuilt.liaison"));
    if (auto copied = backup(copy); !copied)
        return copied;
    auto file = std::make_unique<StoreFile>(
        copy, Connection::Access::ReadWrite, m_file->surroundings, m_file->catalogue, false);
    std::swap(m_file, file);
    if (auto rebuilt = rebuild(); !rebuilt)
        return rebuilt;
    m_file = std::make_unique<StoreFile>(
        copy, Connection::Access::ReadOnly, file->surroundings, file->catalogue, true);
    m_rebuiltCopy = std::move(folder);
    m_shownPath = path;
    return {};
}

Result<std::unique_ptr<Store>> Store::create(
    const QString &path, const Surroundings &surroundings, const Catalogue &catalogue)
{
    const QString what = Tr::tr("cannot make the file");
    // 0600 before SQLite sees it, and never over an existing file.
    const int fd = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0) {
        const int reason = errno;
        return Error{what, path, reason == EEXIST ? Tr::tr("it exists already") : qt_error_string(reason)};
    }
    ::close(fd);
    try {
        auto file = std::make_unique<StoreFile>(
            QFileInfo(path).absoluteFilePath(), Connection::Access::ReadWrite, surroundings, catalogue, false);
        file->db.exec("PRAGMA page_size = 4096");
        file->db.exec("PRAGMA application_id = " + QByteArray::number(schema::applicationId));
        file->db.exec("PRAGMA user_version = " + QByteArray::number(schema::format));
        Transaction transaction(file->db);
        for (const QByteArray &statement : schema::kept())
            file->db.exec(statement);
        file->tables.recreate();
        transaction.commit();
        file->someoneElseWrote(); // what we know of the file begins here
        file->watch.remember();
        return std::unique_ptr<Store>(new Store(std::move(file)));
    } catch (const SqlFailure &failure) {
        QFile::remove(path);
        QFile::remove(path + QStringLiteral("-journal"));
        return sqlError(what, path, failure);
    }
}

} // namespace liaison
