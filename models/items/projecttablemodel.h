#pragma once

#include "models/figures/projectpage.h"
#include "models/figures/standing.h"
#include "models/items/agendatext.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <optional>
#include <vector>

namespace liaison {

// A table of a project's page: a few rows, made ready in words.
class ProjectTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum {
        StepRole = Qt::UserRole + 100, // int: how many steps are reached; 0: none
        StepsRole, // int: of how many
        BarRole, // double, 0 to 1: how near its target something is; none: not known
        HasBarRole, // bool: there is a target, at the end of the bar
        QuietRole, // bool: second text
    };
    struct Cell
    {
        QString text = {};
        Qt::AlignmentFlag side = Qt::AlignLeft;
        bool isQuiet = false;
        int step = 0;
        int steps = 0;
        bool isBar = false;
        std::optional<double> bar = {};
        std::optional<Standing> standing = {}; // its symbol stands before the text
        QString spoken = {}; // instead of the text, to a screen reader

        bool operator==(const Cell &) const = default;
    };
    struct Row
    {
        QString entity;
        QUuid row;
        std::vector<Cell> cells;

        bool operator==(const Row &) const = default;
    };
    struct Head
    {
        QString text;
        Qt::AlignmentFlag side = Qt::AlignLeft;
    };

    // @param heads one a column
    explicit ProjectTableModel(std::vector<Head> heads, QObject *parent = nullptr);

    // Equal rows stay as they are.
    void setRows(std::vector<Row> rows);
    const Row &row(int place) const { return m_rows[static_cast<size_t>(place)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    // Also StandingRole and IdRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Head> m_heads;
    std::vector<Row> m_rows;
};

// Its indicators against their targets: indicator, now, target, due, how near, and the state in words.
std::vector<ProjectTableModel::Head> indicatorHeads();
std::vector<ProjectTableModel::Row> indicatorRows(const ProjectPageFigures &figures, const QLocale &locale);
// Its programmes: title, stage, territories, budget.
std::vector<ProjectTableModel::Head> programmeHeads();
std::vector<ProjectTableModel::Row> programmeRows(
    const ProjectPageFigures &figures, size_t most, const QLocale &locale);
// What was recorded last: date, what, where, stage, amount or headcount.
std::vector<ProjectTableModel::Head> latestHeads();
std::vector<ProjectTableModel::Row> latestRows(
    const ProjectPageFigures &figures, const AgendaNames &names, const QLocale &locale);

} // namespace liaison
