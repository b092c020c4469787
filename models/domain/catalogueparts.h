#pragma once

#include "models/domain/entity.h"
#include "models/domain/fields.h"

#include <QCoreApplication>

// How the catalogue writes its fields down: for the files that declare entities, and no others.
#define TITLE(text) QT_TRANSLATE_NOOP("catalogue", text)

namespace liaison::catalogueParts {

inline constexpr int key = Field::Key | Field::Required | Field::InTable;
inline constexpr int required = Field::Required | Field::InTable;
inline constexpr int column = Field::InTable;
inline constexpr int searched = Field::InTable | Field::Searched;

inline Field text(
    QLatin1StringView name, const char *title, int flags = column, Sensitivity s = Sensitivity::Public)
{
    return {.name = name, .type = FieldType::Text, .title = title, .flags = flags, .sensitivity = s};
}

inline Field field(FieldType type, QLatin1StringView name, const char *title, int flags = column,
    Sensitivity s = Sensitivity::Public)
{
    return {.name = name, .type = type, .title = title, .flags = flags, .sensitivity = s};
}

inline Field choice(
    QLatin1StringView name, const char *title, std::vector<Choice> choices, int flags = column)
{
    return {.name = name,
        .type = FieldType::Choice,
        .title = title,
        .flags = flags,
        .choices = std::move(choices)};
}

inline Field reference(
    QLatin1StringView name, const char *title, QLatin1StringView refers, int flags = column)
{
    return {.name = name, .type = FieldType::Reference, .title = title, .flags = flags, .refers = refers};
}

inline Field references(
    QLatin1StringView name, const char *title, QLatin1StringView refers, int flags = column)
{
    return {.name = name, .type = FieldType::References, .title = title, .flags = flags, .refers = refers};
}

inline Field parts(QLatin1StringView name, const char *title, std::vector<Field> fields, int flags = required)
{
    return {
        .name = name, .type = FieldType::Parts, .title = title, .flags = flags, .parts = std::move(fields)};
}

inline std::vector<Choice> certainties()
{
    return {{certaintyCode::official, TITLE("official")}, {certaintyCode::reported, TITLE("reported")},
        {certaintyCode::assumed, TITLE("assumed")}};
}

// The field begins a part of the form.
inline Field under(const char *section, Field field)
{
    field.section = section;
    return field;
}

// Steps that follow each other, the first one first.
inline Field steps(QLatin1StringView name, const char *title, std::vector<Choice> choices, int flags = column)
{
    return choice(name, title, std::move(choices), flags | Field::Steps);
}

inline Field webLink(QLatin1StringView name, const char *title)
{
    return text(name, title, Field::Link);
}

// Several of the choices.
inline Field choices(QLatin1StringView name, const char *title, std::vector<Choice> of, int flags = column)
{
    return {
        .name = name, .type = FieldType::TextList, .title = title, .flags = flags, .choices = std::move(of)};
}

} // namespace liaison::catalogueParts
