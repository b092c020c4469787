#include "views/records/recorddelegate.h"

#include "models/items/roles.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/steps.h"
#include "views/style/textline.h"
#include "views/widgets/plaintip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int inset = 8; // as of the column heads

int stepsRoom(const QModelIndex &index)
{
    const int steps = index.data(StepsRole).toInt();
    return steps == 0 ? 0 : static_cast<int>(std::ceil(stepsSize(steps).width())) + metrics::iconGap;
}

int conflictRoom(const QModelIndex &index)
{
    return index.data(ConflictRole).toBool() ? scaledPx(metrics::iconSize) : 0;
}

} // namespace

void RecordDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens tokens = Tokens::of(option.palette);
    const QRect &cell = option.rect;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrentRow =
        view && view->currentIndex().isValid() && view->currentIndex().row() == index.row();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(cell);
    painter->fillRect(cell,
        isSelected                                           ? tokens[Token::Sel]
            : option.state.testFlag(QStyle::State_MouseOver) ? tokens[Token::Hover]
                                                             : tokens[Token::Base]);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens[Token::Line]);

    const QString text = index.data().toString();
    const int steps = stepsRoom(index);
    const int conflict = conflictRoom(index);
    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(option.direction, cell, logical);
    };
    if (steps > 0 && !text.isEmpty()) {
        const QColor hue =
            tokens.projectHue(index.data(ColourLightRole).toString(), index.data(ColourDarkRole).toString());
        const QRect room = placed({cell.left() + inset, cell.top(), steps - metrics::iconGap, cell.height()});
        paintSteps(painter, {qreal(room.left()), room.top() + (room.height() - 1) / 2.0},
            index.data(StepRole).toInt(), index.data(StepsRole).toInt(), hue, option.palette,
            option.direction);
    }
    const QRect line = placed(cell.adjusted(inset + (text.isEmpty() ? 0 : steps), 0, -inset - conflict, -1));
    const auto side = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    drawTextLine(*painter, FontRole::Body, tokens[text.isEmpty() ? Token::Ink3 : Token::Ink], line,
        QStyle::visualAlignment(option.direction, side), text.isEmpty() ? u"–"_s : text);
    if (conflict > 0) {
        const QRect room = placed({cell.right() - inset - conflict, cell.top(), conflict, cell.height()});
        painter->setRenderHint(QPainter::Antialiasing);
        paintMark(painter, Mark::Conflict, QRectF(room).center(), markRadius * textScale(), tokens);
    }
    // The row is what is chosen: its ring goes round all of it.
    if (isCurrentRow && view->hasFocus()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        const QColor accent = tokens[Token::Accent];
        const int width = metrics::focusWidth;
        painter->fillRect(QRect(cell.left(), cell.top(), cell.width(), width), accent);
        painter->fillRect(QRect(cell.left(), cell.bottom() + 1 - width, cell.width(), width), accent);
        if (index.column() == 0)
            painter->fillRect(placed({cell.left(), cell.top(), width, cell.height()}), accent);
        if (index.column() == index.model()->columnCount() - 1)
            painter->fillRect(placed({cell.right() + 1 - width, cell.top(), width, cell.height()}), accent);
    }
    painter->restore();
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    return {2 * inset + (text.isEmpty() ? 0 : stepsRoom(index)) + conflictRoom(index)
            + textWidth(FontRole::Body, text) + 2,
        scaledPx(metrics::tableRowHeight)};
}

bool RecordDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    if (sizeHint(option, index).width() > option.rect.width())
        lines.append(index.data().toString());
    if (conflictRoom(index) > 0)
        lines.append(tr("In conflict: two laptops wrote different values"));
    QToolTip::showText(event->globalPos(), plainTip(lines.join(u'\n')), view, option.rect);
    return true;
}

} // namespace liaison
