#include "views/charts/trendspane.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/sameregion.h"
#include "models/items/boardmodel.h"
#include "views/charts/trendstable.h"
#include "views/charts/trendsview.h"
#include "views/objectnames.h"
#include "views/widgets/isolated.h"
#include "views/widgets/literaltext.h"

#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostRowsListed = 20;

} // namespace

TrendsPane::TrendsPane(BoardModel &model, QItemSelectionModel &selection, Editor &editor, QWidget *parent)
    : ChartPane(parent)
    , m_model(model)
    , m_selection(selection)
    , m_editor(editor)
    , m_aside(editor.store())
{
    setObjectName(objectNames::trendsPane);
    connect(&model, &BoardModel::boardChanged, this, &TrendsPane::onBoardChanged);
    connect(&editor.store(), &Store::changed, this, &TrendsPane::onChanged);
    connect(&selection, &QItemSelectionModel::currentChanged, this, &TrendsPane::followSelection);
}

void TrendsPane::refresh()
{
    if (hasChanged())
        read();
}

QWidget *TrendsPane::makeChart()
{
    m_view = new TrendsView(this);
    connect(m_view, &TrendsView::asOfMoved, this, &TrendsPane::asOfMoved);
    connect(m_view, &TrendsView::indicatorChosen, this, &TrendsPane::chooseIndicator);
    connect(m_view, &TrendsView::pointChosen, this, &TrendsPane::showRows);
    return m_view;
}

QWidget *TrendsPane::makeTable()
{
    m_table = new TrendsTable(this);
    return m_table;
}

void TrendsPane::onBoardChanged()
{
    const Board &board = m_model.board();
    if (!sameRegion(m_region, board.region) || m_indicators != board.indicators) {
        m_allChanged = true;
        readSoon();
    }
    if (m_view) {
        m_view->setAsOf(m_model.asOf());
        updateHead();
    }
}

void TrendsPane::onChanged(const ChangeSet &changes)
{
    const std::vector<QUuid> derived = derivedAnew(m_model.board().indicators, changes);
    m_changed.unite(QSet<QUuid>(derived.begin(), derived.end()));
    if (touchesFrame(changes))
        m_allChanged = true;
    else if (changes.touches(fields::observation::entity) || changes.touches(fields::target::entity)
        || !derived.empty())
        m_someChanged = true;
    else
        return;
    for (const ChangeSet::Row &row : changes.rows) {
        if (m_allChanged || row.entity != fields::observation::entity)
            continue;
        // Deleted ones, too, keep what they are of.
        const Record observation = m_editor.store().find(fields::observation::entity, row.row);
        m_changed.insert(observation.value(fields::observation::indicator).row());
    }
    readSoon();
}

// Once for all that happens in one turn, and only when somebody looks.
void TrendsPane::readSoon()
{
    m_aside.drop();
    if (!isVisible() || m_willRead)
        return;
    m_willRead = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willRead = false;
            if (hasChanged() && isVisible())
                read();
        },
        Qt::QueuedConnection);
}

void TrendsPane::read()
{
    if (m_editor.store().count({.entity = fields::observation::entity}) < m_threadedFrom)
        return showTrends(reading()(m_editor.store()));
    m_aside.read([this, read = reading()](const Store &store) -> std::function<void()> {
        return [this, trends = read(store)] { showTrends(trends); };
    });
}

// What is to be read, for any thread.
std::function<Trends(const Store &)> TrendsPane::reading()
{
    const Board &board = m_model.board();
    m_region = board.region;
    m_indicators = board.indicators;
    if (m_allChanged)
        return [region = m_region, indicators = m_indicators](
                   const Store &store) { return trendsOf(store, region, indicators); };
    return [trends = m_view->trends(), changed = m_changed](
               const Store &store) { return refreshed(trends, store, changed); };
}

void TrendsPane::showTrends(Trends trends)
{
    m_allChanged = m_someChanged = false;
    m_changed.clear();
    m_table->setTrends(trends);
    m_view->setTrends(std::move(trends), today(m_editor.store().clock()));
    m_view->setAsOf(m_model.asOf());
    followSelection();
    updateHead();
}

void TrendsPane::followSelection()
{
    if (!m_view)
        return;
    const int column = m_selection.currentIndex().column();
    m_view->setCurrent(
        m_model.isIndicator(column) ? std::optional(BoardModel::indicatorOf(column)) : std::nullopt);
    updateHead();
}

