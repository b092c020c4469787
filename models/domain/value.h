#pragma once

#include "models/domain/partialdate.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace liaison {

// What a field holds, in one canonical form: equal values have equal bytes, on any machine and in any locale.
// Text is NFC; a date is its ISO 8601 text; a decimal number is its text ("12.50"); a reference is the row's UUID;
// several values are a list; values that belong together (an observation's value, source and certainty; an amount
// with its currency) are named parts of one value.
class Value
{
public:
    using List = std::vector<Value>;
    using Parts = std::map<QString, Value>;

    Value() = default;
    Value(bool yes) : m_data(yes) { }
    Value(int number) : m_data(qint64(number)) { }
    Value(qint64 number) : m_data(number) { }
    Value(const QString &text); // normalised; a null string is an empty text
    Value(QLatin1StringView text) : Value(QString(text)) { }
    Value(const QUuid &row) : m_data(row) { }
    Value(const PartialDate &date); // no date is no value
    Value(List list) : m_data(std::move(list)) { }
    Value(Parts parts);             // empty parts are left out; without any there is no value
    Value(const char *) = delete;   // would become a bool

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }

    // Each gives nothing when the value is of another kind: data from elsewhere may be.
    std::optional<bool> toBool() const;
    std::optional<qint64> toInteger() const;
    std::optional<QString> toText() const;
    std::optional<QUuid> toRow() const;
    std::optional<PartialDate> toDate() const;
    const List *toList() const { return std::get_if<List>(&m_data); }
    const Parts *toParts() const { return std::get_if<Parts>(&m_data); }

    // For display and comparison where absence and emptiness are the same.
    QString text() const { return toText().value_or(QString()); }
    QUuid row() const { return toRow().value_or(QUuid()); }
    PartialDate date() const { return toDate().value_or(PartialDate()); }
    // The named part; no value when there is none.
    const Value &part(QLatin1StringView name) const;
    // The same parts with one replaced.
    Value withPart(QLatin1StringView name, const Value &value) const;

    bool operator==(const Value &) const = default;

    // Deterministic CBOR (RFC 8949, section 4.2.1).
    QByteArray toCanonical() const;
    // Refuses everything toCanonical() would not have written: other encodings of the same value, trailing bytes,
    // floats, nesting deeper than 8.
    static std::optional<Value> fromCanonical(QByteArrayView bytes);

private:
    std::variant<std::monostate, bool, qint64, QString, QUuid, List, Parts> m_data;
};

} // namespace liaison
