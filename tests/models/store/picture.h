#pragma once

#include "models/store/store.h"
#include "tests/models/store/oracle.h"

#include <map>
#include <set>

namespace liaison {

// All that a file shows, for comparing one file with another and with the oracle.
struct Picture
{
    struct Row
    {
        bool hidden = false;
        std::map<QString, Value> values; // those that are there
        std::set<QString> conflicts;

        bool operator==(const Row &) const = default;
    };
    struct Listed
    {
        Value shown;
        std::map<EditName, Value> candidates;

        bool operator==(const Listed &) const = default;
    };

    std::map<oracle::RowId, Row> rows;
    std::map<std::pair<oracle::RowId, QString>, Listed> conflicts;
    std::set<EditName> edits;
    qint64 waiting = 0;

    bool operator==(const Picture &) const = default;
};

Picture pictureOf(const Store &store);
// What a file with these edits must show to a program with this catalogue.
Picture pictureOf(const oracle::Truth &truth, const Catalogue &catalogue);
// The first difference in words; empty when there is none.
QString difference(const Picture &seen, const Picture &expected);
QString shownText(const Value &value);
// What of the second picture an observer of the store, having heard these changes, would not know. Empty: all
// was told.
QString untold(const Picture &before, const Picture &after, const std::vector<ChangeSet> &told);

} // namespace liaison
