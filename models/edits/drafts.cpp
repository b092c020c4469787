#include "models/edits/drafts.h"

#include "models/domain/fields.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

} // namespace

Draft deletionOf(const Record &record)
{
    Draft draft(Tr::tr("Delete: %1").arg(record.entity().titleText()));
    draft.remove(record);
    return draft;
}

Draft erasureOf(const Record &record)
{
    Draft draft(Tr::tr("Erase: %1").arg(record.entity().titleText()));
    draft.erase(record);
    return draft;
}

Draft taskDraft(const Record &task, bool done)
{
    Draft draft(done ? Tr::tr("Task done") : Tr::tr("Task open again"));
    draft.edit(task, {{fields::task::done, Value(done)}});
    return draft;
}

} // namespace liaison
