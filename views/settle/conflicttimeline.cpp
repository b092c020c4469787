#include "views/settle/conflicttimeline.h"

#include "views/objectnames.h"
#include "views/style/levelpainter.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// Parts of the width: where the lines part, where what was written lies, where they meet again.
constexpr qreal partAt = 0.18;
constexpr qreal firstAt = 0.46;
constexpr qreal lastAt = 0.78;
constexpr qreal meetAt = 0.93;
constexpr qreal startAt = 0.05;
constexpr int firstLineY = 34;
constexpr int lineGap = 40;

} // namespace

ConflictTimeline::ConflictTimeline(const QString &before, std::vector<Version> versions, QWidget *parent)
    : QWidget(parent)
    , m_before(before.isEmpty() ? tr("nothing") : before)
    , m_versions(std::move(versions))
{
    setObjectName(objectNames::conflictTimeline);
    setAccessibleName(tr("How it came about"));
    QStringList words{tr("Before: %1").arg(m_before)};
    for (const Version &version : m_versions)
        words.append(tr("%1 by %2").arg(labelOf(version), version.author));
    setAccessibleDescription(words.join(u"; "_s));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ConflictTimeline::sizeHint() const
{
    const auto lines = static_cast<int>(m_versions.size());
    return {scaledPx(520), scaledPx(firstLineY + lineGap * qMax(0, lines - 1) + 32)};
}

QSize ConflictTimeline::minimumSizeHint() const
{
    return {scaledPx(240), sizeHint().height()};
}

QString ConflictTimeline::labelOf(const Version &version) const
{
    return tr("%1, %2", "a value and when it was written")
        .arg(version.value,
            locale().toString(QDateTime::fromMSecsSinceEpoch(version.at), tr("d MMM HH:mm", "date format")));
}

qreal ConflictTimeline::lineY(size_t line) const
{
    return scaledPx(firstLineY) + static_cast<qreal>(line) * scaledPx(lineGap) + 0.5;
}

qreal ConflictTimeline::placeOf(const Version &version) const
{
    const qint64 first = m_versions.front().at;
    const qint64 span = m_versions.back().at - first;
    const qreal part = span > 0 ? static_cast<qreal>(version.at - first) / static_cast<qreal>(span) : 0.5;
    return width() * (firstAt + (lastAt - firstAt) * part);
}

void ConflictTimeline::paintEvent(QPaintEvent *)
{
    if (m_versions.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // time does not turn round
    painter.setFont(textFont(FontRole::Secondary));
    const QFontMetrics metrics = painter.fontMetrics();
    const Tokens tokens = Tokens::of(palette());
    const qreal scale = textScale();
    const qreal start = width() * startAt;
    const qreal part = width() * partAt;
    const qreal meet = width() * meetAt;
    const qreal bend = scaledPx(36);
    const qreal top = lineY(0);

    // Centred on its mark, but within the widget; above the first line, below the others.
    const auto write = [&](const QString &text, qreal x, qreal y, Token ink, bool above) {
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, width() / 2);
        const qreal wide = metrics.horizontalAdvance(shown);
        const qreal left = qBound(0.0, x - wide / 2, qMax(0.0, width() - wide));
        painter.setPen(tokens[ink]);
        painter.drawText(
            QPointF(left, above ? y - scaledPx(11) : y + scaledPx(10) + metrics.ascent()), shown);
    };

    painter.setPen(QPen(tokens[Token::Line2], 1.2));
    painter.drawLine(QPointF(start, top), QPointF(meet, top));
    for (size_t i = 1; i < m_versions.size(); ++i) {
        const qreal y = lineY(i);
        QPainterPath apart(QPointF(part, top));
        apart.cubicTo({part + bend, top}, {part + bend, y}, {part + 2 * bend, y});
        apart.lineTo(meet - 1.5 * bend, y);
        painter.setPen(QPen(tokens[Token::Line2], 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(apart);
        QPainterPath together(QPointF(meet - 1.5 * bend, y));
        together.cubicTo({meet - 0.6 * bend, y}, {meet - 0.9 * bend, top}, {meet, top});
        painter.setPen(QPen(tokens[Token::Conflict], 1.2, Qt::DashLine));
        painter.drawPath(together);
    }
    const qreal dot = scaledPx(4);
    painter.setPen(QPen(tokens[Token::Mute], 1.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(QPointF(start, top), dot + 0.5, dot + 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens[Token::Ink2]);
    painter.drawEllipse(QPointF(part, top), dot, dot);
    write(m_before, start, top, Token::Ink2, false);
    write(tr("apart from here"), part, top, Token::Ink2, true);
    for (size_t i = 0; i < m_versions.size(); ++i) {
        const Version &version = m_versions[i];
        const QPointF centre(placeOf(version), lineY(i));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens[Token::Sunken]); // the line does not show through what is cut out
        painter.drawEllipse(centre, standingRadius * scale + 1.5, standingRadius * scale + 1.5);
        if (version.standing) {
            paintStanding(&painter, *version.standing, centre, standingRadius * scale, tokens);
        } else {
            painter.setBrush(tokens[Token::Accent]);
            painter.drawEllipse(centre, dot, dot);
        }
        write(labelOf(version), centre.x(), centre.y(), Token::Ink, i == 0);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens[Token::Sunken]);
    painter.drawEllipse(QPointF(meet, top), markRadius * scale + 1.5, markRadius * scale + 1.5);
    paintMark(&painter, Mark::Conflict, QPointF(meet, top), markRadius * scale, tokens);
    write(tr("now"), meet, top, Token::Ink, true);
}

} // namespace liaison
