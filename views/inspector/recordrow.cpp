#include "views/inspector/recordrow.h"

#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"

#include <QPainter>
#include <QStyle>
#include <QTextDocument>

namespace liaison {

namespace {

constexpr int rowHeight = 24;
constexpr int dateWidth = 88;
constexpr int gap = 8;

} // namespace

RecordRow::RecordRow(const Content &content, QWidget *parent)
    : QAbstractButton(parent)
    , m_content(content)
{
    const QStringList words{content.date, content.text, content.extra};
    QStringList said;
    for (const QString &each : words) {
        if (!each.isEmpty())
            said.append(each);
    }
    setAccessibleName(said.join(tr(", ")));
    setToolTip(Qt::convertFromPlainText(content.text, Qt::WhiteSpaceNormal));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecordRow::sizeHint() const
{
    return {scaledPx(metrics::inspectorMinimumWidth) - 2 * metrics::pageMargin, scaledPx(rowHeight)};
}

QSize RecordRow::minimumSizeHint() const
{
    return {scaledPx(dateWidth), scaledPx(rowHeight)};
}

void RecordRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    if (underMouse())
        painter.fillRect(rect(), tokens[Token::Hover]);
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const Token quiet = m_content.isLate ? Token::Not : Token::Ink2;
    int left = m_content.isBelow ? scaledPx(metrics::groupGap) : 0;
    int right = width();
    if (!m_content.date.isEmpty()) {
        const int room = scaledPx(dateWidth);
        drawTextLine(painter, m_content.isLate ? FontRole::BodyStrong : FontRole::Body, tokens[quiet],
            placed(0, room - scaledPx(gap)), side, m_content.date);
        left = room;
    }
    if (!m_content.extra.isEmpty()) {
        const int room = qMin(textWidth(FontRole::Secondary, m_content.extra) + 1, width() / 2);
        right -= room;
        drawTextLine(painter, FontRole::Secondary, tokens[quiet], placed(right, room),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignRight), m_content.extra);
        right -= scaledPx(gap);
    }
    drawTextLine(painter, FontRole::Body, tokens[Token::Ink], placed(left, qMax(0, right - left)), side,
        m_content.text);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
}

} // namespace liaison
