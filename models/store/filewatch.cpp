#include "models/store/filewatch.h"

#include "models/store/storefile.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <sys/stat.h>

namespace liaison {

namespace {

constexpr int headerLength = 100; // bytes; the change counter, the size, the journal mode

} // namespace

FileWatch::FileWatch(StoreFile &file)
    : m_file(file)
    , m_othersFold(!walIsEmpty())
{
    remember();
}

std::optional<FileWatch::Stamp> FileWatch::stamp() const
{
    struct stat found = {};
    if (::stat(QFile::encodeName(m_file.path).constData(), &found) != 0)
        return std::nullopt;
    return Stamp{found.st_dev, found.st_ino, found.st_size,
        qint64(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec};
}

QByteArray FileWatch::header() const
{
    sqlite3_file *file = nullptr;
    QByteArray bytes(headerLength, '\0');
    if (sqlite3_file_control(m_file.db.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
        && file->pMethods)
        file->pMethods->xRead(file, bytes.data(), headerLength, 0);
    return bytes;
}

bool FileWatch::walIsEmpty() const
{
    return QFileInfo(m_file.path + QStringLiteral("-wal")).size() == 0;
}

void FileWatch::remember()
{
    m_stamp = stamp().value_or(Stamp());
    m_header = header();
    if (!walIsEmpty())
        return;
    m_othersFold = false;
    try {
        m_last = m_file.journal.nameOf(m_file.journal.lastSeq());
        m_lastSeq = m_file.journal.lastSeq();
    } catch (const SqlFailure &) {
        // Then an older one is looked for, or the header alone compared.
    }
}

// By a connection of its own that knows nothing of the WAL and has no page in memory.
bool FileWatch::stillHoldsOurLast() const
{
    if (m_lastSeq == 0)
        return true;
    try {
        Connection fresh(m_file.path, Connection::Access::Immutable);
        Statement select(fresh.handle(), "SELECT name FROM edit WHERE seq = ?");
        return select.bind(m_lastSeq).step() && EditName::fromBytes(select.bytes(0)) == m_last;
    } catch (const SqlFailure &) {
        return false;
    }
}

Whereabouts FileWatch::look()
{
    const std::optional<Stamp> now = stamp();
    if (!now)
        return Whereabouts::Gone;
    if (now->inode != m_stamp.inode || now->device != m_stamp.device)
        return Whereabouts::Replaced;
    if (*now == m_stamp)
        return Whereabouts::InPlace;
    try {
        // Whoever writes through SQLite says so before the file itself changes; asked after the stamp was
        // taken.
        const bool othersAtWork = m_othersFold || m_file.hasOthersWritten();
        if (!othersAtWork && (now->size != m_stamp.size || header() != m_header))
            return Whereabouts::Overwritten;
        bool holds = stillHoldsOurLast();
        for (int again = 0; !holds && othersAtWork && again < 5; ++again) {
            sqlite3_sleep(20); // ms; half of another's WAL is in the file: wait as its busy handler would
            holds = stillHoldsOurLast();
        }
        if (!holds)
            return Whereabouts::Overwritten;
    } catch (const SqlFailure &failure) {
        // Other bytes where the database was; whatever else fails is looked at again.
        const bool damaged = failure.code() == SQLITE_CORRUPT || failure.code() == SQLITE_NOTADB;
        return damaged ? Whereabouts::Overwritten : Whereabouts::InPlace;
    }
    remember();
    return Whereabouts::InPlace;
}

} // namespace liaison
