#include "models/items/clipboardtable.h"

#include "models/items/boardpaste.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString escaped(const QString &text)
{
    // An apostrophe before it is how spreadsheets write that a cell is text.
    static const QString formulaStarts = u"=+-@\t\r"_s;
    const bool isFormula = text.size() > 1 && formulaStarts.contains(text.front());
    return ((isFormula ? u"'"_s : QString()) + text).toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString line(const QStringList &cells, const QString &tag)
{
    QString html = u"<tr>"_s;
    for (const QString &cell : cells)
        html += u"<%1>%2</%1>"_s.arg(tag, escaped(cell));
    return html + u"</tr>\n"_s;
}

} // namespace

QString ClipboardTable::toText() const
{
    return blockText(rows);
}

QString ClipboardTable::toHtml() const
{
    QString html = u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\">\n"_s;
    if (!head.isEmpty())
        html += u"<thead>"_s + line(head, u"th"_s) + u"</thead>\n"_s;
    html += u"<tbody>\n"_s;
    for (const QStringList &row : tableRows.empty() ? rows : tableRows)
        html += line(row, u"td"_s);
    return html + u"</tbody>\n</table>\n"_s;
}

std::unique_ptr<QMimeData> ClipboardTable::toMime() const
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(toText());
    mime->setHtml(u"<html><head><meta charset=\"utf-8\"></head><body>\n"_s + toHtml() + u"</body></html>"_s);
    return mime;
}

} // namespace liaison
