#include "tests/bench/plaintables.h"

#include "tests/bench/benchkit.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace liaison::bench {

namespace {

const char *const schemaText =
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');"
    "CREATE TABLE territory(id INTEGER PRIMARY KEY, code TEXT, name_en TEXT, cctld TEXT) STRICT;"
    "CREATE INDEX territory_key ON territory(code);"
    "CREATE TABLE observation(id INTEGER PRIMARY KEY, territory INTEGER, indicator INTEGER, date TEXT, "
    "date_first INTEGER, date_last INTEGER, value ANY, source TEXT, certainty TEXT, note TEXT, own_note "
    "TEXT) STRICT;"
    "CREATE INDEX observation_key ON observation(territory, indicator, date_last, date_first);"
    "CREATE TABLE task(id INTEGER PRIMARY KEY, text TEXT, of INTEGER, owner TEXT, due TEXT, due_first "
    "INTEGER, "
    "due_last INTEGER, done INTEGER) STRICT;"
    "CREATE TABLE target(id INTEGER PRIMARY KEY, indicator INTEGER, territory INTEGER, region INTEGER, due "
    "TEXT, "
    "due_first INTEGER, due_last INTEGER, value ANY, reason TEXT) STRICT;";

qint64 dayNumber(QDate day)
{
    return qint64(day.year()) * 10'000 + day.month() * 100 + day.day();
}

} // namespace

PlainStatement::PlainStatement(sqlite3 *db, const char *sql)
{
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        fail(QString::fromUtf8(sqlite3_errmsg(db)));
}

PlainStatement::~PlainStatement()
{
    sqlite3_finalize(m_statement);
}

bool PlainStatement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement))));
    return result == SQLITE_ROW;
}

void PlainStatement::run()
{
    while (step()) { }
    sqlite3_reset(m_statement);
}

void PlainStatement::bindNext(qint64 value)
{
    sqlite3_bind_int64(m_statement, m_next++, value);
}

void PlainStatement::bindNext(const QString &text)
{
    if (text.isNull()) {
        sqlite3_bind_null(m_statement, m_next++);
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(
        m_statement, m_next++, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void PlainStatement::bindNext(const Value &value)
{
    if (const auto number = value.toInteger())
        bindNext(*number);
    else
        bindNext(value.text());
}

PlainTables::PlainTables(const QString &path)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_db) != SQLITE_OK)
        fail(path + u" cannot be made"_s);
    for (const char *pragma :
        {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON",
            "PRAGMA cell_size_check = ON", "PRAGMA cache_size = -65536", "PRAGMA temp_store = MEMORY"})
        exec(pragma);
    exec(schemaText);
    const auto prepare = [&](const char *sql) { return std::make_unique<PlainStatement>(m_db, sql); };
    m_setObservation = prepare("UPDATE observation SET value = ?, source = ? WHERE id = ?");
    m_setDone = prepare("UPDATE task SET done = ? WHERE id = ?");
    m_setOwner = prepare("UPDATE task SET owner = ? WHERE id = ?");
    m_setText = prepare("UPDATE task SET text = ? WHERE id = ?");
    m_task = prepare("SELECT text, owner FROM task WHERE id = ?");
    m_unsearch = prepare("INSERT INTO search(search, rowid, text) VALUES('delete', ?, ?)");
    m_search = prepare("INSERT INTO search(rowid, text) VALUES(?, ?)");
}

PlainTables::~PlainTables()
{
    for (auto *statement :
        {&m_setObservation, &m_setDone, &m_setOwner, &m_setText, &m_task, &m_unsearch, &m_search})
        statement->reset();
    exec("PRAGMA wal_checkpoint(TRUNCATE)");
    exec("PRAGMA journal_mode = DELETE");
    sqlite3_close(m_db);
}

void PlainTables::exec(const char *sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(QString::fromUtf8(sqlite3_errmsg(m_db)));
}

