#pragma once

#include "models/domain/draft.h"
#include "models/domain/record.h"
#include "models/domain/result.h"
#include "models/exchange/fieldtext.h"
#include "models/figures/indicator.h"

#include <QString>

#include <utility>
#include <vector>

namespace liaison {

class Store;

// A field as scripts and forms name it. Values that belong together (an observation's value, source and
// certainty) are written and listed by parts, so that a part's name stands for a field.
struct NamedField
{
    const Field *field = nullptr;
    const Field *part = nullptr; // null: the whole field

    const Field &written() const { return part ? *part : *field; }
};

// All of an entity, in the catalogue's order.
std::vector<NamedField> namedFields(const Entity &entity);
const Value &valueOf(const Record &record, const NamedField &named);

using FieldValues = std::vector<std::pair<QLatin1StringView, Value>>;

// Texts for any field of any entity. Reads the territories' names and the indicators once, when it is made.
class EntryText
{
public:
    explicit EntryText(const Store &store)
        : m_store(store)
        , m_fields(store)
        , m_indicators(indicators(store))
    {
    }

    const Store &store() const { return m_store; }
    const FieldText &fields() const { return m_fields; }
    FieldText &fields() { return m_fields; }
    // One value for a field or part, as it is typed and checked; a reading in the words of the indicator the
    // row names. The error has the entity, the field and why.
    Result<Value> parse(
        const Entity &entity, const Record &row, const NamedField &named, const QString &text) const;
    // The indicator a row speaks of: what its readings mean depends on it. Null when it names none.
    const Indicator *indicatorOf(const Entity &entity, const Record &row) const;

private:
    Result<Value> parseReading(const Indicator *indicator, const QString &text) const;

    const Store &m_store;
    FieldText m_fields;
    std::vector<Indicator> m_indicators;
};

// What somebody writes into a row, new or as it stands, field by field. Parts that are not written stay.
class RecordEntry
{
public:
    // `before` is null for a new row.
    RecordEntry(const EntryText &text, const Entity &entity, const Record &before);

    // Write references before readings, which are understood in the words of the row's indicator. Nothing is
    // kept of a text that is refused.
    Result<void> write(const NamedField &named, const QString &text);
    // The row as it will be.
    const Record &row() const { return m_row; }
    // The fields written, whole.
    FieldValues values() const;
    // Creates the row or changes it; refused when a new row's key stands in the file already.
    Result<Draft> draft() const;
    // Whose draft it is: of a new row only known once its key is written.
    Result<QUuid> id() const;

private:
    const EntryText &m_text;
    const Entity &m_entity;
    Record m_before;
    Record m_row;
    std::vector<QLatin1StringView> m_written;
};

} // namespace liaison
