#include "models/domain/value.h"

#include "models/domain/cbor.h"

#include <algorithm>

namespace liaison {

namespace {

constexpr int deepest = 8;

// Map keys in canonical order: shorter encodings first, then bytewise.
bool keyLess(const QByteArray &a, const QByteArray &b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

void write(CborWriter &out, const Value &value)
{
    if (value.isNull()) {
        out.null();
    } else if (const auto yes = value.toBool()) {
        out.boolean(*yes);
    } else if (const auto number = value.toInteger()) {
        out.integer(*number);
    } else if (const auto text = value.toText()) {
        out.text(*text);
    } else if (const auto row = value.toRow()) {
        out.bytes(row->toRfc4122());
    } else if (const auto *list = value.toList()) {
        out.array(static_cast<qsizetype>(list->size()));
        for (const Value &item : *list)
            write(out, item);
    } else if (const auto *parts = value.toParts()) {
        std::vector<std::pair<QByteArray, const Value *>> sorted;
        for (const auto &[name, part] : *parts) {
            CborWriter key;
            key.text(name);
            sorted.emplace_back(key.take(), &part);
        }
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return keyLess(a.first, b.first); });
        out.map(static_cast<qsizetype>(sorted.size()));
        for (const auto &[key, part] : sorted) {
            out.raw(key);
            write(out, *part);
        }
    }
}

std::optional<Value> read(CborReader &in, QByteArrayView input, int depth)
{
    using Kind = CborReader::Kind;
    if (depth > deepest)
        return std::nullopt;
    switch (in.peek()) {
    case Kind::Null:
        return in.null() ? std::optional(Value()) : std::nullopt;
    case Kind::Boolean:
        if (const auto yes = in.boolean())
            return Value(*yes);
        break;
    case Kind::Integer:
        if (const auto number = in.integer())
            return Value(*number);
        break;
    case Kind::Text:
        if (const auto text = in.text()) {
            Value value(*text);
            if (value.text() == *text) // else it was not NFC
                return value;
        }
        break;
    case Kind::Bytes:
        if (const auto bytes = in.bytes(); bytes && bytes->size() == 16)
            return Value(QUuid::fromRfc4122(*bytes));
        break;
    case Kind::Array:
        if (const auto count = in.array()) {
            Value::List list;
            for (qsizetype i = 0; i < *count; ++i) {
                auto item = read(in, input, depth + 1);
                if (!item)
                    return std::nullopt;
                list.push_back(std::move(*item));
            }
            return Value(std::move(list));
        }
        break;
    case Kind::Map:
        if (const auto count = in.map(); count && *count > 0) {
            Value::Parts parts;
            QByteArray previous;
            for (qsizetype i = 0; i < *count; ++i) {
                const qsizetype begin = in.offset();
                const auto name = in.text();
                if (!name)
                    return std::nullopt;
                QByteArray key = input.sliced(begin, in.offset() - begin).toByteArray();
                auto part = read(in, input, depth + 1);
                if (!part || part->isNull() || (i > 0 && !keyLess(previous, key)))
                    return std::nullopt;
                previous = std::move(key);
                parts.emplace(*name, std::move(*part));
            }
            return Value(std::move(parts));
        }
        break;
    case Kind::Invalid:
        break;
    }
    return std::nullopt;
}

} // namespace

Value::Value(const QString &text)
    : m_data(text.isNull() ? QStringLiteral("") : text.normalized(QString::NormalizationForm_C))
{
}

Value::Value(const PartialDate &date)
{
    if (!date.isNull())
        m_data = date.toIso();
}

Value::Value(Parts parts)
{
    std::erase_if(parts, [](const auto &part) { return part.second.isNull(); });
    if (!parts.empty())
        m_data = std::move(parts);
}

std::optional<bool> Value::toBool() const
{
    const auto *yes = std::get_if<bool>(&m_data);
    return yes ? std::optional(*yes) : std::nullopt;
}

std::optional<qint64> Value::toInteger() const
{
    const auto *number = std::get_if<qint64>(&m_data);
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<QString> Value::toText() const
{
    const auto *text = std::get_if<QString>(&m_data);
    return text ? std::optional(*text) : std::nullopt;
}

std::optional<QUuid> Value::toRow() const
{
    const auto *row = std::get_if<QUuid>(&m_data);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<PartialDate> Value::toDate() const
{
    const auto *text = std::get_if<QString>(&m_data);
    return text ? PartialDate::parse(*text) : std::nullopt;
}

const Value &Value::part(QLatin1StringView name) const
{
    static const Value none;
    if (const Parts *parts = toParts()) {
        const auto it = parts->find(QString(name));
        if (it != parts->end())
            return it->second;
    }
    return none;
}

Value Value::withPart(QLatin1StringView name, const Value &value) const
{
    Parts parts = toParts() ? *toParts() : Parts();
    parts.insert_or_assign(QString(name), value);
    return Value(std::move(parts));
}

QByteArray Value::toCanonical() const
{
    CborWriter out;
    write(out, *this);
    return out.take();
}

std::optional<Value> Value::fromCanonical(QByteArrayView bytes)
{
    CborReader in(bytes);
    auto value = read(in, bytes, 0);
    return value && in.atEnd() ? value : std::nullopt;
}

} // namespace liaison
