#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace liaison {

// RFC 4180 with what spreadsheets write: a byte order mark, LF, CR or CRLF, a quoted field over several lines. An own
// reader, because no library in Debian tells where a fault lies.
struct CsvRow
{
    int line = 0;             // in the file, of the row's beginning
    std::vector<int> lines;   // the line in which each field begins: a quoted field before it may span several
    std::vector<int> columns; // the character in that line at which each field begins, from 1
    QStringList fields;
};

// Rows of cells from text. A line without a character is a row of one empty cell when blank lines are kept (a copied
// column has them), and nothing when they are skipped (the end of a file has them).
enum class BlankLines { Keep, Skip };
Result<std::vector<CsvRow>> readCells(const QString &text, QChar separator, BlankLines blankLines,
    const QString &name);

// At most 64 MiB, 1,048,576 rows, 1,000 columns, 10 million fields, 32,767 characters a field. UTF-8 (with or without
// a byte order mark) or UTF-16 with one; anything else is refused with its place, "NAME:LINE:COLUMN". Blank lines are
// skipped; a row may be shorter or longer than others.
Result<std::vector<CsvRow>> readCsv(const QByteArray &bytes, const QString &name);

// A field quoted where it must be; LF at the end. Nothing is changed, also not what looks like a formula: what is
// written is read back unchanged.
QString csvLine(const QStringList &fields);

} // namespace liaison
