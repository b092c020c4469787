#pragma once

#include "models/domain/catalogue.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace liaison {

// What the file looks like to SQLite (store.md, section 4). Names of tables and columns come from here and from the
// catalogue only.
namespace schema {

inline constexpr qint64 applicationId = 0x4c696173; // "Lias"
inline constexpr qint64 format = 1;                 // user_version: the format number of edits

// A column of a record table: the field it shows, or one of its parts; a date has three.
struct Column
{
    enum class Shows { Value, FirstDay, LastDay };

    QByteArray name; // not quoted
    QByteArray type; // as STRICT knows it
    int field = 0;   // position in the entity
    const Field *shown = nullptr; // the field, or the part
    bool isPart = false;
    Shows shows = Shows::Value;
};

std::vector<Column> columnsOf(const Entity &entity);
// The name in double quotes, ready for a statement.
QByteArray quoted(QByteArrayView name);
QByteArray quoted(QLatin1StringView name);

// An expression that gives the natural key of the row with this id, else its UUID.
QByteArray keyExpression(const Catalogue &catalogue, const Entity &entity, const QByteArray &id, int depth = 1);

// What rows of `table` are sorted by when people ask for this column, the first counting most.
std::vector<QByteArray> sortExpressions(const Catalogue &catalogue, const Column &column, const QByteArray &table);

// A day as the record tables hold it, readable in any SQL tool: 20070215.
qint64 dayNumber(QDate day);
QDate dayOf(qint64 number); // the inverse

// Statements that make what is kept, and what is derived. Each a whole statement.
std::vector<QByteArray> kept();
QByteArray searchIndex();
// Gives a search index room to collect words in before it writes them, and it keeps that.
QByteArray searchMemory(const QByteArray &table);
std::vector<QByteArray> derived(const Catalogue &catalogue);

} // namespace schema

} // namespace liaison
