#pragma once

#include "models/figures/outreach.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <vector>

namespace liaison {

class Store;

// The rows behind a number of what was done, newest first, and what each adds to it: together they add up to
// the number. What a record is called is asked for when it is first shown.
class RowsBehindModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DateColumn, TitleColumn, ProjectsColumn, TerritoriesColumn, CountsColumn };
    static constexpr int columns = CountsColumn + 1;

    // The store must outlive the model.
    explicit RowsBehindModel(const Store &store, QObject *parent = nullptr);

    void setRows(const QString &entity, std::vector<OutreachRow> rows);
    const QString &entity() const { return m_entity; }
    qint64 sum() const { return m_sum; } // of what they count

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // IdRole is the record's.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        OutreachRow of;
        qint64 counts = 0;
    };
    QString text(const Row &row, int column) const;
    QString keys(QLatin1StringView entity, const std::vector<QUuid> &ids) const;

    const Store &m_store;
    QString m_entity;
    std::vector<Row> m_rows;
    qint64 m_sum = 0;
    mutable QHash<QUuid, QString> m_words; // of records, projects and territories
};

} // namespace liaison
