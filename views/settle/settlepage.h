#pragma once

#include "models/domain/partialdate.h"
#include "models/items/issuemodel.h"

#include <QWidget>

class QTreeView;

namespace liaison {

class Editor;
class IssueFinder;
class NoticeStrip;
class PageHead;
class SettleDetail;

/// The front page of a working day: what waits to be settled, by kind, each with its place and what can be
/// done about it.
class SettlePage : public QWidget
{
    Q_OBJECT

public:
    /// @param editor, finder must outlive the page
    SettlePage(Editor &editor, IssueFinder &finder, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }
    /// For a picture: what there is, at once.
    void lookNow();
    /// To the first of a kind, if there is one.
    void showKind(Issue::Kind kind);
    /// To the one of a row; the file is looked through first if it is not in the list yet.
    void showIssue(Issue::Kind kind, QUuid row);

Q_SIGNALS:
    /// To its place on the board; an empty date is today, no indicator the row.
    void placeRequested(QUuid territory, QUuid indicator, const liaison::PartialDate &date);
    void recordRequested(const QString &entity, QUuid row);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeIssues();
    void showCurrent();
    void go(int step);
    QModelIndex currentIssue() const;

    Editor &m_editor;
    IssueFinder &m_finder;
    IssueModel m_model;
    PageHead *m_head;
    QTreeView *m_view;
    SettleDetail *m_detail;
    NoticeStrip *m_notice;
};

} // namespace liaison
