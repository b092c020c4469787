#include "models/domain/decimal.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

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

// An exact sum of decimals: whole numbers and millionths are added apart.
class Sum
{
public:
    void add(const QString &decimal)
    {
        const bool isNegative = decimal.startsWith(u'-');
        const QStringList halves = decimal.mid(isNegative ? 1 : 0).split(u'.');
        const QString fraction = halves.value(1);
        const qint64 sign = isNegative ? -1 : 1;
        m_whole += sign * halves.value(0).toLongLong();
        m_millionths += sign * fraction.leftJustified(places, u'0').toLongLong();
        m_whole += m_millionths / million;
        m_millionths %= million;
        m_decimals = std::max(m_decimals, fraction.size());
    }
    QString text() const
    {
        qint64 whole = m_whole;
        qint64 millionths = m_millionths;
        if (whole > 0 && millionths < 0) {
            --whole;
            millionths += million;
        } else if (whole < 0 && millionths > 0) {
            ++whole;
            millionths -= million;
        }
        QString text = whole < 0 || millionths < 0 ? u"-"_s : QString();
        text += QString::number(std::abs(whole));
        const QString fraction = u"%1"_s.arg(std::abs(millionths), places, 10, QLatin1Char('0'));
        return m_decimals > 0 ? text + u'.' + fraction.left(m_decimals) : text;
    }

private:
    static constexpr int places = 6;
    static constexpr qint64 million = 1'000'000;

    qint64 m_whole = 0;
    qint64 m_millionths = 0;
    qsizetype m_decimals = 0;
};

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
    return Value(
        Value::Parts{{QString(amountPart), Value(*amount)}, {QString(currencyPart), Value(currency)}});
}

bool isMoney(const Value &value)
{
    return value.toParts() && isCanonicalDecimal(value.part(amountPart).text())
        && isCurrency(value.part(currencyPart).text());
}

QString decimalDisplay(const QString &decimal, const QLocale &locale)
{
    const qsizetype point = decimal.indexOf(u'.');
    const QString whole = decimal.left(point);
    QString text = locale.toString(whole.toLongLong());
    if (whole == u"-0")
        text.prepend(locale.negativeSign());
    return point < 0 ? text : text + locale.decimalPoint() + decimal.mid(point + 1);
}

QString moneyText(const Value &money)
{
    return money.part(currencyPart).text() + u' ' + money.part(amountPart).text();
}

QString moneyDisplay(const Value &money, const QLocale &locale)
{
    return money.part(currencyPart).text() + u' ' + decimalDisplay(money.part(amountPart).text(), locale);
}

std::vector<Value> sumsOf(const std::vector<Value> &amounts)
{
    std::map<QString, Sum> sums;
    for (const Value &each : amounts) {
        if (isMoney(each))
            sums[each.part(currencyPart).text()].add(each.part(amountPart).text());
    }
    std::vector<Value> values;
    for (const auto &[currency, sum] : sums)
        values.emplace_back(
            Value::Parts{{QString(amountPart), Value(sum.text())}, {QString(currencyPart), Value(currency)}});
    return values;
}

} // namespace liaison
