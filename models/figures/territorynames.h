#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Finds territories by code, ccTLD, name or alias in English, French and Spanish; case, accents and points
// ignored. What stands at two territories is refused and both are named, never guessed.
class TerritoryNames
{
public:
    explicit TerritoryNames(const Store &store);

    Result<QUuid> find(const QString &text) const;
    // Every territory the text may mean, by code.
    std::vector<QUuid> all(const QString &text) const;
    // Empty for what is no territory on file.
    QString code(QUuid territory) const;
    QString name(QUuid territory) const;

    // The form in which names are compared: compatibility decomposition (Unicode NFKD) without marks, case
    // folded, without points and apostrophes, spaces and hyphens as one space.
    static QString folded(const QString &text);
    // Whether each word of a text begins a word of the name, both folded.
    static bool isNamed(const QString &name, const QString &text);

private:
    struct Entry
    {
        QUuid id;
        QString code;
        QString name;
    };
    using Index = QHash<QString, std::vector<size_t>>; // folded text to places in m_territories

    void add(Index &index, const QString &text, size_t territory);
    const std::vector<size_t> *places(const QString &folded) const;
    Error ambiguous(const QString &text, const std::vector<size_t> &found) const;
    QString nearest(const QString &folded) const;
    QString told(size_t territory) const; // "MF (St. Martin)"

    std::vector<Entry> m_territories; // by code
    QHash<QUuid, size_t> m_byId;
    Index m_byCode; // wins over a ccTLD
    Index m_byCctld; // wins over a name
    Index m_byName;
};

} // namespace liaison
