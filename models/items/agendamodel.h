#pragma once

#include "models/items/agendatext.h"

#include <QAbstractItemModel>

#include <array>
#include <vector>

namespace liaison {

// The agenda as a list, as a tree of two levels: what is overdue, today's, of the next 14 days, later, and
// the agreements expiring. All five are always there; one without items has a row that says so.
class AgendaModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Group { Overdue, Today, Next, Later, Expiring };
    static constexpr int groups = 5;
    enum {
        CountRole = Qt::UserRole + 100, // of a group, int
        LateTextRole, // "8 days"; empty when it is not late
        KindTextRole,
        PlacesRole, // codes of the territories
    };

    using QAbstractItemModel::QAbstractItemModel;

    // Items as agenda() gives them. Equal ones leave the rows as they are.
    void setItems(std::vector<AgendaItem> items, QDate today, AgendaNames names);
    QDate today() const { return m_today; }
    // Null for a group and for the row that says there is nothing.
    const AgendaItem *item(const QModelIndex &index) const;
    QModelIndex groupIndex(Group group) const { return index(static_cast<int>(group), 0); }
    QModelIndex find(QUuid row) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // CodeRole and the two colours are the project's; CertaintyRole; IdRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    Group groupOf(const AgendaItem &item) const;
    QVariant groupData(Group group, int role) const;

    std::array<std::vector<AgendaItem>, groups> m_items;
    QDate m_today;
    AgendaNames m_names;
};

} // namespace liaison
