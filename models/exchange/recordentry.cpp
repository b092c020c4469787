#include "models/exchange/recordentry.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RecordEntry)
};

} // namespace

std::vector<NamedField> namedFields(const Entity &entity)
{
    std::vector<NamedField> all;
    for (const Field &field : entity.fields) {
        if (field.type != FieldType::Parts)
            all.push_back({&field, nullptr});
        for (const Field &part : field.parts)
            all.push_back({&field, &part});
    }
    return all;
}

const Value &valueOf(const Record &record, const NamedField &named)
{
    const Value &value = record.value(named.field->name);
    return named.part ? value.part(named.part->name) : value;
}

const Indicator *EntryText::indicatorOf(const Entity &entity, const Record &row) const
{
    for (const Field &field : entity.fields) {
        if (field.type != FieldType::Reference || field.refers != fields::indicator::entity)
            continue;
        const QUuid id = row.value(field.name).row();
        const auto found = std::find_if(m_indicators.begin(), m_indicators.end(),
            [&](const Indicator &indicator) { return indicator.id == id; });
        return found == m_indicators.end() ? nullptr : &*found;
    }
    return nullptr;
}

// Without an indicator, of the first scale that could have written it.
Result<Value> EntryText::parseReading(const Indicator *indicator, const QString &text) const
{
    if (indicator)
        return indicator->parseReading(text);
    static const QRegularExpression digits(u"\\A[0-9]{1,15}\\z"_s);
    if (digits.match(text).hasMatch())
        return Value(text.toLongLong());
    if (const auto money = parseMoney(text))
        return *money;
    return Value(text);
}

Result<Value> EntryText::parse(
    const Entity &entity, const Record &row, const NamedField &named, const QString &text) const
{
    const Field &field = named.written();
    const bool isReading = field.type == FieldType::Reading && !text.trimmed().isEmpty();
    auto value = isReading ? parseReading(indicatorOf(entity, row), text) : m_fields.parse(field, text);
    Result<void> checked;
    if (value)
        checked = field.check(*value);
    if (value && checked)
        return value;
    const Error &error = value ? checked.error() : value.error();
    return Error{entity.name, QString(field.name), error.why.isEmpty() ? error.message() : error.why};
}

RecordEntry::RecordEntry(const EntryText &text, const Entity &entity, const Record &before)
    : m_text(text)
    , m_entity(entity)
    , m_before(before)
    , m_row(before.isNull() ? Record(entity, QUuid()) : before)
{
}

Result<void> RecordEntry::write(const NamedField &named, const QString &text)
{
    const auto value = m_text.parse(m_entity, m_row, named, text);
    if (!value)
        return value.error();
    const QLatin1StringView name = named.field->name;
    m_row.setValueAt(
        m_entity.indexOf(name), named.part ? m_row.value(name).withPart(named.part->name, *value) : *value);
    if (std::find(m_written.begin(), m_written.end(), name) == m_written.end())
        m_written.push_back(name);
    return {};
}

FieldValues RecordEntry::values() const
{
    FieldValues values;
    for (const QLatin1StringView name : m_written)
        values.emplace_back(name, m_row.value(name));
    return values;
}

Result<QUuid> RecordEntry::id() const
{
    if (!m_before.isNull())
        return m_before.id();
    return m_text.store().idFor(m_entity, values());
}

Result<Draft> RecordEntry::draft() const
{
    if (!m_before.isNull()) {
        Draft draft(Tr::tr("Change: %1").arg(m_entity.titleText()));
        draft.edit(m_before, values());
        return draft;
    }
    const auto row = id();
    if (!row)
        return row.error();
    const Record before = m_text.store().find(m_entity.name, *row);
    if (!before.isNull() && !before.isHidden())
        return Error{m_entity.titleText(), m_text.store().keyOf(m_entity.name, *row),
            Tr::tr("this stands in the file already")};
    Draft draft(Tr::tr("Add: %1").arg(m_entity.titleText()));
    draft.create(m_entity, *row, values());
    return draft;
}

} // namespace liaison
