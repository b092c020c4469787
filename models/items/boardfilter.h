#pragma once

#include "models/figures/board.h"

#include <QString>

#include <optional>

namespace liaison {

struct BoardChange;

// Which rows and columns of a board are shown. What is hidden still counts: totals are of the whole region.
struct BoardFilter
{
    enum class Observed { AnyTime, LastYear, Stale };

    QString text = {}; // each word begins a word of the name, or is the code; case and accents ignored
    QString project = {}; // code; empty: all
    std::optional<Standing> standing = {}; // some shown cell of the row stands so
    Observed observed =
        Observed::AnyTime; // when a shown cell of the row was observed, seen from the board's date
    QString certainty = {}; // of some shown cell of the row; empty: any

    bool isSet() const { return *this != BoardFilter(); }
    bool showsColumn(const Indicator &indicator) const;
    bool showsRow(const Board &board, size_t row) const;
    // As the board shows its row and column; of a territory that is not on it any more only the text can
    // tell.
    bool showsChange(const Board &board, const BoardChange &change) const;

    bool operator==(const BoardFilter &) const = default;
};

} // namespace liaison
