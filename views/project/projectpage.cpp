#include "views/project/projectpage.h"
#include "views/charts/outreachchart.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "views/inspector/inspectorsection.h"
#include "views/inspector/recordrow.h"
#include "views/objectnames.h"
#include "views/project/projecttable.h"
#include "views/records/recordacts.h"
#include "views/records/rowsbehind.h"
#include "views/style/metrics.h"
#include "views/style/projectmark.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/noticestrip.h"
#include "views/widgets/pagehead.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int stackedBelow = 860; // px at 100 %: what stands beside each other goes below each other
constexpr size_t mostProgrammes = 5;
constexpr qsizetype longestTitle = 60; // of plain words
constexpr qsizetype longestOutcome = 240;

QLabel *partHead(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, FontRole::BodyStrong);
    return label;
}

QLabel *emptyLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, FontRole::Body, Ink::Third);
    label->setWordWrap(true);
    return label;
}

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameStyle(QFrame::HLine | QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedHeight(1);
    return line;
}

QVBoxLayout *columnIn(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::controlGap);
    return column;
}

} // namespace

ProjectPage::ProjectPage(Editor &editor, QUuid project, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_project(project)
    , m_asOf(today(editor.store().clock()))
    , m_aside(editor.store())
    , m_indicatorModel(indicatorHeads())
    , m_programmeModel(programmeHeads())
    , m_latestModel(latestHeads())
    , m_head(new PageHead({}, this))
    , m_mark(new ProjectMark({}, FontRole::PageTitle, m_head))
    , m_date(new DateBox([&editor] { return today(editor.store().clock()); }, m_head))
    , m_parts(new ProjectFigureParts(this))
    , m_objective(new QLabel)
    , m_wording(new QLabel)
    , m_noIndicators(emptyLabel(tr("No indicator is of this project."), nullptr))
    , m_indicators(new ProjectTable(m_indicatorModel, 0))
    , m_all(new QToolButton)
    , m_noProgrammes(emptyLabel(tr("No programme is on file for this project."), nullptr))
    , m_programmes(new ProjectTable(m_programmeModel, 0))
    , m_noLatest(
          emptyLabel(tr("No activity, agreement or participation is on file for this project."), nullptr))
    , m_latest(new ProjectTable(m_latestModel, 1))
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
{
    setObjectName(objectNames::projectPage);
    makeHead();
    auto *area = new QScrollArea(this);
    area->setObjectName(objectNames::projectArea);
    area->setAccessibleName(tr("Project"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(area);
    setSurface(content, Surface::Page);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(metrics::pageMargin, metrics::groupGap, metrics::pageMargin, metrics::groupGap);
    rows->setSpacing(metrics::groupGap);
    rows->addWidget(makeWording());
    rows->addWidget(hairline(content));
    rows->addWidget(makeMiddle());
    rows->addWidget(hairline(content));
    auto *latestHead = new QHBoxLayout;
    latestHead->addWidget(partHead(tr("Latest records"), content));
    auto *hidden = new QLabel(tr("names are hidden on project pages"), content);
    setTextRole(hidden, FontRole::Secondary, Ink::Second);
    latestHead->addWidget(hidden, 1);
    rows->addLayout(latestHead);
    rows->addWidget(m_noLatest);
    m_latest->setObjectName(objectNames::projectLatest);
    m_latest->setAccessibleName(tr("Latest records"));
    rows->addWidget(m_latest);
    rows->addStretch(1);
    area->setWidget(content);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(area, 1);
    column->addWidget(m_notice);
    setFocusProxy(area);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ProjectPage::read);
    connect(&editor.store(), &Store::changed, this, &ProjectPage::follow);
    for (ProjectTable *table : {m_indicators, m_programmes, m_latest})
        connect(table, &ProjectTable::recordRequested, m_acts, &RecordActs::open);
    connect(m_parts, &ProjectFigureParts::territoryChosen, this, &ProjectPage::territoryChosen);
    connect(m_parts, &ProjectFigureParts::figureChosen, this, &ProjectPage::follow);
    connect(m_parts->chart(), &OutreachChart::rowsRequested, this, &ProjectPage::showRows);
}

// The same question as the chart's, so that they add up to what it shows.
void ProjectPage::showRows(const QString &figure, QUuid, int quarter)
{
    auto *rows = new RowsBehind(m_editor.store(),
        {.figure = figure,
            .day = m_parts->chart()->times().until,
            .quarter = quarter,
            .scope = {.project = m_project, .region = m_region}},
        this);
    connect(rows, &RowsBehind::recordRequested, m_acts, &RecordActs::open);
    rows->show();
}

void ProjectPage::makeHead()
{
    m_head->setMark(m_mark);
    auto *label = new QLabel(tr("As of"), m_head);
    setTextRole(label, FontRole::Body, Ink::Second);
    m_date->edit()->setObjectName(objectNames::projectAsOfEdit);
    m_date->edit()->setAccessibleName(tr("As of"));
    label->setBuddy(m_date->edit());
    m_head->addWidget(label);
    m_head->addWidget(m_date);
    auto *add = new QPushButton(m_head);
    const QString title = m_editor.store().catalogue().entity(fields::programme::entity)->titleText();
    add->setObjectName(objectNames::newHereButton);
    add->setText(tr("+ %1").arg(title));
    add->setAccessibleName(tr("Add: %1").arg(title));
    add->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
    add->setVisible(!m_editor.store().isReadOnly());
    setButtonKind(add, ButtonKind::Primary);
    m_head->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        m_acts->add(QString(fields::programme::entity),
            {{QString(fields::programme::project), m_figures.project.code}});
    });
    connect(m_date, &DateBox::dateChosen, this, &ProjectPage::asOfChosen);
    connect(m_date, &DateBox::stepRequested, this, &ProjectPage::stepRequested);
    connect(m_date, &DateBox::refused, m_acts, &RecordActs::refuse);
    connect(m_date, &DateBox::left, this, qOverload<>(&QWidget::setFocus));
}

