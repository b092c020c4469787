#pragma once

#include "models/figures/region.h"
#include "models/items/agendatext.h"

#include <QAbstractListModel>
#include <QDate>

#include <vector>

namespace liaison {

// The agenda of a period by territory, a row each, for a time line.
class AgendaPlacesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Rows {
        WithItems, // territories for which there is something
        All, // of the region, as far as they exist in the period
    };

    using QAbstractListModel::QAbstractListModel;

    // @param items as agenda() gives them, of these days at least; @param last inclusive
    void setPeriod(QDate first, QDate last, const std::vector<AgendaItem> &items, const Region &region,
        Rows rows, QDate today, AgendaNames names);
    QDate first() const { return m_first; }
    QDate last() const { return m_last; }
    QDate today() const { return m_today; }
    const AgendaNames &names() const { return m_names; }
    // By date.
    const std::vector<AgendaItem> &items(int row) const { return m_rows[static_cast<size_t>(row)].items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    // The name of the territory; CodeRole, IdRole. The text for screen readers has its items.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QUuid territory;
        QString code;
        QString name;
        std::vector<AgendaItem> items;

        bool operator==(const Row &) const = default;
    };

    QDate m_first;
    QDate m_last;
    QDate m_today;
    std::vector<Row> m_rows;
    AgendaNames m_names;
};

} // namespace liaison
