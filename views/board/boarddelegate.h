#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

class QLineEdit;

namespace liaison {

class Tokens;

/// Paints and edits a cell of the board: symbol, value and marks by role; number, code and name of the row.
/// Places and sizes as in the design's "Parts"; mirrored right to left, symbols excepted.
class BoardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of what must be seen: symbol, value, marks. Not of the date, which comes where there is room.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    void submit();
    void finish(QWidget *editor, EndEditHint hint);
    void paintIndicator(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Tokens &tokens) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Tokens &tokens) const;

    // Of the one editor that can be open; Qt's functions around it are const.
    mutable QPointer<QLineEdit> m_editor;
    mutable bool m_touched = false; // the same value typed again is a new observation, F2 and Enter are not
    mutable bool m_refused = false; // what setModelData() heard last; Qt gives it no way to answer
};

} // namespace liaison
