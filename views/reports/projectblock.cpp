#include "views/reports/blocks.h"

#include <QPainter>

#include <algorithm>

namespace liaison {

namespace {

constexpr qreal titleX = 34.5, figureX = 231;
constexpr qreal plainWordsWidth = figureX - titleX - 18;
constexpr qreal firstBaseline = 18.7, plainWordsBaseline = 30, below = 10.4;
constexpr QSizeF hueBar(2.5, 8.5);

struct Line
{
    PaperText code, title, plainWords, figure;
    QColor hue;
};

} // namespace

Pieces piecesOf(const report::ProjectList &list, const Paper &paper)
{
    const qreal width = paper.body().width();
    Pieces pieces;
    for (const report::ProjectLine &project : list.projects) {
        Line line;
        line.code = PaperText(paper, {project.code, paperFont(9.5, QFont::Medium)}, 13.5);
        line.title = PaperText(paper, {project.title, paperFont(9.5, QFont::Medium)}, 13.5, plainWordsWidth);
        line.plainWords =
            PaperText(paper, {project.plainWords, paperFont(8.4), Token::Ink2}, 11.6, plainWordsWidth);
        std::vector<PaperText::Run> runs;
        for (const report::Run &run : project.figure) {
            const auto weight = run.weight == report::Run::Weight::Strong ? QFont::Medium : QFont::Normal;
            runs.push_back({run.text, paperFont(9.5, weight)});
        }
        line.figure = PaperText(paper, runs, 13.5, width - figureX);
        line.hue = projectHue(Theme::Light, project.colour, {});

        const qreal titleGrowth = line.title.height() - 13.5;
        const qreal left = plainWordsBaseline + titleGrowth + line.plainWords.height() - 11.6;
        const qreal right = firstBaseline + line.figure.height() - 13.5;
        Piece piece;
        piece.height = std::max(left, right) + below;
        const bool first = pieces.empty();
        piece.paint = [line, first, width, titleGrowth, height = piece.height](
                          PagePainter &page, QPointF at) {
            QPainter &p = page.painter();
            if (first)
                page.line(at, at + QPointF(width, 0), 1, Token::Ink);
            const QPointF base = at + QPointF(0, firstBaseline);
            p.fillRect(QRectF(base - QPointF(0, hueBar.height() - 1), hueBar), line.hue);
            line.code.draw(p, base + QPointF(6.2, 0));
            line.title.draw(p, base + QPointF(titleX, 0));
            line.plainWords.draw(p, at + QPointF(titleX, plainWordsBaseline + titleGrowth));
            line.figure.draw(p, base + QPointF(figureX, 0));
            page.line(at + QPointF(0, height), at + QPointF(width, height), 0.75, Token::Line2);
        };
        pieces.push_back(piece);
    }
    return pieces;
}

} // namespace liaison
