#include "app/commands/readings.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

QJsonValue Readings::json(const QString &indicatorCode, const QString &readingText) const
{
    const auto it = std::find_if(
        m_indicators.begin(), m_indicators.end(), [&](const Indicator &i) { return i.code == indicatorCode; });
    if (readingText.isEmpty() || it == m_indicators.end())
        return readingText.isEmpty() ? QJsonValue() : QJsonValue(readingText);
    // What no scale understands (a newer program's level) stays the text it is.
    const auto reading = it->parseReading(readingText);
    return reading ? json(*reading) : QJsonValue(readingText);
}

QJsonValue Readings::json(const Value &reading)
{
    if (const auto number = reading.toInteger())
        return *number;
    if (isMoney(reading))
        return QJsonObject{{u"amount"_s, reading.part("amount"_L1).text()}, {u"currency"_s, reading.part("currency"_L1).text()}};
    const QString text = reading.text();
    const bool known = !text.isEmpty() && text != unknownReading && text != notApplicableReading;
    return known ? QJsonValue(text) : QJsonValue();
}

} // namespace liaison
