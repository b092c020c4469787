#include "views/navigation/navigationbutton.h"

#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace liaison {

NavigationButton::NavigationButton(const QString &icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

NavigationButton::NavigationButton(const ProjectLook &project, const QString &text, QWidget *parent)
    : NavigationButton(QString(), text, parent)
{
    m_project = project;
    setAccessibleName(tr("%1 %2").arg(project.code, text));
    setToolTip(accessibleName());
}

void NavigationButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? tr("%1, %Ln waiting", nullptr, count).arg(text()) : text());
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {scaledPx(metrics::navigationIconWidth) - 2 * metrics::controlGap,
        scaledPx(metrics::navigationRowHeight)};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens tokens = Tokens::of(palette());
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens[isChecked() ? Token::Sel : Token::Hover]);
        painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    const bool narrow = width() < scaledPx(metrics::navigationWidth) / 2;
    int textX = metrics::controlGap;
    if (m_icon.isEmpty()) {
        const int x = narrow ? qMax(0, (width() - projectMarkWidth(m_project)) / 2) : textX;
        textX +=
            paintProjectMark(&painter, rect().adjusted(x, 0, -x, 0), m_project, palette(), layoutDirection())
            + metrics::controlGap;
    } else {
        const int icon = scaledPx(metrics::iconSize);
        const int iconX = narrow ? (width() - icon) / 2 : textX;
        const QPixmap picture =
            iconPixmap(m_icon, tokens[isChecked() ? Token::Accent : Token::Ink2], icon, devicePixelRatioF());
        painter.drawPixmap(placed(iconX, icon).x(), (height() - icon) / 2, picture);
        textX += icon + metrics::controlGap + 2;
    }
    if (narrow)
        return;
    const int flags = int(Qt::TextSingleLine)
        | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    int right = width() - metrics::controlGap;
    if (m_count > 0) {
        const QString count = locale().toString(m_count);
        painter.setFont(textFont(FontRole::Secondary));
        const int countWidth = painter.fontMetrics().horizontalAdvance(count);
        right -= countWidth;
        painter.setPen(tokens[Token::Ink3]);
        painter.drawText(placed(right, countWidth), flags, count);
    }
    painter.setFont(textFont(isChecked() ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(tokens[isChecked() ? Token::Ink : Token::Ink2]);
    const int textWidth = right - textX - 4;
    painter.drawText(
        placed(textX, textWidth), flags, painter.fontMetrics().elidedText(text(), Qt::ElideRight, textWidth));
}

} // namespace liaison
