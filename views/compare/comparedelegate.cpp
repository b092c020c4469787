#include "views/compare/comparedelegate.h"

#include "models/figures/compare.h"
#include "models/items/roles.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"

#include <QPainter>

namespace liaison {

namespace {

constexpr int inset = 8;
constexpr int turnWidth = 16; // better or worse
constexpr int symbolWidth = 20;

// What stands before the text.
int signsWidth(const QModelIndex &index)
{
    const int turn = index.data(ChangedRole).isValid() ? scaledPx(turnWidth) : 0;
    return turn + (index.data(StandingRole).isValid() ? scaledPx(symbolWidth) : 0);
}

} // namespace

void CompareDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens tokens = Tokens::of(option.palette);
    const QRect &cell = option.rect;
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(
            option.direction, cell, QRect(cell.left() + x, cell.top(), width, cell.height() - 1));
    };
    painter->save();
    painter->setClipRect(cell);
    painter->fillRect(cell,
        option.state.testFlag(QStyle::State_Selected)        ? tokens[Token::Sel]
            : option.state.testFlag(QStyle::State_MouseOver) ? tokens[Token::Hover]
                                                             : tokens[Token::Base]);
    int x = scaledPx(inset);
    if (const QVariant way = index.data(ChangedRole); way.isValid()) {
        if (way.toInt() != 0)
            paintMark(painter, way.toInt() > 0 ? Mark::Better : Mark::Worse,
                QRectF(place(x, scaledPx(turnWidth) - 4)).center(), markRadius * textScale() * 0.8, tokens);
        x += scaledPx(turnWidth);
    }
    if (const QVariant standing = index.data(StandingRole); standing.isValid()) {
        paintStanding(painter, static_cast<Standing>(standing.toInt()),
            QRectF(place(x, scaledPx(symbolWidth) - 6)).center(), standingRadius * textScale(), tokens);
        x += scaledPx(symbolWidth);
    }
    const bool isValue = index.data(StandingRole).isValid();
    drawTextLine(*painter, isValue ? FontRole::Body : FontRole::Secondary,
        tokens[isValue ? Token::Ink : Token::Ink2], place(x, cell.width() - x - scaledPx(inset / 2)),
        QStyle::visualAlignment(option.direction, Qt::AlignLeft), index.data().toString());
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens[Token::Line]);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(
            QPen(tokens[Token::Accent], metrics::focusWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(cell.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {textWidth(FontRole::Body, index.data().toString()) + signsWidth(index) + scaledPx(2 * inset),
        scaledPx(metrics::tableRowHeight)};
}

} // namespace liaison
