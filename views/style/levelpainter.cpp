#include "views/style/levelpainter.h"

#include "views/style/palette.h"

#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QPen>
#include <QtMath>

namespace liaison {

namespace {

// Shapes are built once, in a circle of radius 1 around (0, 0), and scaled by the painter.

QPainterPath stroked(const QPainterPath &line, qreal width, Qt::PenCapStyle cap)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(cap);
    stroker.setJoinStyle(cap == Qt::RoundCap ? Qt::RoundJoin : Qt::MiterJoin);
    return stroker.createStroke(line).simplified();
}

// The inner shape is left out of the outer one; it must lie wholly inside.
QPainterPath cutOut(QPainterPath outer, const QPainterPath &inner)
{
    outer.addPath(inner);
    outer.setFillRule(Qt::OddEvenFill);
    return outer;
}

QPainterPath disc(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

QPainterPath ring(qreal width)
{
    return cutOut(disc(1.0), disc(1.0 - width));
}

QPainterPath tickedDisc()
{
    QPainterPath tick;
    tick.moveTo(-0.45, 0.05);
    tick.lineTo(-0.13, 0.36);
    tick.lineTo(0.46, -0.30);
    return cutOut(disc(1.0), stroked(tick, 0.27, Qt::RoundCap));
}

QPainterPath halfRing()
{
    // One outline for ring and left half: the hole is the right half of the inner disc.
    constexpr qreal inner = 0.77;
    QPainterPath hole;
    hole.moveTo(0, -inner);
    hole.arcTo(QRectF(-inner, -inner, 2 * inner, 2 * inner), 90, -180);
    hole.closeSubpath();
    return cutOut(disc(1.0), hole);
}

QPainterPath dash(qreal halfLength, qreal halfHeight)
{
    QPainterPath path;
    path.addRect(QRectF(-halfLength, -halfHeight, 2 * halfLength, 2 * halfHeight));
    return path;
}

QPainterPath ringedDash()
{
    QPainterPath path = ring(0.2);
    path.addPath(dash(0.45, 0.12));
    return path;
}

QPainterPath slash()
{
    QPainterPath line;
    line.moveTo(-0.4, 0.6);
    line.lineTo(0.4, -0.6);
    return stroked(line, 0.22, Qt::FlatCap);
}

QPainterPath clock()
{
    QPainterPath hands;
    hands.moveTo(0, -0.55);
    hands.lineTo(0, 0.08);
    hands.lineTo(0.45, 0.08);
    QPainterPath path = ring(0.2);
    path.addPath(stroked(hands, 0.2, Qt::FlatCap));
    return path;
}

QPainterPath diamond()
{
    QPainterPath outer;
    outer.moveTo(0, -1);
    outer.lineTo(1, 0);
    outer.lineTo(0, 1);
    outer.lineTo(-1, 0);
    outer.closeSubpath();

    QPainterPath sign;
    sign.moveTo(-0.38, -0.18);
    sign.lineTo(0.38, -0.18);
    sign.moveTo(-0.38, 0.18);
    sign.lineTo(0.38, 0.18);
    sign.moveTo(-0.2, 0.45);
    sign.lineTo(0.2, -0.45);
    return cutOut(outer, stroked(sign, 0.15, Qt::FlatCap));
}

QPainterPath flagCloth()
{
    QPainterPath cloth;
    cloth.moveTo(-0.6, -0.85);
    cloth.lineTo(0.75, -0.85);
    cloth.lineTo(0.45, -0.35);
    cloth.lineTo(0.75, 0.15);
    cloth.lineTo(-0.6, 0.15);
    cloth.closeSubpath();
    return cloth;
}

enum class Cloth { Outlined, Filled };

QPainterPath flag(Cloth cloth)
{
    QPainterPath pole;
    pole.moveTo(-0.6, -0.95);
    pole.lineTo(-0.6, 1.0);
    QPainterPath path = stroked(pole, 0.22, Qt::FlatCap);
    return path.united(cloth == Cloth::Filled ? flagCloth() : stroked(flagCloth(), 0.2, Qt::FlatCap));
}

QPainterPath triangle()
{
    QPainterPath path;
    path.moveTo(0, -0.6);
    path.lineTo(0.66, 0.6);
    path.lineTo(-0.66, 0.6);
    path.closeSubpath();
    return path;
}

void fillPath(QPainter *painter, const QPainterPath &unitPath, QPointF centre, qreal scaleX, qreal scaleY,
    const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(centre);
    painter->scale(scaleX, scaleY);
    painter->fillPath(unitPath, colour);
    painter->restore();
}

struct Picture
{
    const QPainterPath *path; // one of the shapes below, which stay where they are
    QPoint phase; // of the centre within its pixel, in halves
    qreal scaleX, scaleY;
    QRgb colour;

    bool operator==(const Picture &) const = default;
};

size_t qHash(const Picture &picture, size_t seed)
{
    return qHashMulti(seed, picture.path, picture.phase.x(), picture.phase.y(), picture.scaleX,
        picture.scaleY, picture.colour);
}

// The cells of a table show the same few symbols on whole and half pixels: there each is painted once, and
// its picture set down again. Elsewhere (paper, maps, enlarged screens) the strokes themselves are painted.
void fill(QPainter *painter, const QPainterPath &unitPath, QPointF centre, qreal scaleX, qreal scaleY,
    const QColor &colour)
{
    constexpr qreal largest = 32;
    constexpr qsizetype mostPictures = 500;
    const QTransform toDevice = painter->deviceTransform();
    const QPointF at = toDevice.map(centre);
    const QPoint whole(qFloor(at.x()), qFloor(at.y()));
    const QPoint phase((2 * (at - whole)).toPoint());
    if (painter->paintEngine()->type() != QPaintEngine::Raster || toDevice.type() > QTransform::TxTranslate
        || QPointF(phase) != 2 * (at - whole) || scaleX > largest)
        return fillPath(painter, unitPath, centre, scaleX, scaleY, colour);

    static QHash<Picture, QImage> pictures;
    const Picture wanted{&unitPath, phase, scaleX, scaleY, colour.rgba()};
    const int reach = qCeil(scaleX) + 2;
    auto known = pictures.constFind(wanted);
    if (known == pictures.constEnd()) {
        if (pictures.size() >= mostPictures)
            pictures.clear();
        QImage image(2 * reach, 2 * reach, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter into(&image);
        fillPath(&into, unitPath, QPointF(reach, reach) + QPointF(phase) / 2, scaleX, scaleY, colour);
        into.end();
        known = pictures.insert(wanted, image);
    }
    painter->drawImage(centre - QPointF(phase) / 2 - QPointF(reach, reach), *known);
}

} // namespace

void paintStanding(
    QPainter *painter, Standing standing, QPointF centre, qreal radius, const Tokens &tokens, Ground ground)
{
    static const QPainterPath met = tickedDisc();
    static const QPainterPath onTheWay = halfRing();
    static const QPainterPath notMet = ring(0.31);
    static const QPainterPath unknown = dash(0.58, 0.14);
    static const QPainterPath unknownPlace = ringedDash();
    static const QPainterPath notApplicable = slash();

    const auto paint = [&](const QPainterPath &path, Token token) {
        fill(painter, path, centre, radius, radius, tokens[token]);
    };
    switch (standing) {
    case Standing::Met:
        return paint(met, Token::Met);
    case Standing::OnTheWay:
        return paint(onTheWay, Token::Way);
    case Standing::NotMet:
        return paint(notMet, Token::Not);
    case Standing::Unknown:
        return paint(ground == Ground::Map ? unknownPlace : unknown, Token::Unknown);
    case Standing::NotApplicable:
        return paint(notApplicable, Token::Mute);
    }
}

void paintMark(QPainter *painter, Mark mark, QPointF centre, qreal radius, const Tokens &tokens)
{
    static const QPainterPath stale = clock();
    static const QPainterPath conflict = diamond();
    static const QPainterPath target = flag(Cloth::Outlined);
    static const QPainterPath late = flag(Cloth::Filled);
    static const QPainterPath up = triangle();

    const auto paint = [&](const QPainterPath &path, Token token, qreal scaleY) {
        fill(painter, path, centre, radius, scaleY, tokens[token]);
    };
    switch (mark) {
    case Mark::Stale:
        return paint(stale, Token::Stale, radius);
    case Mark::Conflict:
        return paint(conflict, Token::Conflict, radius);
    case Mark::Target:
        return paint(target, Token::Accent, radius);
    case Mark::LateTarget:
        return paint(late, Token::Not, radius);
    case Mark::Better:
        return paint(up, Token::Ink, radius);
    case Mark::Worse:
        return paint(up, Token::Ink, -radius);
    }
}

} // namespace liaison
