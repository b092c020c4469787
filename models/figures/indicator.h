#pragma once

#include "models/domain/result.h"
#include "models/domain/value.h"
#include "models/figures/standing.h"

#include <QLocale>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// An indicator with its levels: how a reading is understood, judged and named.
struct Indicator
{
    enum class Scale { Count, Ladder, YesNo, Money, Days };

    struct Level
    {
        QString code;
        QString title;
        qint64 rank = 0; // levels of one rank stand side by side
        bool meets = false;

        bool operator==(const Level &) const = default;
    };

    QUuid id;
    QString code;
    QString group;
    QString title;
    QString description;
    QUuid project;
    QString projectCode;
    QString projectTitle;
    QString colourLight; // of the project, "#rrggbb"
    QString colourDark;
    Scale scale = Scale::Ladder;
    bool summed = false;       // totals show the sum of a count
    bool needsCctld = false;   // applies to territories with a ccTLD only
    qint64 metAt = 1;          // of a count
    qint64 staleAfter = 0;     // months, 0: never
    bool onBoard = false;
    qint64 position = 0;
    std::vector<Level> levels; // by rank

    const Level *level(const QString &code) const;
    QString scaleName() const; // as in the catalogue: "count"
    // How a reading stands. A count meets at `metAt`, days at no more than it, an amount above 0; 0 and the lowest rank
    // of a ladder do not; what lies between, and what the scale does not know (a newer program's level), is on the way.
    Standing standing(const Value &reading) const;
    // For people and files alike: a level's code, a number, "USD 1650", "unknown", "n/a". People read numbers
    // in the digits of their locale.
    QString readingText(const Value &reading, const QLocale &locale = QLocale::c()) const;
    // Whether the reading is one of this scale; "unknown" and "n/a" are of every scale. The error says what would be.
    Result<void> check(const Value &reading) const;
    // From what somebody typed: a level's code or title (case ignored, a unique beginning is enough), a count of at
    // most 15 digits, money, "unknown", "n/a". The error names what would be understood.
    Result<Value> parseReading(const QString &text) const;

    bool operator==(const Indicator &) const = default;
};

// All indicators in board order (position, then code).
std::vector<Indicator> indicators(const Store &store);
// By code, case ignored.
Result<Indicator> findIndicator(const Store &store, const QString &code);

} // namespace liaison
