#include "views/programmes/programmespage.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/outreach.h"
#include "models/figures/territory.h"
#include "models/items/roles.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/programmes/programmedelegate.h"
#include "views/programmes/programmeinspector.h"
#include "views/records/recordacts.h"
#include "views/records/recordspane.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"
#include "views/widgets/codelist.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/noticestrip.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/segments.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int leastTable = 600; // beside the programme at the side
constexpr int leastTitle = 220;

ProgrammesModel::Stages stagesOf(const Store &store)
{
    ProgrammesModel::Stages stages;
    for (const Choice &each :
        store.catalogue().entity(fields::programme::entity)->field(fields::programme::stage)->choices) {
        stages.codes.append(QString(each.code));
        stages.titles.append(store.catalogue()
                                 .entity(fields::programme::entity)
                                 ->field(fields::programme::stage)
                                 ->choiceText(QString(each.code)));
    }
    return stages;
}

QLatin1StringView entityOf(ProgrammesPage::Tab tab)
{
    using Tab = ProgrammesPage::Tab;
    switch (tab) {
    case Tab::Programmes:
        break;
    case Tab::Activities:
        return fields::activity::entity;
    case Tab::Agreements:
        return fields::agreement::entity;
    case Tab::Participation:
        return fields::participation::entity;
    case Tab::Training:
        return fields::attendance::entity;
    }
    return fields::programme::entity;
}

} // namespace

ProgrammesPage::ProgrammesPage(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_model(stagesOf(editor.store()))
    , m_head(new PageHead(tr("Programmes"), this))
    , m_tabs(new Segments(this))
    , m_add(new QPushButton(themeIcon(QStringLiteral("plus"), IconGround::OnAccent), QString(), this))
    , m_stack(new QStackedWidget(this))
    , m_filter(new ChipBar(this))
    , m_view(new QTreeView(this))
    , m_silent(new CodeList(this))
    , m_inspector(new ProgrammeInspector(editor, this))
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
{
    setObjectName(objectNames::programmesPage);
    m_tabs->add(objectNames::programmesTabButton, tr("Programmes"));
    m_tabs->add(objectNames::activitiesTabButton, tr("Activities"));
    m_tabs->add(objectNames::agreementsTabButton, tr("Agreements"));
    m_tabs->add(objectNames::participationTabButton, tr("Participation"));
    m_tabs->add(objectNames::trainingTabButton, tr("Training"));
    m_head->addWidget(m_tabs);
    m_add->setObjectName(objectNames::newHereButton);
    setButtonKind(m_add, ButtonKind::Primary);
    m_add->setVisible(!editor.store().isReadOnly());
    connect(m_add, &QPushButton::clicked, this, [this] { m_acts->add(QString(entityOf(tab()))); });
    m_head->addWidget(m_add);

    m_stack->addWidget(makeProgrammes());
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    auto *main = new QWidget(split);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_notice);
    split->addWidget(main);
    split->addWidget(m_inspector);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
    setFocusProxy(m_stack);
    m_stack->setFocusProxy(m_view);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ProgrammesPage::read);
    connect(m_tabs, &Segments::chosen, this, [this](int segment) { showTab(static_cast<Tab>(segment)); });
    connect(m_acts, &RecordActs::added, this, [this](const QString &entity, QUuid id) {
        if (entity == fields::programme::entity)
            m_wanted = id;
        else if (entity == entityOf(tab()))
            pane(tab())->setCurrentRecord(id);
        follow();
    });
    connect(m_inspector, &ProgrammeInspector::recordRequested, m_acts, &RecordActs::open);
    connect(m_inspector, &ProgrammeInspector::newRequested, m_acts, &RecordActs::add);
    connect(m_inspector, &ProgrammeInspector::refused, m_acts, &RecordActs::refuse);
    connect(m_inspector, &ProgrammeInspector::done, m_acts, &RecordActs::tell);
    connect(m_inspector, &ProgrammeInspector::territoryChosen, this, &ProgrammesPage::territoryChosen);
    connect(&editor.store(), &Store::changed, this, &ProgrammesPage::follow);
    updateHead();
    updateSizes();
}

