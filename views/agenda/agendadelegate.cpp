#include "views/agenda/agendadelegate.h"

#include "models/domain/fields.h"
#include "models/items/agendamodel.h"
#include "models/items/roles.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/projectmark.h"
#include "views/style/textline.h"

#include <QPainter>

namespace liaison {

namespace {

// px at 100 %
constexpr int groupHeight = 40;
constexpr int dateWidth = 52; // "28 Feb"
constexpr int markWidth = 44; // a project's bar and code
constexpr int gap = 8;
constexpr int wideFrom = 720; // kind and places have room from here on
constexpr int kindWidth = 96;
constexpr int placesWidth = 220;

} // namespace

int paintCertainty(
    QPainter *painter, const QRect &room, Qt::Alignment side, const QString &word, const QPalette &palette)
{
    const Tokens tokens = Tokens::of(palette);
    const int inset = scaledPx(4);
    const int width = std::min(textWidth(FontRole::Caption, word) + 2 * inset, room.width());
    const int height = lineHeight(FontRole::Caption);
    const QRect frame(side.testFlag(Qt::AlignRight) ? room.right() + 1 - width : room.left(),
        room.top() + (room.height() - height) / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens[Token::Mute], 1, Qt::DashLine));
    painter->drawRoundedRect(
        QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), metrics::keyCapRadius, metrics::keyCapRadius);
    painter->restore();
    drawTextLine(*painter, FontRole::Caption, tokens[Token::Ink3], frame.adjusted(inset, 0, -inset, 0),
        Qt::AlignHCenter, word);
    return width;
}

void AgendaDelegate::setTexts(const QStringList &dates, const QStringList &ends)
{
    m_dates = dates;
    m_ends = ends;
}

QString AgendaDelegate::assumedText()
{
    return tr("assumed");
}

int AgendaDelegate::endRoom() const
{
    int room = 0;
    for (const QString &end : m_ends)
        room = std::max(room, textWidth(FontRole::Body, end) + scaledPx(gap));
    return room;
}

int AgendaDelegate::dateRoom() const
{
    int room = scaledPx(dateWidth);
    for (const QString &date : m_dates)
        room = std::max(room, textWidth(FontRole::BodyStrong, date) + scaledPx(gap));
    return room;
}

void AgendaDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens tokens = Tokens::of(option.palette);
    const auto left = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto right = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    const QRect inner = option.rect.adjusted(metrics::pageMargin, 0, -metrics::pageMargin, 0);
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(
            option.direction, inner, QRect(inner.left() + x, inner.top(), width, inner.height() - 1));
    };
    const bool isGroup = !index.parent().isValid();
    const auto line = [&](Token token) {
        painter->fillRect(QRect(inner.left(), inner.bottom(), inner.width(), 1), tokens[token]);
    };
    if (isGroup) {
        const QRect low = inner.adjusted(0, inner.height() - scaledPx(28), 0, -1);
        const QString count = option.locale.toString(index.data(AgendaModel::CountRole).toInt());
        drawTextLine(*painter, FontRole::Body, tokens[Token::Ink3], low, right, count);
        drawTextLine(*painter, FontRole::BodyStrong, tokens[Token::Ink],
            QStyle::visualRect(option.direction, low,
                low.adjusted(0, 0, -textWidth(FontRole::Body, count) - scaledPx(gap), 0)),
            left, index.data().toString());
        line(Token::Line2);
        return painter->restore();
    }
    if (!index.data(IdRole).isValid()) { // there is nothing
        drawTextLine(*painter, FontRole::Body, tokens[Token::Ink3], inner, left, index.data().toString());
        return painter->restore();
    }
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, tokens[Token::Sel]);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, tokens[Token::Hover]);
    line(Token::Line);

    const QString late = index.data(AgendaModel::LateTextRole).toString();
    const bool isAssumed = index.data(CertaintyRole).toString() == certaintyCode::assumed;
    const int dates = dateRoom();
    drawTextLine(*painter, late.isEmpty() ? FontRole::Body : FontRole::BodyStrong,
        tokens[late.isEmpty() ? Token::Ink2 : Token::Not], placed(0, dates), left,
        index.data(DateTextRole).toString());
    int end = inner.width();
    const QRect atEnd = placed(end - endRoom(), endRoom());
    if (!late.isEmpty())
        drawTextLine(*painter, FontRole::Body, tokens[Token::Not], atEnd, right, late);
    else if (isAssumed)
        paintCertainty(painter, atEnd, right, assumedText(), option.palette);
    end -= endRoom();
    end -= scaledPx(markWidth);
    if (const QString code = index.data(CodeRole).toString(); !code.isEmpty())
        paintProjectMark(painter, placed(end, scaledPx(markWidth)),
            {code, index.data(ColourLightRole).toString(), index.data(ColourDarkRole).toString()},
            option.palette, option.direction);
    end -= scaledPx(gap);
    if (inner.width() >= scaledPx(wideFrom)) {
        end -= scaledPx(placesWidth);
        drawTextLine(*painter, FontRole::Secondary, tokens[Token::Ink2],
            placed(end, scaledPx(placesWidth - gap)), left, index.data(AgendaModel::PlacesRole).toString());
        end -= scaledPx(kindWidth);
        drawTextLine(*painter, FontRole::Secondary, tokens[Token::Ink2],
            placed(end, scaledPx(kindWidth - gap)), left, index.data(AgendaModel::KindTextRole).toString());
    }
    drawTextLine(*painter, FontRole::Body, tokens[Token::Ink], placed(dates, end - dates), left,
        index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(
            QPen(tokens[Token::Accent], metrics::focusWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize AgendaDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {scaledPx(240), scaledPx(index.parent().isValid() ? metrics::tableRowHeight : groupHeight)};
}

} // namespace liaison
