#include "models/domain/partialdate.h"

namespace liaison {

PartialDate::PartialDate(QDate day)
{
    if (day.isValid())
        day.getDate(&m_year, &m_month, &m_day);
}

std::optional<PartialDate> PartialDate::parse(const QString &iso)
{
    const qsizetype length = iso.size();
    if (length != 4 && length != 7 && length != 10)
        return std::nullopt;
    int numbers[3] = {0, 0, 0};
    int part = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const char16_t c = iso.at(i).unicode();
        if (i == 4 || i == 7) {
            if (c != u'-')
                return std::nullopt;
            ++part;
        } else if (c >= u'0' && c <= u'9') {
            numbers[part] = numbers[part] * 10 + (c - u'0');
        } else {
            return std::nullopt;
        }
    }
    if (!QDate::isValid(numbers[0], length >= 7 ? numbers[1] : 1, length == 10 ? numbers[2] : 1))
        return std::nullopt;
    PartialDate date;
    date.m_year = numbers[0];
    date.m_month = numbers[1];
    date.m_day = numbers[2];
    return date;
}

PartialDate::Precision PartialDate::precision() const
{
    if (m_month == 0)
        return Precision::Year;
    return m_day == 0 ? Precision::Month : Precision::Day;
}

QDate PartialDate::firstDay() const
{
    return isNull() ? QDate() : QDate(m_year, qMax(m_month, 1), qMax(m_day, 1));
}

QDate PartialDate::lastDay() const
{
    if (isNull())
        return QDate();
    if (m_month == 0)
        return QDate(m_year, 12, 31);
    return QDate(m_year, m_month, m_day == 0 ? QDate(m_year, m_month, 1).daysInMonth() : m_day);
}

QString PartialDate::toIso() const
{
    if (isNull())
        return QString();
    QString text = QStringLiteral("%1").arg(m_year, 4, 10, QLatin1Char('0'));
    for (int part : {m_month, m_day}) {
        if (part == 0)
            break;
        text += QStringLiteral("-%1").arg(part, 2, 10, QLatin1Char('0'));
    }
    return text;
}

QString PartialDate::toText(const QLocale &locale) const
{
    if (isNull())
        return QString();
    switch (precision()) {
    case Precision::Year:
        return locale.toString(firstDay(), QStringLiteral("yyyy"));
    case Precision::Month:
        return locale.toString(firstDay(), QStringLiteral("MMM yyyy"));
    case Precision::Day:
        break;
    }
    return locale.toString(firstDay(), QStringLiteral("d MMM yyyy"));
}

std::strong_ordering PartialDate::operator<=>(const PartialDate &other) const
{
    const auto byEnd = lastDay().toJulianDay() <=> other.lastDay().toJulianDay();
    return byEnd != 0 ? byEnd : static_cast<int>(precision()) <=> static_cast<int>(other.precision());
}

bool lastsDuring(const PartialDate &from, const PartialDate &to, const PartialDate &period)
{
    return (from.isNull() || from.firstDay() <= period.lastDay())
        && (to.isNull() || to.lastDay() >= period.firstDay());
}

} // namespace liaison
