#pragma once

#include "models/domain/record.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace liaison {

// What somebody wants of one row.
struct Change
{
    enum class Kind {
        Create, // a new row; of a natural key that stood before and was deleted: that row again
        Edit,   // fields of a row, brought back if it was deleted
        Delete, // the row
        Erase,  // the row for good, and every sealed value it ever had or will get (store.md, R12)
        Keep,   // the row, against a deletion that did not see all of it: bring it back or settle the conflict
    };

    Kind kind = Kind::Edit;
    QLatin1StringView entity;
    QUuid row;
    qint64 seen = 0; // Record::version() of what was looked at
    std::vector<std::pair<QLatin1StringView, Value>> fields;
};

// What somebody wants changed, in one step, and what they had seen of it. Becomes one edit, or several in one group
// when it is large; whole or not at all.
class Draft
{
public:
    // The label names the act in history and undo ("Set Barbados, GAC"); it outlives erasure, so it never holds
    // personal or free text.
    explicit Draft(QString label) : m_label(std::move(label)) { }

    void create(const Entity &entity, QUuid row, std::vector<std::pair<QLatin1StringView, Value>> fields);
    void edit(const Record &seen, std::vector<std::pair<QLatin1StringView, Value>> fields);
    void remove(const Record &seen);
    void keep(const Record &seen);
    // Cannot be undone.
    void erase(const Record &seen);

    const QString &label() const { return m_label; }
    const std::vector<Change> &changes() const { return m_changes; }
    bool isEmpty() const { return m_changes.empty(); }
    bool erases() const;

private:
    QString m_label;
    std::vector<Change> m_changes;
};

} // namespace liaison
