#include "app/commands/arguments.h"
#include "app/commands/fieldvalues.h"
#include "app/commands/terminal.h"
#include "models/exchange/csv.h"
#include "models/exchange/fieldtext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QByteArray asJson(const Store &store, const FieldText &text, const Entity &entity, const std::vector<Record> &records)
{
    QJsonArray rows;
    for (const Record &record : records) {
        QJsonObject row{{u"id"_s, store.keyOf(entity.name, record.id())}};
        for (const NamedField &named : namedFields(entity))
            row.insert(named.written().name, text.json(named.written(), valueOf(record, named)));
        rows.append(row);
    }
    return jsonText(rows);
}

QByteArray asCsv(const Store &store, const FieldText &text, const Entity &entity, const std::vector<Record> &records)
{
    QStringList head = {u"id"_s};
    for (const NamedField &named : namedFields(entity))
        head.append(QString(named.written().name));
    QString out = csvLine(head);
    for (const Record &record : records) {
        QStringList line = {store.keyOf(entity.name, record.id())};
        for (const NamedField &named : namedFields(entity))
            line.append(text.format(named.written(), valueOf(record, named)));
        out += csvLine(line);
    }
    return out.toUtf8();
}

// The columns of the entity's table; the key, or the beginning of the id that stands for the whole, comes first.
QByteArray asText(const Store &store, const FieldText &text, const Entity &entity, const std::vector<Record> &records)
{
    constexpr qsizetype idStart = 8;
    constexpr qsizetype longest = 60;
    const bool hasKey = entity.hasNaturalKey();
    const QLocale locale;
    const auto shown = [&](const NamedField &named) {
        return named.field->is(Field::InTable) && !named.field->is(Field::Key);
    };
    QStringList head = {u"id"_s};
    for (const NamedField &named : namedFields(entity)) {
        if (shown(named))
            head.append(named.written().titleText());
    }
    TextTable table(head);
    for (const Record &record : records) {
        const QString id = store.keyOf(entity.name, record.id());
        QStringList line = {hasKey ? id : id.left(idStart)};
        for (const NamedField &named : namedFields(entity)) {
            if (!shown(named))
                continue;
            const QString cell = text.display(named.written(), valueOf(record, named), locale);
            line.append(cell.size() > longest ? cell.left(longest - 1) + u'…' : cell);
        }
        table.add(line);
    }
    return table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context, {Format::Text, Format::Csv, Format::Json});
    if (!format)
        return format.error();
    const auto limit = limitOption(context);
    if (!limit)
        return limit.error();
    const auto store = openStore(context.arguments.at(0), OpenMode::ReadOnly, context.surroundings);
    if (!store)
        return store.error();
    const auto entity = entityArgument(context, **store, context.arguments.at(1));
    if (!entity)
        return entity.error();
    auto where = filters(context, **store, **entity, context.options("where"));
    if (!where)
        return where.error();

    const std::vector<Record> records = (*store)->read({.entity = (*entity)->name,
        .where = std::move(*where), .search = context.option("search"), .limit = *limit});
    const FieldText text(**store);
    context.out = *format == Format::Json ? asJson(**store, text, **entity, records)
        : *format == Format::Csv          ? asCsv(**store, text, **entity, records)
                                          : asText(**store, text, **entity, records);
    return afterReading(**store);
}

} // namespace

extern const Command listCommand;
const Command listCommand = {"list", "FILE ENTITY", 2, 2,
    QT_TRANSLATE_NOOP("commands", "The records of an entity: region, territory, project, observation, task ..."),
    {{"where", "FIELD=VALUE", QT_TRANSLATE_NOOP("commands", "only those; among several values: contains; may be repeated")},
        {"search", "TEXT", QT_TRANSLATE_NOOP("commands", "each word by its beginning, case and accents ignored")},
        {"limit", "N", QT_TRANSLATE_NOOP("commands", "at most so many")},
        {"format", "text|csv|json", QT_TRANSLATE_NOOP("commands", "for people, spreadsheets or programs")}},
    run};

} // namespace liaison
