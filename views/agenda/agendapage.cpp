#include "views/agenda/agendapage.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "views/agenda/agendadelegate.h"
#include "views/agenda/agendatimeline.h"
#include "views/agenda/monthview.h"
#include "views/objectnames.h"
#include "views/records/recordacts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/noticestrip.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/segments.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Choices = std::vector<ChipBar::Choice>;
enum Chip { KindChip, ProjectChip, TerritoryChip, RegionChip };

const QDate endOfTime(9999, 12, 31);
const QString allRegions = u"all"_s;
constexpr int mostRows = 9; // of the time line below a month

QDate firstOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

AgendaPage::AgendaPage(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_today(today(editor.store().clock()))
    , m_shownMonth(firstOf(m_today))
    , m_head(new PageHead(tr("Agenda"), this))
    , m_segments(new Segments(this))
    , m_filter(new ChipBar(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_list(new QTreeView)
    , m_listDelegate(new AgendaDelegate(m_list))
    , m_empty(new QLabel)
    , m_month(new MonthView(m_monthModel))
    , m_sometime(new QLabel)
    , m_timeline(new AgendaTimeline(m_placesModel))
    , m_noPlaces(new QLabel)
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
{
    setObjectName(objectNames::agendaPage);
    m_head->addWidget(makeSteps());
    m_segments->add(objectNames::agendaMonthButton, tr("Month"));
    m_segments->add(objectNames::agendaListButton, tr("List"));
    m_segments->add(objectNames::agendaPlacesButton, tr("By territory"));
    m_head->addWidget(m_segments);
    auto *add = new QPushButton(themeIcon(u"plus"_s, IconGround::OnAccent), tr("Activity"), this);
    add->setObjectName(objectNames::newHereButton);
    add->setAccessibleName(tr("Add an activity"));
    add->setVisible(!editor.store().isReadOnly());
    setButtonKind(add, ButtonKind::Primary);
    m_head->addWidget(add);
    addChips();

    m_listPane = makeList();
    m_calendarPane = makeCalendar();
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(m_listPane);
    m_split->addWidget(m_calendarPane);
    m_split->setSizes({3100, 6900}); // parts of what there is

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
    column->addWidget(m_notice);

    connect(add, &QPushButton::clicked, this, [this] {
        const bool isMonth = m_segments->current() == static_cast<int>(Shown::Month);
        addActivity(isMonth ? m_month->day() : QDate());
    });
    connect(m_segments, &Segments::chosen, this, &AgendaPage::showSegment);
    connect(m_filter, &ChipBar::changed, this, &AgendaPage::apply);
    connect(m_filter, &ChipBar::left, this, qOverload<>(&QWidget::setFocus));
    const auto open = [this](const QModelIndex &index) {
        if (const AgendaItem *item = m_model.item(index))
            m_acts->open(item->entity, item->row);
    };
    connect(m_list, &QTreeView::activated, this, open);
    connect(m_list, &QTreeView::clicked, this, [this, open](const QModelIndex &index) {
        if (!m_list->style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, m_list))
            open(index);
    });
    connect(m_month, &MonthView::recordRequested, m_acts, &RecordActs::open);
    connect(m_month, &MonthView::newRequested, this, &AgendaPage::addActivity);
    connect(m_month, &MonthView::dayRequested, this, &AgendaPage::goTo);
    connect(m_month, &MonthView::todayRequested, this, [this] { goTo(m_today); });
    connect(m_timeline, &AgendaTimeline::recordRequested, m_acts, &RecordActs::open);
    connect(&editor.store(), &Store::changed, this, &AgendaPage::follow);
    updateSizes();
    showSegment();
}

QWidget *AgendaPage::makeSteps()
{
    auto *steps = new QWidget(this);
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString &name, const QString &text, const QString &icon) {
        auto *button = new QToolButton(steps);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setToolTip(text);
        if (icon.isEmpty())
            button->setText(text);
        else
            button->setIcon(themeIcon(icon));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        m_steps.append(button);
        return button;
    };
    connect(add(objectNames::agendaEarlierButton, tr("Earlier"), u"chevron-left"_s), &QToolButton::clicked,
        this, [this] { step(-1); });
    connect(add(objectNames::agendaTodayButton, tr("Today"), {}), &QToolButton::clicked, this,
        [this] { goTo(m_today); });
    connect(add(objectNames::agendaLaterButton, tr("Later"), u"chevron-right"_s), &QToolButton::clicked, this,
        [this] { step(1); });
    joinSegments({m_steps.begin(), m_steps.end()});
    return steps;
}

QWidget *AgendaPage::makeList()
{
    auto *pane = new QWidget(this);
    setSurface(pane, Surface::Page);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_empty->setObjectName(objectNames::agendaEmptyLabel);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(metrics::pageMargin, metrics::groupGap, metrics::pageMargin, 0);
    setTextRole(m_empty, FontRole::Body, Ink::Third);
    m_empty->setText(tr("Activities with a date, tasks due, agreements that expire and targets stand here. "
                        "Nothing is on file yet."));
    column->addWidget(m_empty);
    m_list->setObjectName(objectNames::agendaView);
    m_list->setAccessibleName(tr("Agenda"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_listDelegate);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(0);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &QAbstractItemModel::modelReset, m_list, &QTreeView::expandAll);
    column->addWidget(m_list, 1);
    return pane;
}

QWidget *AgendaPage::makeCalendar()
{
    auto *pane = new QWidget(this);
    setSurface(pane, Surface::Page);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, metrics::groupGap);
    column->setSpacing(0);
    m_monthPane = new QWidget(pane);
    auto *month = new QVBoxLayout(m_monthPane);
    month->setContentsMargins(0, 0, 0, metrics::groupGap);
    month->setSpacing(4);
    month->addWidget(m_month, 1);
    m_sometime->setObjectName(objectNames::agendaSometimeLabel);
    m_sometime->setWordWrap(true);
    setTextRole(m_sometime, FontRole::Secondary, Ink::Second);
    month->addWidget(m_sometime);
    column->addWidget(m_monthPane, 1);

    auto *head = new QWidget(pane);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 8, 0, 4);
    row->setSpacing(metrics::controlGap);
    auto *title = new QLabel(tr("By territory"), head);
    setTextRole(title, FontRole::BodyStrong);
    row->addWidget(title);
    auto *key = new ElidedLabel(head);
    key->setText(tr("Filled: done. Open: to come. Colour: project."));
    setTextRole(key, FontRole::Secondary, Ink::Second);
    row->addWidget(key, 1);
    column->addWidget(head);
    m_noPlaces->setObjectName(objectNames::agendaNoPlacesLabel);
    setTextRole(m_noPlaces, FontRole::Body, Ink::Third);
    column->addWidget(m_noPlaces);
    column->addWidget(m_timeline);
    m_axis = m_timeline->makeAxis(pane);
    column->addWidget(m_axis);
    column->addStretch(0);
    return pane;
}

