#include "models/items/agendaplacesmodel.h"

#include "models/items/roles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

void AgendaPlacesModel::setPeriod(QDate first, QDate last, const std::vector<AgendaItem> &items,
    const Region &region, Rows rows, QDate today, AgendaNames names)
{
    std::vector<Row> made;
    for (const Region::Member &member : region.members) {
        const auto territory = names.territories.constFind(member.territory);
        if (territory == names.territories.constEnd())
            continue;
        Row row{member.territory, territory->code, territory->name, {}};
        for (const AgendaItem &item : items) {
            const bool isHere = std::find(item.territories.begin(), item.territories.end(), member.territory)
                != item.territories.end();
            if (isHere && item.start.firstDay() <= last && item.end.lastDay() >= first)
                row.items.push_back(item);
        }
        std::stable_sort(row.items.begin(), row.items.end(),
            [](const AgendaItem &a, const AgendaItem &b) { return a.start.firstDay() < b.start.firstDay(); });
        const bool existed = territory->existsOn(first) || territory->existsOn(last);
        if (rows == Rows::WithItems ? !row.items.empty() : existed || !row.items.empty())
            made.push_back(std::move(row));
    }
    if (made == m_rows && first == m_first && last == m_last && today == m_today
        && names.projects == m_names.projects)
        return;
    beginResetModel();
    m_first = first;
    m_last = last;
    m_today = today;
    m_rows = std::move(made);
    m_names = std::move(names);
    endResetModel();
}

int AgendaPlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AgendaPlacesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &at = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return at.name;
    case Qt::AccessibleTextRole: {
        QStringList texts;
        for (const AgendaItem &item : at.items)
            texts += agendaSentence(item, m_names, m_today, QLocale());
        return texts.isEmpty() ? tr("%1: nothing").arg(at.name)
                               : tr("%1: %2").arg(at.name, texts.join(u"; "_s));
    }
    case CodeRole:
        return at.code;
    case IdRole:
        return at.territory;
    default:
        return {};
    }
}

} // namespace liaison
