#include "models/exchange/fieldtext.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qsizetype mostDigits = 15;
constexpr auto yes = "yes"_L1;
constexpr auto no = "no"_L1;
constexpr auto entityPart = "entity"_L1;
constexpr auto rowPart = "row"_L1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(fieldtext)
};

Error fault(const Field &field, const QString &why)
{
    return {QString(), QString(field.name), why};
}

// What the user wrote, short enough for a message.
QString quoted(const QString &text)
{
    return u'“' + (text.size() > 100 ? text.left(100) + u'…' : text) + u'”';
}

bool isDigits(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<Value> parseInteger(const Field &field, const QString &text)
{
    if (text.startsWith(u'-') && isDigits(text.mid(1)))
        return fault(field, Tr::tr("%1 is less than 0").arg(quoted(text)));
    if (!isDigits(text))
        return fault(field, Tr::tr("%1 is not a whole number").arg(quoted(text)));
    const qsizetype zeros =
        std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'0'; }) - text.begin();
    if (text.size() - zeros > mostDigits)
        return fault(field, Tr::tr("%1 is too large a number").arg(quoted(text)));
    return Value(text.toLongLong());
}

std::optional<bool> parseYesNo(const QString &text)
{
    if (text.compare(yes, Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(no, Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

Result<Value> parseReading(const Field &field, const QString &text)
{
    if (isDigits(text) || (text.startsWith(u'-') && isDigits(text.mid(1))))
        return parseInteger(field, text);
    if (const auto money = parseMoney(text))
        return *money;
    return Value(text);
}

Value codeOf(const Field &field, const QString &text)
{
    for (const Choice &choice : field.choices) {
        if (choice.code.compare(text, Qt::CaseInsensitive) == 0)
            return Value(choice.code);
    }
    return Value(text);
}

// Several values in one text: by commas; one in double quotes may hold commas, and its quotes are doubled.
Result<QStringList> splitList(const Field &field, const QString &text)
{
    QStringList items;
    QString item;
    bool inQuotes = false;
    bool wasQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inQuotes) {
            if (c != u'"')
                item += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                item += text[++i];
            else
                inQuotes = false;
        } else if (c == u',') {
            items.append(wasQuoted ? item : item.trimmed());
            item.clear();
            wasQuoted = false;
        } else if (c == u'"' && !wasQuoted && item.trimmed().isEmpty()) {
            item.clear();
            inQuotes = wasQuoted = true;
        } else if (wasQuoted && !c.isSpace()) {
            return fault(field, Tr::tr("text after the closing quote: %1").arg(quoted(text)));
        } else if (!wasQuoted) {
            item += c;
        }
    }
    if (inQuotes)
        return fault(field, Tr::tr("a quote is never closed: %1").arg(quoted(text)));
    items.append(wasQuoted ? item : item.trimmed());
    return items;
}

QString joinList(QStringList items)
{
    for (QString &item : items) {
        if (item.contains(u',') || item.startsWith(u'"') || item.isEmpty() || item != item.trimmed())
            item = u'"' + item.replace(u'"', u"\"\""_s) + u'"';
    }
    return items.join(u',');
}

bool isAnyReference(const Value &value)
{
    return value.part(entityPart).toText() && value.part(rowPart).toRow();
}

} // namespace

FieldText::FieldText(const Store &store)
    : m_store(store)
    , m_territories(store)
{
}

Result<Value> FieldText::parse(const Field &field, const QString &text) const
{
    if (text.trimmed().isEmpty())
        return Value();
    auto value = parseOne(field, text);
    if (!value)
        return value;
    if (const auto checked = field.check(*value); !checked)
        return checked.error();
    return value;
}

Result<Value> FieldText::parseOne(const Field &field, const QString &text) const
{
    const QString word = text.trimmed();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return Value(text);
    case FieldType::Integer:
        return parseInteger(field, word);
    case FieldType::Decimal:
        if (const auto decimal = parseDecimal(word))
            return Value(*decimal);
        return fault(field, Tr::tr("%1 is not a decimal number such as 12.50").arg(quoted(word)));
    case FieldType::Boolean:
        if (const auto answer = parseYesNo(word))
            return Value(*answer);
        return fault(field, Tr::tr("%1 is neither yes nor no").arg(quoted(word)));
    case FieldType::Date:
        if (const auto date = PartialDate::parse(word))
            return Value(*date);
        return fault(
            field, Tr::tr("%1 is not a date; dates are 2007, 2007-02 or 2007-02-15").arg(quoted(word)));
    case FieldType::Choice:
        return codeOf(field, word);
    case FieldType::Reference:
        return parseRow(field, word);
    case FieldType::AnyReference:
        return parseAnyRow(field, word);
    case FieldType::TextList:
    case FieldType::References:
        return parseList(field, word);
    case FieldType::Reading:
        return parseReading(field, word);
    case FieldType::Money:
        if (const auto money = parseMoney(word))
            return *money;
        return fault(
            field, Tr::tr("%1 is not an amount with a currency, such as USD 1650").arg(quoted(word)));
    case FieldType::Parts:
        return parseParts(field, word);
    }
    return fault(field, Tr::tr("cannot be written as text"));
}

Result<Value> FieldText::parseRow(const Field &field, const QString &text) const
{
    const Entity *entity = m_store.catalogue().entity(field.refers);
    if (!entity)
        return fault(field, Tr::tr("there is nothing of the kind “%1”").arg(field.refers));
    if (const QUuid id = QUuid::fromString(text); m_expected.contains(id))
        return Value(id);
    auto row = m_store.resolveId(*entity, text);
    // What stands at two territories, as a name, is refused there with both.
    if (!row && field.refers == fields::territory::entity)
        row = m_territories.find(text);
    if (!row)
        return fault(field, row.error().message());
    return Value(*row);
}

