#include "views/reports/paper.h"

#include <QPaintDevice>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace liaison {

namespace {

constexpr qreal pointsPerMm = 72.0 / 25.4;
constexpr qreal sideMargin = 20 * pointsPerMm;
constexpr qreal topMargin = 18 * pointsPerMm;
constexpr qreal bottomMargin = 20 * pointsPerMm;

// A line break of the data begins a line where lines may be broken, everything else that controls is a space.
QString plain(QString text, QChar lineBreak)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : text) {
        if (c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = lineBreak;
        else if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

} // namespace

Paper::Paper(QSizeF size, QPaintDevice &device)
    : m_size(size)
    , m_device(device)
{
}

QRectF Paper::body() const
{
    return QRectF(QPointF(), m_size).adjusted(sideMargin, topMargin, -sideMargin, -bottomMargin);
}

qreal Paper::unit() const
{
    return m_device.logicalDpiY() / 72.0;
}

QFont paperFont(qreal points, QFont::Weight weight, Face face)
{
    QFont font = pointFont(points, weight, face);
    // Any spacing of letters switches ligatures off; this one is too small to be seen.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

PaperText::PaperText(const Paper &paper, const Run &run, qreal lineHeight, qreal width)
    : PaperText(paper, std::vector<Run>{run}, lineHeight, width)
{
}

PaperText::PaperText(const Paper &paper, const std::vector<Run> &runs, qreal lineHeight, qreal width)
    : m_unit(paper.unit())
    , m_lineHeight(lineHeight)
{
    const Tokens tokens(Theme::Light);
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Run &run : runs) {
        QTextLayout::FormatRange range;
        range.start = int(text.size());
        text += plain(run.text, width == oneLine ? QChar(u' ') : QChar(QChar::LineSeparator));
        range.length = int(text.size()) - range.start;
        range.format.setFont(run.font);
        range.format.setForeground(tokens[run.colour]);
        if (range.length > 0)
            formats.append(range);
    }
    const QFont font = runs.empty() ? QFont() : runs.front().font;
    m_layout = std::make_shared<QTextLayout>(text, font, &paper.device());
    m_layout->setFormats(formats);
    QTextOption option(
        Qt::AlignLeft | Qt::AlignAbsolute); // text from right to left too stands where its column does
    option.setWrapMode(width == oneLine ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);

    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width == oneLine ? 1e6 : width * m_unit);
        if (m_lines == 0)
            m_ascent = line.ascent();
        // Lines stand on a grid of baselines, whatever fonts a line had to fall back on.
        line.setPosition(QPointF(0, m_lines * lineHeight * m_unit + m_ascent - line.ascent()));
        m_width = std::max(m_width, line.naturalTextWidth() / m_unit);
        ++m_lines;
    }
    m_layout->endLayout();
}

void PaperText::draw(QPainter &painter, QPointF baseline) const
{
    if (!m_layout)
        return;
    painter.save();
    painter.translate(baseline);
    painter.scale(1 / m_unit, 1 / m_unit);
    m_layout->draw(&painter, QPointF(0, -m_ascent));
    painter.restore();
}

} // namespace liaison
