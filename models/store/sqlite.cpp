#include "models/store/sqlite.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

[[noreturn]] void fail(sqlite3 *db)
{
    throw failureOf(db);
}

} // namespace

SqlFailure failureOf(sqlite3 *db)
{
    int code = sqlite3_errcode(db) & 0xff;
    // SQLite calls it an I/O error when the room is lacking for its shared memory rather than for the file.
    const int reason = sqlite3_system_errno(db);
    if (code == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT || reason == EFBIG))
        code = SQLITE_FULL;
    return SqlFailure(code, QString::fromUtf8(sqlite3_errmsg(db)));
}

bool SqlFailure::wasStopped() const
{
    return m_code == SQLITE_INTERRUPT;
}

QString SqlFailure::explanation() const
{
    switch (m_code) {
    case SQLITE_FULL:
        return Tr::tr("no space left on the disk");
    case SQLITE_IOERR:
        return Tr::tr("the disk cannot be read or written (%1)").arg(m_message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Tr::tr("in use by another program");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Tr::tr("no permission to write");
    case SQLITE_CANTOPEN:
        return Tr::tr("cannot be opened");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Tr::tr("damaged (%1)").arg(m_message);
    default:
        return m_message;
    }
}

std::optional<QByteArray> firstBytes(const QString &path, int count)
{
    sqlite3 *db = nullptr;
    const auto close = qScopeGuard([&] { sqlite3_close(db); });
    sqlite3_file *file = nullptr;
    if (sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file->pMethods)
        return std::nullopt;
    QByteArray bytes(count, '\0');
    sqlite3_int64 size = 0;
    const int read = file->pMethods->xRead(file, bytes.data(), count, 0);
    if ((read != SQLITE_OK && read != SQLITE_IOERR_SHORT_READ)
        || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return std::nullopt;
    bytes.truncate(std::min<qint64>(size, count));
    return bytes;
}

Statement::Statement(sqlite3 *db, const QByteArray &sql) : m_db(db)
{
    if (sqlite3_prepare_v3(db, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_stmt, nullptr)
        != SQLITE_OK)
        fail(db);
}

Statement::~Statement()
{
    sqlite3_finalize(m_stmt);
}

Statement &Statement::bindAll(const std::vector<SqlValue> &values)
{
    reset();
    for (const SqlValue &value : values)
        bindNext(value);
    return *this;
}

bool Statement::step()
{
    switch (sqlite3_step(m_stmt)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        break;
    }
    const SqlFailure failure = failureOf(m_db);
    reset();
    throw failure;
}

void Statement::reset()
{
    sqlite3_reset(m_stmt);
    m_next = 1;
}

void Statement::bindNext(qint64 value)
{
    sqlite3_bind_int64(m_stmt, m_next++, value);
}

void Statement::bindNext(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_stmt, m_next++, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::bindNext(const Blob &blob)
{
    sqlite3_bind_blob(m_stmt, m_next++, blob.bytes.isNull() ? "" : blob.bytes.constData(),
        static_cast<int>(blob.bytes.size()), SQLITE_TRANSIENT);
}

void Statement::bindNext(std::nullptr_t)
{
    sqlite3_bind_null(m_stmt, m_next++);
}

void Statement::bindNext(const SqlValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        bindNext(*number);
    } else if (const auto *text = std::get_if<QByteArray>(&value)) {
        sqlite3_bind_text(m_stmt, m_next++, text->isNull() ? "" : text->constData(), static_cast<int>(text->size()),
            SQLITE_TRANSIENT);
    } else if (const auto *blob = std::get_if<Blob>(&value)) {
        bindNext(*blob);
    } else {
        bindNext(nullptr);
    }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_stmt, column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_stmt, column));
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_stmt, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_stmt, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

bool Statement::isText(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_TEXT;
}

SqlValue Statement::value(int column) const
{
    switch (sqlite3_column_type(m_stmt, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_TEXT:
        return bytes(column);
    case SQLITE_NULL:
        return {};
    default:
        return Blob{bytes(column)};
    }
}

Connection::Connection(const QString &path, Access access) : m_name(QUuid::createUuid().toString())
{
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    QString name = path;
    if (access != Access::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Access::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        name = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
    }
    db.setConnectOptions(options);
    db.setDatabaseName(name);
    const bool open = db.open();
    if (open)
        m_handle = *static_cast<sqlite3 *const *>(db.driver()->handle().constData());
    if (!m_handle) {
        const QString message = db.lastError().databaseText();
        db = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        throw SqlFailure(SQLITE_CANTOPEN, message);
    }
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    exec("PRAGMA cell_size_check = ON");
    exec("PRAGMA cache_size = -65536");
    exec("PRAGMA temp_store = MEMORY");
}

Connection::~Connection()
{
    forgetStatements();
    m_handle = nullptr;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Statement &Connection::statement(const char *sql)
{
    const Statements::value_type *&known = m_byAddress[sql];
    // The address may hold another text than it did.
    if (!known || known->first != sql) {
        statement(QByteArray(sql));
        known = &*m_statements.find(sql);
    }
    return *known->second;
}

Statement &Connection::statement(const QByteArray &sql)
{
    auto &slot = m_statements[sql.toStdString()];
    if (!slot)
        slot = std::make_unique<Statement>(m_handle, sql);
    return *slot;
}

void Connection::forgetStatements()
{
    m_byAddress.clear();
    m_statements.clear();
}

void Connection::exec(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle);
}

qint64 Connection::number(const QByteArray &sql)
{
    Statement statement(m_handle, sql);
    return statement.step() ? statement.integer(0) : 0;
}

QString Connection::word(const QByteArray &sql)
{
    Statement statement(m_handle, sql);
    return statement.step() ? statement.text(0) : QString();
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changedRows() const
{
    return sqlite3_changes64(m_handle);
}

namespace {

constexpr int stepsBetweenQuestions = 10'000; // of SQLite's machine, about a millisecond

int askWhetherToStop(void *stop)
{
    return (*static_cast<const std::function<bool()> *>(stop))() ? 1 : 0;
}

} // namespace

Stoppable::Stoppable(Connection &db, const std::function<bool()> &stop) : m_db(db)
{
    if (stop) {
        sqlite3_progress_handler(m_db.handle(), stepsBetweenQuestions, askWhetherToStop,
            const_cast<std::function<bool()> *>(&stop));
    }
}

Stoppable::~Stoppable()
{
    sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr);
}

ReadTransaction::ReadTransaction(Connection &db) : m_db(db)
{
    if (sqlite3_get_autocommit(m_db.handle()) == 0)
        return;
    m_db.exec("BEGIN");
    m_own = true;
}

ReadTransaction::~ReadTransaction()
{
    if (m_own)
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr); // nothing was written
}

Transaction::Transaction(Connection &db) : m_db(db)
{
    m_db.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_db.exec("ROLLBACK");
    } catch (const SqlFailure &) {
        // SQLite has rolled back by itself already, as it does when the disk is full.
    }
}

void Transaction::commit()
{
    m_db.exec("COMMIT");
    m_open = false;
}

} // namespace liaison