QWidget *ProjectPage::makeWording()
{
    auto *part = new QWidget(this);
    m_topRow = new QBoxLayout(QBoxLayout::LeftToRight, part);
    m_topRow->setContentsMargins(0, 0, 0, 0);
    m_topRow->setSpacing(2 * metrics::pageMargin);
    auto *words = new QWidget(part);
    QVBoxLayout *left = columnIn(words);
    setTextRole(m_objective, FontRole::Caption, Ink::Second);
    m_objective->setWordWrap(true);
    left->addWidget(m_objective);
    setTextRole(m_wording, FontRole::Body);
    m_wording->setWordWrap(true);
    left->addWidget(m_wording);
    left->addStretch(1);
    m_topRow->addWidget(words, 4);
    auto *tables = new QWidget(part);
    QVBoxLayout *right = columnIn(tables);
    right->setSpacing(2);
    right->addWidget(partHead(tr("Indicators"), tables));
    right->addWidget(m_noIndicators);
    m_indicators->setObjectName(objectNames::projectIndicators);
    m_indicators->setAccessibleName(tr("Indicators against targets"));
    right->addWidget(m_indicators);
    right->addStretch(1);
    m_topRow->addWidget(tables, 5);
    return part;
}

QWidget *ProjectPage::makeMiddle()
{
    auto *part = new QWidget(this);
    m_middleRow = new QBoxLayout(QBoxLayout::LeftToRight, part);
    m_middleRow->setContentsMargins(0, 0, 0, 0);
    m_middleRow->setSpacing(2 * metrics::groupGap);
    m_middleRow->addWidget(m_parts->tilesPart(), 4);

    auto *centre = new QWidget(part);
    QVBoxLayout *column = columnIn(centre);
    column->addWidget(m_parts->timePart());
    auto *head = new QHBoxLayout;
    head->addWidget(partHead(tr("Programmes"), centre), 1);
    m_all->setObjectName(objectNames::projectAllProgrammesButton);
    m_all->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_all, ButtonKind::Link);
    connect(m_all, &QToolButton::clicked, this, [this] { Q_EMIT programmesRequested(m_project); });
    head->addWidget(m_all);
    column->addLayout(head);
    column->addWidget(m_noProgrammes);
    m_programmes->setObjectName(objectNames::projectProgrammes);
    m_programmes->setAccessibleName(tr("Programmes"));
    column->addWidget(m_programmes);
    column->addStretch(1);
    m_middleRow->addWidget(centre, 5);
    m_middleRow->addWidget(makeSide(), 3);
    return part;
}