Result<Value> FieldText::parseAnyRow(const Field &field, const QString &text) const
{
    const qsizetype colon = text.indexOf(u':');
    const Entity *entity =
        colon < 0 ? nullptr : m_store.catalogue().entity(QStringView(text).left(colon).trimmed());
    if (!entity)
        return fault(field, Tr::tr("%1 does not name a record as entity:ID").arg(quoted(text)));
    Field target = field;
    target.refers = entity->name;
    const auto row = parseRow(target, text.mid(colon + 1).trimmed());
    if (!row)
        return row.error();
    return Value(Value::Parts{{QString(entityPart), Value(entity->name)}, {QString(rowPart), *row}});
}

Result<Value> FieldText::parseList(const Field &field, const QString &text) const
{
    const auto items = splitList(field, text);
    if (!items)
        return items.error();
    Value::List list;
    for (const QString &item : *items) {
        if (item.isEmpty())
            return fault(field, Tr::tr("nothing stands between two commas: %1").arg(quoted(text)));
        if (field.type == FieldType::TextList) {
            list.push_back(codeOf(field, item));
            continue;
        }
        auto row = parseRow(field, item);
        if (!row)
            return row;
        list.push_back(std::move(*row));
    }
    return Value(std::move(list));
}

Result<Value> FieldText::parseParts(const Field &field, const QString &text) const
{
    const auto items = splitList(field, text);
    if (!items)
        return items.error();
    Value::Parts parts;
    for (const QString &item : *items) {
        const qsizetype equals = item.indexOf(u'=');
        const QString name = item.left(qMax<qsizetype>(equals, 0)).trimmed();
        const Field *part = field.part(name);
        if (!part) {
            QStringList names;
            for (const Field &known : field.parts)
                names.append(QString(known.name));
            return fault(field,
                Tr::tr("%1 is not one of its parts as NAME=VALUE: %2")
                    .arg(quoted(item), names.join(u", "_s)));
        }
        if (parts.contains(name))
            return fault(field, Tr::tr("the part “%1” stands twice").arg(name));
        auto value = parse(*part, item.mid(equals + 1));
        if (!value)
            return value;
        parts.emplace(name, std::move(*value));
    }
    return Value(std::move(parts));
}

// The three writers below go by what the value is, not by what the field says it should be: values from
// elsewhere may be of another kind, and are shown all the same.

QString FieldText::format(const Field &field, const Value &value) const
{
    if (const auto answer = value.toBool())
        return QString(*answer ? yes : no);
    if (const auto number = value.toInteger())
        return QString::number(*number);
    if (const auto text = value.toText())
        return *text;
    if (const auto row = value.toRow())
        return m_store.keyOf(field.refers.isEmpty() ? m_store.entityOf(*row) : QString(field.refers), *row);
    if (value.toList()) {
        QStringList items;
        for (const Value &item : *value.toList())
            items.append(format(field, item));
        return joinList(items);
    }
    if (isMoney(value))
        return moneyText(value);
    if (isAnyReference(value)) {
        const QString entity = value.part(entityPart).text();
        return entity + u':' + m_store.keyOf(entity, value.part(rowPart).row());
    }
    QStringList items;
    for (const Field &part : field.parts) {
        const Value &present = value.part(part.name);
        if (!present.isNull())
            items.append(QString(part.name) + u'=' + format(part, present));
    }
    return joinList(items);
}

QJsonValue FieldText::json(const Field &field, const Value &value) const
{
    if (value.isNull())
        return QJsonValue::Null;
    if (const auto answer = value.toBool())
        return *answer;
    if (const auto number = value.toInteger())
        return *number;
    if (value.toList()) {
        QJsonArray array;
        for (const Value &item : *value.toList())
            array.append(json(field, item));
        return array;
    }
    if (!value.toParts() || isAnyReference(value))
        return format(field, value);
    QJsonObject object;
    if (isMoney(value)) {
        for (const auto &[name, part] : *value.toParts())
            object.insert(name, part.text());
        return object;
    }
    for (const Field &part : field.parts)
        object.insert(part.name, json(part, value.part(part.name)));
    return object;
}

QString FieldText::display(const Field &field, const Value &value, const QLocale &locale) const
{
    if (value.isNull())
        return QString();
    if (const auto answer = value.toBool())
        return *answer ? Tr::tr("yes") : Tr::tr("no");
    if (const auto number = value.toInteger())
        return locale.toString(*number);
    if (const auto text = value.toText()) {
        if (field.type == FieldType::Date && value.toDate())
            return value.date().toText(locale);
        if (field.type == FieldType::Decimal && isCanonicalDecimal(*text))
            return decimalDisplay(*text, locale);
        if (field.type == FieldType::Reading && *text == unknownReading)
            return Tr::tr("unknown");
        if (field.type == FieldType::Reading && *text == notApplicableReading)
            return Tr::tr("not applicable");
        return field.choiceText(*text);
    }
    if (const auto row = value.toRow())
        return m_store.titleOf(field.refers.isEmpty() ? m_store.entityOf(*row) : QString(field.refers), *row);
    QStringList items;
    if (value.toList()) {
        for (const Value &item : *value.toList())
            items.append(display(field, item, locale));
    } else if (isMoney(value)) {
        return moneyDisplay(value, locale);
    } else if (isAnyReference(value)) {
        return m_store.titleOf(value.part(entityPart).text(), value.part(rowPart).row());
    } else {
        for (const Field &part : field.parts) {
            if (const QString text = display(part, value.part(part.name), locale); !text.isEmpty())
                items.append(text);
        }
    }
    return items.join(u", "_s);
}

} // namespace liaison
