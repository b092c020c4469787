#include "tests/models/store/samplecatalogue.h"

namespace liaison {

namespace {

Field field(QLatin1StringView name, FieldType type, int flags = Field::InTable,
    Sensitivity sensitivity = Sensitivity::Public)
{
    return {.name = name, .type = type, .title = name.data(), .flags = flags, .sensitivity = sensitivity};
}

std::vector<Field> noteFields()
{
    Field about = field(sample::about, FieldType::Reference);
    about.refers = sample::place;
    Field value = field(sample::value, FieldType::Parts);
    value.parts = {field(QLatin1StringView("value"), FieldType::Reading),
        field(QLatin1StringView("source"), FieldType::Text)};
    return {
        field(sample::title, FieldType::Text, Field::InTable | Field::Searched),
        field(sample::count, FieldType::Integer),
        field(sample::body, FieldType::LongText, Field::Searched),
        field(sample::phone, FieldType::Text, Field::Searched, Sensitivity::Personal),
        about,
        value,
    };
}

Entity noteEntity()
{
    return {sample::note, "Note", "Notes", noteFields(), {sample::title}};
}

Entity placeEntity()
{
    return {sample::place, "Place", "Places",
        {
            field(sample::code, FieldType::Text, Field::Key | Field::Required | Field::InTable),
            field(sample::name, FieldType::Text, Field::InTable | Field::Searched),
            field(sample::open, FieldType::Boolean),
        },
        {sample::name}};
}

} // namespace

const Catalogue &sampleCatalogue()
{
    static const Catalogue catalogue({noteEntity(), placeEntity()});
    return catalogue;
}

const Catalogue &newerCatalogue()
{
    static const Catalogue catalogue = [] {
        Entity note = noteEntity();
        note.fields.push_back(field(sample::colour, FieldType::Text, Field::InTable | Field::Searched));
        Entity visit{
            sample::visit, "Visit", "Visits", {field(sample::title, FieldType::Text)}, {sample::title}};
        return Catalogue({note, placeEntity(), visit});
    }();
    return catalogue;
}

} // namespace liaison
