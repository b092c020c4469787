#include "views/reports/pdffinish.h"

#include <QCoreApplication>
#include <QLibrary>

#include <qpdf/qpdf-c.h>

#include <optional>

namespace liaison {

namespace {

// libqpdf brings a dozen libraries with it, which would take a third of the time until main() of every start. So it is
// not linked but opened when the first PDF is finished; the names and types are those of its header.
#define LIAISON_QPDF_FUNCTIONS(F) \
    F(init) F(cleanup) F(silence_errors) F(set_suppress_warnings) F(has_error) F(get_error) \
    F(get_error_full_text) F(read_memory) F(get_num_pages) F(get_page_n) F(get_root) F(get_trailer) \
    F(make_indirect_object) F(oh_parse) F(oh_new_dictionary) F(oh_new_array) F(oh_new_integer) \
    F(oh_new_real_from_double) F(oh_new_string) F(oh_new_unicode_string) F(oh_append_item) F(oh_replace_key) \
    F(oh_remove_key) F(oh_get_key) F(oh_is_array) F(init_write_memory) F(set_deterministic_ID) \
    F(set_compress_streams) F(set_object_stream_mode) F(write) F(get_buffer) F(get_buffer_length)

struct Functions
{
#define LIAISON_DECLARE(name) decltype(&qpdf_##name) name = nullptr;
    LIAISON_QPDF_FUNCTIONS(LIAISON_DECLARE)
#undef LIAISON_DECLARE
    QString missing; // why they cannot be called, else empty
};

const Functions &functions()
{
    static const Functions all = [] {
        Functions found;
        QLibrary library(QStringLiteral(LIAISON_QPDF));
        if (!library.load()) {
            found.missing = library.errorString();
            return found;
        }
#define LIAISON_RESOLVE(name) \
    found.name = reinterpret_cast<decltype(found.name)>(library.resolve("qpdf_" #name)); \
    if (!found.name) \
        found.missing = library.errorString();
        LIAISON_QPDF_FUNCTIONS(LIAISON_RESOLVE)
#undef LIAISON_RESOLVE
        return found;
    }();
    return all;
}

// A PDF being finished. Handles live as long as it does; what goes wrong is told at the end by error().
class Pdf
{
public:
    using Handle = qpdf_oh;

    explicit Pdf(const QByteArray &raw)
        : m_data(f.init())
    {
        f.silence_errors(m_data);
        f.set_suppress_warnings(m_data, QPDF_TRUE);
        f.read_memory(m_data, "report", raw.constData(), static_cast<unsigned long long>(raw.size()), nullptr);
        if (f.has_error(m_data))
            return;
        for (int i = 0; i < f.get_num_pages(m_data); ++i)
            m_pages.push_back(f.get_page_n(m_data, static_cast<size_t>(i)));
    }
    ~Pdf() { f.cleanup(&m_data); }
    Q_DISABLE_COPY_MOVE(Pdf)

    std::optional<QString> error()
    {
        if (!f.has_error(m_data))
            return {};
        return QString::fromLocal8Bit(f.get_error_full_text(m_data, f.get_error(m_data)));
    }

    void addProperties(const PdfProperties &properties)
    {
        const Handle root = f.get_root(m_data);
        f.oh_remove_key(m_data, root, "/Metadata"); // Qt's own has the time of day in it
        set(root, "/Lang", text(properties.language));
        set(root, "/ViewerPreferences", parsed("<< /DisplayDocTitle true >>"));

        const Handle info = f.oh_new_dictionary(m_data);
        set(info, "/Title", text(properties.title));
        set(info, "/Author", text(properties.author));
        set(info, "/Subject", text(properties.subject));
        set(info, "/Creator", text(QStringLiteral("Liaison " LIAISON_VERSION)));
        set(info, "/CreationDate", date(properties.created));
        set(info, "/ModDate", date(properties.created));
        set(f.get_trailer(m_data), "/Info", indirect(info));
    }

    // ISO 32000-1, 12.3.3
    void addOutline(const std::vector<PdfProperties::Bookmark> &bookmarks)
    {
        if (bookmarks.empty())
            return;
        const Handle outline = indirect(parsed("<< /Type /Outlines >>"));
        std::vector<Handle> items;
        for (const PdfProperties::Bookmark &bookmark : bookmarks) {
            const Handle item = indirect(f.oh_new_dictionary(m_data));
            set(item, "/Title", text(bookmark.title));
            set(item, "/Parent", outline);
            set(item, "/Dest", destination(bookmark.page));
            items.push_back(item);
        }
        for (size_t i = 1; i < items.size(); ++i) {
            set(items[i - 1], "/Next", items[i]);
            set(items[i], "/Prev", items[i - 1]);
        }
        set(outline, "/First", items.front());
        set(outline, "/Last", items.back());
        set(outline, "/Count", f.oh_new_integer(m_data, static_cast<long long>(items.size())));
        set(f.get_root(m_data), "/Outlines", outline);
    }

    void addLink(const PdfProperties::Link &link)
    {
        const Handle note = parsed("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");
        const Handle area = f.oh_new_array(m_data);
        for (qreal edge : {link.area.left(), link.area.top(), link.area.right(), link.area.bottom()})
            f.oh_append_item(m_data, area, f.oh_new_real_from_double(m_data, edge, 2));
        set(note, "/Rect", area);
        set(note, "/Dest", destination(link.to));
        const Handle page = m_pages.at(static_cast<size_t>(link.from - 1));
        if (!f.oh_is_array(m_data, f.oh_get_key(m_data, page, "/Annots")))
            set(page, "/Annots", f.oh_new_array(m_data));
        f.oh_append_item(m_data, f.oh_get_key(m_data, page, "/Annots"), indirect(note));
    }

    QByteArray written()
    {
        f.init_write_memory(m_data);
        f.set_deterministic_ID(m_data, QPDF_TRUE); // from the content, not from the clock
        f.set_compress_streams(m_data, QPDF_TRUE);
        f.set_object_stream_mode(m_data, qpdf_o_generate);
        f.write(m_data);
        if (f.has_error(m_data))
            return {};
        return QByteArray(reinterpret_cast<const char *>(f.get_buffer(m_data)),
            static_cast<qsizetype>(f.get_buffer_length(m_data)));
    }

private:
    void set(Handle dictionary, const char *key, Handle value)
    {
        f.oh_replace_key(m_data, dictionary, key, value);
    }
    Handle parsed(const char *object) { return f.oh_parse(m_data, object); }
    Handle indirect(Handle object) { return f.make_indirect_object(m_data, object); }
    Handle text(const QString &value)
    {
        return f.oh_new_unicode_string(m_data, value.toUtf8().constData());
    }
    // ISO 32000-1, 7.9.4
    Handle date(const QDateTime &time)
    {
        return f.oh_new_string(
            m_data, time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toUtf8().constData());
    }
    // The top of a page, as it is.
    Handle destination(int page)
    {
        const Handle target = f.oh_new_array(m_data);
        f.oh_append_item(m_data, target, m_pages.at(static_cast<size_t>(page - 1)));
        for (const char *part : {"/XYZ", "null", "null", "null"})
            f.oh_append_item(m_data, target, parsed(part));
        return target;
    }

    const Functions &f = functions();
    qpdf_data m_data;
    std::vector<Handle> m_pages;
};

} // namespace

Result<QByteArray> finishPdf(const QByteArray &raw, const PdfProperties &properties)
{
    const auto failed = [](const QString &why) {
        return Error{QCoreApplication::translate("liaison::PdfPrinter", "The PDF could not be made"), {}, why};
    };
    if (!functions().missing.isEmpty())
        return failed(functions().missing);
    Pdf pdf(raw);
    if (const auto why = pdf.error())
        return failed(*why);
    pdf.addProperties(properties);
    pdf.addOutline(properties.bookmarks);
    for (const PdfProperties::Link &link : properties.links)
        pdf.addLink(link);
    const QByteArray bytes = pdf.written();
    if (const auto why = pdf.error())
        return failed(*why);
    return bytes;
}

} // namespace liaison
