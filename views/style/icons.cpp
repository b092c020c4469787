#include "views/style/icons.h"

#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

Q_LOGGING_CATEGORY(iconLog, "liaison.icons")

bool followsReading(const QString &name)
{
    // What points along the reading direction; a clock, a tick or a chart's axis does not.
    static constexpr std::array directed = {"arrow-left"_L1, "arrow-right"_L1, "chevron-left"_L1,
        "chevron-right"_L1, "undo-2"_L1, "redo-2"_L1, "list-tree"_L1, "panel-right"_L1, "external-link"_L1};
    return std::find(directed.begin(), directed.end(), name) != directed.end();
}

QByteArray svg(const QString &name, const QColor &colour)
{
    initStyle();
    QFile file(u":/style/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(iconLog) << "no icon of this name:" << name;
        return {};
    }
    QByteArray text = file.readAll();
    text.replace("currentColor", colour.name().toLatin1());
    // Lucide draws for 24 px; at 16 px this weight goes with the type.
    text.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    return text;
}

// All lengths in device pixels.
QPixmap render(const QString &name, const QColor &colour, QSize pixels)
{
    if (pixels.isEmpty())
        return {};
    const bool rightToLeft = QGuiApplication::isRightToLeft();
    const bool mirrored = rightToLeft && followsReading(name);
    const QString key = u"liaison-icon/%1/%2/%3x%4/%5"_s.arg(name, colour.name())
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(rightToLeft ? u'r' : u'l');
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    if (const QByteArray text = svg(name, colour); !text.isEmpty()) {
        QSvgRenderer renderer(text);
        QPainter painter(&pixmap);
        const int side = std::min(pixels.width(), pixels.height());
        // What a box is wider than high stays free after the icon, before the word that follows.
        if (rightToLeft)
            painter.translate(pixels.width() - side, 0);
        if (mirrored) {
            painter.translate(side, 0);
            painter.scale(-1, 1);
        }
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class Engine : public QIconEngine
{
public:
    Engine(const QString &name, IconGround ground)
        : m_name(name)
        , m_ground(ground)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(
            rect, render(m_name, colourFor(mode, state), (QSizeF(rect.size()) * ratio).toSize()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    // Size is in device pixels already; QIcon sets the ratio on what it gets.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return render(m_name, colourFor(mode, state), size);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return u"liaison"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(u":/style/icons/"_s + m_name + u".svg"_s); }

private:
    QColor colourFor(QIcon::Mode mode, QIcon::State state) const
    {
        const auto tokens = Tokens::of(QApplication::palette());
        if (mode == QIcon::Disabled)
            return tokens[Token::Mute];
        if (m_ground == IconGround::OnAccent)
            return tokens[Token::OnAccent];
        return tokens[mode == QIcon::Selected || state == QIcon::On ? Token::Accent : Token::Ink2];
    }

    QString m_name;
    IconGround m_ground;
};

} // namespace

QIcon themeIcon(const QString &name, IconGround ground)
{
    initStyle();
    return QIcon(new Engine(name, ground));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = render(name, colour, QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace liaison
