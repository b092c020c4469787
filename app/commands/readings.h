#pragma once

#include "models/figures/indicator.h"

#include <QJsonValue>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// What an indicator says, for programs: counts and days are numbers, unknown and n/a are null, everything else (levels,
// yes and no) is text.
class Readings
{
public:
    explicit Readings(const Store &store) : m_indicators(indicators(store)) { }

    QJsonValue json(const QString &indicatorCode, const QString &readingText) const;
    static QJsonValue json(const Value &reading);

private:
    std::vector<Indicator> m_indicators;
};

} // namespace liaison
