#pragma once

#include <QStyledItemDelegate>

namespace liaison {

/// A cell of a table of records: one line of text, a dash where nothing is on file, steps as far as they are
/// reached; what is cut short is told by its tooltip, what nobody has chosen by the mark of a conflict.
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
};

} // namespace liaison
