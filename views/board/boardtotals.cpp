#include "views/board/boardtotals.h"

#include "models/items/boardmodel.h"
#include "views/board/boardheader.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"
#include "views/widgets/plaintip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int inset = 8;

} // namespace

BoardTotals::BoardTotals(const BoardModel &model, const BoardHeader &header, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(header)
{
    setObjectName(objectNames::boardTotals);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&header, &QHeaderView::sectionResized, this, repaint);
    connect(&header, &QHeaderView::geometriesChanged, this, repaint);
    connect(&model, &BoardModel::boardChanged, this, &BoardTotals::describe);
    connect(&model, &BoardModel::modelReset, this, &BoardTotals::describe);
    connect(&model, &BoardModel::outreachChanged, this, &BoardTotals::describe);
    describe();
}

QSize BoardTotals::sizeHint() const
{
    return {0, scaledPx(metrics::totalsRowHeight)};
}

BoardTotals::Text BoardTotals::textOf(const Indicator &indicator, const BoardTotal &total)
{
    const QLocale locale;
    const auto number = [&locale](qint64 n) { return locale.toString(n); };
    Text text;
    QStringList parts;
    if (total.sum) {
        text.figure = number(*total.sum);
        parts += tr("in %1 of %2").arg(number(total.in.value_or(0)), number(total.of));
    } else {
        text.figure = number(total.met);
        text.rest = tr("of %1").arg(number(total.of));
        for (auto level = indicator.levels.crbegin(); level != indicator.levels.crend(); ++level) {
            const int count = total.levels.value(level->code);
            if (count > 0 && !level->meets)
                parts += tr("%1 %2", "2 member")
                             .arg(number(count), level->title.isEmpty() ? level->code : level->title);
        }
    }
    if (total.unknown > 0)
        parts += tr("%1 unknown").arg(number(total.unknown));
    if (total.notApplicable > 0)
        parts += tr("%1 n/a").arg(number(total.notApplicable));
    text.parts = parts;
    return text;
}

QString BoardTotals::Text::caption() const
{
    return parts.join(tr(", "));
}

// For screen readers, and for tests: the strip in one sentence.
void BoardTotals::describe()
{
    const Board &board = m_model.board();
    QStringList sentences;
    for (size_t i = 0; i < board.indicators.size(); ++i) {
        const Text text = textOf(board.indicators[i], board.totals[i]);
        sentences += tr("%1: %2 %3")
                         .arg(board.indicators[i].title, text.figure,
                             text.rest.isEmpty() ? text.caption() : text.rest + u", "_s + text.caption());
    }
    for (int i = 0; i < m_model.outreach().count(); ++i)
        sentences += outreachText(i);
    setAccessibleName(tr("Totals"));
    setAccessibleDescription(sentences.join(u"; "_s));
    update();
}

// Each record and person once, however many territories it is of.
QString BoardTotals::outreachText(int figure) const
{
    const OutreachNumbers *numbers = m_model.outreach().numbers(figure);
    const QString title = m_model.outreach().figure(figure).titleText();
    if (!numbers)
        return tr("%1: being read").arg(title);
    return tr("%1: %2, %3, each counted once")
        .arg(title, numbers->total ? numbers->totalText(locale()) : tr("no record"),
            numbers->periodText(locale()));
}

QRect BoardTotals::sectionRect(int section) const
{
    return {m_header.sectionLeft(section), 0, m_header.sectionSize(section), height()};
}

void BoardTotals::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    const Board &board = m_model.board();
    painter.fillRect(rect(), tokens[Token::Base]);
    if (m_header.count() <= BoardModel::FirstIndicatorColumn)
        return;

    const int last = m_header.count() - 1;
    QRect ground;
    for (int section = 0; section <= last; ++section)
        ground |= sectionRect(section);
    painter.fillRect(ground, tokens[Token::Sunken]);

    for (int section = BoardModel::FirstIndicatorColumn; section <= last; ++section) {
        const size_t column = BoardModel::indicatorOf(section);
        if (column < board.totals.size())
            paintTotal(painter, sectionRect(section), board.indicators[column], board.totals[column], tokens);
        else if (m_model.isOutreach(section))
            paintOutreach(painter, sectionRect(section), m_model.outreachOf(section), tokens);
    }
    // Where the name is scrolled away there is room for a part of the words.
    QRect first = sectionRect(BoardModel::CodeColumn);
    if (m_header.frozen() != BoardModel::NameColumn)
        first |= sectionRect(BoardModel::NameColumn);
    const auto write = [&](const QString &words, FontRole role, Token ink, const QRect &line) {
        drawTextLine(painter, role, tokens[ink], line,
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), words);
    };
    // Over what has been scrolled below the columns that stand still.
    if (m_header.frozen() > 0) {
        QRect still;
        for (int section = 0; section < m_header.frozen(); ++section)
            still |= sectionRect(section);
        painter.fillRect(still, tokens[Token::Sunken]);
        const int edge = layoutDirection() == Qt::RightToLeft ? still.left() : still.right();
        painter.fillRect(QRect(edge, 0, 1, height()), tokens[Token::Line2]);
    }
    const QRect text = first.adjusted(scaledPx(inset / 2), 0, -scaledPx(inset / 2), 0);
    const int rows = static_cast<int>(board.rows.size());
    const int figureY = scaledPx(4);
    const int figureHeight = lineHeight(FontRole::BodyStrong);
    const int captionHeight = lineHeight(FontRole::Condensed);
    write(tr("%Ln territories", nullptr, rows), FontRole::BodyStrong, Token::Ink,
        QRect(text.left(), figureY, text.width(), figureHeight));
    write(tr("unknown is not “no”"), FontRole::Condensed, Token::Ink2,
        QRect(text.left(), figureY + figureHeight - scaledPx(2), text.width(), captionHeight));
    painter.fillRect(QRect(ground.left(), height() - 1, ground.width(), 1), tokens[Token::Line]);
}

