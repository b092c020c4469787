#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// A set of territories of the liaison's own choosing, in board order.
struct Region
{
    struct Member
    {
        QUuid territory;
        QString certainty = {}; // of the name in this row, empty when nobody doubts it; "assumed": reconstructed
        QString evidence = {};
        QString doubt = {}; // why the reconstruction is weak, else empty
        QUuid row = {};     // the region_territory; null of a set named on the command line
    };

    QUuid id; // null for a set named on the command line
    QString name;
    std::vector<Member> members;
};

// By position, then name. Members whose territory is not on file (not here yet, or deleted) are left out.
std::vector<Region> regions(const Store &store);
// A region's name (case ignored), "CODE,CODE,..." in the order written, or with no text the file's first.
Result<Region> findRegion(const Store &store, const QString &text);

} // namespace liaison
