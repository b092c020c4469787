#pragma once

#include "models/figures/outreachtimes.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

// A number of what was done, by what it is of: asked again it has the same rows behind it.
struct OutreachQuestion
{
    QString figure; // its code
    QDate day; // the twelve months to it; of what lasts, the day
    std::optional<int> quarter = {}; // instead of the twelve months what happened in it until the day
    QUuid territory = {}; // null: of all
    OutreachScope scope = {};
};

// Empty for a figure that there is not.
std::vector<OutreachRow> outreachRows(const Store &store, const OutreachQuestion &question);

} // namespace liaison
