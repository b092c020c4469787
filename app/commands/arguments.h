#pragma once

#include "app/commands/command.h"
#include "models/domain/draft.h"
#include "models/domain/entity.h"
#include "models/domain/partialdate.h"
#include "models/domain/record.h"
#include "models/store/store.h"

#include <QDate>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace liaison {

// What commands read from their words. Every error names the word and says what would be understood.

enum class Format { Text, Csv, Json };

Result<std::unique_ptr<Store>> openStore(const QString &path, OpenMode mode, const Surroundings &surroundings);

// Done, unless the file turned out to be damaged while it was read.
Result<Exit> afterReading(const Store &store);

// --format; text when it is not said.
Result<Format> formatOption(const Context &context, const std::vector<Format> &offered = {Format::Text, Format::Json});
// 2007, 2007-02, 2007-02-15 or today, as precise as it is written.
Result<PartialDate> dateOption(const Context &context, const char *name);
// Today when it is not said, else the last day of the date.
Result<QDate> dayOption(const Context &context, const char *name);
// A date (its end) or 2007-02-15T12:00:00Z, in milliseconds since 1970.
Result<std::optional<qint64>> timeOption(const Context &context, const char *name);
// official, reported, assumed, or nothing.
Result<QString> certaintyOption(const Context &context);
Result<qint64> limitOption(const Context &context); // -1 when it is not said

Result<const Entity *> entityArgument(const Context &context, const Store &store, const QString &name);
// The row that ID stands for; hidden ones too.
Result<Record> rowArgument(const Context &context, const Store &store, const Entity &entity, const QString &id);

// What FILE ENTITY ID name: the row, in the open file.
struct NamedRow
{
    std::unique_ptr<Store> store;
    const Entity *entity;
    Record record;
};
Result<NamedRow> namedRow(const Context &context, OpenMode mode);
// The end of a command that changes one thing.
Result<Exit> afterRecording(Store &store, const Draft &draft);

// FIELD=VALUE, split at the first equals sign.
Result<std::pair<QString, QString>> assignment(const Context &context, const QString &word);

} // namespace liaison
