#include "views/agenda/monthdelegate.h"

#include "models/domain/fields.h"
#include "models/items/agendamonthmodel.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"

#include <QPainter>
#include <QTextLayout>

namespace liaison {

namespace {

// px at 100 %
constexpr int inset = 6;
constexpr int barWidth = 3;
constexpr int textX = 10; // from the bar's outer edge
constexpr int itemGap = 2;

// At most two lines; the second ends in an ellipsis when there is more.
QStringList wrapped(const QString &text, int width, int most)
{
    const QFont font = textFont(FontRole::Caption);
    const QFontMetrics metrics(font);
    if (most < 2 || metrics.horizontalAdvance(text) <= width)
        return {metrics.elidedText(text, Qt::ElideRight, width)};
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    const int first = line.textLength();
    return {metrics.elidedText(text.left(first).trimmed(), Qt::ElideRight, width),
        metrics.elidedText(text.mid(first).trimmed(), Qt::ElideRight, width)};
}

} // namespace

MonthDelegate::MonthDelegate(const AgendaMonthModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

MonthDelegate::Day MonthDelegate::layOut(
    const QRect &cell, const QModelIndex &index, Qt::LayoutDirection direction) const
{
    Day day;
    const std::vector<const AgendaItem *> items = m_model.itemsOn(m_model.day(index));
    const int line = lineHeight(FontRole::Caption);
    const QRect inner = cell.adjusted(scaledPx(inset), scaledPx(inset) + lineHeight(FontRole::Secondary),
        -scaledPx(inset), -scaledPx(inset) / 2);
    const int width = inner.width() - scaledPx(textX);
    int y = inner.top();
    for (size_t i = 0; i < items.size(); ++i) {
        const int left = static_cast<int>(items.size() - i);
        // The others need a line each, or one that counts them.
        const int forOthers = left > 1 ? line + scaledPx(itemGap) : 0;
        const int room = (inner.bottom() + 1 - y - forOthers) / line;
        if (room < 1) {
            day.more = left;
            day.morePlace = {inner.left(), y, inner.width(), line};
            break;
        }
        const bool isCrowded = inner.bottom() + 1 - y < left * (2 * line + scaledPx(itemGap));
        const QStringList lines = wrapped(agendaText(*items[i]), width, isCrowded ? 1 : std::min(room, 2));
        const QRect place(inner.left(), y, inner.width(), static_cast<int>(lines.size()) * line);
        day.items.push_back({items[i], QStyle::visualRect(direction, inner, place), lines});
        y += place.height() + scaledPx(itemGap);
    }
    return day;
}

void MonthDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens tokens = Tokens::of(option.palette);
    const QRect &cell = option.rect;
    const auto left = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->setClipRect(cell);
    painter->fillRect(cell,
        tokens[option.state.testFlag(QStyle::State_Selected)         ? Token::Sel
                : option.state.testFlag(QStyle::State_MouseOver)     ? Token::Hover
                : index.data(AgendaMonthModel::WeekendRole).toBool() ? Token::Sunken
                                                                     : Token::Base]);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens[Token::Line]);
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    painter->fillRect(
        QRect(isRightToLeft ? cell.left() : cell.right(), cell.top(), 1, cell.height()), tokens[Token::Line]);
    if (index.column() == 0)
        painter->fillRect(QRect(isRightToLeft ? cell.right() : cell.left(), cell.top(), 1, cell.height()),
            tokens[Token::Line]);
    const bool isIn = index.data(AgendaMonthModel::InMonthRole).toBool();
    const bool isToday = index.data(AgendaMonthModel::TodayRole).toBool();
    drawTextLine(*painter, isToday ? FontRole::SecondaryStrong : FontRole::Secondary,
        tokens[isIn ? Token::Ink : Token::Ink3],
        QRect(cell.left() + scaledPx(inset), cell.top() + scaledPx(inset) / 2,
            cell.width() - 2 * scaledPx(inset), lineHeight(FontRole::Secondary)),
        left, index.data().toString());

    const Day day = layOut(cell, index, option.direction);
    const int line = lineHeight(FontRole::Caption);
    for (const Placed &each : day.items) {
        const QRect &place = each.place;
        const Project *project = m_model.names().project(*each.item);
        const QColor hue =
            project ? tokens.projectHue(project->colourLight, project->colourDark) : tokens[Token::Mute];
        const int wide = scaledPx(barWidth);
        const int x = isRightToLeft ? place.right() + 1 - wide : place.left();
        if (each.item->certainty == certaintyCode::assumed) { // a dotted bar, as no other place has
            for (int y = place.top(); y < place.bottom(); y += 2 * wide)
                painter->fillRect(QRect(x, y, wide, std::min(wide, place.bottom() + 1 - y)), hue);
        } else {
            painter->fillRect(QRect(x, place.top(), wide, place.height()), hue);
        }
        for (qsizetype i = 0; i < each.lines.size(); ++i) {
            const QRect text(place.left(), place.top() + static_cast<int>(i) * line, place.width(), line);
            drawTextLine(*painter, FontRole::Caption, tokens[each.item->isOverdue ? Token::Not : Token::Ink],
                isRightToLeft ? text.adjusted(0, 0, -scaledPx(textX), 0)
                              : text.adjusted(scaledPx(textX), 0, 0, 0),
                left, each.lines[i]);
        }
    }
    if (day.more > 0)
        drawTextLine(*painter, FontRole::Caption, tokens[Token::Ink2], day.morePlace, left,
            tr("+%Ln more", nullptr, day.more));

    const auto frame = [&](int width, int in) {
        painter->setPen(QPen(tokens[Token::Accent], width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(cell.adjusted(in, in, -in - 1, -in - 1));
    };
    if (isToday)
        frame(metrics::focusWidth, 1);
    if (option.state.testFlag(QStyle::State_HasFocus))
        frame(metrics::focusWidth, isToday ? 4 : 1);
    painter->restore();
}

} // namespace liaison