void AgendaPage::addChips()
{
    Choices kinds{{tr("all"), {}}};
    for (const auto kind : {AgendaItem::Kind::Activity, AgendaItem::Kind::TaskDue,
             AgendaItem::Kind::AgreementExpires, AgendaItem::Kind::TargetDue})
        kinds.push_back({agendaKindText(kind), static_cast<int>(kind)});
    m_filter->addChip(objectNames::agendaKindChip, tr("Kind"), std::move(kinds));
    m_filter->addChip(objectNames::projectChip, tr("Project"), {{tr("all"), {}}});
    m_filter->addChip(objectNames::agendaTerritoryChip, tr("Territory"), {{tr("any"), {}}});
    m_filter->addChip(objectNames::agendaRegionChip, tr("Region"), {{tr("all"), {}}});
}

void AgendaPage::fillChips()
{
    Choices projects{{tr("all"), {}}};
    for (const Project &each : m_names.projects)
        projects.push_back({u"%1 %2"_s.arg(each.code, each.title), each.id});
    m_filter->setChoices(ProjectChip, std::move(projects));
    Choices territories{{tr("any"), {}}};
    for (const Region::Member &member : m_region.members) {
        const Territory territory = m_names.territories.value(member.territory);
        territories.push_back({u"%1 %2"_s.arg(territory.code, territory.name), member.territory});
    }
    m_filter->setChoices(TerritoryChip, std::move(territories));
    // The region of Presence goes without saying.
    Choices choices{{m_region.name.isEmpty() ? tr("all") : m_region.name, {}}};
    for (const Region &each : m_regions) {
        if (each.id != m_region.id)
            choices.push_back({each.name, each.id});
    }
    if (!m_region.name.isEmpty())
        choices.push_back({tr("all"), allRegions});
    m_filter->setChoices(RegionChip, std::move(choices));
}