QString TrendsPane::unitText() const
{
    QString text = tr("Territories that meet the goal.");
    qint64 months = 0;
    bool differ = false;
    for (const Indicator &indicator : m_view->trends().indicators) {
        differ |= months > 0 && indicator.staleAfter > 0 && indicator.staleAfter != months;
        months = indicator.staleAfter > 0 ? indicator.staleAfter : months;
    }
    if (months == 0)
        return text;
    const auto old = static_cast<int>(std::min<qint64>(months, 12 * 9999));
    const QString age = differ ? tr("older than it should be")
        : old % 12 == 0        ? tr("over %Ln years old", nullptr, old / 12)
                               : tr("over %Ln months old", nullptr, old);
    return text + u' ' + tr("Dashed: last observation %1").arg(age);
}

void TrendsPane::updateHead()
{
    const Trends &trends = m_view->trends();
    const int column = m_selection.currentIndex().column();
    QString statement;
    if (m_model.isIndicator(column) && BoardModel::indicatorOf(column) < trends.trends.size()) {
        const Trend &trend = trends.trends[BoardModel::indicatorOf(column)];
        const QString &title = trends.indicators[BoardModel::indicatorOf(column)].title;
        const QDate end = m_view->lineEnd();
        const QString then = m_view->countText(trend.on(m_model.asOf().lastDay()));
        const bool isToday = end == today(m_editor.store().clock());
        if (m_model.asOf().lastDay() == end)
            statement = tr("%1: %2").arg(title, then);
        else
            statement =
                tr("%1: %2 as of %3, %4 %5", "GAC: 2 of 27 as of 15 Feb 2007, 13 of 26 today")
                    .arg(title, isolated(then), isolated(m_model.asOf().toText(locale())),
                        isolated(m_view->countText(trend.on(end))),
                        isToday ? tr("today") : tr("on %1").arg(isolated(PartialDate(end).toText(locale()))));
    }
    say(statement, unitText());
}

void TrendsPane::chooseIndicator(size_t indicator)
{
    const int row = std::max(0, m_selection.currentIndex().row());
    m_selection.setCurrentIndex(
        m_model.index(row, BoardModel::FirstIndicatorColumn + static_cast<int>(indicator)),
        QItemSelectionModel::ClearAndSelect);
}

void TrendsPane::showRows(size_t indicator, const PartialDate &date, const QPoint &globalPosition)
{
    const Trends &trends = m_view->trends();
    const Indicator &of = trends.indicators[indicator];
    const std::vector<TrendRow> rows = rowsBehind(m_editor.store(), trends.region, of, date);
    auto *menu = new QMenu(this);
    menu->setObjectName(objectNames::trendRowsMenu);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto count = static_cast<int>(rows.size());
    menu->addAction(
            literalText(tr("%1, %2: %Ln observations", nullptr, count).arg(of.title, date.toText(locale()))))
        ->setEnabled(false);
    menu->addSeparator();
    const std::vector<Board::Row> &onBoard = m_model.board().rows;
    for (size_t i = 0; i < std::min(rows.size(), mostRowsListed); ++i) {
        QAction *action = menu->addAction(
            literalText(tr("%1: %2", "Barbados: represented").arg(rows[i].name, rows[i].reading)));
        const auto place = std::find_if(onBoard.begin(), onBoard.end(),
            [&](const Board::Row &row) { return row.territory == rows[i].territory; });
        action->setEnabled(place != onBoard.end());
        connect(action, &QAction::triggered, this,
            [this, indicator, row = static_cast<int>(place - onBoard.begin())] {
                m_selection.setCurrentIndex(
                    m_model.index(row, BoardModel::FirstIndicatorColumn + static_cast<int>(indicator)),
                    QItemSelectionModel::ClearAndSelect);
            });
    }
    if (rows.size() > mostRowsListed)
        menu->addAction(tr("and %Ln more", nullptr, count - static_cast<int>(mostRowsListed)))
            ->setEnabled(false);
    menu->addSeparator();
    const QDate day = date.lastDay();
    connect(menu->addAction(tr("Show the board as of %1").arg(PartialDate(day).toText(locale()))),
        &QAction::triggered, this, [this, day] { Q_EMIT asOfMoved(day); });
    menu->popup(globalPosition);
    Q_EMIT rowsRequested(of.id, day);
}

} // namespace liaison
