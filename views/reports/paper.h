#pragma once

#include "views/style/palette.h"
#include "views/style/typography.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

class QPaintDevice;
class QPainter;
class QTextLayout;

namespace liaison {

// A sheet as the layout sees it: lengths are points (1/72 inch), the origin is its top left corner. Letter
// keeps the margins of A4, so the column of text grows with the sheet.
class Paper
{
public:
    // @param device what the text is measured for; must outlive the paper and everything measured on it
    Paper(QSizeF size, QPaintDevice &device);

    QSizeF size() const { return m_size; }
    // Where blocks stand; running head and foot are outside.
    QRectF body() const;
    QPaintDevice &device() const { return m_device; }
    // Device units a point.
    qreal unit() const;

private:
    QSizeF m_size;
    QPaintDevice &m_device;
};

// The program's font for paper. Without ligatures, so that every letter can be found in the PDF's text.
QFont paperFont(qreal points, QFont::Weight weight = QFont::Normal, Face face = Face::Normal);

// Text laid out once for a sheet, then drawn wherever it comes to stand. It is always plain text: control
// characters become spaces. Cheap to copy.
class PaperText
{
public:
    struct Run
    {
        QString text;
        QFont font;
        Token colour = Token::Ink;
    };
    static constexpr qreal oneLine = 0;

    PaperText() = default;
    // @param width where lines are broken, oneLine: never
    PaperText(const Paper &paper, const Run &run, qreal lineHeight, qreal width = oneLine);
    PaperText(const Paper &paper, const std::vector<Run> &runs, qreal lineHeight, qreal width = oneLine);

    // Of the longest line.
    qreal width() const { return m_width; }
    qreal height() const { return m_lineHeight * m_lines; }
    int lines() const { return m_lines; }

    // The painter's unit is the point.
    void draw(QPainter &painter, QPointF baseline) const;

private:
    std::shared_ptr<QTextLayout> m_layout; // in device units
    qreal m_unit = 1;
    qreal m_lineHeight = 0;
    qreal m_ascent = 0; // of the first line, device units
    qreal m_width = 0;
    int m_lines = 0;
};

} // namespace liaison
