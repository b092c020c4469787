#pragma once

#include <QWidget>

namespace liaison {

class BoardHeader;
class BoardModel;
class Tokens;
struct BoardTotal;
struct Indicator;

/// The totals under the board, a column under each of its columns: how many meet the goal of how many, what
/// the rest is, and both as a bar. Met, of, unknown and not applicable add up to the rows.
class BoardTotals : public QWidget
{
    Q_OBJECT

public:
    /// @param header of the board; its widths and scroll position are followed. Header and model must outlive
    /// this.
    BoardTotals(const BoardModel &model, const BoardHeader &header, QWidget *parent = nullptr);

    QSize sizeHint() const override;

    /// "2", "of 27" and "25 unknown" of a total.
    struct Text
    {
        QString figure;
        QString rest;
        QStringList parts; // of the caption, the weightiest first

        QString caption() const;
    };
    static Text textOf(const Indicator &indicator, const BoardTotal &total);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void describe();
    QString outreachText(int figure) const;
    void paintOutreach(QPainter &painter, const QRect &cell, int figure, const Tokens &tokens) const;
    void paintTotal(QPainter &painter, const QRect &cell, const Indicator &indicator, const BoardTotal &total,
        const Tokens &tokens) const;
    QRect sectionRect(int section) const;

    const BoardModel &m_model;
    const BoardHeader &m_header;
};

} // namespace liaison
