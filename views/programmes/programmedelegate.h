#pragma once

#include <QStyledItemDelegate>

namespace liaison {

/// A row of Programmes: a project with its bar and code, a programme with its stage as steps, the totals.
class ProgrammeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace liaison
