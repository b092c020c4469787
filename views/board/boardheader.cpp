#include "views/board/boardheader.h"

#include "models/items/boardmodel.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
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

bool BoardHeader::isIndicator(int section) const
{
    const auto *board = qobject_cast<const BoardModel *>(model());
    return board && board->isIndicator(section);
}

bool BoardHeader::sharesProject(int section) const
{
    return section > BoardModel::FirstIndicatorColumn
        && text(section, ProjectRole) == text(section - 1, ProjectRole) && isBeginningSeen(section - 1);
}

// Not scrolled away or below what stands still.
bool BoardHeader::isBeginningSeen(int section) const
{
    const int left = sectionViewportPosition(section);
    return layoutDirection() == Qt::RightToLeft
        ? left + sectionSize(section) <= viewport()->width() - frozenWidth()
        : left >= frozenWidth();
}

QSize BoardHeader::sectionSizeFromContents(int section) const
{
    const auto width = [this, section](
                           FontRole font, int role) { return textWidth(font, text(section, role)); };
    if (section < BoardModel::FirstIndicatorColumn)
        return {width(FontRole::Caption, Qt::DisplayRole) + scaledPx(inset), scaledPx(headHeight)};
    const int widest = std::max({width(FontRole::BodyStrong, Qt::DisplayRole),
        width(FontRole::Condensed, GroupRole), width(FontRole::SecondaryStrong, ProjectRole)});
    return {widest + scaledPx(inset + inset / 2), scaledPx(headHeight)};
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
    if (m_drop < 0)
        return;
    const bool isEnd = m_drop == count();
    const int section = isEnd ? m_drop - 1 : m_drop;
    const int left = sectionViewportPosition(section);
    const bool atRight = isEnd != (layoutDirection() == Qt::RightToLeft);
    QPainter mark(viewport());
    mark.fillRect((atRight ? left + sectionSize(section) : left) - metrics::focusWidth / 2, 0,
        metrics::focusWidth, viewport()->height(), tokens[Token::Accent]);
}

// Before the section under the pointer, or after it, whichever edge is nearer.
int BoardHeader::dropPlace(int x) const
{
    const int section = sectionAt(x);
    if (section < 0)
        return count();
    if (section < BoardModel::FirstIndicatorColumn)
        return BoardModel::FirstIndicatorColumn;
    const bool inRightHalf = x > sectionViewportPosition(section) + sectionSize(section) / 2;
    return section + (inRightHalf != (layoutDirection() == Qt::RightToLeft) ? 1 : 0);
}

void BoardHeader::mousePressEvent(QMouseEvent *event)
{
    QHeaderView::mousePressEvent(event);
    const int section = sectionAt(event->pos().x());
    m_pressed = event->button() == Qt::LeftButton && isIndicator(section) ? section : -1;
    m_pressX = event->pos().x();
}

void BoardHeader::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    if (m_pressed < 0
        || (m_drop < 0 && std::abs(event->pos().x() - m_pressX) < QApplication::startDragDistance()))
        return;
    m_drop = dropPlace(event->pos().x());
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void BoardHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const int column = std::exchange(m_pressed, -1);
    const int before = std::exchange(m_drop, -1);
    viewport()->unsetCursor();
    viewport()->update();
    if (column >= 0 && before >= 0)
        Q_EMIT columnDropped(column, before);
}

void BoardHeader::setFrozen(int columns)
{
    m_frozen = columns;
}

int BoardHeader::frozenWidth() const
{
    int width = 0;
    for (int section = 0; section < m_frozen; ++section)
        width += sectionSize(section);
    return width;
}

int BoardHeader::sectionLeft(int section) const
{
    if (section >= m_frozen)
        return sectionViewportPosition(section);
    return layoutDirection() == Qt::RightToLeft
        ? viewport()->width() - sectionPosition(section) - sectionSize(section)
        : sectionPosition(section);
}

int BoardHeader::sectionAt(int x) const
{
    for (int section = 0; section < m_frozen; ++section) {
        if (x >= sectionLeft(section) && x < sectionLeft(section) + sectionSize(section))
            return section;
    }
    return logicalIndexAt(x);
}

void BoardHeader::paintFrozen(QPainter &painter) const
{
    for (int section = 0; section < m_frozen; ++section)
        paintSection(
            &painter, QRect(sectionLeft(section), 0, sectionSize(section), viewport()->height()), section);
}

bool BoardHeader::viewportEvent(QEvent *event)
{
    // Qt would tell of the column below.
    if (event->type() == QEvent::ToolTip && m_frozen > 0
        && sectionAt(static_cast<QHelpEvent *>(event)->pos().x()) < m_frozen)
        return true;
    return QHeaderView::viewportEvent(event);
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
            place(x, y, rect.width() - x - scaledPx(side == Qt::AlignRight && x > 0 ? inset : 2),
                liaison::lineHeight(role)),
            QStyle::visualAlignment(direction, side), words);
    };

    painter->save();
    painter->fillRect(rect, tokens[Token::Base]);
    const int nameY = rect.height() - scaledPx(4) - lineHeight(FontRole::BodyStrong);
    if (section < BoardModel::FirstIndicatorColumn) {
        const bool number = section == BoardModel::NumberColumn;
        const int y = rect.height() - scaledPx(6) - lineHeight(FontRole::Caption);
        write(text(section, Qt::DisplayRole), FontRole::Caption, Token::Ink2,
            number ? 0 : scaledPx(inset / 2), y, number ? Qt::AlignRight : Qt::AlignLeft);
    } else {
        const bool shared = sharesProject(section);
        const int barHeight = scaledPx(metrics::projectBarHeight);
        const Qt::Alignment side = isIndicator(section) ? Qt::AlignLeft : Qt::AlignRight;
        if (isIndicator(section))
            painter->fillRect(place(0, 0, rect.width(), barHeight),
                tokens.projectHue(text(section, ColourLightRole), text(section, ColourDarkRole)));
        if (!shared)
            write(text(section, ProjectRole), FontRole::SecondaryStrong, Token::Ink, scaledPx(inset),
                barHeight + scaledPx(3), Qt::AlignLeft);
        // Over numbers at the right their heads stand there too.
        write(text(section, GroupRole), FontRole::Condensed, Token::Ink2, scaledPx(inset),
            nameY - lineHeight(FontRole::Condensed) + scaledPx(1), side);
        write(text(section, Qt::DisplayRole), FontRole::BodyStrong, Token::Ink, scaledPx(inset), nameY, side);
        painter->fillRect(place(0, barHeight, 1, rect.height() - barHeight), tokens[Token::Line]);
    }
    if (section == model()->columnCount() - 1)
        painter->fillRect(place(rect.width() - 1, 0, 1, rect.height()), tokens[Token::Line]);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens[Token::Line2]);
    painter->restore();
}

} // namespace liaison
