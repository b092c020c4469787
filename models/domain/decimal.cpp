#include "models/domain/decimal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr auto amountPart = "amount"_L1;
constexpr auto currencyPart = "currency"_L1;

bool isCurrency(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Z]{3}\\z"_s);
    return form.match(text).hasMatch();
}

} // namespace

bool isCanonicalDecimal(const QString &text)
{
    static const QRegularExpression form(u"\\A-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?\\z"_s);
    return form.match(text).hasMatch();
}

std::optional<QString> parseDecimal(const QString &text)
{
    static const QRegularExpression zeros(u"\\A(-?)0+(?=[0-9])"_s);
    QString decimal = text.trimmed();
    decimal.replace(zeros, u"\\1"_s);
    return isCanonicalDecimal(decimal) ? std::optional(decimal) : std::nullopt;
}

std::optional<Value> parseMoney(const QString &text)
{
    const QStringList words = text.simplified().split(u' ');
    if (words.size() != 2)
        return std::nullopt;
    const bool currencyFirst = isCurrency(words.at(0));
    const QString currency = words.at(currencyFirst ? 0 : 1);
    const auto amount = parseDecimal(words.at(currencyFirst ? 1 : 0));
    if (!isCurrency(currency) || !amount)
        return std::nullopt;
    return Value(Value::Parts{{QString(amountPart), Value(*amount)}, {QString(currencyPart), Value(currency)}});
}

bool isMoney(const Value &value)
{
    return value.toParts() && isCanonicalDecimal(value.part(amountPart).text())
        && isCurrency(value.part(currencyPart).text());
}

QString moneyText(const Value &money)
{
    return money.part(currencyPart).text() + u' ' + money.part(amountPart).text();
}

} // namespace liaison
