#pragma once

#include "models/domain/entity.h"

#include <QSet>
#include <QUuid>

#include <vector>

namespace liaison {

// A row as read from a store. A value, cheap to keep; it does not follow later changes.
class Record
{
public:
    Record() = default;
    Record(const Entity &entity, QUuid id)
        : m_entity(&entity), m_id(id), m_values(entity.fields.size())
    {
    }

    bool isNull() const { return m_entity == nullptr; }
    const Entity &entity() const { return *m_entity; }
    QUuid id() const { return m_id; }

    const Value &value(QLatin1StringView field) const;
    const Value &valueAt(int index) const { return m_values[static_cast<size_t>(index)]; }
    void setValueAt(int index, Value value) { m_values[static_cast<size_t>(index)] = std::move(value); }

    // Up to which edit of the file the reader saw this row (store.md, R7). Goes into the draft that changes it.
    qint64 version() const { return m_version; }
    void setVersion(qint64 version) { m_version = version; }

    // Deleted rows are read only when asked for.
    bool isHidden() const { return m_hidden; }
    void setHidden(bool hidden) { m_hidden = hidden; }

    // Fields with more than one value nobody has chosen between; "life" when deleted and changed at once.
    const QSet<QString> &conflicts() const { return m_conflicts; }
    void addConflict(const QString &field) { m_conflicts.insert(field); }

private:
    const Entity *m_entity = nullptr;
    QUuid m_id;
    std::vector<Value> m_values;
    qint64 m_version = 0;
    bool m_hidden = false;
    QSet<QString> m_conflicts;
};

// In the place of a field's name where a row's being there or not is meant.
inline constexpr QLatin1StringView lifeField{"life"};
// What it says then.
inline constexpr QLatin1StringView aliveLife{"alive"}, deletedLife{"deleted"};

} // namespace liaison
