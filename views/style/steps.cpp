#include "views/style/steps.h"

#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QPainter>

namespace liaison {

namespace {

constexpr int stepWidth = 14;
constexpr int stepHeight = 5;
constexpr int gap = 3;

} // namespace

QSizeF stepsSize(int of)
{
    return {qreal(of * scaledPx(stepWidth) + (of - 1) * gap), qreal(scaledPx(stepHeight))};
}

void paintSteps(QPainter *painter, QPointF leftCentre, int reached, int of, const QColor &hue,
    const QPalette &palette, Qt::LayoutDirection fillFrom)
{
    const QColor rest = Tokens::of(palette)[Token::Line2];
    const QSizeF step(scaledPx(stepWidth), scaledPx(stepHeight));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < of; ++i) {
        const int place = fillFrom == Qt::RightToLeft ? of - 1 - i : i;
        painter->setBrush(i < reached ? hue : rest);
        painter->drawRoundedRect(QRectF(leftCentre.x() + place * (step.width() + gap),
                                     leftCentre.y() - step.height() / 2, step.width(), step.height()),
            1, 1);
    }
    painter->restore();
}

} // namespace liaison
