#include "views/records/fieldoptions.h"

namespace liaison {

std::vector<FieldOption> readingOptions(const EntryText &text, const Entity &entity, const Record &row)
{
    std::vector<FieldOption> options;
    if (const Indicator *indicator = text.indicatorOf(entity, row)) {
        for (const Indicator::Level &level : indicator->levels)
            options.push_back({level.title, level.code});
    }
    return options;
}

} // namespace liaison
