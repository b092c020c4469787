#pragma once

#include <QMenu>

namespace liaison {

class BoardView;

/// The columns of the board: which indicators are on it, the place of the current one, and back to the order
/// in which they came; and which figures of what was done stand behind them. Its acts for the current column
/// have keys while the board has the keyboard.
class ColumnsMenu : public QMenu
{
    Q_OBJECT

public:
    /// @param view becomes its parent
    explicit ColumnsMenu(BoardView &view);

    /// The figures of what was done that are columns, by code.
    QStringList outreach() const;

Q_SIGNALS:
    /// Other figures of what was done are columns: to be remembered.
    void outreachChosen(const QStringList &codes);

private:
    enum class Side { Left, Right };
    void addMove(const QString &name, const QString &text, int key, Side side);
    void fill();
    void move(Side side);

    BoardView &m_view;
    QAction *m_end; // after the indicators
};

} // namespace liaison
