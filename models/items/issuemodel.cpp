#include "models/items/issuemodel.h"

#include <QLocale>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// An index of a branch has no id, one of an issue the branch's row and one.
constexpr quintptr ofBranch = 0;

bool same(const Issue &a, const Issue &b)
{
    return a.kind == b.kind && a.entity == b.entity && a.row == b.row && a.field == b.field
        && a.title == b.title && a.text == b.text;
}

} // namespace

QString issueKindText(Issue::Kind kind)
{
    switch (kind) {
    case Issue::Kind::Conflict:
        return IssueModel::tr("Conflicts");
    case Issue::Kind::Fork:
        return IssueModel::tr("Two edits in one place");
    case Issue::Kind::Unconfirmed:
        return IssueModel::tr("Names to confirm");
    case Issue::Kind::DoubtfulName:
        return IssueModel::tr("Doubtful names");
    case Issue::Kind::Stale:
        return IssueModel::tr("Stale values");
    case Issue::Kind::OutsideLife:
        return IssueModel::tr("Outside a territory's life");
    case Issue::Kind::BrokenRow:
        return IssueModel::tr("Broken records");
    case Issue::Kind::OverdueTask:
        return IssueModel::tr("Overdue tasks");
    case Issue::Kind::TargetDue:
        return IssueModel::tr("Targets due");
    case Issue::Kind::Expiring:
        return IssueModel::tr("Agreements expiring");
    case Issue::Kind::Unreported:
        return IssueModel::tr("Activities to report on");
    case Issue::Kind::Silent:
        return IssueModel::tr("Silent territories");
    case Issue::Kind::Waiting:
        return IssueModel::tr("Edits that wait");
    }
    return {};
}

IssueModel::IssueModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void IssueModel::setIssues(std::vector<Issue> issues)
{
    if (std::equal(issues.begin(), issues.end(), m_issues.begin(), m_issues.end(), same))
        return;
    beginResetModel();
    m_issues = std::move(issues);
    m_branches.clear();
    for (size_t i = 0; i < m_issues.size(); ++i) {
        if (m_branches.empty() || m_branches.back().kind != m_issues[i].kind)
            m_branches.push_back({m_issues[i].kind, i, 0});
        ++m_branches.back().count;
    }
    endResetModel();
}

const Issue *IssueModel::issue(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == ofBranch)
        return nullptr;
    const Branch &branch = m_branches[static_cast<size_t>(index.internalId() - 1)];
    return &m_issues[branch.first + static_cast<size_t>(index.row())];
}

QModelIndex IssueModel::find(Issue::Kind kind, QUuid row, const QString &field) const
{
    for (size_t b = 0; b < m_branches.size(); ++b) {
        for (size_t i = 0; i < m_branches[b].count; ++i) {
            const Issue &each = m_issues[m_branches[b].first + i];
            if (each.kind == kind && each.row == row && (field.isNull() || each.field == field))
                return createIndex(static_cast<int>(i), 0, static_cast<quintptr>(b + 1));
        }
    }
    return {};
}

QModelIndex IssueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : ofBranch);
}

QModelIndex IssueModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == ofBranch)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, ofBranch);
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_branches.size());
    if (parent.internalId() != ofBranch || parent.column() > 0)
        return 0;
    return static_cast<int>(m_branches[static_cast<size_t>(parent.row())].count);
}

int IssueModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Issue *each = issue(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return each->title;
        case TextRole:
            return each->text;
        case ConflictRole:
            return each->kind == Issue::Kind::Conflict;
        case Qt::AccessibleTextRole:
            return tr("%1: %2").arg(each->title, each->text);
        case Qt::ToolTipRole:
            return Qt::convertFromPlainText(tr("%1: %2").arg(each->title, each->text), Qt::WhiteSpaceNormal);
        default:
            return {};
        }
    }
    const Branch &branch = m_branches[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1 (%2)").arg(
            issueKindText(branch.kind), QLocale().toString(static_cast<qulonglong>(branch.count)));
    return {};
}

Qt::ItemFlags IssueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return issue(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                        : Qt::ItemIsEnabled;
}

} // namespace liaison
