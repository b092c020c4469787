#pragma once

#include "models/domain/value.h"

#include <QDate>
#include <QLatin1StringView>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

// Which records are asked for.
struct Query
{
    struct Filter
    {
        enum class Is {
            Equal, // among several values: contained; no value: missing
            Not,   // the opposite
            From,  // of dates: does not end before the value begins; of numbers: not less
            Until, // of dates: does not begin after the value ends; of numbers: not more
        };

        QString field; // a field, or a part of a field of parts
        Value value;
        Is is = Is::Equal;

        bool operator==(const Filter &) const = default;
    };
    enum class Rows { Visible, Hidden, All };

    QLatin1StringView entity;
    std::vector<Filter> where = {};
    QString search = {}; // each word by its beginning, case and accents ignored
    // A field or part; empty: by position, key, title. References by what the row they name is called, steps as they
    // follow each other, money by currency, then amount.
    QString sortBy = {};
    Qt::SortOrder order = Qt::AscendingOrder;
    qint64 limit = -1;
    qint64 offset = 0;
    Rows rows = Rows::Visible;
};

// How many records there are, by what they refer to and over time.
struct TallyQuery
{
    enum class Period { None, Quarter, Year };

    QLatin1StringView entity;
    std::vector<Query::Filter> where = {};
    QLatin1StringView by = {};   // a reference; one to several rows counts for each of them; empty: all together
    QLatin1StringView date = {}; // a record counts from the first day of this date as written; without it, never
    Period per = Period::None;   // of `date`
    QLatin1StringView sum = {};  // a whole number to add up
};

// Those that share a row they refer to and a period. Records that refer to nothing have no tally where one is asked
// for by reference.
struct Tally
{
    QUuid by;
    int period = 0; // quarters since the year 0 (2007 Q1 is 8028), or the year
    qint64 count = 0;
    qint64 sum = 0;
    QDate first; // of their dates
    QDate last;

    bool operator==(const Tally &) const = default;
};

} // namespace liaison
