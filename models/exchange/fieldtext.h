#pragma once

#include "models/domain/entity.h"
#include "models/figures/territorynames.h"

#include <QJsonValue>
#include <QLocale>
#include <QSet>
#include <QString>
#include <QUuid>

namespace liaison {

class Store;

// Text to values and back, for every field of the catalogue: files and the command line have no locale, people do.
// Names of territories are read once, when it is made.
class FieldText
{
public:
    explicit FieldText(const Store &store);

    // Dates 2007, 2007-02, 2007-02-15; yes or no; USD 1650; several values by commas, one that holds a comma in double
    // quotes; references by key, UUID or its beginning, territories also by ccTLD, name or alias; a row of any entity
    // as entity:ID. Several parts at once as value=represented,certainty=official. Empty: no value. An error names the
    // field.
    // A reading is taken as it looks (digits are a count, money, else a word such as a level's code): whether its
    // indicator can say that is checked where it is recorded.
    Result<Value> parse(const Field &field, const QString &text) const;
    // A row that is not on file yet: its UUID is taken for a reference, because the same step creates it.
    void expect(QUuid row) { m_expected.insert(row); }
    const TerritoryNames &territories() const { return m_territories; }
    // As parse() reads it.
    QString format(const Field &field, const Value &value) const;
    // For JSON: null, numbers, true and false, text (decimals too, so that none is rounded), lists,
    // {"amount","currency"}, parts as objects; references as natural key or UUID.
    QJsonValue json(const Field &field, const Value &value) const;
    // For people; plain text.
    QString display(const Field &field, const Value &value, const QLocale &locale) const;

private:
    Result<Value> parseOne(const Field &field, const QString &text) const;
    Result<Value> parseRow(const Field &field, const QString &text) const;
    Result<Value> parseAnyRow(const Field &field, const QString &text) const;
    Result<Value> parseList(const Field &field, const QString &text) const;
    Result<Value> parseParts(const Field &field, const QString &text) const;

    const Store &m_store;
    TerritoryNames m_territories;
    QSet<QUuid> m_expected;
};

} // namespace liaison
