#pragma once

#include "models/figures/agenda.h"
#include "models/figures/region.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

// Which items of the agenda are looked at.
struct AgendaFilter
{
    QString text; // each word by the beginning of one of the title's, case and accents ignored
    std::optional<AgendaItem::Kind> kind;
    QUuid project;
    QUuid territory;
    std::optional<Region> region; // none: all

    bool isSet() const { return !text.isEmpty() || kind || !project.isNull() || !territory.isNull(); }
    // What is in no territory in particular is in every region.
    bool shows(const AgendaItem &item) const;
    std::vector<AgendaItem> shown(const std::vector<AgendaItem> &items) const;
};

} // namespace liaison