QWidget *ProgrammesPage::makeProgrammes()
{
    makeFilter();
    m_view->setObjectName(objectNames::programmesView);
    m_view->setAccessibleName(tr("Programmes by project"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ProgrammeDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setIndentation(0);
    m_view->setMouseTracking(true);
    m_view->setSortingEnabled(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSortIndicator(ProgrammesModel::Title, Qt::AscendingOrder);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ProgrammesModel::Title, QHeaderView::Stretch);
    m_view->installEventFilter(this);
    connect(m_view, &QTreeView::activated, this, &ProgrammesPage::openCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProgrammesPage::span);
    m_view->viewport()->installEventFilter(this);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProgrammesPage::showCurrent);
    m_silent->setObjectName(objectNames::silentLabel);
    connect(m_silent, &CodeList::territoryChosen, this, &ProgrammesPage::territoryChosen);

    auto *body = new QWidget(m_stack);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    auto *inner = new QVBoxLayout;
    // The cells have a margin of their own.
    inner->setContentsMargins(metrics::pageMargin - metrics::controlGap, 0,
        metrics::pageMargin - metrics::controlGap, metrics::groupGap);
    inner->setSpacing(0);
    inner->addWidget(m_view, 1);
    auto *line = new QFrame(body);
    line->setFrameStyle(QFrame::HLine | QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedHeight(1);
    inner->addWidget(line);
    inner->addSpacing(metrics::groupGap);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(metrics::controlGap, 0, metrics::controlGap, 0);
    foot->addWidget(m_silent);
    inner->addLayout(foot);
    column->addLayout(inner, 1);
    return body;
}

void ProgrammesPage::makeFilter()
{
    m_projectChip = m_filter->addChip(objectNames::projectChip, tr("Project"), {{tr("all"), {}}});
    std::vector<ChipBar::Choice> stages{{tr("any"), {}}};
    const ProgrammesModel::Stages all = stagesOf(m_editor.store());
    for (qsizetype i = 0; i < all.codes.size(); ++i)
        stages.push_back({all.titles[i], all.codes[i]});
    m_stageChip = m_filter->addChip(objectNames::stageChip, tr("Stage"), std::move(stages));
    m_territoryChip = m_filter->addChip(objectNames::territoryChip, tr("Territory"), {{tr("any"), {}}});
    m_silentChip = m_filter->addChip(objectNames::silentChip, tr("Silent for"),
        {{tr("any time"), {}}, {tr("three months"), 3}, {tr("half a year"), 6}, {tr("a year"), 12}});
    connect(m_filter, &ChipBar::changed, this, &ProgrammesPage::applyFilter);
    connect(m_filter, &ChipBar::left, m_view, qOverload<>(&QWidget::setFocus));
}

// --- What is shown

void ProgrammesPage::setShown(const Region &region, QDate day)
{
    m_region = region;
    m_day = day;
    follow();
}

void ProgrammesPage::follow()
{
    m_behind = true;
    if (isVisible())
        m_soon.start();
}

void ProgrammesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_behind)
        read();
}

void ProgrammesPage::read()
{
    m_behind = false;
    m_soon.stop();
    readChoices();
    const Programmes::Programme *before = m_model.programme(m_view->currentIndex());
    const QUuid kept = m_wanted.isNull() ? (before ? before->id : QUuid()) : std::exchange(m_wanted, {});
    m_model.setProgrammes(programmes(m_editor.store(), m_region, m_day), m_day);
    keepCurrent(kept);
    readSilent();
    updateHead();
}

void ProgrammesPage::readChoices()
{
    std::vector<ChipBar::Choice> projects{{tr("all"), {}}};
    for (const Record &record : m_editor.store().read({.entity = fields::project::entity}))
        projects.push_back({u"%1 %2"_s.arg(record.value(fields::project::code).text(),
                                record.value(fields::project::title).text()),
            record.id()});
    m_filter->setChoices(m_projectChip, std::move(projects));
    std::vector<ChipBar::Choice> places{{tr("any"), {}}};
    const QHash<QUuid, Territory> all = territories(m_editor.store());
    for (const Region::Member &member : m_region.members) {
        if (const auto place = all.constFind(member.territory); place != all.constEnd())
            places.push_back({u"%1 %2"_s.arg(place->code, place->name), place->id});
    }
    m_filter->setChoices(m_territoryChip, std::move(places));
}

void ProgrammesPage::readSilent()
{
    const std::vector<QUuid> silent = silentTerritories(m_editor.store(), m_region, m_day);
    const QHash<QUuid, Territory> all = territories(m_editor.store());
    const auto of = std::count_if(m_region.members.begin(), m_region.members.end(),
        [&](const Region::Member &member) { return all.value(member.territory).existsOn(m_day); });
    std::vector<CodeList::Place> places;
    for (const QUuid &id : silent)
        places.push_back({id, all.value(id).code, all.value(id).name});
    m_silent->setPlaces(places, tr("Nothing recorded for a year"),
        silent.empty() ? tr("none of %L1").arg(of) : tr("%L1 of %L2:").arg(silent.size()).arg(of));
}

void ProgrammesPage::applyFilter()
{
    ProgrammeFilter filter;
    filter.text = m_filter->text();
    filter.project = m_filter->value(m_projectChip).toUuid();
    filter.stage = m_filter->value(m_stageChip).toString();
    filter.territory = m_filter->value(m_territoryChip).toUuid();
    filter.silentMonths = m_filter->value(m_silentChip).toInt();
    const Programmes::Programme *before = m_model.programme(m_view->currentIndex());
    const QUuid kept = before ? before->id : QUuid();
    m_model.setFilter(filter);
    keepCurrent(kept);
}

