#pragma once

#include "models/figures/settle.h"

#include <QAbstractItemModel>

#include <vector>

namespace liaison {

// What waits to be settled, as a tree: a branch a kind, in the order in which they should be looked at.
class IssueModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum {
        TextRole = Qt::UserRole + 1, // one sentence, beside the DisplayRole's title
        ConflictRole, // bool: there are values to choose between
    };

    explicit IssueModel(QObject *parent = nullptr);

    // Keeps the rows of an equal list.
    void setIssues(std::vector<Issue> issues);
    // Null for a branch.
    const Issue *issue(const QModelIndex &index) const;
    // The first one at that place, of any field when none is given; invalid when it is not among them.
    QModelIndex find(Issue::Kind kind, QUuid row, const QString &field = {}) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Branch
    {
        Issue::Kind kind;
        size_t first; // in m_issues
        size_t count;
    };

    std::vector<Issue> m_issues; // by kind
    std::vector<Branch> m_branches;
};

// "Conflicts", as a heading.
QString issueKindText(Issue::Kind kind);

} // namespace liaison
