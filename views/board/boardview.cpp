#include "views/board/boardview.h"

#include "models/items/boardmodel.h"
#include "views/board/boarddelegate.h"
#include "views/board/boardheader.h"
#include "views/board/cellmarks.h"
#include "views/board/columnsmenu.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/typography.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <numeric>

namespace liaison {

namespace {

// How far columns grow in a wide window, px at 100 %: there the date of a value finds room.
constexpr int widestName = 320;
constexpr int widestIndicator = 260;
constexpr int hitWidth = 24; // of a mark that can be clicked

} // namespace

BoardView::BoardView(BoardModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_copy(new QAction(tr("&Copy"), this))
    , m_paste(new QAction(tr("&Paste"), this))
    , m_withdraw(new QAction(tr("&Withdraw the value"), this))
    , m_settle(new QAction(tr("&Settle the conflict"), this))
    , m_columns(new ColumnsMenu(*this))
{
    setObjectName(objectNames::boardView);
    setAccessibleName(tr("Board"));
    setAccessibleDescription(tr("Territories by indicators. Type to change a cell."));
    auto *head = new BoardHeader(this);
    setHorizontalHeader(head);
    connect(head, &BoardHeader::columnDropped, &model, &BoardModel::moveColumn);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, m_columns,
        [this, head](QPoint place) { m_columns->popup(head->mapToGlobal(place)); });
    setItemDelegate(new BoardDelegate(this));
    makeFrozen();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the pane has one below the totals
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setTabKeyNavigation(false); // Tab leads on to the next control; within the cells it follows an entry
    setModel(&model); // after what decides how heads and rows are measured

    m_copy->setObjectName(objectNames::copyAction);
    m_copy->setShortcut(QKeySequence::Copy);
    connect(m_copy, &QAction::triggered, this, &BoardView::copy);
    m_paste->setObjectName(objectNames::pasteAction);
    m_paste->setShortcut(QKeySequence::Paste);
    connect(m_paste, &QAction::triggered, this, &BoardView::paste);
    m_withdraw->setObjectName(objectNames::withdrawAction);
    m_withdraw->setShortcut(QKeySequence(Qt::Key_Delete));
    connect(m_withdraw, &QAction::triggered, this, &BoardView::withdraw);
    m_settle->setObjectName(objectNames::settleConflictAction);
    m_settle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_settle, &QAction::triggered, this, [this] { settleConflict(currentIndex()); });
    for (QAction *action : {m_copy, m_paste, m_withdraw, m_settle}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMouseTracking(true); // the pointer tells what can be clicked

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &BoardView::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &BoardView::returnToPlace);
    returnToPlace();
}

int BoardView::naturalWidth() const
{
    return std::accumulate(m_natural.begin(), m_natural.end(), 0) + verticalScrollBar()->sizeHint().width();
}

bool BoardView::selectTerritory(const QString &code)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, BoardModel::CodeColumn).data().toString().compare(code, Qt::CaseInsensitive)
            != 0)
            continue;
        const int column =
            std::max(currentIndex().column(), static_cast<int>(BoardModel::FirstIndicatorColumn));
        setCurrentIndex(m_model.index(row, std::min(column, m_model.columnCount() - 1)));
        return true;
    }
    return false;
}

void BoardView::finishEditing()
{
    if (state() == EditingState)
        setFocus(); // what is being typed is committed when it loses the keyboard
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState) {
        if (!askForRows(currentIndex()))
            go(Way::Down);
        return;
    }
    QTableView::keyPressEvent(event);
}

// Behind a number of what was done; of what nothing is known there are none.
bool BoardView::askForRows(const QModelIndex &cell)
{
    if (!cell.isValid() || !m_model.isOutreach(cell.column()))
        return false;
    if (!cell.data(Qt::EditRole).toString().isEmpty())
        Q_EMIT rowsRequested(m_model.headerData(cell.column(), Qt::Horizontal, CodeRole).toString(),
            cell.data(IdRole).toUuid());
    return true;
}

void BoardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        askForRows(indexAt(event->pos()));
}

QModelIndex BoardView::conflictAt(QPoint place) const
{
    const QModelIndex cell = indexAt(place);
    if (!cell.data(ConflictRole).toBool())
        return {};
    const QRect area = visualRect(cell);
    const CellMarks marks(cell, area.width());
    const auto x = marks.xOf(Mark::Conflict);
    if (!x)
        return {};
    const int width = scaledPx(hitWidth);
    const QRect mark(area.left() + *x - (width - CellMarks::box()) / 2, area.top(), width, area.height());
    return QStyle::visualRect(layoutDirection(), area, mark).contains(place) ? cell : QModelIndex();
}

void BoardView::settleConflict(const QModelIndex &cell)
{
    if (cell.data(ConflictRole).toBool())
        Q_EMIT conflictChosen(cell.data(IdRole).toUuid());
}

void BoardView::updateActs()
{
    m_settle->setEnabled(currentIndex().data(ConflictRole).toBool());
}

void BoardView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? conflictAt(event->pos()) : QModelIndex();
    QTableView::mousePressEvent(event);
}

void BoardView::mouseMoveEvent(QMouseEvent *event)
{
    if (conflictAt(event->pos()).isValid())
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTableView::mouseMoveEvent(event);
}

void BoardView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    if (pressed.isValid() && pressed == conflictAt(event->pos()))
        settleConflict(pressed);
}

void BoardView::go(Way way)
{
    const QModelIndex from = currentIndex();
    const int firstColumn = BoardModel::FirstIndicatorColumn;
    const int lastColumn = m_model.columnCount() - 1;
    if (!from.isValid() || lastColumn < firstColumn)
        return;
    int row = from.row();
    int column = from.column();
    switch (way) {
    case Way::Down:
        ++row;
        break;
    case Way::Forward:
        if (++column > lastColumn) {
            column = firstColumn;
            ++row;
        }
        break;
    case Way::Back:
        if (--column < firstColumn) {
            column = lastColumn;
            --row;
        }
        break;
    }
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, column));
}

void BoardView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool cancelled = hint == QAbstractItemDelegate::RevertModelCache;
    QTableView::closeEditor(editor, cancelled ? hint : QAbstractItemDelegate::NoHint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        go(Way::Down);
    else if (hint == QAbstractItemDelegate::EditNextItem)
        go(Way::Forward);
    else if (hint == QAbstractItemDelegate::EditPreviousItem)
        go(Way::Back);
}

QModelIndexList BoardView::chosen() const
{
    QModelIndexList cells;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (m_model.isIndicator(index.column()))
            cells.append(index);
    }
    if (cells.isEmpty() && currentIndex().isValid() && m_model.isIndicator(currentIndex().column()))
        cells.append(currentIndex());
    return cells;
}

void BoardView::copy()
{
    const QModelIndexList all = selectionModel()->selectedIndexes();
    if (!all.isEmpty())
        QGuiApplication::clipboard()->setMimeData(m_model.copy(all).toMime().release());
}

void BoardView::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty())
        return;
    const auto changed = m_model.paste(text, currentIndex());
    if (changed)
        Q_EMIT pasted(*changed);
    else
        Q_EMIT refused(changed.error().message());
}

void BoardView::withdraw()
{
    const QModelIndexList cells = chosen();
    if (cells.isEmpty())
        return;
    if (const auto changed = m_model.withdraw(cells); !changed)
        Q_EMIT refused(changed.error().message());
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void BoardView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

void BoardView::updateSizes()
{
    const int height = scaledPx(metrics::boardRowHeight);
    verticalHeader()->setDefaultSectionSize(height);
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        horizontalHeader()->headerDataChanged(Qt::Horizontal, column, column);
    m_natural.clear();
    m_least.clear();
    if (m_model.rowCount() > 0)
        measure(m_model.index(0, 0), m_model.index(m_model.rowCount() - 1, m_model.columnCount() - 1));
    layOutColumns();
    updateGeometries();
}

void BoardView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateActs();
    // A whole row is marked.
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(
                0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
    }
}

