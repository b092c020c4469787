#include "views/presence/presencehead.h"

#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// Below it the words of the view switch give way to the title.
constexpr int narrowWidth = 860;
constexpr int leastWidth = 560;

} // namespace

PresenceHead::PresenceHead(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent)
    , m_subtitle(new ElidedLabel(this))
    , m_region(new QComboBox(this))
    , m_date(new DateBox(std::move(today), this))
    , m_views(new QButtonGroup(this))
    , m_inspector(new QToolButton(this))
{
    setSurface(this, Surface::Page);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(metrics::controlGap);

    auto *title = new QLabel(tr("Presence"), this);
    setTextRole(title, FontRole::PageTitle);
    row->addWidget(title);
    row->addSpacing(metrics::groupGap - metrics::controlGap);
    setTextRole(m_subtitle, FontRole::Body, Ink::Second);
    row->addWidget(m_subtitle, 1);

    m_region->setObjectName(objectNames::regionCombo);
    m_region->setAccessibleName(tr("Region"));
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_region);
    row->addSpacing(metrics::groupGap);
    auto *label = new QLabel(tr("As of"), this);
    setTextRole(label, FontRole::Body, Ink::Second);
    row->addWidget(label);
    m_date->edit()->setObjectName(objectNames::asOfEdit);
    m_date->edit()->setAccessibleName(tr("As of"));
    label->setBuddy(m_date->edit());
    row->addWidget(m_date);
    row->addSpacing(metrics::groupGap);

    using Shown = PresenceViews::Shown;
    struct Choice
    {
        Shown shown;
        QString name;
        QString icon;
        QString text;
    };
    auto *joined = new QHBoxLayout;
    joined->setSpacing(0);
    QList<QWidget *> segments;
    for (const Choice &each :
        {Choice{Shown::Board, objectNames::boardButton, u"table-properties"_s, tr("Board")},
            Choice{Shown::Map, objectNames::mapButton, u"map"_s, tr("Map")},
            Choice{Shown::Trends, objectNames::trendsButton, u"chart-line"_s, tr("Trends")},
            Choice{Shown::SideBySide, objectNames::sideBySideButton, u"columns-2"_s, tr("Side by side")}}) {
        auto *button = new QToolButton(this);
        button->setObjectName(each.name);
        button->setText(each.text);
        button->setAccessibleName(each.text);
        button->setToolTip(each.text);
        button->setIcon(themeIcon(each.icon));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_views->addButton(button, static_cast<int>(each.shown));
        joined->addWidget(button);
        segments.append(button);
    }
    row->addLayout(joined);
    m_inspector->setObjectName(objectNames::inspectorButton);
    m_inspector->setIcon(themeIcon(u"panel-right"_s));
    m_inspector->setCheckable(true);
    m_inspector->setFocusPolicy(Qt::TabFocus);
    m_inspector->setAccessibleName(tr("Territory at the side"));
    m_inspector->setToolTip(tr("Territory at the side"));
    setOutlined(m_inspector);
    row->addWidget(m_inspector);
    updateSizes();
    joinSegments(segments);

    connect(m_region, &QComboBox::activated, this, &PresenceHead::regionChosen);
    connect(m_views, &QButtonGroup::idClicked, this,
        [this](int id) { Q_EMIT viewChosen(static_cast<Shown>(id)); });
}

void PresenceHead::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

void PresenceHead::setRegions(const std::vector<Region> &regions, QUuid current)
{
    m_region->clear();
    for (const Region &each : regions) {
        m_region->addItem(each.name);
        if (each.id == current)
            m_region->setCurrentIndex(m_region->count() - 1);
    }
    m_region->setVisible(regions.size() > 1);
}

void PresenceHead::setShown(PresenceViews::Shown shown)
{
    m_views->button(static_cast<int>(shown))->setChecked(true);
}

QSize PresenceHead::minimumSizeHint() const
{
    return {scaledPx(leastWidth), scaledPx(metrics::pageHeadHeight)};
}

void PresenceHead::updateSizes()
{
    setFixedHeight(scaledPx(metrics::pageHeadHeight));
    const auto style =
        width() < scaledPx(narrowWidth) ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    QList<QWidget *> segments;
    bool changed = false;
    for (QAbstractButton *each : m_views->buttons()) {
        auto *button = static_cast<QToolButton *>(each);
        changed = changed || button->toolButtonStyle() != style;
        button->setToolButtonStyle(style);
        segments.append(button);
    }
    if (changed)
        joinSegments(segments);
}

void PresenceHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

void PresenceHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateSizes();
}

} // namespace liaison
