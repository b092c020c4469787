#pragma once

#include "models/domain/draft.h"
#include "models/exchange/recordentry.h"

#include <QString>
#include <QUuid>

#include <utility>
#include <vector>

namespace liaison {

// A row that a reference may be.
struct RowChoice
{
    QLatin1StringView entity;
    QUuid row;
    QString title; // what it is called, with its key where it has one
    QString detail; // tells it from others of that name; may be empty
    bool isNew = false; // not on file: created by the same step
};

// What people mean when they type the name of a row: found among all rows of a file, however many there are,
// and among those that the same step creates.
class RowChoices
{
public:
    // The text must outlive it; what is created here is made known to it.
    explicit RowChoices(EntryText &text);

    // Rows that have the words typed, each by its beginning: first those whose name begins so. Of a very
    // common word not all are looked at. Nothing typed: the first rows.
    std::vector<RowChoice> matching(const Field &field, const QString &typed, size_t most) const;
    // Every row of exactly this name, key or alias; case and accents ignored.
    std::vector<RowChoice> called(const Field &field, const QString &typed) const;
    // As RecordEntry reads it.
    QString text(const Field &field, const RowChoice &choice) const;

    // "Organisation"; of a reference to any row "Record".
    QString kindOf(const Field &field) const;
    // What a row can be made of when only its name is known. Null: rows of what the field refers to are not
    // made so.
    const Field *nameField(const Field &field) const;
    // Whether a name alone makes such a row.
    bool isNameEnough(const Field &field) const;
    RowChoice add(const Entity &entity, FieldValues values);
    // Creates those of the rows added here that the row refers to.
    void addTo(Draft &draft, const Record &row) const;

private:
    struct New
    {
        RowChoice choice;
        FieldValues values;
    };

    std::vector<const Entity *> entities(const Field &field) const;
    std::vector<std::pair<int, Record>> ranked(
        const Entity &entity, const QString &typed, qint64 limit) const;
    RowChoice choiceOf(const Record &record) const;
    QString detailOf(const Record &record) const;

    EntryText &m_text;
    std::vector<New> m_new;
};

} // namespace liaison
