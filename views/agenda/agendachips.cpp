#include "views/agenda/agendapage.h"

#include "views/objectnames.h"
#include "views/widgets/chipbar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

// What the agenda is filtered by.

namespace {

using Choices = std::vector<ChipBar::Choice>;
enum Chip { KindChip, ProjectChip, TerritoryChip, RegionChip };

const QString allRegions = u"all"_s;

} // namespace

void AgendaPage::addChips()
{
    Choices kinds{{tr("all"), {}}};
    for (const auto kind : {AgendaItem::Kind::Activity, AgendaItem::Kind::TaskDue,
             AgendaItem::Kind::AgreementExpires, AgendaItem::Kind::TargetDue})
        kinds.push_back({agendaKindText(kind), static_cast<int>(kind)});
    m_filter->addChip(objectNames::agendaKindChip, tr("Kind"), std::move(kinds));
    m_filter->addChip(objectNames::projectChip, tr("Project"), {{tr("all"), {}}});
    m_filter->addChip(objectNames::agendaTerritoryChip, tr("Territory"), {{tr("any"), {}}});
    m_filter->addChip(objectNames::agendaRegionChip, tr("Region"), {{tr("all"), {}}});
}

void AgendaPage::fillChips()
{
    Choices projects{{tr("all"), {}}};
    for (const Project &each : m_content.names.projects)
        projects.push_back({u"%1 %2"_s.arg(each.code, each.title), each.id});
    m_filter->setChoices(ProjectChip, std::move(projects));
    Choices territories{{tr("any"), {}}};
    for (const Region::Member &member : m_region.members) {
        const Territory territory = m_content.names.territories.value(member.territory);
        territories.push_back({u"%1 %2"_s.arg(territory.code, territory.name), member.territory});
    }
    m_filter->setChoices(TerritoryChip, std::move(territories));
    // The region of Presence goes without saying.
    Choices choices{{m_region.name.isEmpty() ? tr("all") : m_region.name, {}}};
    for (const Region &each : m_content.regions) {
        if (each.id != m_region.id)
            choices.push_back({each.name, each.id});
    }
    if (!m_region.name.isEmpty())
        choices.push_back({tr("all"), allRegions});
    m_filter->setChoices(RegionChip, std::move(choices));
}

AgendaFilter AgendaPage::filter() const
{
    AgendaFilter filter;
    filter.text = m_filter->text();
    if (const QVariant kind = m_filter->value(KindChip); kind.isValid())
        filter.kind = static_cast<AgendaItem::Kind>(kind.toInt());
    filter.project = m_filter->value(ProjectChip).toUuid();
    filter.territory = m_filter->value(TerritoryChip).toUuid();
    const QVariant region = m_filter->value(RegionChip);
    const auto chosen = std::find_if(m_content.regions.begin(), m_content.regions.end(),
        [&](const Region &each) { return each.id == region.toUuid(); });
    if (!region.isValid() && !m_region.name.isEmpty())
        filter.region = m_region;
    else if (chosen != m_content.regions.end())
        filter.region = *chosen;
    return filter;
}

} // namespace liaison
