#pragma once

#include "models/exchange/recordentry.h"

#include <QString>

#include <vector>

namespace liaison {

/// What a reading may be: what is shown, and the text that is written for it.
struct FieldOption
{
    QString shown;
    QString text;
};

/// The levels of the indicator that a row names; none for other scales.
/// @param row as far as it is written
std::vector<FieldOption> readingOptions(const EntryText &text, const Entity &entity, const Record &row);

} // namespace liaison
