#include "views/reports/blocks.h"

#include "views/style/levelpainter.h"

#include <QPainter>

namespace liaison {

namespace {

constexpr qreal headBaseline = 10, firstBaseline = 28, pitch = 16.5;

PaperText headText(const QString &heading, const Paper &paper)
{
    return PaperText(paper, {heading, paperFont(9.5, QFont::Medium)}, 13.5);
}

qreal heightOf(size_t lines)
{
    constexpr qreal below = 11;
    return firstBaseline + pitch * (double(lines) - 1) + below;
}

} // namespace

Piece contentsPiece(const report::Contents &contents, size_t sections, const Paper &paper, qreal width)
{
    Piece piece;
    piece.height = heightOf(sections);
    piece.paint = [head = headText(contents.heading, paper), paper, width](PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        head.draw(p, at + QPointF(0, headBaseline));
        qreal y = firstBaseline;
        for (const SectionPlace &section : page.sections()) {
            const PaperText title(paper, {section.title, paperFont(9.5)}, 13.5);
            const PaperText number(paper, {QString::number(section.page), paperFont(9.5)}, 13.5);
            title.draw(p, at + QPointF(0, y));
            number.draw(p, at + QPointF(width - number.width(), y));
            page.link(QRectF(at + QPointF(0, y - 11), QSizeF(width, pitch)), section.page);
            y += pitch;
        }
    };
    return piece;
}

Piece keyPiece(const report::Key &key, const Paper &paper)
{
    std::vector<PaperText> texts;
    for (const report::KeyEntry &entry : key.entries)
        texts.push_back(PaperText(paper, {entry.text, paperFont(9.5)}, 13.5));

    Piece piece;
    piece.height = heightOf(texts.size());
    piece.paint = [head = headText(key.heading, paper), entries = key.entries, texts](
                      PagePainter &page, QPointF at) {
        QPainter &p = page.painter();
        head.draw(p, at + QPointF(0, headBaseline));
        qreal y = firstBaseline;
        for (size_t i = 0; i < texts.size(); ++i, y += pitch) {
            paintStanding(&p, entries[i].standing, at + QPointF(5, y - 3.4), 4.8, page.tokens());
            texts[i].draw(p, at + QPointF(16.3, y));
        }
    };
    return piece;
}

} // namespace liaison
