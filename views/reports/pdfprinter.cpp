#include "views/reports/pdfprinter.h"

#include "models/reports/report.h"
#include "views/reports/blocks.h"
#include "views/reports/pdffinish.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDevice>
#include <QFontMetricsF>
#include <QHashFunctions>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QScopeGuard>

#include <algorithm>

namespace liaison {

namespace {

using Orientation = QPageLayout::Orientation;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::PdfPrinter)
};

// Fine enough that rounding of glyph positions cannot be seen.
constexpr int dotsPerInch = 1200;
// A table that would be smaller than this is turned by a quarter.
constexpr qreal smallestUpright = 0.85;

struct Page
{
    PlacedPage pieces;
    Orientation orientation = Orientation::Portrait;
};

class Printer
{
public:
    Printer(const Report &report, const PageSetup &setup)
        : m_report(report)
        , m_size(setup.paper == PageSetup::Paper::A4 ? QPageSize::A4 : QPageSize::Letter)
    {
        // "Board report, Caribbean, as of 15 February 2007": a window's title, so all that tells it from
        // others.
        m_properties.title = QStringList{report.headLeft, report.headRight}.join(QStringLiteral(", "));
        m_properties.author = report.author;
        m_properties.subject = report.subject;
        m_properties.language = report.language;
        m_properties.created = setup.created;
    }

    Result<QByteArray> print()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&buffer);
            writer.setPageLayout(layoutOf(Orientation::Portrait));
            writer.setResolution(dotsPerInch);
            layOut(writer);
            paint(writer);
        }
        return finishPdf(bytes, m_properties);
    }

private:
    QPageLayout layoutOf(Orientation orientation) const
    {
        QPageLayout layout(m_size, orientation, QMarginsF(), QPageLayout::Point);
        layout.setMode(QPageLayout::FullPageMode);
        return layout;
    }

    Paper paperFor(Orientation orientation, QPaintDevice &device) const
    {
        const QSizeF upright = m_size.size(QPageSize::Point);
        return Paper(orientation == Orientation::Portrait ? upright : upright.transposed(), device);
    }

    Orientation orientationOf(const report::Section &section, QPaintDevice &device) const
    {
        const Paper upright = paperFor(Orientation::Portrait, device);
        for (const report::Block &block : section.blocks) {
            const auto *table = std::get_if<report::BoardTable>(&block);
            if (table && boardTableScale(*table, upright) < smallestUpright)
                return Orientation::Landscape;
        }
        return Orientation::Portrait;
    }

    // Sections that follow each other on the same pages.
    struct Flow
    {
        Pieces pieces;
        Orientation orientation = Orientation::Portrait;
        std::vector<std::pair<QString, size_t>> sections; // title, its first piece
    };

    void add(const Flow &flow, const Paper &paper)
    {
        size_t next = 0;
        for (PlacedPage &page : flowPages(flow.pieces, paper.body().height())) {
            for (const PlacedPiece &placed : page) {
                if (next == flow.sections.size() || placed.place != flow.sections[next].second)
                    continue;
                const int number = int(m_pages.size()) + 1;
                m_sections.push_back({flow.sections[next].first, number});
                m_properties.bookmarks.push_back({flow.sections[next].first, number});
                ++next;
            }
            m_pages.push_back({std::move(page), flow.orientation});
        }
    }

    void layOut(QPaintDevice &device)
    {
        constexpr qreal betweenSections = 26;
        Flow flow;
        flow.pieces = coverPieces(m_report, paperFor(Orientation::Portrait, device));
        for (const report::Section &section : m_report.sections) {
            const Orientation orientation = orientationOf(section, device);
            const bool follows = section.begins == report::Section::Begins::Here
                && orientation == flow.orientation && !flow.sections.empty();
            if (!follows) {
                add(flow, paperFor(flow.orientation, device));
                flow = {{}, orientation, {}};
            }
            Pieces pieces = sectionPieces(section, paperFor(orientation, device));
            pieces.front().gap = betweenSections;
            flow.sections.push_back({section.title, flow.pieces.size()});
            std::move(pieces.begin(), pieces.end(), std::back_inserter(flow.pieces));
        }
        add(flow, paperFor(flow.orientation, device));
    }

    void paint(QPdfWriter &writer)
    {
        QPainter painter(&writer);
        for (size_t i = 0; i < m_pages.size(); ++i) {
            const Page &page = m_pages[i];
            if (i > 0) {
                writer.setPageLayout(layoutOf(page.orientation));
                writer.newPage();
            }
            const Paper paper = paperFor(page.orientation, writer);
            painter.resetTransform();
            painter.scale(paper.unit(), paper.unit());
            PagePainter on(painter, m_sections);
            const QPointF corner = paper.body().topLeft();
            for (const PlacedPiece &placed : page.pieces)
                placed.piece.paint(on, corner + QPointF(0, placed.y));
            paintFurniture(on, paper, int(i) + 1);
            for (const PagePainter::Link &link : on.links()) {
                QRectF area = link.area; // PDF counts upwards
                area.moveTop(paper.size().height() - link.area.bottom());
                m_properties.links.push_back({int(i) + 1, link.page, area});
            }
        }
    }

    // Running head from the second page on, and the foot.
    void paintFurniture(const PagePainter &page, const Paper &paper, int number) const
    {
        constexpr qreal headBaseline = 33.5, footLine = 12, footBaseline = 26;
        const QRectF body = paper.body();
        // Left and right share a line; what is too long here stands on the cover in full.
        const auto pair = [&](const QString &left, const QString &right, qreal y) {
            const QFont font = paperFont(8);
            const PaperText end(paper, {right, font, Token::Ink3}, 11);
            const qreal room = body.width() - end.width() - 12;
            const QString start = QFontMetricsF(font, &paper.device())
                                      .elidedText(left, Qt::ElideRight, std::max(room, 0.0) * paper.unit());
            PaperText(paper, {start, font, Token::Ink3}, 11).draw(page.painter(), {body.left(), y});
            end.draw(page.painter(), {body.right() - end.width(), y});
        };
        if (number > 1)
            pair(m_report.headLeft, m_report.headRight, headBaseline);
        page.line(body.bottomLeft() + QPointF(0, footLine), body.bottomRight() + QPointF(0, footLine), 0.75,
            Token::Line2);
        pair(m_report.footLeft, Tr::tr("Page %1 of %2").arg(number).arg(m_pages.size()),
            body.bottom() + footBaseline);
    }

    const Report &m_report;
    QPageSize m_size;
    PdfProperties m_properties;
    std::vector<Page> m_pages;
    std::vector<SectionPlace> m_sections;
};

} // namespace

Result<void> printPdf(const Report &report, const PageSetup &setup, QIODevice &device)
{
    // Qt writes a page's resources in the order of its hashes, which is another one in every process.
    QHashSeed::setDeterministicGlobalSeed();
    const auto random = qScopeGuard([] { QHashSeed::resetRandomGlobalSeed(); });
    const Result<QByteArray> pdf = Printer(report, setup).print();
    if (!pdf)
        return pdf.error();
    auto *file = qobject_cast<QFileDevice *>(&device);
    const bool written = device.isWritable() && device.write(*pdf) == pdf->size() && (!file || file->flush());
    if (!written) {
        return Error{Tr::tr("The report was not written"), file ? file->fileName() : QString(),
            device.isWritable() ? device.errorString() : Tr::tr("it is not open for writing")};
    }
    return {};
}

} // namespace liaison
