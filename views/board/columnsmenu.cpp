#include "views/board/columnsmenu.h"

#include "models/items/boardmodel.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/widgets/literaltext.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace liaison {

ColumnsMenu::ColumnsMenu(BoardView &view)
    : QMenu(tr("&Columns"), &view)
    , m_view(view)
    , m_end(addSeparator())
{
    setObjectName(objectNames::columnsMenu);
    addMove(objectNames::columnLeftAction, tr("Move the column &left"), Qt::Key_Left, Side::Left);
    addMove(objectNames::columnRightAction, tr("Move the column &right"), Qt::Key_Right, Side::Right);
    QAction *standard = addAction(tr("&Standard order"), this, [this] { m_view.board().resetColumns(); });
    standard->setObjectName(objectNames::standardColumnsAction);
    addSection(tr("What was done (12 months)"));
    for (const OutreachFigure &figure : outreachFigures()) {
        const QString code(figure.code);
        QAction *act = addAction(literalText(figure.titleText()), this, [this, code](bool on) {
            QStringList codes = outreach();
            codes.removeAll(code);
            if (on)
                codes.append(code);
            m_view.board().setOutreach(codes);
            Q_EMIT outreachChosen(codes);
        });
        act->setObjectName(objectNames::outreachColumnAction + code);
        act->setCheckable(true);
    }
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::fill);
}

void ColumnsMenu::addMove(const QString &name, const QString &text, int key, Side side)
{
    QAction *act = addAction(text, this, [this, side] { move(side); });
    act->setObjectName(name);
    act->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | static_cast<Qt::Key>(key)));
    act->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(act);
}

QStringList ColumnsMenu::outreach() const
{
    QStringList codes;
    for (int i = 0; i < m_view.board().outreach().count(); ++i)
        codes.append(QString(m_view.board().outreach().figure(i).code));
    return codes;
}

// Those on the board as they stand there, then the others; one at least stays.
void ColumnsMenu::fill()
{
    for (QAction *each : actions()) {
        if (each == m_end)
            break;
        delete each;
    }
    const QStringList figures = outreach();
    for (const OutreachFigure &figure : outreachFigures())
        findChild<QAction *>(objectNames::outreachColumnAction + figure.code)
            ->setChecked(figures.contains(QString(figure.code)));
    BoardModel &board = m_view.board();
    const auto add = [&](const Indicator &indicator, bool shown) {
        auto *act = new QAction(literalText(u"%1 %2"_s.arg(indicator.projectCode, indicator.title)), this);
        act->setObjectName(objectNames::columnAction + indicator.code);
        act->setCheckable(true);
        act->setChecked(shown);
        act->setEnabled(!shown || board.board().indicators.size() > 1);
        connect(act, &QAction::triggered, this, [this, indicator](bool on) {
            m_view.board().setShown(indicator, on ? BoardModel::Shown::Yes : BoardModel::Shown::No);
        });
        insertAction(m_end, act);
    };
    for (const Indicator &indicator : board.board().indicators)
        add(indicator, true);
    for (const Indicator &indicator : indicators(board.store())) {
        if (!indicator.onBoard)
            add(indicator, false);
    }
}

// As it is seen: past columns that a filter hides.
void ColumnsMenu::move(Side side)
{
    const bool forward = (side == Side::Right) == (m_view.layoutDirection() == Qt::LeftToRight);
    const int column = m_view.currentIndex().column();
    int next = column;
    do
        next += forward ? 1 : -1;
    while (m_view.board().isIndicator(next) && m_view.isColumnHidden(next));
    if (m_view.board().isIndicator(column) && m_view.board().isIndicator(next))
        m_view.board().moveColumn(column, forward ? next + 1 : next);
}

} // namespace liaison
