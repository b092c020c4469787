#pragma once

#include "models/domain/result.h"

#include <QDateTime>

class QIODevice;

namespace liaison {

struct Report;

struct PageSetup
{
    enum class Paper { A4, Letter };

    Paper paper = Paper::A4;
    QDateTime created; // stands in the file as its date; from the injected clock, so that a test can fix it
};

// Lays a report out on pages and writes them as a PDF: fonts embedded, text selectable, an outline, the title
// among the properties. The same report and setup give the same bytes. Fonts must be there (initStyle()); no
// display is needed.
// @param device open for writing; the PDF is made whole before its first byte is written, so an error in
// making it
//               leaves the device as it was. An error in writing (no space) says so; what was written is of
//               no use.
Result<void> printPdf(const Report &report, const PageSetup &setup, QIODevice &device);

} // namespace liaison