QWidget *ProjectPage::makeSide()
{
    auto *side = new QWidget(this);
    m_side = columnIn(side);
    m_side->addWidget(m_parts->silentPart());
    m_side->addStretch(1);
    return side;
}

void ProjectPage::setShown(const Region &region, const PartialDate &asOf)
{
    m_region = region;
    m_asOf = asOf;
    m_date->setDate(asOf);
    follow();
}

void ProjectPage::follow()
{
    m_isStale = true;
    if (isVisible())
        m_soon.start();
}

void ProjectPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

// A large file is read aside; what was shown stays meanwhile.
void ProjectPage::read()
{
    m_soon.stop();
    m_aside.drop();
    // One that was deleted meanwhile stands as it was until another page is shown.
    const auto ask = [id = m_project, region = m_region, day = m_asOf.lastDay(), figure = m_parts->chosen()](
                         const Store &store) -> std::optional<Content> {
        const std::vector<Project> all = projects(store);
        const Project *project = findProject(all, id);
        if (!project)
            return {};
        return Content{projectPageFigures(store, *project, region, day),
            ProjectFigureParts::read(store, *project, region, day, figure), AgendaNames(store)};
    };
    if (m_editor.store().count({.entity = fields::activity::entity}) < m_threadedFrom)
        return take(ask(m_editor.store()));
    m_aside.read([this, ask](const Store &store) -> std::function<void()> {
        return [this, content = ask(store)] { take(content); };
    });
}

void ProjectPage::take(const std::optional<Content> &content)
{
    m_isStale = false;
    if (!content)
        return;
    m_figures = content->figures;
    const Project &project = m_figures.project;
    m_mark->setProject({project.code, project.colourLight, project.colourDark});
    const bool isShort = !project.plainWords.isEmpty() && project.plainWords.size() <= longestTitle;
    m_head->setTitle(isShort ? project.plainWords : project.title);
    m_head->setSubtitle(isShort ? project.title : project.plainWords);
    setAccessibleName(u"%1 %2"_s.arg(project.code, project.title));
    showWording();
    showTables(content->names);
    m_parts->show(content->parts, project);
    showNext();
    showOutcomes();
}

void ProjectPage::showWording()
{
    const Project &project = m_figures.project;
    m_objective->setText(project.objective.isEmpty()
            ? tr("Wording of the plan")
            : tr("Wording, objective %1: %2").arg(project.objectiveCode, project.objective));
    m_wording->setText(
        project.wording.isEmpty() ? tr("No wording is on file.") : tr("“%1”").arg(project.wording));
    setTextRole(m_wording, FontRole::Body, project.wording.isEmpty() ? Ink::Third : Ink::First);
}

void ProjectPage::showTables(const AgendaNames &names)
{
    const Project &project = m_figures.project;
    for (ProjectTable *table : {m_indicators, m_programmes, m_latest})
        table->setHue(project.colourLight, project.colourDark);
    const QLocale loc = locale();
    m_indicatorModel.setRows(indicatorRows(m_figures, loc));
    m_programmeModel.setRows(programmeRows(m_figures, mostProgrammes, loc));
    m_latestModel.setRows(latestRows(m_figures, names, loc));
    m_noIndicators->setVisible(m_figures.indicators.empty());
    m_indicators->setVisible(m_indicatorModel.rowCount() > 0);
    m_noProgrammes->setVisible(m_figures.programmes.empty());
    m_programmes->setVisible(!m_figures.programmes.empty());
    m_noLatest->setVisible(m_figures.latest.empty());
    m_latest->setVisible(!m_figures.latest.empty());
    m_all->setText(tr("all %L1").arg(static_cast<qlonglong>(m_figures.programmes.size())));
    m_all->setAccessibleName(tr("All programmes of this project"));
    m_all->setVisible(!m_figures.programmes.empty());
}

