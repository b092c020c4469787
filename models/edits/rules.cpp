#include "models/edits/rules.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Editor)
};

bool sets(const Change &change, QLatin1StringView field)
{
    return std::any_of(
        change.fields.begin(), change.fields.end(), [&](const auto &entry) { return entry.first == field; });
}

// "it existed from 10 Oct 2010", "it existed until 9 Oct 2010"
QString lifeText(const Territory &territory)
{
    const QLocale locale;
    const QString from = territory.existsFrom.toText(locale);
    const QString until = territory.existsUntil.toText(locale);
    if (until.isEmpty())
        return Tr::tr("it exists from %1").arg(from);
    return from.isEmpty() ? Tr::tr("it existed until %1").arg(until)
                          : Tr::tr("it existed from %1 until %2").arg(from, until);
}

} // namespace

Result<void> Rules::check(const Draft &draft)
{
    for (const Change &change : draft.changes()) {
        if (change.kind == Change::Kind::Create)
            m_created.insert(change.row);
    }
    for (const Change &change : draft.changes()) {
        if (change.kind != Change::Kind::Create && change.kind != Change::Kind::Edit)
            continue;
        if (const auto fits = checkReferences(change); !fits)
            return fits;
        if (const auto fits = checkRow(change); !fits)
            return fits;
        const auto fits = change.entity == fields::observation::entity ? checkObservation(change)
            : change.entity == fields::target::entity                  ? checkTarget(change)
                                                                       : Result<void>();
        if (!fits)
            return fits;
    }
    return {};
}

Result<void> Rules::checkObservation(
    QUuid territoryId, QUuid indicatorId, const PartialDate &date, const Value &reading)
{
    const QString what = Tr::tr("cannot record %1").arg(place(territoryId, indicatorId));
    const Territory *where = territory(territoryId);
    if (!where)
        return Error{what, {}, Tr::tr("the territory is not on file")};
    const Indicator *of = indicator(indicatorId);
    if (!of)
        return Error{what, {}, Tr::tr("the indicator is not on file")};
    if (date.isNull())
        return Error{what, {}, Tr::tr("a date is missing")};
    if (!where->existsDuring(date))
        return Error{what, date.toIso(), lifeText(*where)};
    if (const auto fits = of->check(reading); !fits)
        return Error{what, {}, fits.error().why};
    const Standing standing = of->standing(reading);
    if (of->needsCctld && !where->hasCctld && standing != Standing::NotApplicable
        && standing != Standing::Unknown)
        return Error{what, {},
            Tr::tr("the territory has no ccTLD; it can be %1 or %2")
                .arg(notApplicableReading, unknownReading)};
    return {};
}

const Territory *Rules::territory(QUuid id)
{
    auto known = m_territories.constFind(id);
    if (known == m_territories.constEnd()) {
        const Record record = m_store.find(fields::territory::entity, id);
        const bool visible = !record.isNull() && !record.isHidden();
        known = m_territories.insert(id, visible ? std::optional<Territory>(record) : std::nullopt);
    }
    return *known ? &**known : nullptr;
}

const Indicator *Rules::indicator(QUuid id)
{
    if (!m_indicators)
        m_indicators = indicators(m_store);
    const auto found = std::find_if(
        m_indicators->begin(), m_indicators->end(), [&](const Indicator &each) { return each.id == id; });
    return found == m_indicators->end() ? nullptr : &*found;
}

QString Rules::place(QUuid territoryId, QUuid indicatorId)
{
    const Territory *where = territory(territoryId);
    const Indicator *of = indicator(indicatorId);
    return Tr::tr("%1, %2").arg(where ? where->name : QString(u'?'), of ? of->code : QString(u'?'));
}

Value Rules::valueAfter(const Change &change, QLatin1StringView field)
{
    for (const auto &[name, value] : change.fields) {
        if (name == field)
            return value;
    }
    return change.kind == Change::Kind::Edit ? m_store.find(change.entity, change.row).value(field) : Value();
}

Result<void> Rules::checkReferences(const Change &change)
{
    const Entity *entity = m_store.catalogue().entity(change.entity);
    if (!entity)
        return {}; // the store says so
    for (const auto &[name, value] : change.fields) {
        const Field *field = entity->field(QString(name));
        if (!field)
            continue;
        bool leads = true;
        if (field->type == FieldType::Reference && value.toRow()) {
            leads = isOnFile(field->refers, *value.toRow());
        } else if (field->type == FieldType::References && value.toList()) {
            leads = std::all_of(value.toList()->begin(), value.toList()->end(),
                [&](const Value &item) { return isOnFile(field->refers, item.row()); });
        } else if (field->type == FieldType::AnyReference && value.toParts()) {
            leads = isOnFile(value.part("entity"_L1).text(), value.part("row"_L1).row());
        }
        if (!leads)
            return Error{Tr::tr("cannot record the %1").arg(entity->titleText().toLower()), QString(name),
                Tr::tr("what it names is not on file")};
    }
    return {};
}

Result<void> Rules::checkObservation(const Change &change)
{
    using namespace fields::observation;
    if (!sets(change, value))
        return {};
    const PartialDate when = valueAfter(change, date).date();
    const Value wanted = valueAfter(change, value).part(reading);
    if (when.isNull() || wanted.isNull())
        return {}; // missing: the store says so
    return checkObservation(valueAfter(change, fields::observation::territory).row(),
        valueAfter(change, fields::observation::indicator).row(), when, wanted);
}

Result<void> Rules::checkTarget(const Change &change)
{
    using namespace fields::target;
    const Value wanted = valueAfter(change, value).part(reading);
    const Indicator *of = this->indicator(valueAfter(change, fields::target::indicator).row());
    if (wanted.isNull() || !of)
        return {};
    // Over a region a number says how many territories.
    if (valueAfter(change, fields::target::territory).isNull() && wanted.toInteger())
        return {};
    const Standing standing = of->standing(wanted);
    if (standing == Standing::Unknown || standing == Standing::NotApplicable)
        return Error{Tr::tr("cannot record the target"), of->code,
            Tr::tr("“%1” is no target").arg(of->readingText(wanted))};
    if (const auto fits = of->check(wanted); !fits)
        return Error{Tr::tr("cannot record the target"), of->code, fits.error().why};
    return {};
}

Result<void> Rules::checkRow(const Change &change)
{
    const Entity *entity = m_store.catalogue().entity(change.entity);
    if (!entity || entity->rules.empty())
        return {};
    const auto kept = entity->check([&](QLatin1StringView field) { return valueAfter(change, field); });
    if (kept)
        return {};
    return Error{Tr::tr("cannot record the %1").arg(entity->titleText().toLower()), kept.error().where, kept.error().why};
}

bool Rules::isOnFile(const QString &entity, QUuid row)
{
    if (m_created.contains(row))
        return true;
    auto known = m_onFile.constFind(row);
    if (known == m_onFile.constEnd()) {
        const Record record = m_store.catalogue().entity(entity) ? m_store.find(entity, row) : Record();
        known = m_onFile.insert(row, !record.isNull() && !record.isHidden());
    }
    return *known;
}

} // namespace liaison
