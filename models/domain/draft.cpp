#include "models/domain/draft.h"

#include <algorithm>

namespace liaison {

void Draft::create(const Entity &entity, QUuid row, std::vector<std::pair<QLatin1StringView, Value>> fields)
{
    m_changes.push_back({Change::Kind::Create, entity.name, row, 0, std::move(fields)});
}

void Draft::edit(const Record &seen, std::vector<std::pair<QLatin1StringView, Value>> fields)
{
    m_changes.push_back({Change::Kind::Edit, seen.entity().name, seen.id(), seen.version(), std::move(fields)});
}

void Draft::remove(const Record &seen)
{
    m_changes.push_back({Change::Kind::Delete, seen.entity().name, seen.id(), seen.version(), {}});
}

void Draft::keep(const Record &seen)
{
    m_changes.push_back({Change::Kind::Keep, seen.entity().name, seen.id(), seen.version(), {}});
}

void Draft::erase(const Record &seen)
{
    m_changes.push_back({Change::Kind::Erase, seen.entity().name, seen.id(), seen.version(), {}});
}

bool Draft::erases() const
{
    return std::any_of(m_changes.begin(), m_changes.end(),
        [](const Change &change) { return change.kind == Change::Kind::Erase; });
}

} // namespace liaison
