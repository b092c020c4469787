#include "app/commands/arguments.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString codeOf(Format format)
{
    return format == Format::Text ? u"text"_s : format == Format::Csv ? u"csv"_s : u"json"_s;
}

QString dashed(const char *option)
{
    return u"--"_s + QLatin1StringView(option);
}

QString oneOf(const QStringList &words)
{
    return CommandTr::tr("not one of: %1").arg(words.join(u", "_s));
}

// "x" as where of an error about an option: "--as-of x".
QString place(const char *option, const QString &text)
{
    return dashed(option) + u' ' + text.left(100);
}

std::optional<PartialDate> parsedDate(const Context &context, const QString &text)
{
    if (text == "today"_L1)
        return PartialDate(today(context.surroundings.clock));
    return PartialDate::parse(text);
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const QString &path, OpenMode mode, const Surroundings &surroundings)
{
    auto opening = Store::open(path, mode, surroundings);
    if (!opening.store)
        return opening.error;
    return std::move(opening.store);
}

Result<Exit> afterReading(const Store &store)
{
    const Error error = store.readError();
    if (!error.message().isEmpty())
        return error;
    return Exit::Done;
}

Result<Format> formatOption(const Context &context, const std::vector<Format> &offered)
{
    if (!context.has("format"))
        return offered.front();
    const QString text = context.option("format");
    QStringList codes;
    for (const Format format : offered) {
        codes.append(codeOf(format));
        if (codes.last() == text)
            return format;
    }
    return context.refuse(place("format", text), oneOf(codes));
}

Result<PartialDate> dateOption(const Context &context, const char *name)
{
    const QString text = context.has(name) ? context.option(name) : u"today"_s;
    if (const auto date = parsedDate(context, text))
        return *date;
    return context.refuse(place(name, text), CommandTr::tr("not a date; dates are 2007, 2007-02, 2007-02-15 or today"));
}

Result<QDate> dayOption(const Context &context, const char *name)
{
    const auto date = dateOption(context, name);
    if (!date)
        return date.error();
    return date->lastDay();
}

Result<std::optional<qint64>> timeOption(const Context &context, const char *name)
{
    if (!context.has(name))
        return std::optional<qint64>();
    const QString text = context.option(name);
    if (const auto date = parsedDate(context, text)) {
        // The end of the day where the program runs, as today() has it.
        const QDate day = date->lastDay();
        const bool fixed = qEnvironmentVariableIsSet("SOURCE_DATE_EPOCH");
        return std::optional(day.endOfDay(fixed ? Qt::UTC : Qt::LocalTime).toMSecsSinceEpoch());
    }
    static const QRegularExpression form(
        u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?Z\\z"_s);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (form.match(text).hasMatch() && time.isValid())
        return std::optional(time.toMSecsSinceEpoch());
    return context.refuse(place(name, text), CommandTr::tr("not a time; times are a date or 2007-02-15T12:00:00Z"));
}

Result<QString> certaintyOption(const Context &context)
{
    const QString text = context.option("certainty");
    const QStringList codes = {
        QString(certaintyCode::official), QString(certaintyCode::reported), QString(certaintyCode::assumed)};
    if (!context.has("certainty") || codes.contains(text))
        return text;
    return context.refuse(place("certainty", text), oneOf(codes));
}

Result<qint64> limitOption(const Context &context)
{
    if (!context.has("limit"))
        return qint64(-1);
    static const QRegularExpression digits(u"\\A[0-9]{1,15}\\z"_s);
    const QString text = context.option("limit");
    if (digits.match(text).hasMatch())
        return text.toLongLong();
    return context.refuse(place("limit", text), CommandTr::tr("not a whole number"));
}

Result<const Entity *> entityArgument(const Context &context, const Store &store, const QString &name)
{
    if (const Entity *entity = store.catalogue().entity(name))
        return entity;
    QStringList names;
    for (const Entity &entity : store.catalogue().entities())
        names.append(QString(entity.name));
    return context.refuse(name.left(100), CommandTr::tr("no such entity; there are: %1").arg(names.join(u", "_s)));
}

Result<Record> rowArgument(const Context &context, const Store &store, const Entity &entity, const QString &id)
{
    const auto row = store.resolveId(entity, id);
    if (!row)
        return row.error();
    Record record = store.find(QString(entity.name), *row);
    if (record.isNull())
        return context.refuse(entity.name + u' ' + id.left(100), CommandTr::tr("no such row"));
    return record;
}

Result<NamedRow> namedRow(const Context &context, OpenMode mode)
{
    auto store = openStore(context.arguments.at(0), mode, context.surroundings);
    if (!store)
        return store.error();
    const auto entity = entityArgument(context, **store, context.arguments.at(1));
    if (!entity)
        return entity.error();
    auto record = rowArgument(context, **store, **entity, context.arguments.at(2));
    if (!record)
        return record.error();
    return NamedRow{std::move(*store), *entity, std::move(*record)};
}

Result<Exit> afterRecording(Store &store, const Draft &draft)
{
    Editor editor(store);
    if (const auto done = editor.record(draft); !done)
        return done.error();
    return Exit::Done;
}

Result<std::pair<QString, QString>> assignment(const Context &context, const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals < 1)
        return context.refuse(word.left(100), CommandTr::tr("not FIELD=VALUE"));
    return std::pair(word.left(equals), word.mid(equals + 1));
}

} // namespace liaison