// The same programme again, else the first one.
void ProgrammesPage::keepCurrent(QUuid programme)
{
    QModelIndex next = m_model.find(programme);
    for (int row = 0; row < m_model.rowCount() && !next.isValid(); ++row)
        next = m_model.index(0, 0, m_model.index(row, 0));
    m_view->setCurrentIndex(next);
    showCurrent();
}

void ProgrammesPage::filterProject(QUuid project)
{
    if (m_behind)
        read();
    m_filter->clear();
    m_filter->setValue(m_projectChip, project.isNull() ? QVariant() : QVariant(project));
}

// The rows of projects reach over all columns, and nothing is folded away.
void ProgrammesPage::span()
{
    m_view->expandAll();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_view->setFirstColumnSpanned(row, {}, !m_model.isTotals(m_model.index(row, 0)));
    m_filter->setShown(m_model.shownCount(), m_model.count());
    makeRoom();
}

void ProgrammesPage::showCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    m_inspector->show(m_model.project(current), m_model.programme(current), m_region, m_day);
}

// --- Acts

void ProgrammesPage::openCurrent()
{
    if (const Programmes::Programme *programme = m_model.programme(m_view->currentIndex()))
        m_acts->open(QString(fields::programme::entity), programme->id);
}

bool ProgrammesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        makeRoom();
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && !m_editor.store().isReadOnly()) {
        if (const Programmes::Programme *programme = m_model.programme(m_view->currentIndex()))
            m_acts->remove(QString(fields::programme::entity), programme->id);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ProgrammesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

// --- Tabs

ProgrammesPage::Tab ProgrammesPage::tab() const
{
    return static_cast<Tab>(m_tabs->current());
}

RecordsPane *ProgrammesPage::pane(Tab tab)
{
    RecordsPane *&made = m_panes[static_cast<int>(tab)];
    if (!made) {
        made = new RecordsPane(m_editor, *m_editor.store().catalogue().entity(entityOf(tab)), m_stack);
        if (tab == Tab::Training) // who was there without a word on training is no row of this table
            made->setFixedFilters({{fields::attendance::training, Value(), Query::Filter::Is::Not}});
        connect(made, &RecordsPane::recordRequested, m_acts, &RecordActs::open);
        connect(made, &RecordsPane::newRequested, m_acts, &RecordActs::add);
        connect(made, &RecordsPane::removeRequested, m_acts, &RecordActs::remove);
        m_stack->addWidget(made);
    }
    return made;
}

void ProgrammesPage::showTab(Tab tab)
{
    m_tabs->setCurrent(static_cast<int>(tab));
    QWidget *shown = tab == Tab::Programmes ? m_stack->widget(0) : pane(tab);
    m_stack->setCurrentWidget(shown);
    m_stack->setFocusProxy(tab == Tab::Programmes ? static_cast<QWidget *>(m_view) : shown);
    makeRoom();
    updateHead();
}

void ProgrammesPage::updateHead()
{
    const qint64 projects = m_editor.store().count({.entity = fields::project::entity});
    m_head->setSubtitle(tr("%1, %2").arg(tr("%Ln projects", nullptr, static_cast<int>(projects)),
        tr("%Ln programmes", nullptr, m_model.count())));
    const QString title = m_editor.store().catalogue().entity(entityOf(tab()))->titleText();
    m_add->setText(literalText(title));
    m_add->setAccessibleName(tr("Add: %1").arg(title));
    m_add->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
}

void ProgrammesPage::updateSizes()
{
    m_view->header()->setMinimumSectionSize(scaledPx(60));
    makeRoom();
}

// In a narrow window the side closes first, then columns give way to the title, the least telling first.
void ProgrammesPage::makeRoom()
{
    const bool isWide = width() >= scaledPx(leastTable + metrics::inspectorMinimumWidth);
    m_inspector->setVisible(isWide && tab() == Tab::Programmes);
    int room = m_view->viewport()->width() - scaledPx(leastTitle);
    for (const auto &[column, usual] :
        {std::pair(ProgrammesModel::Stage, 150), std::pair(ProgrammesModel::LastActivity, 105),
            std::pair(ProgrammesModel::NextActivity, 95), std::pair(ProgrammesModel::Budget, 105),
            std::pair(ProgrammesModel::Territories, 85), std::pair(ProgrammesModel::Owner, 75)}) {
        room -= scaledPx(usual);
        m_view->setColumnHidden(column, room < 0);
    }
}

void ProgrammesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void ProgrammesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateSizes();
        m_view->doItemsLayout();
    }
}

} // namespace liaison
