#include "models/figures/outreachnumbers.h"

#include "models/domain/partialdate.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct NumbersTr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::OutreachNumbers)
};

} // namespace

QString OutreachNumbers::periodText(const QLocale &locale) const
{
    const QString until = PartialDate(day).toText(locale);
    return lasts ? NumbersTr::tr("on %1").arg(until) : NumbersTr::tr("twelve months to %1").arg(until);
}

QString OutreachNumbers::numberText(const std::optional<qint64> &number, const QLocale &locale) const
{
    if (!number)
        return QStringLiteral("–");
    return of == 0 ? locale.toString(*number)
                   : NumbersTr::tr("%1 of %2", "3 of 5").arg(locale.toString(*number), locale.toString(of));
}

QString OutreachNumbers::text(QUuid territory, const QLocale &locale) const
{
    const auto found = numbers.constFind(territory);
    return numberText(found == numbers.constEnd() ? std::nullopt : std::optional(*found), locale);
}

QString OutreachNumbers::totalText(const QLocale &locale) const
{
    return numberText(total, locale);
}

OutreachNumbers outreachNumbers(
    const Store &store, const OutreachFigure &figure, QDate day, const Region &region)
{
    const OutreachPeriod year = twelveMonthsTo(day);
    return {.figure = figure.code,
        .title = figure.titleText(),
        .day = day,
        .lasts = !figure.records.ends.isEmpty(),
        .of = figure.of,
        .numbers = outreachByTerritory(store, figure, year),
        .total = outreachTotal(store, figure, year, region),
        .names = figure.named ? figure.named(store, day) : QHash<QUuid, QStringList>()};
}

} // namespace liaison