void ProjectPage::showNext()
{
    delete std::exchange(m_next, new InspectorSection(tr("Next steps"), this));
    m_side->insertWidget(0, m_next);
    if (!m_editor.store().isReadOnly()) {
        QToolButton *add =
            m_next->addLink(objectNames::projectAddStepButton, tr("Add"), tr("Add a task or an activity"));
        connect(add, &QToolButton::clicked, this, &ProjectPage::addStep);
    }
    if (m_figures.next.empty())
        m_next->addText(tr("Nothing is due or planned for this project."), Ink::Third);
    const QDate day = m_asOf.lastDay();
    for (const AgendaItem &item : m_figures.next) {
        auto *row = new RecordRow({.date = agendaDateText(item, day, locale()),
                                      .text = agendaText(item),
                                      .extra = agendaLateText(item, day),
                                      .isLate = item.isOverdue},
            m_next);
        row->setObjectName(objectNames::projectNextRow);
        connect(row, &RecordRow::clicked, this,
            [this, entity = item.entity, id = item.row] { m_acts->open(entity, id); });
        m_next->addWidget(row);
    }
    m_next->show(); // what is added to a visible widget is not shown by itself
}

void ProjectPage::showOutcomes()
{
    delete std::exchange(m_outcomes, new InspectorSection(tr("Outcome in words"), this));
    m_side->insertWidget(m_side->count() - 1, m_outcomes);
    if (m_figures.outcomes.empty())
        m_outcomes->addText(tr("No outcome is written yet. It stands with an activity."), Ink::Third);
    for (const ProjectPageFigures::Outcome &each : m_figures.outcomes) {
        auto *row = new RecordRow({.date = each.date.toText(locale()), .text = each.title}, m_outcomes);
        row->setObjectName(objectNames::projectOutcomeRow);
        connect(row, &RecordRow::clicked, this,
            [this, id = each.activity] { m_acts->open(QString(fields::activity::entity), id); });
        m_outcomes->addWidget(row);
        const QString words = each.words.simplified();
        m_outcomes->addText(
            words.size() > longestOutcome ? words.left(longestOutcome) + u'…' : words, Ink::Second);
    }
    m_outcomes->show();
}

void ProjectPage::addStep()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString code = m_figures.project.code;
    menu->addAction(tr("Activity"), this, [this, code] {
        m_acts->add(QString(fields::activity::entity), {{QString(fields::activity::projects), code}});
    });
    const auto addTask = [&](const QString &about, QLatin1StringView entity, QUuid row) {
        menu->addAction(literalText(tr("Task about %1").arg(about)), this,
            [this, of = u"%1:%2"_s.arg(entity, m_editor.store().keyOf(entity, row))] {
                m_acts->add(QString(fields::task::entity), {{QString(fields::task::of), of}});
            });
    };
    addTask(u"%1 %2"_s.arg(code, m_figures.project.title), fields::project::entity, m_project);
    for (size_t i = 0; i < std::min(mostProgrammes, m_figures.programmes.size()); ++i)
        addTask(m_figures.programmes[i].title, fields::programme::entity, m_figures.programmes[i].id);
    if (auto *button = qobject_cast<QWidget *>(sender()))
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ProjectPage::makeRoom()
{
    const auto direction =
        width() < scaledPx(stackedBelow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_topRow->setDirection(direction);
    m_middleRow->setDirection(direction);
}

void ProjectPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void ProjectPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_middleRow)
        makeRoom();
}

void ProjectPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace liaison
