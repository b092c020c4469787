#include "views/charts/outreachpane.h"

#include "models/domain/fields.h"
#include "models/figures/outreachtimes.h"
#include "models/items/boardmodel.h"
#include "models/store/changeset.h"
#include "models/store/store.h"
#include "views/charts/outreachchart.h"
#include "views/charts/outreachtable.h"
#include "views/objectnames.h"

#include <algorithm>

namespace liaison {

OutreachPane::OutreachPane(const BoardModel &model, const OutreachFigure &figure, QWidget *parent)
    : ChartPane(parent)
    , m_model(model)
    , m_figure(figure)
    , m_aside(model.store())
{
    setObjectName(objectNames::outreachPane);
    connect(&model, &BoardModel::boardChanged, this, [this] {
        if (m_model.board().region.id != m_region || m_model.asOf().lastDay() != m_until)
            readSoon();
    });
    connect(&model.store(), &Store::changed, this, &OutreachPane::onChanged);
}

QWidget *OutreachPane::makeChart()
{
    m_chart = new OutreachChart(OutreachChart::Title::Elsewhere, this);
    connect(m_chart, &OutreachChart::rowsRequested, this, &OutreachPane::rowsRequested);
    return m_chart;
}

QWidget *OutreachPane::makeTable()
{
    m_table = new OutreachTable(this);
    connect(m_table, &OutreachTable::rowsRequested, this, &OutreachPane::rowsRequested);
    return m_table;
}

void OutreachPane::refresh()
{
    if (m_isStale)
        read();
}

void OutreachPane::onChanged(const ChangeSet &changes)
{
    using namespace fields;
    std::vector<QLatin1StringView> entities = m_figure.entities;
    // Their hues and order, of which project an indicator is, and which territories are the region's.
    entities.insert(
        entities.end(), {project::entity, indicator::entity, region::entity, regionTerritory::entity});
    if (std::any_of(
            entities.begin(), entities.end(), [&](QLatin1StringView each) { return changes.touches(each); }))
        readSoon();
}

// Once for all that happens in one turn, and only when somebody looks.
void OutreachPane::readSoon()
{
    m_isStale = true;
    m_aside.drop();
    if (!isVisible() || m_willRead)
        return;
    m_willRead = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willRead = false;
            if (isVisible())
                read();
        },
        Qt::QueuedConnection);
}

void OutreachPane::read()
{
    m_region = m_model.board().region.id;
    m_until = m_model.asOf().lastDay();
    const auto ask = [&figure = m_figure, until = m_until, region = m_model.board().region](
                         const Store &store) {
        return outreachTimes(store, figure, until, {.region = region});
    };
    if (m_model.store().count({.entity = m_figure.entity}) < m_threadedFrom)
        return showTimes(ask(m_model.store()));
    m_aside.read([this, ask](const Store &store) -> std::function<void()> {
        return [this, times = ask(store)] { showTimes(times); };
    });
}

void OutreachPane::showTimes(const OutreachTimes &times)
{
    m_isStale = false;
    m_chart->setTimes(times);
    m_table->setTimes(times);
    updateHead();
}

void OutreachPane::updateHead()
{
    say(m_chart->statement(), m_chart->times().until.isValid() ? m_chart->unit() : QString());
}

} // namespace liaison
