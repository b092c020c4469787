#include "app/commands/fieldvalues.h"
#include "app/commands/terminal.h"
#include "app/commands/arguments.h"
#include "models/domain/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text: return u"text"_s;
    case FieldType::LongText: return u"long text"_s;
    case FieldType::TextList: return u"texts"_s;
    case FieldType::Integer: return u"integer"_s;
    case FieldType::Decimal: return u"decimal"_s;
    case FieldType::Boolean: return u"yes/no"_s;
    case FieldType::Date: return u"date"_s;
    case FieldType::Choice: return u"choice"_s;
    case FieldType::Reference: return u"reference"_s;
    case FieldType::References: return u"references"_s;
    case FieldType::AnyReference: return u"any reference"_s;
    case FieldType::Reading: return u"reading"_s;
    case FieldType::Money: return u"money"_s;
    case FieldType::Parts: return u"parts"_s;
    }
    return {};
}

QString sensitivityName(Sensitivity sensitivity)
{
    switch (sensitivity) {
    case Sensitivity::Public: return u"public"_s;
    case Sensitivity::Internal: return u"internal"_s;
    case Sensitivity::Personal: return u"personal"_s;
    }
    return {};
}

QStringList choiceCodes(const Field &field)
{
    QStringList codes;
    for (const Choice &choice : field.choices)
        codes.append(QString(choice.code));
    return codes;
}

QByteArray asJson(const std::vector<const Entity *> &entities)
{
    QJsonArray rows;
    for (const Entity *entity : entities) {
        for (const NamedField &named : namedFields(*entity)) {
            const Field &field = named.written();
            const bool isKey = named.field->is(Field::Key);
            const bool isRequired = named.field->is(Field::Required) && field.is(Field::Required);
            rows.append(QJsonObject{{u"entity"_s, QString(entity->name)}, {u"field"_s, QString(field.name)},
                {u"type"_s, typeName(field.type)}, {u"title"_s, field.titleText()},
                {u"choices"_s, QJsonArray::fromStringList(choiceCodes(field))},
                {u"refers"_s, field.refers.isEmpty() ? QJsonValue() : QJsonValue(QString(field.refers))},
                {u"key"_s, isKey}, {u"required"_s, isRequired},
                {u"sensitivity"_s, sensitivityName(field.sensitivity)}});
        }
    }
    return jsonText(rows);
}

QByteArray asText(const std::vector<const Entity *> &entities)
{
    TextTable table({CommandTr::tr("entity"), CommandTr::tr("field"), CommandTr::tr("type"), CommandTr::tr("choices"),
        CommandTr::tr("sensitivity")});
    for (const Entity *entity : entities) {
        for (const NamedField &named : namedFields(*entity)) {
            const Field &field = named.written();
            const QString choices = field.refers.isEmpty() ? choiceCodes(field).join(u", "_s) : QString(field.refers);
            table.add({entity->name, field.name, typeName(field.type), choices, sensitivityName(field.sensitivity)});
        }
    }
    return table.toText();
}

Result<Exit> run(Context &context)
{
    const auto format = formatOption(context);
    if (!format)
        return format.error();
    std::vector<const Entity *> entities;
    const QString wanted = context.arguments.value(0);
    for (const Entity &entity : Catalogue::builtIn().entities()) {
        if (wanted.isEmpty() || wanted == entity.name)
            entities.push_back(&entity);
    }
    if (entities.empty())
        return context.refuse(wanted.left(100), CommandTr::tr("no such entity; liaison fields names all"));
    context.out = *format == Format::Json ? asJson(entities) : asText(entities);
    return Exit::Done;
}

} // namespace

extern const Command fieldsCommand;
const Command fieldsCommand = {"fields", "[ENTITY]", 0, 1,
    QT_TRANSLATE_NOOP("commands", "What can be recorded: entities, fields, types, choices, sensitivity."),
    {{"format", "text|json", QT_TRANSLATE_NOOP("commands", "for people or for programs")}}, run};

} // namespace liaison
