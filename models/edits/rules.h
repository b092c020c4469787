#pragma once

#include "models/domain/draft.h"
#include "models/domain/partialdate.h"
#include "models/domain/result.h"
#include "models/figures/indicator.h"
#include "models/figures/territory.h"

#include <QHash>
#include <QSet>
#include <QUuid>

#include <optional>
#include <vector>

namespace liaison {

class Store;

// What only other rows can tell of a change: a reference that leads somewhere, a level of that indicator, a territory
// that existed on the day. Kept for own changes only: a colleague's edit is never refused, it becomes an issue. Reads
// what it needs once; for one step, as the file may change after it.
class Rules
{
public:
    explicit Rules(const Store &store) : m_store(store) { }

    // Whether the draft may be committed. What the store itself checks (types, required fields, keys) is left to it.
    Result<void> check(const Draft &draft);

    // Whether this can be said of the territory by the date as written.
    Result<void> checkObservation(
        QUuid territory, QUuid indicator, const PartialDate &date, const Value &reading);

    // Null when not on file.
    const Territory *territory(QUuid id);
    const Indicator *indicator(QUuid id);
    // "Barbados, GAC"
    QString place(QUuid territory, QUuid indicator);

private:
    // What the row will hold in a field.
    Value valueAfter(const Change &change, QLatin1StringView field);
    Result<void> checkReferences(const Change &change);
    Result<void> checkObservation(const Change &change);
    Result<void> checkTarget(const Change &change);
    Result<void> checkRow(const Change &change);
    bool isOnFile(const QString &entity, QUuid row);

    const Store &m_store;
    QSet<QUuid> m_created; // by the draft under check
    QHash<QUuid, bool> m_onFile;
    QHash<QUuid, std::optional<Territory>> m_territories;
    std::optional<std::vector<Indicator>> m_indicators;
};

} // namespace liaison
