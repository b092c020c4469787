#include "views/reports/pdffinish.h"

#include <QCoreApplication>

#define POINTERHOLDER_TRANSITION 4 // says that we know of the change to std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace liaison {

namespace {

using Handle = QPDFObjectHandle;

Handle text(const QString &value)
{
    return Handle::newUnicodeString(value.toStdString());
}

// ISO 32000-1, 7.9.4
Handle date(const QDateTime &time)
{
    return Handle::newString(time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString());
}

// The top of a page, as it is.
Handle destination(const std::vector<Handle> &pages, int page)
{
    Handle target = Handle::newArray();
    target.appendItem(pages.at(static_cast<size_t>(page - 1)));
    for (const char *part : {"/XYZ", "null", "null", "null"})
        target.appendItem(Handle::parse(part));
    return target;
}

// ISO 32000-1, 12.3.3
void addOutline(
    QPDF &pdf, const std::vector<Handle> &pages, const std::vector<PdfProperties::Bookmark> &bookmarks)
{
    if (bookmarks.empty())
        return;
    Handle outline = pdf.makeIndirectObject(Handle::parse("<< /Type /Outlines >>"));
    std::vector<Handle> items;
    for (const PdfProperties::Bookmark &bookmark : bookmarks) {
        Handle item = Handle::newDictionary();
        item.replaceKey("/Title", text(bookmark.title));
        item.replaceKey("/Parent", outline);
        item.replaceKey("/Dest", destination(pages, bookmark.page));
        items.push_back(pdf.makeIndirectObject(item));
    }
    for (size_t i = 1; i < items.size(); ++i) {
        items[i - 1].replaceKey("/Next", items[i]);
        items[i].replaceKey("/Prev", items[i - 1]);
    }
    outline.replaceKey("/First", items.front());
    outline.replaceKey("/Last", items.back());
    outline.replaceKey("/Count", Handle::newInteger(static_cast<long long>(items.size())));
    pdf.getRoot().replaceKey("/Outlines", outline);
}

void addLink(QPDF &pdf, const std::vector<Handle> &pages, const PdfProperties::Link &link)
{
    Handle note = Handle::parse("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");
    Handle area = Handle::newArray();
    for (qreal edge : {link.area.left(), link.area.top(), link.area.right(), link.area.bottom()})
        area.appendItem(Handle::newReal(edge, 2));
    note.replaceKey("/Rect", area);
    note.replaceKey("/Dest", destination(pages, link.to));
    Handle page = pages.at(static_cast<size_t>(link.from - 1));
    if (!page.getKey("/Annots").isArray())
        page.replaceKey("/Annots", Handle::newArray());
    page.getKey("/Annots").appendItem(pdf.makeIndirectObject(note));
}

void addProperties(QPDF &pdf, const PdfProperties &properties)
{
    Handle root = pdf.getRoot();
    root.removeKey("/Metadata"); // Qt's own has the time of day in it
    root.replaceKey("/Lang", text(properties.language));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));

    Handle info = Handle::newDictionary();
    info.replaceKey("/Title", text(properties.title));
    info.replaceKey("/Author", text(properties.author));
    info.replaceKey("/Subject", text(properties.subject));
    info.replaceKey("/Creator", text(QStringLiteral("Liaison " LIAISON_VERSION)));
    info.replaceKey("/CreationDate", date(properties.created));
    info.replaceKey("/ModDate", date(properties.created));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &raw, const PdfProperties &properties)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", raw.constData(), static_cast<size_t>(raw.size()));
        std::vector<Handle> pages;
        for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages())
            pages.push_back(page.getObjectHandle());
        addProperties(pdf, properties);
        addOutline(pdf, pages, properties.bookmarks);
        for (const PdfProperties::Link &link : properties.links)
            addLink(pdf, pages, link);

        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true); // from the content, not from the clock
        writer.setCompressStreams(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize()));
    } catch (const std::exception &reason) {
        return Error{QCoreApplication::translate("liaison::PdfPrinter", "The PDF could not be made"), {},
            QString::fromLocal8Bit(reason.what())};
    }
}

} // namespace liaison
