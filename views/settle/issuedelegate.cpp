#include "views/settle/issuedelegate.h"

#include "models/items/issuemodel.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>

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
    const QRect inner = row.adjusted(metrics::pageMargin, 0, -metrics::pageMargin, 0);
    const QString title = index.data().toString();
    if (isBranch) {
        draw(FontRole::CaptionStrong, Token::Ink2, title, inner.adjusted(0, scaledPx(8), 0, 0));
    } else {
        const int first = scaledPx(20);
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
