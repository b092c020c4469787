#include "models/items/programmesmodel.h"

#include "models/domain/decimal.h"
#include "models/figures/territorynames.h"
#include "models/items/roles.h"

#include <QCollator>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// An index of a programme has its branch's row and one.
constexpr quintptr ofTop = 0;

const QString nothing = u"–"_s;

QString dateText(const PartialDate &date)
{
    return date.isNull() ? nothing : date.toText(QLocale());
}

} // namespace

ProgrammesModel::ProgrammesModel(Stages stages, QObject *parent)
    : QAbstractItemModel(parent)
    , m_stages(std::move(stages))
{
}

void ProgrammesModel::setProgrammes(Programmes programmes, QDate day)
{
    beginResetModel();
    m_programmes = std::move(programmes);
    m_day = day;
    arrange();
    endResetModel();
}

void ProgrammesModel::setFilter(const ProgrammeFilter &filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void ProgrammesModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_order = order;
    arrange();
    endResetModel();
}

bool ProgrammesModel::shows(const Programmes::Programme &programme) const
{
    if (!m_filter.stage.isEmpty() && programme.stage != m_filter.stage)
        return false;
    const auto &places = programme.territories;
    if (!m_filter.territory.isNull()
        && std::find(places.begin(), places.end(), m_filter.territory) == places.end())
        return false;
    if (m_filter.silentMonths > 0 && !programme.lastActivity.isNull()
        && programme.lastActivity.lastDay() > m_day.addMonths(-m_filter.silentMonths))
        return false;
    return m_filter.text.isEmpty()
        || TerritoryNames::isNamed(programme.title + u' ' + programme.owner, m_filter.text);
}

void ProgrammesModel::arrange()
{
    m_branches.clear();
    for (size_t i = 0; i < m_programmes.projects.size(); ++i) {
        const Programmes::Project &project = m_programmes.projects[i];
        if (!m_filter.project.isNull() && project.id != m_filter.project)
            continue;
        Branch branch{i, {}};
        for (size_t row = 0; row < project.programmes.size(); ++row) {
            if (shows(project.programmes[row]))
                branch.rows.push_back(row);
        }
        if (branch.rows.empty() && m_filter.isSet())
            continue;
        QCollator words;
        words.setCaseSensitivity(Qt::CaseInsensitive);
        words.setNumericMode(true);
        // Within a column nothing stands last, whichever way it is sorted.
        const auto compare = [&](size_t a, size_t b) {
            const Programmes::Programme &left = project.programmes[a];
            const Programmes::Programme &right = project.programmes[b];
            const auto by = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
            switch (m_sortColumn) {
            case Stage:
                return by(m_stages.codes.indexOf(left.stage), m_stages.codes.indexOf(right.stage));
            case Territories:
                return by(left.territories.size(), right.territories.size());
            case Budget: {
                const Value &x = left.budget;
                const Value &y = right.budget;
                const int currency = by(x.part("currency"_L1).text(), y.part("currency"_L1).text());
                return currency != 0
                    ? currency
                    : by(x.part("amount"_L1).text().toDouble(), y.part("amount"_L1).text().toDouble());
            }
            case LastActivity:
                return by(left.lastActivity, right.lastActivity);
            case NextActivity:
                return by(left.nextActivity, right.nextActivity);
            case Owner:
                return words.compare(left.owner, right.owner);
            default:
                return words.compare(left.title, right.title);
            }
        };
        std::stable_sort(branch.rows.begin(), branch.rows.end(), [&](size_t a, size_t b) {
            return m_order == Qt::AscendingOrder ? compare(a, b) < 0 : compare(a, b) > 0;
        });
        m_branches.push_back(std::move(branch));
    }
}

int ProgrammesModel::shownCount() const
{
    size_t count = 0;
    for (const Branch &branch : m_branches)
        count += branch.rows.size();
    return static_cast<int>(count);
}

bool ProgrammesModel::isTotals(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == ofTop
        && static_cast<size_t>(index.row()) == m_branches.size();
}

const Programmes::Project *ProgrammesModel::project(const QModelIndex &index) const
{
    if (!index.isValid() || isTotals(index))
        return nullptr;
    const auto branch =
        index.internalId() == ofTop ? static_cast<size_t>(index.row()) : size_t(index.internalId() - 1);
    return &m_programmes.projects[m_branches[branch].project];
}

const Programmes::Programme *ProgrammesModel::programme(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofTop)
        return nullptr;
    const Branch &branch = m_branches[static_cast<size_t>(index.internalId() - 1)];
    return &m_programmes.projects[branch.project].programmes[branch.rows[static_cast<size_t>(index.row())]];
}

