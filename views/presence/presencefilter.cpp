// What Presence shows of its board: the filter, the date compared with, and what changed since.
#include "views/board/boardview.h"
#include "views/compare/comparepane.h"
#include "views/objectnames.h"
#include "views/presence/filterbar.h"
#include "views/presence/presencepage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>

#include <algorithm>

namespace liaison {

namespace {

constexpr int monthsToCompare = 12; // when no date was chosen

} // namespace

void PresencePage::connectFilter()
{
    m_goToFilter->setObjectName(objectNames::filterAction);
    m_goToFilter->setShortcut(QKeySequence::Find);
    connect(m_goToFilter, &QAction::triggered, this, [this] {
        m_filter->searchEdit()->setFocus(Qt::ShortcutFocusReason);
        m_filter->searchEdit()->selectAll();
    });
    connect(m_filter, &FilterBar::filterChanged, this, &PresencePage::applyFilter);
    connect(m_filter, &FilterBar::sinceChosen, this, &PresencePage::applySince);
    connect(m_filter, &FilterBar::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connect(m_filter, &FilterBar::left, this, [this] { m_body->currentWidget()->setFocus(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        std::vector<std::pair<QString, QString>> projects;
        for (const Indicator &each : m_model.board().indicators) {
            const std::pair project(each.projectCode, each.projectTitle);
            if (std::find(projects.begin(), projects.end(), project) == projects.end())
                projects.push_back(project);
        }
        m_filter->setProjects(projects);
    });
    m_compareAct->setObjectName(objectNames::compareAction);
    m_compareAct->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_compareAct->setCheckable(true);
    connect(m_compareAct, &QAction::toggled, this, &PresencePage::setComparing);
    m_filter->addSinceAct(m_compareAct);
}

void PresencePage::applySince()
{
    m_model.setSince(m_filter->since(asOf().lastDay()));
}

// What is hidden still counts: totals, map and trends are of the whole region.
void PresencePage::applyFilter()
{
    const Board &board = m_model.board();
    const BoardFilter &filter = m_filter->filter();
    int shown = 0;
    for (size_t row = 0; row < board.rows.size(); ++row) {
        const bool shows = filter.showsRow(board, row);
        boardView()->setRowHidden(static_cast<int>(row), !shows);
        shown += shows ? 1 : 0;
    }
    for (size_t i = 0; i < board.indicators.size(); ++i)
        boardView()->setColumnHidden(
            BoardModel::FirstIndicatorColumn + static_cast<int>(i), !filter.showsColumn(board.indicators[i]));
    m_filter->setShown(shown, static_cast<int>(board.rows.size()));
    if (m_compare)
        m_compare->setFilter(filter);
}

void PresencePage::setComparing(bool on)
{
    if (on && !m_compare) {
        m_compare = new ComparePane(m_model, this);
        m_body->addWidget(m_compare);
        connect(m_compare, &ComparePane::left, m_compareAct, [this] { m_compareAct->setChecked(false); });
        connect(m_compare, &ComparePane::placeRequested, this, [this](QUuid territory, QUuid indicator) {
            if (!goTo(territory, indicator))
                showNotice(tr("This territory is not on the board shown."));
        });
        m_compare->setFilter(m_filter->filter());
    }
    if (on && !m_model.since().isValid()) {
        m_filter->setSince(monthsToCompare);
        applySince();
    }
    showBody();
    m_body->currentWidget()->setFocus();
}

void PresencePage::showBody()
{
    const Board &board = m_model.board();
    if (board.rows.empty() || board.indicators.empty())
        m_body->setCurrentWidget(m_empty);
    else if (m_compareAct->isChecked() && m_compare)
        m_body->setCurrentWidget(m_compare);
    else
        m_body->setCurrentWidget(m_views);
}

} // namespace liaison
