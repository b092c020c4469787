#pragma once

#include <QStyledItemDelegate>

namespace liaison {

/// A line of the agenda's list: when, what, of which project, and how late or how sure; where there is room
/// also what kind it is of and where it is. A group's line has its count.
class AgendaDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Room for the longest of the texts there are, so that titles and codes stand below each other.
    /// @param ends how late, how sure; none: they take no room
    void setTexts(const QStringList &dates, const QStringList &ends);
    static QString assumedText();

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int dateRoom() const;
    int endRoom() const;

    QStringList m_dates;
    QStringList m_ends;
};

/// A word in a dashed frame at the end of a line: how sure something is.
/// @param side where it stands as seen @return its width, px
int paintCertainty(
    QPainter *painter, const QRect &room, Qt::Alignment side, const QString &word, const QPalette &palette);

} // namespace liaison
