#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QMimeData;

namespace liaison {

// Cells for the clipboard, as plain text for spreadsheets and for pasting back, and as a table with its heads
// for mails and documents. In the table every letter of the data is escaped, and what a spreadsheet would
// take for a formula stands as text.
struct ClipboardTable
{
    QStringList head; // of the table only; empty: none
    std::vector<QStringList> rows;
    std::vector<QStringList> tableRows = {}; // what the table says instead of the rows; empty: the same

    QString toText() const;
    QString toHtml() const;
    std::unique_ptr<QMimeData> toMime() const;
};

} // namespace liaison
