#include "views/map/territorytiles.h"

#include "views/objectnames.h"
#include "views/style/typography.h"
#include "views/widgets/plaintip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// px at 100 %
constexpr double largest = 44; // from tile to tile
constexpr double readable = 26; // the same, with room for a number
constexpr double gap = 3; // between tiles
constexpr double legendGap = 6;
constexpr double wanted = 350;
constexpr double narrowest = 160;

constexpr double presenceShare = 0.3; // of the hue

} // namespace

TerritoryTiles::TerritoryTiles(QWidget *parent)
    : QWidget(parent)
{
    announce();
    setObjectName(objectNames::territoryTiles);
    setAccessibleName(tr("Territories as tiles"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TerritoryTiles::setContent(Content content)
{
    const QUuid was = current();
    m_content = std::move(content);
    std::vector<qint64> numbers;
    std::vector<TileLayout::Place> places;
    for (const Territory &territory : m_content.territories) {
        places.push_back({territory.code, territory.place.value_or(QPointF())});
        if (const auto number = m_content.numbers.constFind(territory.id);
            number != m_content.numbers.constEnd())
            numbers.push_back(*number);
    }
    m_scale = NumberScale(numbers);
    m_layout.setPlaces(std::move(places));
    m_hovered.reset();
    m_current.reset();
    setCurrent(was);
    updateGeometry();
    layOut();
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
}

QUuid TerritoryTiles::current() const
{
    return m_current ? m_content.territories[*m_current].id : QUuid();
}

void TerritoryTiles::setCurrent(QUuid territory)
{
    const auto &all = m_content.territories;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Territory &each) { return each.id == territory; });
    m_current = at == all.end() ? std::nullopt : std::optional(static_cast<size_t>(at - all.begin()));
    update();
}

QRectF TerritoryTiles::tileRect(QUuid territory) const
{
    const auto &all = m_content.territories;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Territory &each) { return each.id == territory; });
    return m_layout.tileRect(static_cast<size_t>(at - all.begin()));
}

// As many columns as leave room for a number: a world in a narrow column is high.
double TerritoryTiles::aspectFor(double width) const
{
    constexpr double cells = 1.5; // as tileGrid() takes for a place
    const double all = cells * static_cast<double>(std::max<size_t>(m_layout.count(), 1));
    const double fitting = std::max(1.0, std::floor(width / (readable * textScale())));
    return std::min(1.0, fitting * fitting / all);
}

int TerritoryTiles::heightForWidth(int width) const
{
    const double unit = textScale();
    const QSize cells = m_layout.cells(aspectFor(width)).expandedTo(QSize(1, 1));
    double height = cells.height() * std::min(largest * unit, static_cast<double>(width) / cells.width());
    if (m_content.say == Say::Number)
        height +=
            legendGap * unit + NumberLegend(m_scale, m_content.noun, width, layoutDirection(), unit).height();
    return static_cast<int>(std::ceil(height));
}

QSize TerritoryTiles::sizeHint() const
{
    const int width = static_cast<int>(wanted * textScale());
    return {width, heightForWidth(width)};
}

QSize TerritoryTiles::minimumSizeHint() const
{
    const int width = static_cast<int>(narrowest * textScale());
    return {width, width};
}

void TerritoryTiles::layOut()
{
    const double unit = textScale();
    const double most = width();
    double below = 0;
    if (m_content.say == Say::Number) {
        m_legend = NumberLegend(m_scale, m_content.noun, most, layoutDirection(), unit);
        below = legendGap * unit + m_legend.height();
    }
    TileLayout::Room room{
        QRectF(0, 0, most, std::max(1.0, height() - below)), largest * unit, gap * unit, aspectFor(most)};
    m_layout.arrange(room);
    if (layoutDirection() == Qt::RightToLeft) {
        // At the side where reading begins; the tiles themselves are not mirrored.
        room.place.setLeft(most - m_layout.bounds().width());
        m_layout.arrange(room);
    }
    update();
}

QColor TerritoryTiles::hue() const
{
    const Tokens tokens = Tokens::of(palette());
    return m_content.hueLight.isEmpty() ? tokens[Token::Accent]
                                        : tokens.projectHue(m_content.hueLight, m_content.hueDark);
}

