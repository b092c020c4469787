#pragma once

#include "models/figures/programmes.h"

#include <QAbstractItemModel>

#include <vector>

namespace liaison {

struct ProgrammeFilter
{
    QString text = {}; // each word begins a word of title or owner; case and accents ignored
    QUuid project = {}; // null: all
    QString stage = {}; // its code; empty: any
    QUuid territory = {}; // among those the programme names; null: any
    int silentMonths = 0; // no activity began in so many months up to the day; 0: any

    bool isSet() const { return *this != ProgrammeFilter(); }
    bool operator==(const ProgrammeFilter &) const = default;
};

// Qt's face of Programmes: a branch for each project, its programmes below, and at the end a row with their
// totals. Projects without programmes are there as long as nothing is filtered.
class ProgrammesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Stage, Territories, Budget, LastActivity, NextActivity, Owner, ColumnCount };
    enum ExtraRole {
        StepRole = Qt::UserRole + 100, // int: how many steps are reached
        StepsRole, // int: of how many
        CountRole, // of a branch: its programmes
    };
    struct Stages // in the catalogue's order
    {
        QStringList codes;
        QStringList titles;
    };

    explicit ProgrammesModel(Stages stages, QObject *parent = nullptr);

    void setProgrammes(Programmes programmes, QDate day);
    void setFilter(const ProgrammeFilter &filter);
    const ProgrammeFilter &filter() const { return m_filter; }
    int shownCount() const;
    int count() const { return m_programmes.count; }

    // Null for a branch and the totals.
    const Programmes::Programme *programme(const QModelIndex &index) const;
    // Of a programme the one it is of; null for the totals.
    const Programmes::Project *project(const QModelIndex &index) const;
    bool isTotals(const QModelIndex &index) const;
    // Invalid when it is not shown.
    QModelIndex find(QUuid programme) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Within each project. A column of -1 is by title.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Branch
    {
        size_t project; // place in m_programmes
        std::vector<size_t> rows; // places in it
    };

    void arrange();
    bool shows(const Programmes::Programme &programme) const;
    QVariant branchData(const Programmes::Project &project, size_t shown, int role) const;
    QVariant programmeData(const Programmes::Programme &programme, int column, int role) const;
    QString totalsText(int column) const;
    QString stageTitle(const QString &code) const;

    Stages m_stages;
    Programmes m_programmes;
    QDate m_day;
    ProgrammeFilter m_filter;
    std::vector<Branch> m_branches;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace liaison
