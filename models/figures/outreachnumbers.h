#pragma once

#include "models/figures/outreach.h"

#include <QDate>
#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace liaison {

// A figure by territory, as map and board show it: of the twelve months to a day, or of what lasts on the
// day.
struct OutreachNumbers
{
    QString figure; // its code
    QString title;
    QDate day;
    bool lasts = false;
    qint64 of = 0; // see OutreachFigure::of
    QHash<QUuid, qint64> numbers; // of territories of which something is on record
    std::optional<qint64> total; // of the region, each record and person once
    QHash<QUuid, QStringList> names; // of what was counted, where it has names

    // "twelve months to 15 Feb 2007"
    QString periodText(const QLocale &locale) const;
    // "3", "3 of 5", and a dash where nothing is known.
    QString text(QUuid territory, const QLocale &locale) const;
    QString totalText(const QLocale &locale) const;

    bool operator==(const OutreachNumbers &) const = default;

private:
    QString numberText(const std::optional<qint64> &number, const QLocale &locale) const;
};

OutreachNumbers outreachNumbers(
    const Store &store, const OutreachFigure &figure, QDate day, const Region &region);

} // namespace liaison
