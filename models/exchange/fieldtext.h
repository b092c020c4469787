#pragma once

#include "models/domain/entity.h"
#include "models/figures/territorynames.h"

#include <QJsonValue>
#include <QLocale>
#include <QString>

namespace liaison {

class Store;

// Text to values and back, for every field of the catalogue: files and the command line have no locale, people do.
class FieldText
{
public:
    explicit FieldText(const Store &store);

    // Dates 2007, 2007-02, 2007-02-15; yes or no; USD 1650; several values by commas; references by key, UUID or
    // its beginning, territories also by name. Empty: no value. An error names the field.
    Result<Value> parse(const Field &field, const QString &text) const;
    // As parse() reads it.
    QString format(const Field &field, const Value &value) const;
    // For JSON: null, numbers, true and false, text, lists, {"amount","currency"}, parts as objects.
    QJsonValue json(const Field &field, const Value &value) const;
    // For people.
    QString display(const Field &field, const Value &value, const QLocale &locale) const;

private:
    const Store &m_store;
    TerritoryNames m_territories;
};

} // namespace liaison