void BoardTotals::paintOutreach(QPainter &painter, const QRect &cell, int figure, const Tokens &tokens) const
{
    const OutreachNumbers *numbers = m_model.outreach().numbers(figure);
    const int left = scaledPx(inset);
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
    const int figureHeight = lineHeight(FontRole::BodyStrong);
    drawTextLine(painter, FontRole::BodyStrong, tokens[Token::Ink],
        QRect(cell.left() + left, scaledPx(4), cell.width() - 2 * left, figureHeight), side,
        numbers ? numbers->totalText(locale()) : u"…"_s);
    drawTextLine(painter, FontRole::Condensed, tokens[Token::Ink2],
        QRect(cell.left() + left, scaledPx(2) + figureHeight, cell.width() - 2 * left,
            lineHeight(FontRole::Condensed)),
        side, tr("each once"));
    const auto edge = [&](int x) {
        return QStyle::visualRect(layoutDirection(), cell, QRect(cell.left() + x, 0, 1, height()));
    };
    painter.fillRect(edge(0), tokens[Token::Line]);
    if (figure == m_model.outreach().count() - 1)
        painter.fillRect(edge(cell.width() - 1), tokens[Token::Line]);
}

void BoardTotals::paintTotal(QPainter &painter, const QRect &cell, const Indicator &indicator,
    const BoardTotal &total, const Tokens &tokens) const
{
    const auto place = [&](int x, int y, int width, int lineHeight) {
        return QStyle::visualRect(layoutDirection(), cell, QRect(cell.left() + x, y, width, lineHeight));
    };
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const int left = scaledPx(inset);
    const int width = cell.width() - 2 * left;
    Text text = textOf(indicator, total);
    // Where room is short, whole parts are left to the tool tip.
    while (text.parts.size() > 1 && textWidth(FontRole::Condensed, text.caption()) > width)
        text.parts.removeLast();
    // It goes on after the figure, in whatever letters.
    constexpr QChar rightToLeftMark(u'\u200f');
    const QString rest = isRightToLeft() ? rightToLeftMark + text.rest : text.rest;

    const int figureY = scaledPx(4);
    const int figureHeight = lineHeight(FontRole::BodyStrong);
    const int figureWidth = textWidth(FontRole::BodyStrong, text.figure + u' ');
    drawTextLine(painter, FontRole::BodyStrong, tokens[Token::Ink], place(left, figureY, width, figureHeight),
        side, text.figure);
    drawTextLine(painter, FontRole::Body, tokens[Token::Ink],
        place(left + figureWidth, figureY, width - figureWidth, figureHeight), side, rest);
    drawTextLine(painter, FontRole::Condensed, tokens[Token::Ink2],
        place(left, figureY + figureHeight - scaledPx(2), width, lineHeight(FontRole::Condensed)), side,
        text.caption());

    // Parts of the bar keep their order of rank; what is unknown is a line, not a part.
    const int barHeight = scaledPx(4);
    const int barY = height() - scaledPx(6) - barHeight;
    const int barWidth = std::min(width, scaledPx(160));
    painter.fillRect(place(left, barY + barHeight / 2 - 1, barWidth, scaledPx(2)), tokens[Token::Line2]);
    int counted = 0;
    const auto part = [&](int count, Token token) {
        if (count == 0 || total.of == 0)
            return;
        const int from = barWidth * counted / total.of + (counted > 0 ? 1 : 0);
        counted += count;
        painter.fillRect(
            place(left + from, barY, std::max(2, barWidth * counted / total.of - from), barHeight),
            tokens[token]);
    };
    part(total.met, Token::Met);
    part(total.onTheWay, Token::Way);
    part(total.notMet, Token::Not);
    painter.fillRect(place(0, 0, 1, height()), tokens[Token::Line]);
    if (&total == &m_model.board().totals.back() && m_model.outreach().count() == 0)
        painter.fillRect(place(cell.width() - 1, 0, 1, height()), tokens[Token::Line]);
}

bool BoardTotals::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = m_header.sectionAt(help->pos().x());
    const Board &board = m_model.board();
    if (section >= BoardModel::FirstIndicatorColumn
        && BoardModel::indicatorOf(section) < board.totals.size()) {
        const Indicator &indicator = board.indicators[BoardModel::indicatorOf(section)];
        const Text text = textOf(indicator, board.totals[BoardModel::indicatorOf(section)]);
        const QString words = u"%1: %2 %3"_s.arg(indicator.title, text.figure, text.rest).simplified()
            + u"\n"_s + text.caption();
        QToolTip::showText(help->globalPos(), plainTip(words), this, sectionRect(section));
    } else if (m_model.isOutreach(section)) {
        QToolTip::showText(help->globalPos(), plainTip(outreachText(m_model.outreachOf(section))), this,
            sectionRect(section));
    }
    return true;
}

} // namespace liaison
