#include "models/domain/entity.h"

#include "models/domain/decimal.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace liaison {

namespace {

constexpr qint64 largestInteger = 1'000'000'000'000'000;
constexpr qsizetype longestText = 1'000;
constexpr qsizetype longestLongText = 1 << 20;

QString translated(const char *source)
{
    return QCoreApplication::translate("catalogue", source);
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(catalogue)
};

QString textFault(const QString &text, qsizetype longest)
{
    if (text.size() > longest)
        return Tr::tr("at most %L1 characters, this has %L2").arg(longest).arg(text.size());
    const auto bad = [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t'; };
    if (std::any_of(text.begin(), text.end(), bad))
        return Tr::tr("contains a control character");
    return QString();
}

bool isChoice(const Field &field, const QString &code)
{
    return std::any_of(
        field.choices.begin(), field.choices.end(), [&](const Choice &choice) { return choice.code == code; });
}

QString choiceFault(const Field &field, const QString &code)
{
    if (isChoice(field, code))
        return QString();
    QStringList codes;
    for (const Choice &choice : field.choices)
        codes.append(QString(choice.code));
    return Tr::tr("“%1” is not one of: %2").arg(code.left(100), codes.join(QStringLiteral(", ")));
}

// What a browser is given must not be a path or a script.
QString linkFault(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http"));
    return isWeb ? QString() : Tr::tr("not a web address such as https://example.org/page");
}

QString fault(const Field &field, const Value &value)
{
    const auto wrongKind = [] { return Tr::tr("a value of another kind"); }; // only where it is said
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: {
        const auto text = value.toText();
        if (!text)
            return wrongKind();
        if (const QString why = textFault(*text, field.type == FieldType::Text ? longestText : longestLongText);
            !why.isEmpty() || !field.is(Field::Link))
            return why;
        return linkFault(*text);
    }
    case FieldType::TextList: {
        if (!value.toList())
            return wrongKind();
        for (const Value &item : *value.toList()) {
            if (!item.toText())
                return wrongKind();
            if (const QString why = field.choices.empty() ? textFault(*item.toText(), longestText)
                                                          : choiceFault(field, *item.toText());
                !why.isEmpty())
                return why;
        }
        return QString();
    }
    case FieldType::Integer: {
        const auto number = value.toInteger();
        if (!number)
            return Tr::tr("not a whole number");
        if (*number < 0)
            return Tr::tr("less than 0");
        return *number > largestInteger ? Tr::tr("too large a number") : QString();
    }
    case FieldType::Decimal:
        return value.toText() && isCanonicalDecimal(*value.toText()) ? QString() : Tr::tr("not a decimal number");
    case FieldType::Boolean:
        return value.toBool() ? QString() : Tr::tr("neither yes nor no");
    case FieldType::Date:
        return value.toDate() ? QString() : Tr::tr("not a date; dates are 2007, 2007-02 or 2007-02-15");
    case FieldType::Choice:
        return choiceFault(field, value.text());
    case FieldType::Reference:
        return value.toRow() ? QString() : wrongKind();
    case FieldType::References: {
        if (!value.toList())
            return wrongKind();
        const auto &list = *value.toList();
        for (auto it = list.begin(); it != list.end(); ++it) {
            if (!it->toRow())
                return wrongKind();
            if (std::find(list.begin(), it, *it) != it)
                return Tr::tr("the same row twice");
        }
        return QString();
    }
    case FieldType::AnyReference:
        return !value.part(QLatin1StringView("entity")).text().isEmpty()
                && value.part(QLatin1StringView("row")).toRow()
            ? QString()
            : wrongKind();
    case FieldType::Reading: {
        if (const auto number = value.toInteger())
            return *number < 0 ? Tr::tr("less than 0") : *number > largestInteger ? Tr::tr("too large a number") : QString();
        if (const auto text = value.toText())
            return textFault(*text, longestText);
        return isMoney(value) ? QString() : wrongKind();
    }
    case FieldType::Money:
        return isMoney(value) ? QString() : Tr::tr("not an amount with a currency, such as USD 1650");
    case FieldType::Parts:
        if (!value.toParts())
            return wrongKind();
        for (const auto &[name, part] : *value.toParts()) {
            const Field *known = field.part(name);
            if (!known)
                continue; // a newer program's part
            if (const QString why = fault(*known, part); !why.isEmpty())
                return why;
        }
        return QString();
    }
    return wrongKind();
}

} // namespace

QString Field::titleText() const
{
    return translated(title);
}

QString Field::choiceText(const QString &code) const
{
    for (const Choice &choice : choices) {
        if (choice.code == code)
            return translated(choice.title);
    }
    return code;
}

QString Field::sectionText() const
{
    return section ? translated(section) : QString();
}

const Field *Field::part(QAnyStringView partName) const
{
    const auto it = std::find_if(parts.begin(), parts.end(), [&](const Field &f) { return f.name == partName; });
    return it == parts.end() ? nullptr : &*it;
}

Result<void> Field::check(const Value &value) const
{
    if (value.isNull())
        return {};
    const QString why = fault(*this, value);
    if (why.isEmpty())
        return {};
    return Error{QString(), QString(name), why};
}

QString Entity::titleText() const
{
    return translated(title);
}

QString Entity::titlesText() const
{
    return translated(titles);
}

bool Entity::hasNaturalKey() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &f) { return f.is(Field::Key); });
}

int Entity::indexOf(QAnyStringView fieldName) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.name == fieldName; });
    return it == fields.end() ? -1 : static_cast<int>(it - fields.begin());
}

const Field *Entity::field(QAnyStringView fieldName) const
{
    const int index = indexOf(fieldName);
    return index < 0 ? nullptr : &fields[static_cast<size_t>(index)];
}

Result<void> Entity::check(const std::function<Value(QLatin1StringView)> &valueOf) const
{
    for (const Rule &rule : rules) {
        const auto broken = [&](const QString &why) { return Error{titleText(), QString(rule.field), why}; };
        const Value value = valueOf(rule.field);
        const Value other = valueOf(rule.other);
        const Field &otherField = *field(rule.other);
        if (rule.kind == Rule::Kind::NotBefore) {
            if (value.date().isNull() || other.date().isNull() || value.date().lastDay() >= other.date().firstDay())
                continue;
            return broken(Tr::tr("%1 is before “%2”, %3")
                              .arg(value.date().toIso(), otherField.titleText(), other.date().toIso()));
        }
        const QString code = other.text();
        if (value.isNull() && std::find(rule.codes.begin(), rule.codes.end(), code) != rule.codes.end())
            return broken(
                Tr::tr("is needed when “%1” is “%2”").arg(otherField.titleText(), otherField.choiceText(code)));
    }
    return {};
}

} // namespace liaison
