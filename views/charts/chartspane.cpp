#include "views/charts/chartspane.h"

#include "views/charts/outreachpane.h"
#include "views/objectnames.h"

#include <QDate>
#include <QStackedLayout>

#include <algorithm>

namespace liaison {

ChartsPane::ChartsPane(const ChartSurroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_charts(charts())
    , m_panes(m_charts.size())
    , m_stack(new QStackedLayout(this))
{
    setObjectName(objectNames::chartsPane);
    showChart(0);
}

QString ChartsPane::shown() const
{
    return m_charts[m_shown].key;
}

void ChartsPane::setShown(const QString &key)
{
    const auto found =
        std::find_if(m_charts.begin(), m_charts.end(), [&](const Chart &each) { return each.key == key; });
    showChart(found == m_charts.end() ? 0 : static_cast<size_t>(found - m_charts.begin()));
}

void ChartsPane::showChart(size_t chart)
{
    m_shown = chart;
    ChartPane *&pane = m_panes[chart];
    if (!pane) {
        pane = m_charts[chart].make(m_surroundings, this);
        QStringList titles;
        for (const Chart &each : m_charts)
            titles += each.title;
        pane->setChoice(titles, static_cast<int>(chart));
        connect(pane, &ChartPane::asOfMoved, this, &ChartsPane::asOfMoved);
        connect(pane, &ChartPane::chartChosen, this, [this](int chosen) {
            showChart(static_cast<size_t>(chosen));
            m_panes[m_shown]->setFocus();
            Q_EMIT shownChanged();
        });
        if (auto *outreach = qobject_cast<OutreachPane *>(pane))
            connect(outreach, &OutreachPane::rowsRequested, this, &ChartsPane::rowsRequested);
        m_stack->addWidget(pane);
    }
    m_stack->setCurrentWidget(pane);
    setFocusProxy(pane);
}

} // namespace liaison