AgendaFilter AgendaPage::filter() const
{
    AgendaFilter filter;
    filter.text = m_filter->text();
    if (const QVariant kind = m_filter->value(KindChip); kind.isValid())
        filter.kind = static_cast<AgendaItem::Kind>(kind.toInt());
    filter.project = m_filter->value(ProjectChip).toUuid();
    filter.territory = m_filter->value(TerritoryChip).toUuid();
    const QVariant region = m_filter->value(RegionChip);
    const auto chosen = std::find_if(
        m_regions.begin(), m_regions.end(), [&](const Region &each) { return each.id == region.toUuid(); });
    if (!region.isValid() && !m_region.name.isEmpty())
        filter.region = m_region;
    else if (chosen != m_regions.end())
        filter.region = *chosen;
    return filter;
}

void AgendaPage::setPlace(QDate today, const Region &region)
{
    const bool isElsewhere = region.id != m_region.id || region.name != m_region.name;
    if (today == m_today && !isElsewhere)
        return;
    m_region = region;
    if (today != m_today) {
        m_today = today;
        m_shownMonth = firstOf(today);
    }
    follow();
}

void AgendaPage::setShown(Shown shown)
{
    m_segments->setCurrent(static_cast<int>(shown));
    showSegment();
}

void AgendaPage::showSegment()
{
    const auto shown = static_cast<Shown>(m_segments->current());
    QWidget *const before = focusWidget();
    m_listPane->setVisible(shown != Shown::Places);
    m_calendarPane->setVisible(shown != Shown::List);
    m_monthPane->setVisible(shown == Shown::Month);
    for (QAbstractButton *each : m_steps)
        each->setEnabled(shown != Shown::List);
    QWidget *first = shown == Shown::Month ? static_cast<QWidget *>(m_month)
        : shown == Shown::List             ? static_cast<QWidget *>(m_list)
                                           : static_cast<QWidget *>(m_timeline);
    setFocusProxy(first);
    if (before && !before->isVisible())
        first->setFocus();
    follow();
}

void AgendaPage::goTo(QDate day)
{
    if (!day.isValid() || day.year() < 1 || day.year() > endOfTime.year())
        return;
    if (firstOf(day) != m_shownMonth) {
        m_shownMonth = firstOf(day);
        follow();
    }
    m_month->setDay(day);
}

void AgendaPage::step(int by)
{
    const bool isYears = m_segments->current() == static_cast<int>(Shown::Places);
    const QDate from = m_month->day().isValid() ? m_month->day() : m_shownMonth;
    goTo(isYears ? from.addYears(by) : from.addMonths(by));
}

void AgendaPage::follow()
{
    m_isStale = true;
    if (isVisible())
        read();
}

void AgendaPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void AgendaPage::read()
{
    m_isStale = false;
    const Store &store = m_editor.store();
    const QDate before = m_month->day();
    m_names = AgendaNames(store);
    m_regions = regions(store);
    fillChips();
    m_toCome = agenda(store, m_today, endOfTime, m_today);
    const bool isYear = m_segments->current() == static_cast<int>(Shown::Places);
    const auto [first, last] = m_monthModel.daysOf(m_shownMonth);
    m_items = isYear
        ? agenda(store, QDate(m_shownMonth.year(), 1, 1), QDate(m_shownMonth.year(), 12, 31), m_today)
        : agenda(store, first, last, m_today);
    apply();
    const QDate day = firstOf(before) == m_shownMonth ? before
        : firstOf(m_today) == m_shownMonth            ? m_today
                                                      : m_shownMonth;
    if (m_month->day() != day)
        m_month->setDay(day);
}

