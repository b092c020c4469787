// What BoardView does so that the first columns stand still while the indicators are scrolled. They are
// painted once more over what has been scrolled below them; for mouse, keyboard and screen reader there is
// one table.
#include "models/items/boardmodel.h"
#include "views/board/boardheader.h"
#include "views/board/boardview.h"
#include "views/style/palette.h"

#include <QCursor>
#include <QPainter>
#include <QScrollBar>

namespace liaison {

namespace {

class Overlay : public QWidget
{
public:
    Overlay(QWidget *parent, std::function<void(QPainter &)> paint)
        : QWidget(parent)
        , m_paint(std::move(paint))
    {
        setAttribute(Qt::WA_TransparentForMouseEvents); // what it covers answers by the same places
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_paint(painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
};

} // namespace

void BoardView::makeFrozen()
{
    m_frozen = new Overlay(this, [this](QPainter &painter) { paintFrozen(painter); });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &BoardView::updateFrozen);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &BoardView::updateFrozen);
}

// All three while they leave half of the width to the indicators, else number and code, else none.
int BoardView::freezable() const
{
    for (const int columns : {int(BoardModel::FirstIndicatorColumn), int(BoardModel::NameColumn)}) {
        if (columns < horizontalHeader()->count()
            && 2 * horizontalHeader()->sectionPosition(columns) <= viewport()->width())
            return columns;
    }
    return 0;
}

void BoardView::updateFrozen()
{
    auto *head = static_cast<BoardHeader *>(horizontalHeader());
    head->setFrozen(horizontalScrollBar()->value() > 0 ? freezable() : 0);
    const int width = head->frozenWidth();
    m_frozen->setVisible(width > 0);
    if (width == 0)
        return;
    const QRect area = viewport()->geometry();
    const int left = layoutDirection() == Qt::RightToLeft ? area.right() + 1 - width : area.left();
    m_frozen->setGeometry(left, head->y(), width, area.bottom() + 1 - head->y());
    m_frozen->raise();
    m_frozen->update();
}

void BoardView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_frozen)
        updateFrozen();
}

QRect BoardView::visualRect(const QModelIndex &index) const
{
    const QRect rect = QTableView::visualRect(index);
    const auto *head = static_cast<const BoardHeader *>(horizontalHeader());
    if (rect.isEmpty() || index.column() >= head->frozen())
        return rect;
    return {head->sectionLeft(index.column()), rect.top(), rect.width(), rect.height()};
}

QModelIndex BoardView::indexAt(const QPoint &place) const
{
    const auto *head = static_cast<const BoardHeader *>(horizontalHeader());
    for (int column = 0; column < head->frozen(); ++column) {
        const int left = head->sectionLeft(column);
        if (place.x() >= left && place.x() < left + head->sectionSize(column))
            return m_model.index(rowAt(place.y()), column);
    }
    return QTableView::indexAt(place);
}

// Not below what stands still; and what does is always in sight.
void BoardView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    QTableView::scrollTo(index, hint);
    const int columns = freezable();
    if (!index.isValid() || columns == 0)
        return;
    if (index.column() < columns) {
        bar->setValue(before);
        return;
    }
    const int width = horizontalHeader()->sectionPosition(columns);
    const QRect rect = QTableView::visualRect(index);
    const int covered = layoutDirection() == Qt::RightToLeft
        ? rect.right() + 1 - (viewport()->width() - width)
        : width - rect.left();
    if (covered > 0)
        bar->setValue(bar->value() - covered);
}

void BoardView::paintFrozen(QPainter &painter)
{
    const Tokens tokens = Tokens::of(palette());
    painter.fillRect(m_frozen->rect(), tokens[Token::Base]);
    const auto *head = static_cast<const BoardHeader *>(horizontalHeader());
    painter.translate(-m_frozen->x(), -m_frozen->y());
    painter.save();
    painter.translate(head->pos());
    head->paintFrozen(painter);
    painter.restore();

    const QPoint origin = viewport()->pos();
    painter.translate(origin);
    painter.setClipRect(viewport()->rect());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.widget = this;
    const QModelIndex under =
        viewport()->underMouse() ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : QModelIndex();
    const int last = rowAt(viewport()->height() - 1);
    for (int row = std::max(0, rowAt(0)); row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row) {
        if (isRowHidden(row))
            continue;
        for (int column = 0; column < head->frozen(); ++column) {
            const QModelIndex index = m_model.index(row, column);
            option.rect = visualRect(index);
            option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
            option.state.setFlag(QStyle::State_MouseOver, index == under);
            option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
            itemDelegate()->paint(&painter, option, index);
        }
    }
    painter.setClipping(false);
    painter.translate(-origin);
    const int edge = layoutDirection() == Qt::RightToLeft ? m_frozen->x() : m_frozen->geometry().right();
    painter.fillRect(QRect(edge, head->y(), 1, m_frozen->height()), tokens[Token::Line2]);
}

} // namespace liaison
