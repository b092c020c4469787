#pragma once

#include "models/exchange/recordentry.h"

#include <QString>

#include <vector>

namespace liaison {

/// What a reference or a reading may be: what is shown, and the text that is written for it.
struct FieldOption
{
    QString shown;
    QString text;
};

/// The choices of a field that refers to rows or holds a reading; none for the others. Rows by what people
/// call them, one called as another is told apart by its key; more than 400 are typed, not chosen.
/// @param row as far as it is written: a reading's levels are those of the indicator it names
std::vector<FieldOption> fieldOptions(
    const EntryText &text, const Entity &entity, const Record &row, const NamedField &named);

} // namespace liaison
