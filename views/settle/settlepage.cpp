#include "views/settle/settlepage.h"

#include "models/edits/editor.h"
#include "models/items/issuefinder.h"
#include "views/objectnames.h"
#include "views/settle/issuedelegate.h"
#include "views/settle/settledetail.h"
#include "views/widgets/noticestrip.h"
#include "views/widgets/pagehead.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

SettlePage::SettlePage(Editor &editor, IssueFinder &finder, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_finder(finder)
    , m_head(new PageHead(tr("To settle"), this))
    , m_view(new QTreeView(this))
    , m_detail(new SettleDetail(editor, this))
    , m_notice(new NoticeStrip(this))
{
    setObjectName(objectNames::settlePage);
    m_head->subtitle()->setObjectName(objectNames::settleSubtitle);

    m_view->setObjectName(objectNames::settleView);
    m_view->setAccessibleName(tr("What waits to be settled"));
    m_view->setModel(&m_model);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setUniformRowHeights(false);
    m_view->setItemDelegate(new IssueDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_detail);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_view);
    split->addWidget(area);
    split->setHandleWidth(1);
    split->setSizes({2000, 3000}); // parts of what there is

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(split, 1);
    column->addWidget(m_notice);
    setFocusProxy(m_view);

    connect(&m_finder, &IssueFinder::found, this, &SettlePage::takeIssues);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SettlePage::showCurrent);
    connect(m_detail, &SettleDetail::settled, this, [this](const QString &what) {
        m_notice->show(what, NoticeStrip::Stay::Shortly, tr("Undo"),
            QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
        go(1);
        m_finder.look();
    });
    connect(m_detail, &SettleDetail::refused, this,
        [this](const QString &text) { m_notice->show(text, NoticeStrip::Stay::UntilClosed); });
    connect(m_notice, &NoticeStrip::acted, m_editor.undoStack(), &QUndoStack::undo);
    connect(m_detail, &SettleDetail::placeRequested, this, &SettlePage::placeRequested);
    connect(m_detail, &SettleDetail::recordRequested, this, &SettlePage::recordRequested);
    takeIssues();
}

void SettlePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_finder.look();
}

void SettlePage::lookNow()
{
    m_finder.lookNow();
}

void SettlePage::showKind(Issue::Kind kind)
{
    for (int branch = 0; branch < m_model.rowCount(); ++branch) {
        const QModelIndex first = m_model.index(0, 0, m_model.index(branch, 0));
        if (m_model.issue(first)->kind == kind)
            m_view->setCurrentIndex(first);
    }
}

void SettlePage::showIssue(Issue::Kind kind, QUuid row)
{
    if (!m_model.find(kind, row).isValid())
        m_finder.lookNow();
    if (const QModelIndex there = m_model.find(kind, row); there.isValid())
        m_view->setCurrentIndex(there);
}

void SettlePage::takeIssues()
{
    // The same place again, or the one that follows it.
    const Issue *before = m_model.issue(currentIssue());
    const Issue kept = before ? *before : Issue();
    const QModelIndex branch = currentIssue().parent();
    const int row = currentIssue().row();
    const int branchRow = branch.row();
    m_model.setIssues(m_finder.issues());
    m_view->expandAll();
    const auto count = static_cast<int>(m_finder.issues().size());
    m_head->setSubtitle(!m_finder.isKnown() ? tr("Looking through the file…")
            : count == 0                    ? tr("Nothing waits to be settled")
                                            : tr("%Ln things wait", nullptr, count));
    if (currentIssue().isValid())
        return;
    QModelIndex next = before ? m_model.find(kept.kind, kept.row, kept.field) : QModelIndex();
    if (!next.isValid()) {
        const QModelIndex sameBranch = m_model.index(qMax(0, qMin(branchRow, m_model.rowCount() - 1)), 0);
        next = m_model.index(qMin(qMax(row, 0), m_model.rowCount(sameBranch) - 1), 0, sameBranch);
    }
    m_view->setCurrentIndex(next);
    showCurrent();
}

QModelIndex SettlePage::currentIssue() const
{
    const QModelIndex current = m_view->currentIndex();
    return m_model.issue(current) ? current : QModelIndex();
}

void SettlePage::showCurrent()
{
    m_detail->show(m_model.issue(currentIssue()));
}

void SettlePage::go(int step)
{
    QModelIndex next = currentIssue();
    do
        next = step > 0 ? m_view->indexBelow(next) : m_view->indexAbove(next);
    while (next.isValid() && !m_model.issue(next));
    if (next.isValid())
        m_view->setCurrentIndex(next);
}

// J and K as in mail programs, the digits for what stands at the right, in the list as well, which would take
// them for the beginning of a name.
bool SettlePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            m_detail->act(key->key() - Qt::Key_0);
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_J || key->key() == Qt::Key_K)) {
            go(key->key() == Qt::Key_J ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SettlePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace liaison
