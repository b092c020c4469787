#pragma once

#include "models/domain/editname.h"
#include "models/domain/result.h"

#include <QUuid>

#include <vector>

namespace liaison {

class Editor;

// Which indicators are the columns of the board, and in which order. It is part of the file: map, trends,
// reports and commands follow. Each is one step; a null name when nothing changed.

// These, in this order, and no others.
Result<EditName> showColumns(Editor &editor, const std::vector<QUuid> &columns);
// Each indicator as it was when it was first recorded.
Result<EditName> standardColumns(Editor &editor);

} // namespace liaison
