#include "views/board/boardheader.h"

#include "models/items/boardmodel.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"

#include <QPainter>

#include <algorithm>

namespace liaison {

namespace {

constexpr int inset = 8;
constexpr int headHeight = 59; // bar, code, heading, name

} // namespace

BoardHeader::BoardHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(objectNames::boardHeader);
    setAccessibleName(tr("Head of the board"));
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(1);
}

QSize BoardHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), scaledPx(headHeight)};
}

QString BoardHeader::text(int section, int role) const
{
    return model()->headerData(section, Qt::Horizontal, role).toString();
}

bool BoardHeader::sharesProject(int section) const
{
    return section > BoardModel::FirstIndicatorColumn
        && text(section, ProjectRole) == text(section - 1, ProjectRole);
}

QSize BoardHeader::sectionSizeFromContents(int section) const
{
    const auto width = [this, section](
                           FontRole font, int role) { return textWidth(font, text(section, role)); };
    if (!BoardModel::isIndicator(section))
        return {width(FontRole::Caption, Qt::DisplayRole) + scaledPx(inset), scaledPx(headHeight)};
    const int widest = std::max({width(FontRole::BodyStrong, Qt::DisplayRole),
        width(FontRole::Condensed, GroupRole), width(FontRole::SecondaryStrong, ProjectRole)});
    return {widest + scaledPx(2 * inset), scaledPx(headHeight)};
}

void BoardHeader::paintEvent(QPaintEvent *event)
{
    // What lies beside the last section: ground and the line under the head go on.
    QPainter painter(viewport());
    const Tokens tokens = Tokens::of(palette());
    painter.fillRect(viewport()->rect(), tokens[Token::Base]);
    painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, tokens[Token::Line2]);
    painter.end();
    QHeaderView::paintEvent(event);
}

void BoardHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens tokens = Tokens::of(palette());
    const Qt::LayoutDirection direction = layoutDirection();
    const auto place = [&](int x, int y, int width, int lineHeight) {
        return QStyle::visualRect(direction, rect, QRect(rect.left() + x, rect.top() + y, width, lineHeight));
    };
    const auto write = [&](const QString &words, FontRole role, Token ink, int x, int y, Qt::Alignment side) {
        drawTextLine(*painter, role, tokens[ink],
            place(x, y, rect.width() - x - scaledPx(2), liaison::lineHeight(role)),
            QStyle::visualAlignment(direction, side), words);
    };

    painter->save();
    painter->fillRect(rect, tokens[Token::Base]);
    const int nameY = rect.height() - scaledPx(4) - lineHeight(FontRole::BodyStrong);
    if (!BoardModel::isIndicator(section)) {
        const bool number = section == BoardModel::NumberColumn;
        const int y = rect.height() - scaledPx(6) - lineHeight(FontRole::Caption);
        write(text(section, Qt::DisplayRole), FontRole::Caption, Token::Ink2,
            number ? 0 : scaledPx(inset / 2), y, number ? Qt::AlignRight : Qt::AlignLeft);
    } else {
        const bool shared = sharesProject(section);
        const int barHeight = scaledPx(metrics::projectBarHeight);
        painter->fillRect(place(0, 0, rect.width(), barHeight),
            tokens.projectHue(text(section, ColourLightRole), text(section, ColourDarkRole)));
        if (!shared)
            write(text(section, ProjectRole), FontRole::SecondaryStrong, Token::Ink, scaledPx(inset),
                barHeight + scaledPx(3), Qt::AlignLeft);
        write(text(section, GroupRole), FontRole::Condensed, Token::Ink2, scaledPx(inset),
            nameY - lineHeight(FontRole::Condensed) + scaledPx(1), Qt::AlignLeft);
        write(text(section, Qt::DisplayRole), FontRole::BodyStrong, Token::Ink, scaledPx(inset), nameY,
            Qt::AlignLeft);
        painter->fillRect(place(0, barHeight, 1, rect.height() - barHeight), tokens[Token::Line]);
    }
    if (section == model()->columnCount() - 1)
        painter->fillRect(place(rect.width() - 1, 0, 1, rect.height()), tokens[Token::Line]);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens[Token::Line2]);
    painter->restore();
}

} // namespace liaison
