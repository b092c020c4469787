#include "views/map/mapsprites.h"

#include "views/style/levelpainter.h"
#include "views/style/typography.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr double halo = 2.6; // px around letters
constexpr double plate = 1.2; // px around a symbol
constexpr qsizetype mostSprites = 2000;

// A sprite is right only where px are px: not scaled, not on paper.
bool takesSprites(const QPainter *painter)
{
    const QPaintEngine *engine = painter->paintEngine();
    return engine && engine->type() == QPaintEngine::Raster
        && painter->deviceTransform().type() <= QTransform::TxScale
        && qFuzzyCompare(painter->deviceTransform().m11(), painter->device()->devicePixelRatioF());
}

QImage blank(QSizeF size, qreal ratio)
{
    QImage image((size * ratio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

// Copies are exact only from a whole pixel on.
QPointF onPixel(const QPainter *painter, QPointF point)
{
    const QTransform &t = painter->deviceTransform();
    const QPointF device = t.map(point);
    return t.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
}

} // namespace

QFont mapFont(MapFont font, double unit)
{
    const auto make = [unit](FontRole role, double px) {
        QFont f = textFont(role, 1);
        f.setPixelSize(std::max(1, static_cast<int>(std::lround(px * unit))));
        return f;
    };
    switch (font) {
    case MapFont::Label:
    case MapFont::LabelStrong:
        return make(FontRole::CondensedStrong, 11);
    case MapFont::Land: {
        QFont f = make(FontRole::Condensed, 11);
        f.setLetterSpacing(QFont::AbsoluteSpacing, 0.6 * unit);
        return f;
    }
    case MapFont::Water: {
        QFont f = make(FontRole::Body, 11);
        f.setItalic(true);
        f.setLetterSpacing(QFont::AbsoluteSpacing, 1.2 * unit);
        return f;
    }
    case MapFont::Legend:
        return make(FontRole::Caption, 11);
    case MapFont::Scale:
    case MapFont::InsetName:
        return make(FontRole::Condensed, 11);
    }
    return {};
}

void MapSprites::setLook(Tokens tokens, double unit)
{
    m_tokens = tokens;
    m_unit = unit;
    m_images.clear();
}

void MapSprites::turn(QPainter *painter, QPointF centre, double radius, CellTurn::Way way) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_tokens[Token::Base]); // told from any land
    painter->drawEllipse(centre, radius + m_unit, radius + m_unit);
    if (way == CellTurn::Way::Other) {
        painter->setBrush(m_tokens[Token::Accent]);
        painter->drawEllipse(centre, radius * 0.6, radius * 0.6);
        return;
    }
    paintMark(painter, way == CellTurn::Way::Better ? Mark::Better : Mark::Worse, centre, radius, m_tokens);
}

QSizeF MapSprites::textSize(const QString &text, MapFont font) const
{
    const QFontMetricsF metrics(mapFont(font, m_unit));
    // Capitals and digits: what hangs below is rare and may touch.
    return {metrics.horizontalAdvance(text), std::ceil(metrics.capHeight() + 3 * m_unit)};
}

void MapSprites::symbol(QPainter *painter, QPointF centre, double radius, Standing standing)
{
    const auto draw = [&](QPainter *to, QPointF at) {
        to->setRenderHint(QPainter::Antialiasing);
        to->setPen(Qt::NoPen);
        to->setBrush(m_tokens[Token::Base]);
        to->drawEllipse(at, radius + plate * m_unit, radius + plate * m_unit);
        paintStanding(to, standing, at, radius, m_tokens, Ground::Map);
    };
    if (!takesSprites(painter)) {
        painter->save();
        draw(painter, centre);
        painter->restore();
        return;
    }
    const qreal ratio = painter->device()->devicePixelRatioF();
    const double half = std::ceil(radius + plate * m_unit + 1);
    QImage &image = m_images[u"%1 %2 %3"_s.arg(static_cast<int>(standing)).arg(radius).arg(ratio)];
    if (image.isNull()) {
        image = blank(QSizeF(2 * half, 2 * half), ratio);
        QPainter to(&image);
        draw(&to, QPointF(half, half));
    }
    painter->drawImage(onPixel(painter, centre - QPointF(half, half)), image);
}

void MapSprites::drawLabel(
    QPainter *painter, QPointF corner, const QString &text, MapFont font, Token ink) const
{
    const QFont f = mapFont(font, m_unit);
    const QPointF base = corner + QPointF(0, textSize(text, font).height() - 1.5 * m_unit);
    if (font != MapFont::Water) {
        QPainterPath path;
        path.addText(base, f, text);
        painter->setRenderHint(QPainter::Antialiasing);
        const Token ground = m_tokens.theme() == Theme::Light ? Token::Base : Token::Sea;
        painter->strokePath(
            path, QPen(m_tokens[ground], halo * m_unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter->setFont(f);
    painter->setPen(m_tokens[ink]);
    painter->drawText(base, text);
}

void MapSprites::label(QPainter *painter, QPointF corner, const QString &text, MapFont font, Token ink)
{
    if (!takesSprites(painter)) {
        painter->save();
        drawLabel(painter, corner, text, font, ink);
        painter->restore();
        return;
    }
    if (m_images.size() > mostSprites)
        m_images.clear();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const double rim = std::ceil(4 * m_unit); // halo, and what hangs below
    const QString key =
        u"%1 %2 %3 %4"_s.arg(static_cast<int>(font)).arg(static_cast<int>(ink)).arg(ratio).arg(text);
    QImage &image = m_images[key];
    if (image.isNull()) {
        image = blank(textSize(text, font) + QSizeF(2 * rim, 2 * rim), ratio);
        QPainter to(&image);
        drawLabel(&to, QPointF(rim, rim), text, font, ink);
    }
    painter->drawImage(onPixel(painter, corner - QPointF(rim, rim)), image);
}

} // namespace liaison
