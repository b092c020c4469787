#pragma once

#include "models/domain/value.h"

#include <QLatin1StringView>
#include <QString>

#include <vector>

namespace liaison {

// Which records are asked for.
struct Query
{
    struct Filter
    {
        QString field; // a field, or a part of a field of parts
        Value value;   // equal; among several values: contained; no value: missing
    };
    enum class Rows { Visible, Hidden, All };

    QLatin1StringView entity;
    std::vector<Filter> where = {};
    QString search = {}; // each word by its beginning, case and accents ignored
    QString sortBy = {}; // a field or part; empty: by position, key, title
    Qt::SortOrder order = Qt::AscendingOrder;
    qint64 limit = -1;
    qint64 offset = 0;
    Rows rows = Rows::Visible;
};

} // namespace liaison
