#pragma once

#include "models/domain/editname.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <map>
#include <optional>
#include <vector>

namespace liaison {

// The atom of the file and of exchange (store.md, section 2). Only store and sync see these.

enum class Life { None, Dead, Alive };

// What an operation writes into a field.
struct FieldWrite
{
    enum class Kind {
        Plain,  // bytes
        Sealed, // bytes and a salt: hashed apart, so that it can be erased
        Erased, // only the digest is left
    };

    Kind kind = Kind::Plain;
    QByteArray bytes;  // canonical form of the value, see Value::toCanonical()
    QByteArray salt;   // 16 bytes, sealed only
    QByteArray digest; // 32 bytes, erased only

    bool isNull() const { return kind == Kind::Plain && bytes == QByteArrayView("\xf6", 1); }
    // SHA-256(salt | field name | bytes), or what is left of it.
    QByteArray digestOf(const QString &field) const;
    bool operator==(const FieldWrite &) const = default;
};

// An edit's part for one row; at most one per row and edit.
struct Operation
{
    QString entity;
    QUuid row;
    Life life = Life::None;
    bool erase = false;
    std::map<QString, FieldWrite> fields;
    std::vector<EditName> prev; // sorted, each once: the edits whose operations on this row the author had seen

    bool operator==(const Operation &) const = default;
};

struct Edit
{
    static constexpr qint64 format = 1;
    static constexpr size_t mostOperations = 1'000;
    static constexpr qsizetype mostBytes = 4 << 20;

    EditName parent; // this replica's edit before; none for its first
    QUuid replica;
    qint64 n = 1;  // parent's n + 1
    qint64 at = 0; // milliseconds since 1970 by the author's clock; 0: ready-made, known at any time
    QString author;
    QString label; // no personal or free text
    std::optional<EditName> group;
    std::optional<EditName> undoes;
    std::vector<Operation> ops;

    EditName name() const;
    // What is hashed: sealed and erased values stand as their digests.
    QByteArray canonical() const;
    // What travels and waits: canonical() with the sealed values in it.
    QByteArray transport() const;
    // Refuses a newer format, other encodings of the same content, and what exceeds the limits.
    static Result<Edit> fromTransport(QByteArrayView bytes);

    bool operator==(const Edit &) const = default;
};

} // namespace liaison
