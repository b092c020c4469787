#include "models/edits/boardorder.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/indicator.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::Editor)
};

// Writes what is another place, or on the board when it was not.
class Columns
{
public:
    explicit Columns(Editor &editor)
        : m_editor(editor)
        , m_draft(Tr::tr("Columns of the board"))
    {
    }

    void put(const Indicator &indicator, qint64 position, bool onBoard)
    {
        namespace f = fields::indicator;
        if (indicator.position != position || indicator.onBoard != onBoard)
            m_draft.edit(m_editor.store().find(f::entity, indicator.id),
                {{f::position, Value(position)}, {f::onBoard, Value(onBoard)}});
    }
    Result<EditName> write()
    {
        if (m_draft.isEmpty())
            return EditName();
        return m_editor.record(m_draft);
    }

private:
    Editor &m_editor;
    Draft m_draft;
};

} // namespace

Result<EditName> showColumns(Editor &editor, const std::vector<QUuid> &columns)
{
    Columns written(editor);
    // Those off the board follow in their own order.
    auto afterwards = static_cast<qint64>(columns.size());
    for (const Indicator &indicator : indicators(editor.store())) {
        const auto place = std::find(columns.begin(), columns.end(), indicator.id);
        if (place == columns.end())
            written.put(indicator, ++afterwards, false);
        else
            written.put(indicator, static_cast<qint64>(place - columns.begin()) + 1, true);
    }
    return written.write();
}

Result<EditName> standardColumns(Editor &editor)
{
    namespace f = fields::indicator;
    Columns written(editor);
    for (const Indicator &indicator : indicators(editor.store())) {
        std::optional<qint64> position;
        std::optional<bool> onBoard;
        // Newest first: what is met last was first.
        for (const HistoryEntry &entry : editor.store().history(f::entity, indicator.id)) {
            if (entry.field == f::position)
                position = entry.to.toInteger();
            else if (entry.field == f::onBoard)
                onBoard = entry.to.toBool();
        }
        written.put(indicator, position.value_or(indicator.position), onBoard.value_or(indicator.onBoard));
    }
    return written.write();
}

} // namespace liaison
