#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// Finds territories by code, ccTLD, name or alias in English, French and Spanish; case, accents and points ignored.
// What stands at two territories is refused and both are named, never guessed.
class TerritoryNames
{
public:
    explicit TerritoryNames(const Store &store);

    Result<QUuid> find(const QString &text) const;
    QString code(QUuid territory) const;
    QString name(QUuid territory) const;

    // The form in which names are compared.
    static QString folded(const QString &text);

private:
    struct Entry
    {
        QUuid id;
        QString code;
        QString name;
    };
    std::vector<Entry> m_territories;
    QHash<QUuid, size_t> m_byId;
    QHash<QString, size_t> m_byCode; // codes and ccTLDs, folded: they win over names
    QHash<QString, std::vector<size_t>> m_byName;
};

} // namespace liaison
