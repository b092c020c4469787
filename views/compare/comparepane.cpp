#include "views/compare/comparepane.h"

#include "models/items/boardmodel.h"
#include "views/compare/comparedelegate.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace liaison {

namespace {

constexpr int widestColumn = 320;

} // namespace

ComparePane::ComparePane(const BoardModel &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_view(new QTableView(this))
    , m_empty(new QLabel(this))
{
    setObjectName(objectNames::comparePane);
    auto *head = new QWidget(this);
    setSurface(head, Surface::Page);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(metrics::controlGap);
    m_title->setObjectName(objectNames::compareTitle);
    setTextRole(m_title, FontRole::BodyStrong);
    row->addWidget(m_title);
    m_count->setObjectName(objectNames::compareCountLabel);
    setTextRole(m_count, FontRole::Secondary, Ink::Second);
    row->addWidget(m_count, 1);
    m_back->setObjectName(objectNames::compareBackButton);
    m_back->setText(tr("Back to the board"));
    m_back->setAccessibleName(m_back->text());
    m_back->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_back, ButtonKind::Link);
    connect(m_back, &QToolButton::clicked, this, &ComparePane::left);
    row->addWidget(m_back);

    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SortRole);
    m_sorted.setSortLocaleAware(true);
    m_view->setObjectName(objectNames::compareView);
    m_view->setAccessibleName(tr("What changed on the board"));
    m_view->setModel(&m_sorted);
    m_view->setItemDelegate(new CompareDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setMouseTracking(true);
    m_view->viewport()->setCursor(Qt::PointingHandCursor); // a row is a link
    m_view->verticalHeader()->hide();
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *columns = m_view->horizontalHeader();
    columns->setObjectName(objectNames::compareHeader);
    columns->setAccessibleName(tr("Head of what changed"));
    columns->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    columns->setStretchLastSection(true);
    columns->setHighlightSections(false);
    columns->setSortIndicator(-1, Qt::AscendingOrder); // board order
    columns->setSortIndicatorClearable(true);
    m_view->setSortingEnabled(true);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &clicked) {
        if (QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            requestPlace(clicked);
    });

    m_empty->setObjectName(objectNames::compareEmptyLabel);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_empty->setMargin(metrics::pageMargin);
    m_empty->setWordWrap(true);
    setTextRole(m_empty, FontRole::Body, Ink::Third);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    setFocusProxy(m_view);
    updateSizes();

    const auto follow = [this] {
        if (isVisible())
            refresh();
    };
    connect(&board, &BoardModel::boardChanged, this, follow);
    connect(&board, &BoardModel::sinceChanged, this, follow);
}

void ComparePane::setFilter(const BoardFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (isVisible())
        refresh();
}

void ComparePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ComparePane::refresh()
{
    const Board &board = m_board.board();
    std::vector<BoardChange> changes;
    if (m_board.since().isValid() && m_board.since() < board.asOf)
        changes = boardChanges(m_board.store(), board, m_board.since(), locale());
    const auto all = static_cast<int>(changes.size());
    std::erase_if(changes, [&](const BoardChange &change) { return !m_filter.showsChange(board, change); });
    m_model.setChanges(std::move(changes));
    fitColumns();
    if (!m_view->currentIndex().isValid() && m_sorted.rowCount() > 0)
        m_view->setCurrentIndex(m_sorted.index(0, 0));
    tell(all);
}

void ComparePane::fitColumns()
{
    for (int column = 0; column < CompareModel::columns; ++column) {
        m_view->resizeColumnToContents(column);
        m_view->setColumnWidth(column, std::min(scaledPx(widestColumn), m_view->columnWidth(column)));
    }
}

void ComparePane::tell(int all)
{
    const int shown = m_sorted.rowCount();
    const QDate since = m_board.since();
    const QString from = PartialDate(since).toText(locale());
    const QString to = PartialDate(m_board.board().asOf).toText(locale());
    const bool canCompare = since.isValid() && since < m_board.board().asOf;
    m_title->setText(canCompare ? tr("What changed from %1 to %2").arg(from, to) : tr("What changed"));
    m_count->setText(!canCompare ? QString()
            : shown == all       ? tr("%Ln cells", nullptr, all)
                                 : tr("%L1 of %Ln cells", nullptr, all).arg(shown));
    if (!since.isValid())
        m_empty->setText(tr("Choose a date to compare with under “Changed since”."));
    else if (!canCompare)
        m_empty->setText(
            tr("%1 is not before %2, which is shown: choose an earlier date under “Changed since”.")
                .arg(from, to));
    else if (all == 0)
        m_empty->setText(tr("No cell of the board reads differently on %1 than on %2.").arg(to, from));
    else
        m_empty->setText(tr("None of what changed is among what the filter shows."));
    m_view->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    setAccessibleName(m_title->text());
    setAccessibleDescription(shown > 0 ? m_count->text() : m_empty->text());
    setFocusProxy(shown > 0 ? static_cast<QWidget *>(m_view) : m_back);
}

void ComparePane::requestPlace(const QModelIndex &row)
{
    if (row.isValid())
        Q_EMIT placeRequested(row.data(IdRole).toUuid(), row.data(IndicatorRole).toUuid());
}

void ComparePane::copy()
{
    QList<int> rows;
    for (const QModelIndex &chosen : m_view->selectionModel()->selectedRows())
        rows += chosen.row();
    std::sort(rows.begin(), rows.end()); // as they stand, not as they were chosen
    for (int &row : rows)
        row = m_sorted.mapToSource(m_sorted.index(row, 0)).row();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setMimeData(m_model.table(rows).toMime().release());
}

void ComparePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

// The table would copy one cell, and keep Enter to itself.
bool ComparePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            requestPlace(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ComparePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateSizes();
        fitColumns();
    }
}

void ComparePane::updateSizes()
{
    m_title->parentWidget()->setFixedHeight(scaledPx(metrics::paneHeadHeight));
    m_view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
}

} // namespace liaison