void AgendaPage::apply()
{
    if (m_isStale)
        return;
    const AgendaFilter shown = filter();
    const QModelIndex current = m_list->currentIndex();
    const QUuid row = m_model.item(current) ? m_model.item(current)->row : QUuid();
    const QDate day = m_month->day();
    const std::vector<AgendaItem> some = shown.shown(m_toCome);
    const auto isToCome = [](const AgendaItem &item) { return item.isOverdue || !item.isDone; };
    m_filter->setShown(std::count_if(some.begin(), some.end(), isToCome),
        std::count_if(m_toCome.begin(), m_toCome.end(), isToCome));
    QStringList dates;
    QStringList ends;
    for (const AgendaItem &item : some) {
        if (!isToCome(item))
            continue;
        dates += agendaDateText(item, m_today, locale());
        if (item.isOverdue)
            ends += agendaLateText(item, m_today);
        else if (item.certainty == certaintyCode::assumed)
            ends += AgendaDelegate::assumedText();
    }
    dates.removeDuplicates();
    ends.removeDuplicates();
    m_listDelegate->setTexts(dates, ends);
    m_model.setItems(some, m_today, m_names);
    if (const QModelIndex again = m_model.find(row); again.isValid())
        m_list->setCurrentIndex(again);
    m_monthModel.setMonth(m_shownMonth, shown.shown(m_items), m_today, m_names);
    m_month->setDay(day);
    applyPlaces();
    m_empty->setVisible(m_toCome.empty() && m_items.empty());
    updateTexts();
}

void AgendaPage::applyPlaces()
{
    const AgendaFilter shown = filter();
    const bool isYear = m_segments->current() == static_cast<int>(Shown::Places);
    const int year = m_shownMonth.year();
    const QDate first = isYear ? QDate(year, 1, 1) : m_shownMonth;
    const QDate last = isYear ? QDate(year, 12, 31) : m_shownMonth.addMonths(1).addDays(-1);
    Region region = shown.region.value_or(m_region);
    if (!shown.region && !m_regions.empty()) { // all of them
        for (const Region &each : m_regions)
            for (const Region::Member &member : each.members)
                if (std::none_of(region.members.begin(), region.members.end(),
                        [&](const Region::Member &had) { return had.territory == member.territory; }))
                    region.members.push_back(member);
    }
    if (!shown.territory.isNull())
        std::erase_if(region.members,
            [&](const Region::Member &member) { return member.territory != shown.territory; });
    m_placesModel.setPeriod(first, last, shown.shown(m_items), region,
        isYear ? AgendaPlacesModel::Rows::All : AgendaPlacesModel::Rows::WithItems, m_today, m_names);
    const bool isNone = m_placesModel.rowCount() == 0;
    m_noPlaces->setVisible(isNone);
    m_timeline->setVisible(!isNone);
    m_axis->setVisible(!isNone);
    updateSizes();
}

void AgendaPage::updateTexts()
{
    const auto shown = static_cast<Shown>(m_segments->current());
    const QLocale loc = locale();
    const QString month = loc.toString(m_shownMonth, tr("MMMM yyyy", "a month, see QLocale::toString"));
    m_head->setSubtitle(shown == Shown::Month ? month
            : shown == Shown::Places          ? loc.toString(m_shownMonth, u"yyyy"_s)
                                              : QString());
    m_noPlaces->setText(tr("Nothing in %1 is of a territory.").arg(month));
    QStringList texts;
    for (const AgendaItem *item : m_monthModel.sometime())
        texts += agendaText(*item);
    m_sometime->setVisible(!texts.isEmpty());
    m_sometime->setText(tr("Some day in %1: %2").arg(month, texts.join(u", "_s)));
}

void AgendaPage::updateSizes()
{
    const bool isYear = m_segments->current() == static_cast<int>(Shown::Places);
    m_listPane->setMinimumWidth(scaledPx(280));
    if (isYear)
        return m_timeline->setMaximumHeight(QWIDGETSIZE_MAX), m_timeline->setMinimumHeight(0);
    const int row = m_timeline->rowHeight();
    const int most = std::max(2 * row, m_calendarPane->height() * 3 / 10);
    m_timeline->setFixedHeight(std::min({m_placesModel.rowCount() * row, mostRows * row, most}));
}

void AgendaPage::addActivity(QDate day)
{
    if (m_editor.store().isReadOnly())
        return;
    namespace f = fields::activity;
    QMap<QString, QString> presets;
    if (day.isValid())
        presets.insert(QString(f::start), PartialDate(day).toIso());
    const AgendaFilter shown = filter();
    if (const Project *project = findProject(m_names.projects, shown.project))
        presets.insert(QString(f::projects), project->code);
    if (const auto place = m_names.territories.constFind(shown.territory);
        place != m_names.territories.constEnd())
        presets.insert(QString(f::territories), place->code);
    m_acts->add(QString(f::entity), presets);
}

void AgendaPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateSizes();
}

void AgendaPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_listPane)
        updateSizes();
}

void AgendaPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace liaison