void BoardView::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    updateActs();
    const std::vector<int> before = m_natural;
    measure(topLeft, bottomRight);
    if (m_natural != before)
        layOutColumns();
}

// Widths only grow until the board is read anew: nothing jumps while somebody types.
void BoardView::measure(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const auto *header = static_cast<BoardHeader *>(horizontalHeader());
    m_natural.resize(static_cast<size_t>(m_model.columnCount()));
    m_least.resize(m_natural.size());
    QStyleOptionViewItem option;
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        int &natural = m_natural[static_cast<size_t>(column)];
        int &least = m_least[static_cast<size_t>(column)];
        natural = std::max(natural, header->sectionSizeFromContents(column).width());
        least = std::max(least, header->sectionSizeFromContents(column).width());
        for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
            const QModelIndex index = m_model.index(row, column);
            natural = std::max(natural, itemDelegate()->sizeHint(option, index).width());
            if (m_model.isIndicator(column))
                least = std::max(least, CellMarks::leastWidthOf(index));
        }
        if (!m_model.isIndicator(column))
            least = natural;
    }
}

void BoardView::layOutColumns()
{
    if (m_natural.size() != static_cast<size_t>(m_model.columnCount()))
        return;
    const int needed = std::accumulate(m_natural.begin(), m_natural.end(), 0);
    const int width = viewport()->width();
    // What the marks say gives way before anything is scrolled out of sight.
    const bool isTight = width < needed;
    std::vector<int> room(m_natural.size());
    for (size_t i = 0; i < room.size(); ++i) {
        const int column = static_cast<int>(i);
        if (isTight)
            room[i] = m_natural[i] - m_least[i];
        else if (m_model.isIndicator(column))
            room[i] = std::max(0, scaledPx(widestIndicator) - m_natural[i]);
        else if (column == BoardModel::NameColumn)
            room[i] = std::max(0, scaledPx(widestName) - m_natural[i]);
    }
    const int wanted = std::accumulate(room.begin(), room.end(), 0);
    const int spare = std::clamp(std::abs(width - needed), 0, wanted);
    int given = 0; // counted up, so that what rounding leaves over is given too
    int taken = 0;
    for (size_t i = 0; i < room.size(); ++i) {
        taken += room[i];
        const int share = (wanted > 0 ? taken * spare / wanted : 0) - given;
        given += share;
        horizontalHeader()->resizeSection(static_cast<int>(i), m_natural[i] + (isTight ? -share : share));
    }
    updateGeometries(); // at once: by itself the view waits, and the pane would leave room for a scroll bar
}

void BoardView::rememberPlace()
{
    if (!currentIndex().isValid())
        return;
    m_place = currentIndex().siblingAtColumn(BoardModel::CodeColumn).data().toString();
    m_placeColumn = currentIndex().column();
    m_placeIndicator = m_model.headerData(m_placeColumn, Qt::Horizontal, IdRole).toUuid();
    if (m_model.isOutreach(m_placeColumn))
        m_placeColumn = BoardModel::FirstIndicatorColumn; // it may not come back
}

void BoardView::returnToPlace()
{
    updateSizes();
    if (m_model.rowCount() == 0 || m_model.columnCount() <= BoardModel::FirstIndicatorColumn)
        return;
    int row = 0;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (m_model.index(i, BoardModel::CodeColumn).data().toString() == m_place)
            row = i;
    }
    int column = m_placeColumn >= 0 ? m_placeColumn : static_cast<int>(BoardModel::FirstIndicatorColumn);
    for (int i = BoardModel::FirstIndicatorColumn; i < m_model.columnCount(); ++i) {
        if (!m_placeIndicator.isNull()
            && m_model.headerData(i, Qt::Horizontal, IdRole).toUuid() == m_placeIndicator)
            column = i;
    }
    setCurrentIndex(m_model.index(row, std::min(column, m_model.columnCount() - 1)));
}

} // namespace liaison
