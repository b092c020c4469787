#include "views/inspector/standingrow.h"

#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>
#include <QStyle>

namespace liaison {

StandingRow::StandingRow(const Content &content, QWidget *parent)
    : QAbstractButton(parent)
    , m_content(content)
{
    setText(content.name);
    setAccessibleName(tr("%1: %2").arg(content.name, content.reading));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize StandingRow::sizeHint() const
{
    return {scaledPx(200), scaledPx(metrics::controlHeight - 4)};
}

void StandingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    const bool mirrored = isRightToLeft();
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    if (m_content.current || underMouse())
        painter.fillRect(rect(), tokens[m_content.current ? Token::Sel : Token::Hover]);
    if (hasFocus()) {
        painter.setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    const int symbol = scaledPx(14);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStanding(&painter, m_content.standing,
        QRectF(placed(QRect(2, (height() - symbol) / 2, symbol, symbol))).center(), symbol / 2.0 - 0.75,
        tokens);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const int flags =
        int(Qt::AlignVCenter) | int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::TextSingleLine);
    painter.setFont(textFont(FontRole::CaptionStrong));
    const int codeWidth = painter.fontMetrics().horizontalAdvance(m_content.project) + 8;
    const QRect code = placed(QRect(width() - codeWidth, 0, codeWidth, height()));
    painter.fillRect(placed(QRect(width() - codeWidth, (height() - scaledPx(14)) / 2,
                         metrics::projectBarWidth, scaledPx(14))),
        tokens.projectHue(m_content.colourLight, m_content.colourDark));
    painter.setPen(tokens[Token::Ink2]);
    painter.drawText(placed(QRect(width() - codeWidth + metrics::projectBarWidth + 4, 0, codeWidth, height()))
                         .intersected(code),
        flags, m_content.project);

    const int valueX = scaledPx(metrics::inspectorLabelWidth + 16);
    painter.setFont(textFont(FontRole::Body));
    painter.setPen(tokens[Token::Ink]);
    const int nameX = symbol + metrics::iconGap;
    const auto elided = [&](const QString &text, int width) {
        return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
    };
    painter.drawText(placed(QRect(nameX, 0, valueX - nameX - 4, height())), flags,
        elided(m_content.name, valueX - nameX - 4));
    const bool known =
        m_content.standing != Standing::Unknown && m_content.standing != Standing::NotApplicable;
    painter.setPen(tokens[known && !m_content.stale ? Token::Ink : Token::Ink2]);
    const int mark = scaledPx(16);
    const int valueWidth = width() - valueX - codeWidth - 8 - (m_content.conflict ? mark : 0);
    painter.drawText(
        placed(QRect(valueX, 0, valueWidth, height())), flags, elided(m_content.reading, valueWidth));
    if (m_content.conflict) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(&painter, Mark::Conflict,
            QRectF(placed(QRect(valueX + valueWidth, 0, mark, height()))).center(), markRadius, tokens);
    }
}

} // namespace liaison
