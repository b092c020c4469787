#pragma once

#include <QMetaType>
#include <QSet>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

// What a commit changed, told after it is safe on disk.
struct ChangeSet
{
    struct Row
    {
        QString entity;
        QUuid row;
        QSet<QString> fields; // "life" when it came or went
    };

    std::vector<Row> rows;
    bool everything = false; // too much to name: read again

    bool touches(QLatin1StringView entity) const
    {
        if (everything)
            return true;
        for (const Row &row : rows) {
            if (row.entity == entity)
                return true;
        }
        return false;
    }
};

} // namespace liaison
