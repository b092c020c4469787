#pragma once

#include "models/figures/territory.h"
#include "views/map/numbertile.h"
#include "views/map/tilelayout.h"
#include "views/widgets/readableplaces.h"

#include <QHash>
#include <QUuid>
#include <QWidget>

#include <optional>
#include <vector>

namespace liaison {

/// A region as tiles of one size, each with its code and one number; what nothing is known of has a dash,
/// never 0. The more, the deeper the shade of a hue; the number says it as well. A click, or arrows and
/// Enter, chooses a territory. As wide as it is let, as high as that needs. Never mirrored.
class TerritoryTiles : public QWidget, public ReadablePlaces
{
    Q_OBJECT

public:
    enum class Say {
        Number,
        Presence, ///< no numbers and no legend: those that have one are filled
    };
    struct Content
    {
        std::vector<Territory> territories; ///< in this order for a screen reader
        QHash<QUuid, qint64> numbers; ///< of those of which something is known
        QString noun; ///< what is counted, in words: "awards"; of a presence what it means: "present"
        QString hueLight = {}; ///< of a project, as data has it; none: the accent
        QString hueDark = {};
        Say say = Say::Number;
    };

    explicit TerritoryTiles(QWidget *parent = nullptr);

    void setContent(Content content);
    const Content &content() const { return m_content; }
    /// The one with the ring; null: none.
    QUuid current() const;
    void setCurrent(QUuid territory);
    /// Empty for a territory that is not there.
    QRectF tileRect(QUuid territory) const;
    const NumberScale &scale() const { return m_scale; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void territoryChosen(const QUuid &territory);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int placeCount() override { return static_cast<int>(m_content.territories.size()); }
    QString placeText(int place) override;
    QRect placeBox(int place) override;
    std::optional<int> placeUnder(QPoint point) override;
    std::optional<int> currentPlace() override;
    bool isPlaceSelected(int place) override;
    void pressPlace(int place) override;

    double aspectFor(double width) const;
    void layOut();
    void go(std::optional<size_t> place);
    NumberTile tileOf(size_t place) const;
    QColor hue() const;

    Content m_content;
    NumberScale m_scale;
    mutable TileLayout m_layout; // finds cells when first asked
    NumberLegend m_legend;
    std::optional<size_t> m_current;
    std::optional<size_t> m_hovered;
};

} // namespace liaison
