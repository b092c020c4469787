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
    int line = 0;                // in the file, of the row's beginning
    std::vector<int> columns;    // the character in the line at which each field begins, from 1
    QStringList fields;
};

// At most 64 MiB, 1,000 columns, 32,767 characters a field. UTF-8 (with or without a byte order mark) or UTF-16 with
// one; anything else is refused with its place.
Result<std::vector<CsvRow>> readCsv(const QByteArray &bytes, const QString &name);

// A field quoted where it must be; LF at the end. Nothing is changed, also not what looks like a formula: what is
// written is read back unchanged.
QString csvLine(const QStringList &fields);

} // namespace liaison
