#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;
class QSqlDatabase;

namespace liaison {

// Inside models/store a statement that fails throws this; no public function of Store lets it out.
class SqlFailure : public std::exception
{
public:
    SqlFailure(int code, const QString &message) : m_code(code), m_message(message) { }
    int code() const { return m_code; } // SQLite's primary result code
    bool wasStopped() const; // by what a Stoppable asked
    // What a person can do about it: no space, no permission, damaged, in use.
    QString explanation() const;
    const char *what() const noexcept override { return "SqlFailure"; }

private:
    int m_code;
    QString m_message;
};

// What went wrong last on a connection.
SqlFailure failureOf(sqlite3 *db);

struct Blob
{
    QByteArray bytes;
    bool operator==(const Blob &) const = default;
};

// The first bytes of a file, fewer when it is shorter; nothing when it may not be read. Through SQLite, which
// keeps its descriptors until the last lock is gone: POSIX takes all locks of a process on a file when it
// closes any descriptor of it, so a plain look at a file that is open here would let other programs tidy away
// its WAL.
std::optional<QByteArray> firstBytes(const QString &path, int count);

// A value as SQLite keeps it; text as UTF-8.
using SqlValue = std::variant<std::monostate, qint64, QByteArray, Blob>;
inline SqlValue sqlText(const QString &text) { return text.toUtf8(); }

// A prepared statement on the raw handle: in the hot loops Qt's query objects cost two to four times as much
// (measured: 100,000 rows read in 63 ms against 14).
class Statement
{
public:
    Statement(sqlite3 *db, const QByteArray &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Binds from the first parameter on and makes the statement ready to step.
    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        (bindNext(values), ...);
        return *this;
    }
    Statement &bindAll(const std::vector<SqlValue> &values);
    bool step(); // whether there is a row
    void run()   // for statements without rows; leaves it reset
    {
        while (step()) { }
        reset();
    }
    void reset();

    qint64 integer(int column) const;
    QByteArray bytes(int column) const; // of a blob or a text
    QString text(int column) const;
    bool isNull(int column) const;
    bool isText(int column) const;
    SqlValue value(int column) const;

private:
    void bindNext(qint64 value);
    void bindNext(int value) { bindNext(qint64(value)); }
    void bindNext(const QString &text);
    void bindNext(const Blob &blob);
    void bindNext(const SqlValue &value);
    void bindNext(std::nullptr_t);

    sqlite3 *m_db;
    sqlite3_stmt *m_stmt = nullptr;
    int m_next = 1;
};

// Resets a statement when its rows have been read, or reading them failed: a statement left stepping would hold a
// read transaction open.
class Rows
{
public:
    explicit Rows(Statement &statement) : m_statement(statement) { }
    ~Rows() { m_statement.reset(); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    bool next() { return m_statement.step(); }

private:
    Statement &m_statement;
};

// One connection to one file, through Qt's driver; the raw handle beneath it for the hot loops.
class Connection
{
public:
    enum class Access { ReadOnly, Immutable, ReadWrite };

    Connection(const QString &path, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    sqlite3 *handle() const { return m_handle; }
    QSqlDatabase database() const;
    // Prepared once, kept. The reference stays valid; use it in one place at a time. Text that stays where it is, as a
    // literal does, is found by its address: hashing it cost as much as many a statement.
    Statement &statement(const char *sql);
    Statement &statement(const QByteArray &sql);
    void exec(const QByteArray &sql);
    qint64 number(const QByteArray &sql); // the first column of the first row, 0 when there is none
    QString word(const QByteArray &sql);
    qint64 lastInsertId() const;
    qint64 changedRows() const; // by the last INSERT, UPDATE or DELETE
    // Forgets prepared statements; needed before tables are dropped.
    void forgetStatements();

private:
    QString m_name;
    sqlite3 *m_handle = nullptr;
    using Statements = std::unordered_map<std::string, std::unique_ptr<Statement>>;
    Statements m_statements;
    std::unordered_map<const char *, const Statements::value_type *> m_byAddress;
};

// Holds the file's read lock over many statements, which otherwise each take it and give it back: a third of the time
// of reading an edit went there. Inside another transaction it does nothing.
class ReadTransaction
{
public:
    explicit ReadTransaction(Connection &db);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_db;
    bool m_own = false;
};

// While it is there a statement of the connection fails once `stop`, when there is one, says yes.
class Stoppable
{
public:
    Stoppable(Connection &db, const std::function<bool()> &stop);
    ~Stoppable();
    Stoppable(const Stoppable &) = delete;
    Stoppable &operator=(const Stoppable &) = delete;

private:
    Connection &m_db;
};

// Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Connection &db);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Connection &m_db;
    bool m_open = true;
};

} // namespace liaison