NumberTile TerritoryTiles::tileOf(size_t place) const
{
    const Territory &territory = m_content.territories[place];
    NumberTile tile{territory.code};
    tile.isChosen = m_current == place;
    tile.isHovered = m_hovered == place;
    const auto number = m_content.numbers.constFind(territory.id);
    const bool isKnown = number != m_content.numbers.constEnd();
    if (m_content.say == Say::Presence) {
        if (isKnown)
            tile.share = presenceShare;
        return tile;
    }
    tile.number = isKnown ? QLocale().toString(*number) : u"–"_s;
    if (isKnown)
        tile.share = m_scale.shareOf(m_scale.stepOf(*number));
    return tile;
}

void TerritoryTiles::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens tokens = Tokens::of(palette());
    const QColor shade = hue();
    for (size_t i = 0; i < m_content.territories.size(); ++i)
        paintNumberTile(&painter, tileOf(i), m_layout.tileRect(i), shade, tokens, textScale());
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_content.say == Say::Number)
        m_legend.paint(
            &painter, {0, m_layout.bounds().bottom() + (gap + legendGap) * textScale()}, shade, tokens);
}

void TerritoryTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void TerritoryTiles::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        layOut();
    }
}

bool TerritoryTiles::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto place = placeUnder(help->pos()))
        QToolTip::showText(help->globalPos(), plainTip(placeText(*place)), this, placeBox(*place));
    else
        QToolTip::hideText();
    return true;
}

void TerritoryTiles::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = m_layout.placeAt(event->position());
    if (place == m_hovered)
        return;
    m_hovered = place;
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TerritoryTiles::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

void TerritoryTiles::mousePressEvent(QMouseEvent *event)
{
    const auto place = m_layout.placeAt(event->position());
    if (event->button() == Qt::LeftButton && place)
        pressPlace(static_cast<int>(*place));
    else
        QWidget::mousePressEvent(event);
}

void TerritoryTiles::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !m_current && placeCount() > 0)
        go(0);
}

void TerritoryTiles::keyPressEvent(QKeyEvent *event)
{
    using Direction = MapScene::Direction;
    const auto towards = [&](Direction direction) {
        if (placeCount() > 0)
            go(m_current ? m_layout.neighbour(*m_current, direction) : std::optional<size_t>(0));
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return towards(Direction::North);
    case Qt::Key_Down:
        return towards(Direction::South);
    case Qt::Key_Left:
        return towards(Direction::West);
    case Qt::Key_Right:
        return towards(Direction::East);
    case Qt::Key_Home:
    case Qt::Key_End:
        if (placeCount() > 0)
            go(event->key() == Qt::Key_Home ? 0 : m_content.territories.size() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current)
            Q_EMIT territoryChosen(current());
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
}

void TerritoryTiles::go(std::optional<size_t> place)
{
    if (!place)
        return;
    m_current = place;
    update();
    QAccessibleEvent moved(this, QAccessible::Focus);
    moved.setChild(static_cast<int>(*place));
    QAccessible::updateAccessibility(&moved);
}

QString TerritoryTiles::placeText(int place)
{
    const Territory &territory = m_content.territories[static_cast<size_t>(place)];
    const auto number = m_content.numbers.constFind(territory.id);
    if (number == m_content.numbers.constEnd())
        //: A territory of which nothing is known: "Guyana (GY): no record".
        return tr("%1 (%2): no record").arg(territory.name, territory.code);
    if (m_content.say == Say::Presence)
        //: "Guyana (GY): present"
        return tr("%1 (%2): %3").arg(territory.name, territory.code, m_content.noun);
    //: "Guyana (GY), awards: 3"
    return tr("%1 (%2), %3: %4")
        .arg(territory.name, territory.code, m_content.noun, QLocale().toString(*number));
}

QRect TerritoryTiles::placeBox(int place)
{
    return m_layout.tileRect(static_cast<size_t>(place)).toAlignedRect();
}

std::optional<int> TerritoryTiles::placeUnder(QPoint point)
{
    const auto place = m_layout.placeAt(point);
    return place ? std::optional(static_cast<int>(*place)) : std::nullopt;
}

std::optional<int> TerritoryTiles::currentPlace()
{
    return m_current ? std::optional(static_cast<int>(*m_current)) : std::nullopt;
}

bool TerritoryTiles::isPlaceSelected(int place)
{
    return currentPlace() == place;
}

void TerritoryTiles::pressPlace(int place)
{
    go(static_cast<size_t>(place));
    Q_EMIT territoryChosen(current());
}

} // namespace liaison
