#pragma once

#include "tests/bench/sample.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace liaison::bench {

// A prepared statement; one that fails ends the program.
class PlainStatement
{
public:
    PlainStatement(sqlite3 *db, const char *sql);
    ~PlainStatement();
    PlainStatement(const PlainStatement &) = delete;
    PlainStatement &operator=(const PlainStatement &) = delete;

    template <typename... Values>
    PlainStatement &bind(const Values &...values)
    {
        m_next = 1;
        (bindNext(values), ...);
        return *this;
    }
    bool step();
    void run(); // to the end, and ready again
    sqlite3_stmt *handle() const { return m_statement; }

private:
    void bindNext(qint64 value);
    void bindNext(int value) { bindNext(qint64(value)); }
    void bindNext(const QString &text); // null: NULL
    void bindNext(const Value &value); // a count or a text

    sqlite3_stmt *m_statement = nullptr;
    int m_next = 1;
};

// What the store is measured against: the same rows in tables that somebody who wants no history, no undo and
// no merging would make. The same columns with the long texts in the row, the same index on the key, the same
// search index, the same settings of SQLite, the raw interface, statements prepared once.
class PlainTables
{
public:
    explicit PlainTables(const QString &path);
    ~PlainTables();
    PlainTables(const PlainTables &) = delete;
    PlainTables &operator=(const PlainTables &) = delete;

    void exec(const char *sql);
    void insertAll(const Sample &sample);
    // One field each, search index included. Not in a transaction of their own.
    void setObservation(qint64 row, const Value &reading, const QString &source);
    void setDone(qint64 row, bool done);
    void setOwner(qint64 row, const QString &owner);
    void setText(qint64 row, const QString &text);

    sqlite3 *handle() const { return m_db; }
    // Ids count from 1 over territories, observations, tasks, targets in this order.
    qint64 observationRow(int position) const { return m_firstObservation + position; }
    qint64 taskRow(int position) const { return m_firstTask + position; }

private:
    // The search index keeps no text: what goes has to be named.
    void searchAgain(qint64 row, const QString &oldText, const QString &newText);
    std::pair<QString, QString> textAndOwner(qint64 row);

    sqlite3 *m_db = nullptr;
    qint64 m_firstObservation = 0;
    qint64 m_firstTask = 0;
    std::unique_ptr<PlainStatement> m_setObservation, m_setDone, m_setOwner, m_setText, m_task, m_unsearch,
        m_search;
};

} // namespace liaison::bench
