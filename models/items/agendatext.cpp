#include "models/items/agendatext.h"

#include "models/domain/catalogue.h"
#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Kind = AgendaItem::Kind;
using Precision = PartialDate::Precision;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

QString shortDate(const PartialDate &date, QDate today, const QLocale &locale)
{
    if (date.precision() == Precision::Day && date.firstDay().year() == today.year())
        return locale.toString(
            date.firstDay(), Tr::tr("d MMM", "a date in the present year, see QLocale::toString"));
    return date.toText(locale);
}

} // namespace

AgendaNames::AgendaNames(const Store &store)
    : projects(liaison::projects(store))
    , territories(liaison::territories(store))
{
}

const Project *AgendaNames::project(const AgendaItem &item) const
{
    const auto found = std::find_if(projects.begin(), projects.end(), [&](const Project &each) {
        return std::find(item.projects.begin(), item.projects.end(), each.id) != item.projects.end();
    });
    return found == projects.end() ? nullptr : &*found;
}

QStringList AgendaNames::projectCodes(const AgendaItem &item) const
{
    QStringList codes;
    for (const Project &each : projects) {
        if (std::find(item.projects.begin(), item.projects.end(), each.id) != item.projects.end())
            codes.append(each.code);
    }
    return codes;
}

QStringList AgendaNames::territoryCodes(const AgendaItem &item) const
{
    QStringList codes;
    for (const QUuid &each : item.territories) {
        if (const auto found = territories.constFind(each); found != territories.constEnd())
            codes.append(found->code);
    }
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

QString agendaText(const AgendaItem &item)
{
    const Entity *entity = Catalogue::builtIn().entity(item.entity);
    const QString title = !item.title.isEmpty() || !entity ? item.title : entity->titleText();
    switch (item.kind) {
    case Kind::AgreementExpires:
        return item.isOverdue ? Tr::tr("%1 has expired").arg(title) : Tr::tr("%1 expires").arg(title);
    case Kind::TargetDue:
        return Tr::tr("Target %1").arg(title);
    case Kind::Activity:
    case Kind::TaskDue:
        break;
    }
    return title;
}

QString agendaKindText(Kind kind)
{
    switch (kind) {
    case Kind::Activity:
        return Tr::tr("Activity");
    case Kind::TaskDue:
        return Tr::tr("Task");
    case Kind::AgreementExpires:
        return Tr::tr("Agreement");
    case Kind::TargetDue:
        return Tr::tr("Target");
    }
    return {};
}

QString agendaDateText(const AgendaItem &item, QDate today, const QLocale &locale)
{
    const QString start = shortDate(item.start, today, locale);
    if (item.start == item.end)
        return start;
    const QDate first = item.start.firstDay();
    const QDate last = item.end.lastDay();
    const bool bothDays = item.start.precision() == Precision::Day && item.end.precision() == Precision::Day;
    if (bothDays && first.year() == last.year() && first.month() == last.month())
        return Tr::tr("%1–%2").arg(locale.toString(first.day()), shortDate(item.end, today, locale));
    return Tr::tr("%1 – %2").arg(start, shortDate(item.end, today, locale));
}

QString agendaLateText(const AgendaItem &item, QDate today)
{
    if (!item.isOverdue)
        return {};
    return Tr::tr("%Ln days", nullptr, static_cast<int>(item.end.lastDay().daysTo(today)));
}

QString agendaSentence(const AgendaItem &item, const AgendaNames &names, QDate today, const QLocale &locale)
{
    QStringList parts{agendaDateText(item, today, locale), agendaText(item)};
    parts += names.projectCodes(item);
    parts += names.territoryCodes(item);
    if (item.isOverdue)
        parts += Tr::tr("%1 late").arg(agendaLateText(item, today));
    if (item.isDone)
        parts += Tr::tr("done");
    if (item.certainty == certaintyCode::assumed)
        parts += Tr::tr("assumed");
    return parts.join(u", "_s);
}

QDate agendaDay(const AgendaItem &item, QDate today)
{
    if (item.start.precision() != Precision::Day)
        return item.end.lastDay();
    return std::max(item.start.firstDay(), std::min(today, item.end.lastDay()));
}

std::pair<QDate, QDate> agendaDays(const AgendaItem &item)
{
    if (item.kind != Kind::Activity)
        return {item.end.lastDay(), item.end.lastDay()};
    if (item.start.precision() != Precision::Day)
        return {};
    // An end known to the month says little of the days: the first is sure.
    return {item.start.firstDay(),
        item.end.precision() == Precision::Day ? item.end.lastDay() : item.start.firstDay()};
}

} // namespace liaison
