#pragma once

#include <QStyledItemDelegate>

namespace liaison {

/// Paints a row of what changed: the symbol of what a cell was and is, better or worse before it; all else as
/// text.
class CompareDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace liaison