QModelIndex ProgrammesModel::find(QUuid id) const
{
    for (size_t b = 0; b < m_branches.size(); ++b) {
        const auto &all = m_programmes.projects[m_branches[b].project].programmes;
        for (size_t row = 0; row < m_branches[b].rows.size(); ++row) {
            if (all[m_branches[b].rows[row]].id == id)
                return createIndex(static_cast<int>(row), 0, quintptr(b + 1));
        }
    }
    return {};
}

QModelIndex ProgrammesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : ofTop);
}

QModelIndex ProgrammesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == ofTop)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, ofTop);
}

int ProgrammesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) // the totals of nothing say nothing
        return static_cast<int>(m_branches.size()) + (shownCount() > 0 ? 1 : 0);
    if (parent.internalId() != ofTop || parent.column() > 0 || isTotals(parent))
        return 0;
    return static_cast<int>(m_branches[static_cast<size_t>(parent.row())].rows.size());
}

int ProgrammesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ProgrammesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter)
            | int(index.column() == Territories || index.column() == Budget ? Qt::AlignRight : Qt::AlignLeft);
    if (isTotals(index))
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? totalsText(index.column())
                                                                         : QVariant();
    if (role == ProjectRole || role == ColourLightRole || role == ColourDarkRole) {
        const Programmes::Project *of = project(index);
        return role == ProjectRole ? of->code : role == ColourLightRole ? of->colourLight : of->colourDark;
    }
    if (const Programmes::Programme *of = programme(index))
        return programmeData(*of, index.column(), role);
    if (index.column() != Title)
        return {};
    return branchData(*project(index), m_branches[static_cast<size_t>(index.row())].rows.size(), role);
}

QVariant ProgrammesModel::branchData(const Programmes::Project &project, size_t shown, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return project.id.isNull() ? tr("Of no project on file") : project.title;
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %Ln programmes", nullptr, static_cast<int>(shown)).arg(project.code, project.title);
    case CountRole:
        return static_cast<int>(shown);
    case IdRole:
        return project.id;
    default:
        return {};
    }
}

QVariant ProgrammesModel::programmeData(const Programmes::Programme &programme, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case Title:
            return programme.title;
        case Stage:
            return stageTitle(programme.stage);
        case Territories:
            return programme.territories.empty()
                ? nothing
                : QLocale().toString(static_cast<qulonglong>(programme.territories.size()));
        case Budget:
            return isMoney(programme.budget) ? moneyDisplay(programme.budget, QLocale()) : nothing;
        case LastActivity:
            return dateText(programme.lastActivity);
        case NextActivity:
            return dateText(programme.nextActivity);
        default:
            return programme.owner.isEmpty() ? nothing : programme.owner;
        }
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(
            data(find(programme.id).siblingAtColumn(column)).toString(), Qt::WhiteSpaceNormal);
    case StepRole:
        return static_cast<int>(m_stages.codes.indexOf(programme.stage)) + 1;
    case StepsRole:
        return static_cast<int>(m_stages.codes.size());
    case IdRole:
        return programme.id;
    default:
        return {};
    }
}

QString ProgrammesModel::stageTitle(const QString &code) const
{
    const auto place = m_stages.codes.indexOf(code);
    return place < 0 ? (code.isEmpty() ? nothing : code) : m_stages.titles[place];
}

// Of what is shown.
QString ProgrammesModel::totalsText(int column) const
{
    if (column == Title)
        return tr("%Ln programmes", nullptr, shownCount());
    if (column != Stage && column != Budget)
        return {};
    std::map<qsizetype, int> stages; // by place
    std::vector<Value> budgets;
    for (const Branch &branch : m_branches) {
        for (const size_t row : branch.rows) {
            const Programmes::Programme &each = m_programmes.projects[branch.project].programmes[row];
            if (!each.stage.isEmpty())
                ++stages[m_stages.codes.indexOf(each.stage)];
            budgets.push_back(each.budget);
        }
    }
    QStringList parts;
    if (column == Stage) {
        for (const auto &[place, count] : stages) {
            if (place >= 0)
                parts.append(tr("%1 %2").arg(QLocale().toString(count), m_stages.titles[place]));
        }
    } else {
        for (const Value &sum : sumsOf(budgets))
            parts.append(moneyDisplay(sum, QLocale()));
    }
    return parts.join(tr(", "));
}

QVariant ProgrammesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter)
            | int(section == Territories || section == Budget ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Title");
    case Stage:
        return tr("Stage");
    case Territories:
        return tr("Territories");
    case Budget:
        return tr("Budget");
    case LastActivity:
        return tr("Last activity");
    case NextActivity:
        return tr("Next");
    case Owner:
        return tr("Owner");
    default:
        return {};
    }
}

Qt::ItemFlags ProgrammesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return programme(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                            : Qt::ItemIsEnabled;
}

} // namespace liaison
