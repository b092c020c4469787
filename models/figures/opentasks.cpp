#include "models/figures/opentasks.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

std::vector<OpenTask> openTasks(
    const Store &store, QLatin1StringView entity, QUuid row, QDate day, const QString &about)
{
    namespace f = fields::task;
    const Value of(Value::Parts{{u"entity"_s, Value(entity)}, {u"row"_s, Value(row)}});
    std::vector<OpenTask> tasks;
    for (const Record &task : store.read(
             {.entity = f::entity, .where = {{f::of, of}, {f::done, Value(true), Query::Filter::Is::Not}}})) {
        const PartialDate due = task.value(f::due).date();
        tasks.push_back(
            {task.id(), task.value(f::text).text(), due, about, !due.isNull() && due.lastDay() < day});
    }
    sortByDue(tasks);
    return tasks;
}

void sortByDue(std::vector<OpenTask> &tasks)
{
    std::stable_sort(tasks.begin(), tasks.end(), [](const OpenTask &a, const OpenTask &b) {
        return a.due.isNull() != b.due.isNull() ? b.due.isNull() : a.due < b.due;
    });
}

} // namespace liaison
