#pragma once

#include "models/domain/partialdate.h"
#include "models/domain/result.h"
#include "models/edits/editor.h"
#include "models/exchange/csv.h"

#include <QString>

#include <vector>

namespace liaison {

// The board sheet: one row a territory (column `code` or `territory`), one column an indicator. Reads what
// `board --format csv` writes; other columns are named and left; an empty cell says nothing.
struct BoardImport
{
    struct Refusal
    {
        int line = 0;
        int column = 0; // character, from 1
        QString message;
    };

    std::vector<Observation> observations; // new and changed ones
    int added = 0;                         // cells, as the two below
    int changed = 0;
    int same = 0;
    std::vector<Refusal> refused; // in the order of the sheet
    QStringList leftColumns;      // named and left

    QString summary() const; // "5 new, 1 changed, 20 same, 27 refused"
};

// What is not said here is said of new values only: a value that stands already keeps its source and certainty.
struct BoardImportOptions
{
    PartialDate date;
    QString source;    // empty: the file's name
    QString certainty; // empty: reported
};

// Reads and compares; writes nothing. An error when the sheet as a whole cannot be read. A bad cell is refused alone; a
// row that names no territory, or two, or one that stood before, is refused whole.
Result<BoardImport> readBoardSheet(const Store &store, const QByteArray &bytes, const QString &fileName,
    const BoardImportOptions &options);
// Writes what was read, as one step; without anything to write no edit is made. What was refused stays out: whether
// that is wanted is for the caller to decide.
Result<EditName> applyBoardSheet(Editor &editor, const BoardImport &sheet);

} // namespace liaison
