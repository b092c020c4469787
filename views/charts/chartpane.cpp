#include "views/charts/chartpane.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/choicechip.h"
#include "views/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QDate>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace liaison {

void ChartPane::setChoice(const QStringList &charts, int current)
{
    m_charts = charts;
    m_current = current;
    if (!m_choice)
        return;
    m_choice->setVisible(charts.size() > 1);
    m_choice->setChoices(charts);
    m_choice->setCurrent(current);
}

void ChartPane::say(const QString &statement, const QString &unit)
{
    m_statement->setVisible(!statement.isEmpty());
    m_statement->setText(statement);
    m_statement->setMaximumWidth(m_statement->sizeHint().width());
    m_unit->setText(unit);
}

void ChartPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_body) {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeHead());
        m_body = new QStackedLayout;
        column->addLayout(m_body, 1);
        m_body->addWidget(makeChart());
        m_body->addWidget(makeTable());
        setFocusProxy(m_body->widget(0));
        connect(m_chartButton, &QToolButton::clicked, m_body, [this] { m_body->setCurrentIndex(0); });
        connect(m_tableButton, &QToolButton::clicked, m_body, [this] { m_body->setCurrentIndex(1); });
    }
    refresh();
}

void ChartPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_head)
        return;
    if (event->type() == QEvent::FontChange) {
        m_head->setFixedHeight(scaledPx(metrics::paneHeadHeight));
        updateHead();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        joinSegments({m_chartButton, m_tableButton});
    }
}

QWidget *ChartPane::makeHead()
{
    m_head = new QWidget(this);
    setSurface(m_head, Surface::Page);
    m_head->setFixedHeight(scaledPx(metrics::paneHeadHeight));
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(metrics::groupGap, 0, metrics::groupGap, 0);
    row->setSpacing(metrics::controlGap);
    auto *title = new QLabel(tr("Trends"), m_head);
    setTextRole(title, FontRole::BodyStrong);
    row->addWidget(title);
    m_choice = new ChoiceChip(tr("Show"), m_head);
    m_choice->setObjectName(objectNames::trendsShowChip);
    connect(m_choice, &ChoiceChip::chosen, this, [this](int chart) {
        m_choice->setCurrent(m_current); // the other one has a head of its own
        Q_EMIT chartChosen(chart);
    });
    row->addWidget(m_choice);
    m_statement = new ElidedLabel(m_head);
    setTextRole(m_statement, FontRole::Body);
    // It gives way before the buttons do: what it wants is not reckoned, only its most.
    m_statement->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_statement, 1000);
    m_unit = new ElidedLabel(m_head);
    setTextRole(m_unit, FontRole::Secondary, Ink::Second);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what the statement leaves
    row->addWidget(m_unit, 1);

    auto *choice = new QButtonGroup(m_head);
    const auto makeButton = [&](const QString &text, const QString &name, const QString &told) {
        auto *button = new QToolButton(m_head);
        button->setObjectName(name);
        button->setText(text);
        setTextRole(button, FontRole::Secondary);
        button->setAccessibleName(told);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        choice->addButton(button);
        return button;
    };
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    m_chartButton = makeButton(tr("Chart"), objectNames::trendsChartButton, tr("Trends as a chart"));
    m_tableButton = makeButton(tr("Table"), objectNames::trendsTableButton, tr("Trends as a table"));
    for (QToolButton *button : {m_chartButton, m_tableButton})
        segments->addWidget(button);
    row->addLayout(segments);
    joinSegments({m_chartButton, m_tableButton});
    m_chartButton->setChecked(true);
    setChoice(m_charts, m_current);
    return m_head;
}

} // namespace liaison
