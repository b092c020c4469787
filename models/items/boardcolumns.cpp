// Which indicators BoardModel shows, and in which order.
#include "models/items/boardmodel.h"

#include "models/edits/boardorder.h"

#include <algorithm>

namespace liaison {

void BoardModel::moveColumn(int column, int before)
{
    before = std::min(before, indicatorEnd());
    if (!isIndicator(column) || before < FirstIndicatorColumn || before == column || before == column + 1)
        return;
    std::vector<QUuid> columns;
    for (const Indicator &each : m_board.indicators)
        columns.push_back(each.id);
    const auto from = columns.begin() + static_cast<std::ptrdiff_t>(indicatorOf(column));
    const auto to = columns.begin() + static_cast<std::ptrdiff_t>(indicatorOf(before));
    if (from < to)
        std::rotate(from, from + 1, to);
    else
        std::rotate(to, from, from + 1);
    tellColumns(showColumns(m_editor, columns),
        tr("The columns stand in another order, for map, trends and reports too."));
}

void BoardModel::setShown(const Indicator &indicator, Shown shown)
{
    std::vector<QUuid> columns;
    for (const Indicator &each : m_board.indicators) {
        if (each.id != indicator.id)
            columns.push_back(each.id);
    }
    if (shown == Shown::Yes)
        columns.push_back(indicator.id);
    tellColumns(showColumns(m_editor, columns),
        shown == Shown::Yes ? tr("%1 is on the board now.").arg(indicator.title)
                            : tr("%1 is no longer on the board; its values stay.").arg(indicator.title));
}

void BoardModel::resetColumns()
{
    tellColumns(standardColumns(m_editor), tr("The columns stand as they did at first."));
}

void BoardModel::tellColumns(const Result<EditName> &written, const QString &what)
{
    if (!written)
        Q_EMIT refused(written.error().message());
    else if (!written->isNull())
        Q_EMIT noticed(what);
}

} // namespace liaison
