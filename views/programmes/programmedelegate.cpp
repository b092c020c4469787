#include "views/programmes/programmedelegate.h"

#include "models/items/programmesmodel.h"
#include "models/items/roles.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/projectmark.h"
#include "views/style/steps.h"
#include "views/style/textline.h"

#include <QLocale>
#include <QPainter>

namespace liaison {

namespace {

constexpr int branchHeight = 28;
constexpr int edge = 8; // of a column
constexpr int indent = 12; // of a programme below its project

ProjectLook lookOf(const QModelIndex &index)
{
    return {index.data(ProjectRole).toString(), index.data(ColourLightRole).toString(),
        index.data(ColourDarkRole).toString()};
}

bool isBranch(const QModelIndex &index)
{
    return !index.parent().isValid() && index.siblingAtColumn(0).data(ProgrammesModel::CountRole).isValid();
}

int leftEdge(const QModelIndex &index)
{
    return scaledPx(index.column() == 0 && index.parent().isValid() ? edge + indent : edge);
}

} // namespace

void ProgrammeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens tokens = Tokens::of(option.palette);
    const bool isProgramme = index.parent().isValid();
    const QRect row = option.rect;
    if (isProgramme && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(row, tokens[Token::Sel]);
    else if (isProgramme && option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, tokens[Token::Hover]);
    painter->setPen(tokens[isBranch(index) ? Token::Line2 : Token::Line]);
    if (isProgramme || isBranch(index))
        painter->drawLine(row.bottomLeft(), row.bottomRight());

    const QRect inner = row.adjusted(leftEdge(index), 0, -scaledPx(edge), 0);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, row, part); };
    const Qt::Alignment side = QStyle::visualAlignment(option.direction,
        Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask);
    const QString text = index.data().toString();
    if (isBranch(index)) {
        const int mark = paintProjectMark(painter, inner, lookOf(index), option.palette, option.direction);
        drawTextLine(*painter, FontRole::Body, tokens[Token::Ink2],
            placed(inner.adjusted(mark + scaledPx(edge), 0, -scaledPx(5 * edge), 0)),
            QStyle::visualAlignment(option.direction, Qt::AlignLeft), text);
        drawTextLine(*painter, FontRole::Secondary, tokens[Token::Ink3], placed(inner),
            QStyle::visualAlignment(option.direction, Qt::AlignRight),
            QLocale().toString(index.data(ProgrammesModel::CountRole).toInt()));
    } else if (!isProgramme) {
        const bool isSum = index.column() == ProgrammesModel::Budget;
        // Sums in several currencies reach over the columns behind, which have none.
        const FontRole role = isSum ? FontRole::BodyStrong : FontRole::Body;
        const bool fits = textWidth(role, text) <= inner.width();
        const QRect room = fits ? inner : inner.adjusted(0, 0, inner.width() * 2, 0);
        drawTextLine(*painter, role, tokens[isSum ? Token::Ink : Token::Ink2], placed(room),
            fits ? side : QStyle::visualAlignment(option.direction, Qt::AlignLeft), text);
    } else {
        int x = 0;
        if (const int of = index.data(ProgrammesModel::StepsRole).toInt();
            index.column() == ProgrammesModel::Stage && index.data(ProgrammesModel::StepRole).toInt() > 0) {
            const ProjectLook look = lookOf(index);
            const QSizeF size = stepsSize(of);
            const QRect room = placed(QRect(inner.x(), inner.y(), qCeil(size.width()), inner.height()));
            paintSteps(painter, {qreal(room.x()), room.y() + room.height() / 2.0},
                index.data(ProgrammesModel::StepRole).toInt(), of,
                tokens.projectHue(look.colourLight, look.colourDark), option.palette, option.direction);
            x = room.width() + scaledPx(edge);
        }
        const bool isQuiet = index.column() >= ProgrammesModel::LastActivity;
        drawTextLine(*painter, FontRole::Body, tokens[isQuiet ? Token::Ink2 : Token::Ink],
            placed(inner.adjusted(x, 0, 0, 0)), side, text);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize ProgrammeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (!index.parent().isValid()) // fits itself in between
        return {0, scaledPx(isBranch(index) ? branchHeight : metrics::tableRowHeight)};
    int width = textWidth(FontRole::Body, index.data().toString()) + leftEdge(index) + scaledPx(edge) + 1;
    if (index.column() == ProgrammesModel::Stage)
        width += qCeil(stepsSize(index.data(ProgrammesModel::StepsRole).toInt()).width()) + scaledPx(edge);
    if (index.column() == 0)
        width = scaledPx(160); // takes what the others leave
    return {width, scaledPx(metrics::tableRowHeight)};
}

} // namespace liaison
