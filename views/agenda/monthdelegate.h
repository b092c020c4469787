#pragma once

#include <QRect>
#include <QStyledItemDelegate>

#include <vector>

namespace liaison {

class AgendaMonthModel;
struct AgendaItem;

/// A day of the month: its number, and what stands on it, each with the bar of its project. What has no room
/// is counted.
class MonthDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Placed
    {
        const AgendaItem *item;
        QRect place;
        QStringList lines;
    };
    struct Day
    {
        std::vector<Placed> items;
        int more = 0; ///< that have no room
        QRect morePlace;
    };

    explicit MonthDelegate(const AgendaMonthModel &model, QObject *parent = nullptr);

    /// Where things stand in the cell of a day, for painting and for the mouse.
    Day layOut(const QRect &cell, const QModelIndex &index, Qt::LayoutDirection direction) const;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const AgendaMonthModel &m_model;
};

} // namespace liaison
