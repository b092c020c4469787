#include "models/figures/project.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <algorithm>

namespace liaison {

std::vector<Project> projects(const Store &store)
{
    using namespace fields::project;
    std::vector<Project> all;
    for (const Record &record : store.read({.entity = entity})) {
        Project each{record.id(), record.value(code).text(), record.value(title).text(),
            record.value(plainWords).text(), record.value(wording).text(), {}, {},
            record.value(colourLight).text(), record.value(colourDark).text()};
        const Record of = store.find(fields::objective::entity, record.value(objective).row());
        if (!of.isNull() && !of.isHidden()) {
            each.objectiveCode = of.value(fields::objective::code).text();
            each.objective = of.value(fields::objective::title).text();
        }
        all.push_back(std::move(each));
    }
    return all;
}

const Project *findProject(const std::vector<Project> &projects, QUuid id)
{
    const auto found =
        std::find_if(projects.begin(), projects.end(), [&](const Project &each) { return each.id == id; });
    return found == projects.end() ? nullptr : &*found;
}

} // namespace liaison
