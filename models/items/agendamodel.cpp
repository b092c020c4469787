#include "models/items/agendamodel.h"

#include "models/items/roles.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// An index of a group has no id, one of an item its group's row and one.
constexpr quintptr ofGroup = 0;
constexpr int nextDays = 14;

size_t place(AgendaModel::Group group)
{
    return static_cast<size_t>(group);
}

} // namespace

AgendaModel::Group AgendaModel::groupOf(const AgendaItem &item) const
{
    if (item.kind == AgendaItem::Kind::AgreementExpires)
        return Group::Expiring;
    if (item.isOverdue)
        return Group::Overdue;
    const QDate day = agendaDay(item, m_today);
    if (day == m_today && item.start.precision() == PartialDate::Precision::Day)
        return Group::Today;
    return day <= m_today.addDays(nextDays) ? Group::Next : Group::Later;
}

void AgendaModel::setItems(std::vector<AgendaItem> items, QDate today, AgendaNames names)
{
    const QDate before = std::exchange(m_today, today);
    std::array<std::vector<AgendaItem>, groups> sorted;
    for (AgendaItem &item : items) {
        if (item.isOverdue || !item.isDone)
            sorted[place(groupOf(item))].push_back(std::move(item));
    }
    for (auto &group : sorted)
        std::stable_sort(group.begin(), group.end(), [&](const AgendaItem &a, const AgendaItem &b) {
            return agendaDay(a, today) < agendaDay(b, today);
        });
    if (sorted == m_items && before == today && names.projects == m_names.projects)
        return;
    m_today = before; // rows that go are still those of that day
    beginResetModel();
    m_today = today;
    m_items = std::move(sorted);
    m_names = std::move(names);
    endResetModel();
}

const AgendaItem *AgendaModel::item(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofGroup)
        return nullptr;
    const auto &group = m_items[index.internalId() - 1];
    const auto row = static_cast<size_t>(index.row());
    return row < group.size() ? &group[row] : nullptr;
}

QModelIndex AgendaModel::find(QUuid row) const
{
    for (size_t group = 0; group < m_items.size(); ++group) {
        for (size_t i = 0; i < m_items[group].size(); ++i) {
            if (m_items[group][i].row == row)
                return createIndex(static_cast<int>(i), 0, quintptr(group + 1));
        }
    }
    return {};
}

QModelIndex AgendaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofGroup);
}

QModelIndex AgendaModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == ofGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, ofGroup);
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return groups;
    if (parent.internalId() != ofGroup || parent.column() != 0)
        return 0;
    return std::max(1, static_cast<int>(m_items[static_cast<size_t>(parent.row())].size()));
}

int AgendaModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant AgendaModel::groupData(Group group, int role) const
{
    const int count = static_cast<int>(m_items[place(group)].size());
    if (role == CountRole)
        return count;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const QLocale locale;
    const QString text = [&] {
        switch (group) {
        case Group::Overdue:
            return tr("Overdue");
        case Group::Today:
            return tr("Today, %1")
                .arg(locale.toString(
                    m_today, tr("dddd d MMMM", "a day of the present year, see QLocale::toString")));
        case Group::Next:
            return tr("Next %Ln days", nullptr, nextDays);
        case Group::Later:
            return tr("Later");
        case Group::Expiring:
            return tr("Agreements expiring");
        }
        return QString();
    }();
    return role == Qt::DisplayRole ? text : tr("%1: %L2").arg(text).arg(count);
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (index.internalId() == ofGroup)
        return groupData(static_cast<Group>(index.row()), role);
    const AgendaItem *at = item(index);
    if (!at)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("None on file."))
                                                                         : QVariant();
    const Project *project = m_names.project(*at);
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        return agendaText(*at);
    case Qt::AccessibleTextRole:
        return agendaSentence(*at, m_names, m_today, locale);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(agendaSentence(*at, m_names, m_today, locale), Qt::WhiteSpaceNormal);
    case DateTextRole:
        return agendaDateText(*at, m_today, locale);
    case LateTextRole:
        return agendaLateText(*at, m_today);
    case KindTextRole:
        return agendaKindText(at->kind);
    case PlacesRole:
        return m_names.territoryCodes(*at).join(u' ');
    case CodeRole:
        return project ? project->code : QString();
    case ColourLightRole:
        return project ? project->colourLight : QString();
    case ColourDarkRole:
        return project ? project->colourDark : QString();
    case CertaintyRole:
        return at->certainty;
    case IdRole:
        return at->row;
    default:
        return {};
    }
}

Qt::ItemFlags AgendaModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return item(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                       : Qt::ItemFlags(Qt::ItemIsEnabled);
}

} // namespace liaison
