#include "views/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace liaison {

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::insertWidget(int place, QWidget *widget)
{
    addWidget(widget);
    std::rotate(m_items.begin() + place, m_items.end() - 1, m_items.end());
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int place) const
{
    return place >= 0 && place < count() ? m_items[static_cast<size_t>(place)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int place)
{
    QLayoutItem *item = itemAt(place);
    if (item)
        m_items.erase(m_items.begin() + place);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    return arrange({0, 0, width - around.left() - around.right(), 0}, Pass::Measure) + around.top()
        + around.bottom();
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + spacing();
    }
    const QMargins around = contentsMargins();
    return {std::max(0, width - spacing()) + around.left() + around.right(), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins around = contentsMargins();
    return size + QSize(around.left() + around.right(), around.top() + around.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(contentsRect(), Pass::Place);
}

// Returns the height.
int FlowLayout::arrange(const QRect &rect, Pass pass) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.y();
    size_t next = 0;
    while (next < m_items.size()) {
        // The items of one line, then their places.
        std::vector<QLayoutItem *> line;
        int width = 0;
        int height = 0;
        for (; next < m_items.size(); ++next) {
            QLayoutItem *item = m_items[next];
            if (item->isEmpty())
                continue;
            const int wide = std::min(item->sizeHint().width(), rect.width());
            if (!line.empty() && width + spacing() + wide > rect.width())
                break;
            width += (line.empty() ? 0 : spacing()) + wide;
            height = std::max(height, item->sizeHint().height());
            line.push_back(item);
        }
        if (line.empty())
            break;
        int x = rect.x();
        for (QLayoutItem *item : line) {
            const bool grows = item->expandingDirections().testFlag(Qt::Horizontal);
            const int wide = std::min(item->sizeHint().width(), rect.width())
                + (grows ? std::max(0, rect.width() - width) : 0);
            const int high = item->sizeHint().height();
            if (pass == Pass::Place)
                item->setGeometry(
                    QStyle::visualRect(direction, rect, QRect(x, y + (height - high) / 2, wide, high)));
            x += wide + spacing();
        }
        y += height + spacing();
    }
    return std::max(0, y - spacing() - rect.y());
}

} // namespace liaison
