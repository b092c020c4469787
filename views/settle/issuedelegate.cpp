#include "views/settle/issuedelegate.h"

#include "models/items/issuemodel.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>
#include <QStyle>

namespace liaison {

void IssueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens tokens = Tokens::of(option.palette);
    const bool isBranch = !index.parent().isValid();
    const QRect row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(row, tokens[Token::Sel]);
    else if (!isBranch && option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, tokens[Token::Hover]);
    painter->setPen(tokens[Token::Line]);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    const int flags = int(Qt::TextSingleLine)
        | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const auto draw = [&](FontRole role, Token ink, const QString &text, const QRect &place) {
        painter->setFont(textFont(role));
        painter->setPen(tokens[ink]);
        painter->drawText(
            place, flags, painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    const bool isConflict = index.data(IssueModel::ConflictRole).toBool();
    const int mark = isConflict ? scaledPx(metrics::iconSize + metrics::iconGap) : 0;
    const QRect inner = QStyle::visualRect(
        option.direction, row, row.adjusted(metrics::pageMargin + mark, 0, -metrics::pageMargin, 0));
    const QString title = index.data().toString();
    if (isBranch) {
        draw(FontRole::CaptionStrong, Token::Ink2, title, inner.adjusted(0, scaledPx(8), 0, 0));
    } else {
        const int first = scaledPx(20);
        if (isConflict) {
            const int x = metrics::pageMargin + scaledPx(metrics::iconSize) / 2;
            const QPointF centre =
                QStyle::visualPos(option.direction, row, QPoint(row.x() + x, row.center().y()));
            painter->setRenderHint(QPainter::Antialiasing);
            paintMark(painter, Mark::Conflict, centre, markRadius * textScale(), tokens);
            painter->setRenderHint(QPainter::Antialiasing, false);
        }
        draw(FontRole::BodyStrong, Token::Ink, title, QRect(inner.x(), inner.y() + 4, inner.width(), first));
        draw(FontRole::Secondary, Token::Ink2, index.data(IssueModel::TextRole).toString(),
            QRect(inner.x(), inner.y() + 4 + first, inner.width(), scaledPx(16)));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {scaledPx(200), scaledPx(index.parent().isValid() ? 44 : 32)};
}

} // namespace liaison
