#pragma once

#include "models/domain/entity.h"

#include <QByteArray>

#include <vector>

namespace liaison {

// What can be recorded: the one list that drives record tables, forms, columns, search, CSV, history labels and the
// checks on edits. Adding a field is one line here; a file made with another catalogue is rebuilt when it is opened.
class Catalogue
{
public:
    explicit Catalogue(std::vector<Entity> entities);

    // The entities of this program, in the order lists show them.
    static const Catalogue &builtIn();

    const std::vector<Entity> &entities() const { return m_entities; }
    const Entity *entity(QAnyStringView name) const;

    // Equal for catalogues that give equal record tables.
    QByteArray fingerprint() const;

private:
    std::vector<Entity> m_entities;
};

// The id of a row with a natural key: UUIDv5 of "entity:key", the same on every laptop.
QUuid naturalId(QStringView entity, const QString &key);

} // namespace liaison
