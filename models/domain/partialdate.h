#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

namespace liaison {

// A date as precisely as it is known: a year, a month or a day, of the years 1 to 9999 in the Gregorian
// calendar. An event so dated counts from firstDay(); of two, the one whose period ends last is the later.
class PartialDate
{
public:
    enum class Precision { Year, Month, Day };

    // No date: isNull().
    PartialDate() = default;
    explicit PartialDate(QDate day);

    // "2007", "2007-02" or "2007-02-15" (ISO 8601); anything else, also an impossible day, is no date.
    static std::optional<PartialDate> parse(const QString &iso);

    bool isNull() const { return m_year == 0; }
    Precision precision() const;
    QDate firstDay() const;
    QDate lastDay() const;
    bool covers(QDate day) const { return firstDay() <= day && day <= lastDay(); }

    QString toIso() const;
    // For people: "15 Feb 2007", "Feb 2007", "2007" in the locale's words.
    QString toText(const QLocale &locale) const;

    // By the end of the period, then the more precise one is greater (design, "Dates").
    std::strong_ordering operator<=>(const PartialDate &other) const;
    bool operator==(const PartialDate &) const = default;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

// Whether what lasts from one date to another shares a day with a period; without the one or the other it is
// open at that end.
bool lastsDuring(const PartialDate &from, const PartialDate &to, const PartialDate &period);

} // namespace liaison
