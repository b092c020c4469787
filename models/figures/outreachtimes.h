#pragma once

#include "models/figures/outreach.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

// Of what alone is told; nothing set: of everything.
struct OutreachScope
{
    QUuid project = {};
    std::optional<Region> region = {}; // see OutreachRow::isIn()

    bool has(const OutreachRow &row) const;
};

// What happened of a figure, quarter by quarter, in parts that add up to what happened: what is of several
// projects is a part of its own, or it would count twice.
struct OutreachTimes
{
    struct Part
    {
        enum class Of { Project, Several, None };

        Of of = Of::Project;
        QUuid project; // null but of a project; also when the project is not on file any more
        QString code;
        QString title;
        QString colourLight;
        QString colourDark;
    };
    struct Quarter
    {
        int quarter = 0; // see OutreachQuarter
        std::vector<qint64> numbers; // one a part

        qint64 total() const;
    };

    QString figure; // its code
    QString title;
    QDate until;
    QUuid project; // of which alone this is; null: of all
    bool isSum = false; // numbers add up a field of the records, they do not count them
    bool lasts = false; // lastYear is what is in force on the day
    std::vector<Part> parts = {}; // those there are, projects in their order
    std::vector<Quarter> quarters = {}; // in which something happened, by time
    std::optional<qint64> lastYear = {}; // in the twelve months until the day, each once

    qint64 total() const; // of all quarters
};

// Everything until a day. Reads all rows: of a large file not in the thread of the window.
OutreachTimes outreachTimes(
    const Store &store, const OutreachFigure &figure, QDate until, const OutreachScope &scope = {});

// The rows behind a quarter.
std::vector<OutreachRow> outreachRowsOfQuarter(const Store &store, const OutreachFigure &figure, int quarter,
    QDate until, const OutreachScope &scope = {});

} // namespace liaison
