#pragma once

#include "views/reports/paper.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace liaison {

// A section of the report and the page it begins on, counted from 1.
struct SectionPlace
{
    QString title;
    int page = 0;
};

// What a block paints with: a painter whose unit is the point, and what is known once all pages are laid out.
class PagePainter
{
public:
    struct Link
    {
        QRectF area;
        int page = 0; // where it leads, counted from 1
    };

    PagePainter(QPainter &painter, const std::vector<SectionPlace> &sections)
        : m_painter(painter)
        , m_sections(sections)
    {
    }

    QPainter &painter() const { return m_painter; }
    Tokens tokens() const { return Tokens(Theme::Light); }
    const std::vector<SectionPlace> &sections() const { return m_sections; }
    void line(QPointF from, QPointF to, qreal width, Token colour) const;
    void link(QRectF area, int page) { m_links.push_back({area, page}); }
    const std::vector<Link> &links() const { return m_links; }

private:
    QPainter &m_painter;
    const std::vector<SectionPlace> &m_sections;
    std::vector<Link> m_links;
};

// A strip of the page that is never divided: a row, a paragraph, a chart.
struct Piece
{
    enum class Break { Allowed, Never }; // between this piece and the next

    qreal gap = 0; // above, not at the top of a page
    qreal height = 0;
    std::function<void(PagePainter &, QPointF)> paint; // at the top left corner of the strip
    Break after = Break::Allowed;
    std::shared_ptr<const Piece> head; // painted above when a page begins with this piece
};
using Pieces = std::vector<Piece>;

struct PlacedPiece
{
    Piece piece;
    qreal y = 0; // from the top of the body
    std::optional<size_t> place = {}; // among the pieces given; a repeated head has none
};
using PlacedPage = std::vector<PlacedPiece>;

// Fills pages of a height from top to bottom, at least one. Pieces that may not be parted go to the next page
// together, unless they are taller than a page.
std::vector<PlacedPage> flowPages(const Pieces &pieces, qreal height);

} // namespace liaison