// A transaction for each kind of row, as the store has one for each draft.
void PlainTables::insertAll(const Sample &sample)
{
    qint64 row = 1;
    const auto search = [&](const QString &text) {
        if (!text.isEmpty())
            m_search->bind(row, text).run();
    };
    const auto days = [](const QString &iso) {
        const PartialDate date = PartialDate::parse(iso).value();
        return std::pair(dayNumber(date.firstDay()), dayNumber(date.lastDay()));
    };
    {
        PlainStatement insert(m_db, "INSERT INTO territory VALUES(?, ?, ?, ?)");
        exec("BEGIN IMMEDIATE");
        for (const Sample::Territory &territory : sample.territories) {
            const QString cctld = u'.' + territory.code.toLower();
            insert.bind(row, territory.code, territory.name, cctld).run();
            search(territory.code + u'\n' + territory.name + u'\n' + cctld);
            ++row;
        }
        exec("COMMIT");
    }
    m_firstObservation = row;
    {
        PlainStatement insert(m_db, "INSERT INTO observation VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)");
        exec("BEGIN IMMEDIATE");
        for (const Sample::Observation &observation : sample.observations) {
            const auto [first, last] = days(observation.date);
            insert
                .bind(row, observation.territory, observation.indicator, observation.date, first, last,
                    sample.reading(observation.indicator, observation.rank), observation.source,
                    u"reported"_s, observation.note)
                .run();
            search(observation.note);
            ++row;
        }
        exec("COMMIT");
    }
    m_firstTask = row;
    {
        PlainStatement insert(m_db, "INSERT INTO task VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        exec("BEGIN IMMEDIATE");
        for (const Sample::Task &task : sample.tasks) {
            const auto [first, last] = days(task.due);
            insert.bind(row, task.text, task.territory, task.owner, task.due, first, last, int(task.done))
                .run();
            search(task.text + u'\n' + task.owner);
            ++row;
        }
        exec("COMMIT");
    }
    {
        PlainStatement insert(m_db, "INSERT INTO target VALUES(?, ?, ?, NULL, ?, ?, ?, ?, ?)");
        exec("BEGIN IMMEDIATE");
        for (const Sample::Target &target : sample.targets) {
            const auto [first, last] = days(target.due);
            insert
                .bind(row, target.indicator, target.territory, target.due, first, last,
                    sample.reading(target.indicator, target.rank), target.reason)
                .run();
            ++row;
        }
        exec("COMMIT");
    }
}

void PlainTables::setObservation(qint64 row, const Value &reading, const QString &source)
{
    m_setObservation->bind(reading, source, row).run();
}

void PlainTables::setDone(qint64 row, bool done)
{
    m_setDone->bind(int(done), row).run();
}

void PlainTables::setOwner(qint64 row, const QString &owner)
{
    const auto [text, oldOwner] = textAndOwner(row);
    m_setOwner->bind(owner, row).run();
    searchAgain(row, text + u'\n' + oldOwner, text + u'\n' + owner);
}

void PlainTables::setText(qint64 row, const QString &text)
{
    const auto [oldText, owner] = textAndOwner(row);
    m_setText->bind(text, row).run();
    searchAgain(row, oldText + u'\n' + owner, text + u'\n' + owner);
}

std::pair<QString, QString> PlainTables::textAndOwner(qint64 row)
{
    m_task->bind(row);
    if (!m_task->step())
        fail(u"a task is missing"_s);
    const auto column = [&](int at) {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(m_task->handle(), at)),
            sqlite3_column_bytes(m_task->handle(), at));
    };
    const std::pair found(column(0), column(1));
    sqlite3_reset(m_task->handle());
    return found;
}

void PlainTables::searchAgain(qint64 row, const QString &oldText, const QString &newText)
{
    m_unsearch->bind(row, oldText).run();
    m_search->bind(row, newText).run();
}

} // namespace liaison::bench
