#pragma once

#include "models/domain/value.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace liaison {

// Decimal numbers are text, so that no amount is ever rounded: an optional minus, digits without leading
// zeros, and at most six decimals. At most 15 digits before the point.
bool isCanonicalDecimal(const QString &text);

// "1,650.5" is refused, "1650.50" gives "1650.50" (written decimals are kept), "007" gives "7".
std::optional<QString> parseDecimal(const QString &text);
// A canonical decimal in the locale's signs, no digit changed.
QString decimalDisplay(const QString &decimal, const QLocale &locale);

// Money: "USD 1650" or "1650 USD" gives the parts amount and currency (three capital letters, ISO 4217).
std::optional<Value> parseMoney(const QString &text);
bool isMoney(const Value &value);
QString moneyText(const Value &money); // "USD 1650", without locale
QString moneyDisplay(const Value &money, const QLocale &locale);
// The sum in each currency, by currency, to the last decimal written; what is no money is passed over.
std::vector<Value> sumsOf(const std::vector<Value> &amounts);

} // namespace liaison
