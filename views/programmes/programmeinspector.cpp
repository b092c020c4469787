#include "views/programmes/programmeinspector.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/knownrecords.h"
#include "models/figures/region.h"
#include "models/figures/territory.h"
#include "models/store/store.h"
#include "views/inspector/inspectorarea.h"
#include "views/inspector/inspectorsection.h"
#include "views/inspector/recordrow.h"
#include "views/inspector/tasklines.h"
#include "views/map/territorytiles.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/projectmark.h"
#include "views/style/steps.h"
#include "views/style/stylesheet.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostRows = 12; // of one list; the rest is told as a number

// Empty when neither is known.
QString periodText(const PartialDate &start, const PartialDate &end, const QLocale &locale)
{
    if (start == end)
        return start.toText(locale);
    if (end.isNull())
        return ProgrammeInspector::tr("Since %1").arg(start.toText(locale));
    if (start.isNull())
        return ProgrammeInspector::tr("Until %1").arg(end.toText(locale));
    return ProgrammeInspector::tr("%1 – %2").arg(start.toText(locale), end.toText(locale));
}

// How far a programme is, in steps and in a word.
class StageRow : public QWidget
{
public:
    StageRow(int reached, int of, const QString &word, const ProjectLook &project, QWidget *parent)
        : QWidget(parent)
        , m_reached(reached)
        , m_of(of)
        , m_project(project)
        , m_word(new QLabel(word, this))
    {
        setTextRole(m_word, FontRole::Body);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        if (reached > 0)
            row->addSpacing(qCeil(stepsSize(of).width()) + metrics::controlGap);
        row->addWidget(m_word);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_reached <= 0)
            return;
        QPainter painter(this);
        const qreal wide = stepsSize(m_of).width();
        paintSteps(&painter, {isRightToLeft() ? width() - wide : 0, height() / 2.0}, m_reached, m_of,
            Tokens::of(palette()).projectHue(m_project.colourLight, m_project.colourDark), palette(),
            layoutDirection());
    }

private:
    int m_reached;
    int m_of;
    ProjectLook m_project;
    QLabel *m_word;
};

} // namespace

ProgrammeInspector::ProgrammeInspector(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_area(new InspectorArea(this))
{
    setObjectName(objectNames::programmeInspector);
    setAccessibleName(tr("Programme"));
    setSurface(this, Surface::Side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));
}

QSize ProgrammeInspector::sizeHint() const
{
    return {scaledPx(metrics::inspectorWidth), scaledPx(400)};
}

void ProgrammeInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));
}

bool ProgrammeInspector::isWritable() const
{
    return !m_editor.store().isReadOnly();
}

void ProgrammeInspector::show(const Programmes::Project *project, const Programmes::Programme *programme,
    const Region &region, QDate day)
{
    m_area->begin();
    if (!project || !programme) {
        m_area->addSentence(tr("Choose a programme: what was done in it stands here."));
    } else {
        const ProgrammeBrief brief = programmeBrief(m_editor.store(), programme->id, day);
        addHead(*project, *programme);
        addStage(*project, *programme);
        addPlaces(*project, brief, region, day);
        addActivities(*programme, brief);
        addAgreements(brief);
        addTraining(brief);
        addOpen(*programme, brief, day);
    }
    m_area->finish();
}

void ProgrammeInspector::addHead(const Programmes::Project &project, const Programmes::Programme &programme)
{
    QVBoxLayout *column = m_area->addHead();
    QWidget *head = column->parentWidget();
    auto *line = new QHBoxLayout;
    line->addWidget(
        new ProjectMark({project.code, project.colourLight, project.colourDark}, FontRole::BodyStrong, head));
    line->addStretch(1);
    auto *edit = new QToolButton(head);
    edit->setObjectName(objectNames::openProgrammeButton);
    edit->setText(isWritable() ? tr("Edit") : tr("Open"));
    edit->setAccessibleName(tr("Open %1").arg(programme.title));
    edit->setFocusPolicy(Qt::TabFocus);
    setButtonKind(edit, ButtonKind::Link);
    connect(edit, &QToolButton::clicked, this,
        [this, id = programme.id] { Q_EMIT recordRequested(QString(fields::programme::entity), id); });
    line->addWidget(edit);
    column->addLayout(line);
    const auto addLine = [&](const QString &text, FontRole role, Ink ink) {
        auto *label = new QLabel(text, head);
        setTextRole(label, role, ink);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    addLine(programme.title, FontRole::InspectorTitle, Ink::First)
        ->setObjectName(objectNames::inspectorTitle);
    const Record record = m_editor.store().find(fields::programme::entity, programme.id);
    QStringList partners;
    for (const QUuid &partner : rowsIn(record.value(fields::programme::partners)))
        partners.append(m_editor.store().titleOf(fields::organisation::entity, partner));
    QStringList sentences;
    if (const QString period = periodText(programme.start, programme.end, locale()); !period.isEmpty())
        sentences.append(period);
    if (!partners.isEmpty())
        sentences.append(tr("With %1").arg(partners.join(tr(", "))));
    if (!sentences.isEmpty())
        addLine(sentences.join(tr(". ")), FontRole::Secondary, Ink::Second);
    if (const QString summary = record.value(fields::programme::summary).text(); !summary.isEmpty())
        addLine(summary, FontRole::Body, Ink::First);
}

void ProgrammeInspector::addStage(const Programmes::Project &project, const Programmes::Programme &programme)
{
    const Field *stage =
        m_editor.store().catalogue().entity(fields::programme::entity)->field(fields::programme::stage);
    const auto found = std::find_if(stage->choices.begin(), stage->choices.end(),
        [&](const Choice &each) { return each.code == programme.stage; });
    const int reached =
        found == stage->choices.end() ? 0 : static_cast<int>(found - stage->choices.begin()) + 1;
    InspectorSection *section = m_area->addSection(stage->titleText());
    section->addWidget(new StageRow(reached, static_cast<int>(stage->choices.size()),
        programme.stage.isEmpty() ? tr("not said") : stage->choiceText(programme.stage),
        {project.code, project.colourLight, project.colourDark}, section));
}

void ProgrammeInspector::addPlaces(
    const Programmes::Project &project, const ProgrammeBrief &brief, const Region &region, QDate day)
{
    InspectorSection *section = m_area->addSection(
        brief.territories.empty() ? tr("Territories") : tr("Territories, %L1").arg(brief.territories.size()));
    if (brief.territories.empty())
        return section->addText(tr("None named, here or in its activities."), Ink::Third);
    TerritoryTiles::Content content;
    content.say = TerritoryTiles::Say::Presence;
    content.noun = tr("in this programme");
    content.hueLight = project.colourLight;
    content.hueDark = project.colourDark;
    const QHash<QUuid, Territory> all = territories(m_editor.store());
    QStringList beyond; // the region
    for (const QUuid &place : brief.territories)
        content.numbers.insert(place, 1);
    for (const Region::Member &member : region.members) {
        const auto place = all.constFind(member.territory);
        if (place != all.constEnd() && (place->existsOn(day) || content.numbers.contains(place->id)))
            content.territories.push_back(*place);
    }
    for (const QUuid &place : brief.territories) {
        const bool isMember = std::any_of(content.territories.begin(), content.territories.end(),
            [&](const Territory &each) { return each.id == place; });
        if (!isMember)
            beyond.append(all.value(place).code);
    }
    if (!content.territories.empty()) {
        auto *tiles = new TerritoryTiles(section);
        tiles->setObjectName(objectNames::programmeTiles);
        tiles->setContent(std::move(content));
        connect(tiles, &TerritoryTiles::territoryChosen, this, &ProgrammeInspector::territoryChosen);
        section->addWidget(tiles);
    }
    if (!beyond.isEmpty())
        section->addText(tr("Outside the region: %1").arg(beyond.join(u' ')), Ink::Second);
}

void ProgrammeInspector::addRow(InspectorSection *section, const QString &entity, QUuid row,
    const QString &date, const QString &text, const QString &extra, bool isLate)
{
    auto *line = new RecordRow({date, text, extra, isLate}, section);
    line->setObjectName(objectNames::recordRowButton);
    connect(line, &RecordRow::clicked, this, [this, entity, row] { Q_EMIT recordRequested(entity, row); });
    section->addWidget(line);
}

void ProgrammeInspector::addActivities(const Programmes::Programme &programme, const ProgrammeBrief &brief)
{
    namespace f = fields::activity;
    InspectorSection *section = m_area->addSection(tr("Activities"));
    for (size_t i = 0; i < brief.activities.size() && i < mostRows; ++i) {
        const ProgrammeBrief::Activity &each = brief.activities[i];
        const QString extra = each.isCancelled ? tr("cancelled")
            : each.headcount                   ? tr("%Ln people", nullptr, static_cast<int>(*each.headcount))
            : each.attendances > 0             ? tr("%Ln people", nullptr, static_cast<int>(each.attendances))
                                               : QString();
        addRow(section, QString(f::entity), each.id,
            each.start.isNull() ? tr("no date") : each.start.toText(locale()), each.title, extra);
    }
    if (brief.activities.size() > mostRows)
        section->addText(
            tr("%Ln earlier activities", nullptr, static_cast<int>(brief.activities.size() - mostRows)),
            Ink::Third);
    if (brief.activities.empty())
        section->addText(tr("None on file."), Ink::Third);
    if (!isWritable())
        return;
    QToolButton *link = section->addLink(
        objectNames::addActivityButton, tr("Add"), tr("Add an activity of %1").arg(programme.title));
    connect(link, &QToolButton::clicked, this, [this, id = programme.id] {
        const Record record = m_editor.store().find(fields::programme::entity, id);
        QMap<QString, QString> presets{{f::programme, id.toString(QUuid::WithoutBraces)}};
        if (const QUuid of = record.value(fields::programme::project).row(); !of.isNull())
            presets.insert(f::projects, m_editor.store().keyOf(fields::project::entity, of));
        QStringList codes;
        for (const QUuid &place : rowsIn(record.value(fields::programme::territories)))
            codes.append(m_editor.store().keyOf(fields::territory::entity, place));
        presets.insert(f::territories, codes.join(u','));
        Q_EMIT newRequested(QString(f::entity), presets);
    });
}

void ProgrammeInspector::addAgreements(const ProgrammeBrief &brief)
{
    if (brief.agreements.empty())
        return;
    namespace f = fields::agreement;
    InspectorSection *section = m_area->addSection(tr("Agreements with its partners"));
    const Field *stage = m_editor.store().catalogue().entity(f::entity)->field(f::stage);
    for (const ProgrammeBrief::Agreement &each : brief.agreements)
        addRow(section, QString(f::entity), each.id,
            each.signedOn.isNull() ? tr("not signed") : each.signedOn.toText(locale()), each.title,
            stage->choiceText(each.stage));
}

void ProgrammeInspector::addTraining(const ProgrammeBrief &brief)
{
    namespace f = fields::attendance;
    InspectorSection *section = m_area->addSection(tr("Training level reached"));
    const Field *training = m_editor.store().catalogue().entity(f::entity)->field(f::training);
    for (const ProgrammeBrief::Level &each : brief.training) {
        section->addCount(training->choiceText(each.code),
            each.people ? tr("%Ln people", nullptr, static_cast<int>(*each.people)) : tr("not recorded"));
    }
    if (brief.awards > 0)
        section->addCount(tr("Awards"), locale().toString(brief.awards));
}

void ProgrammeInspector::addOpen(
    const Programmes::Programme &programme, const ProgrammeBrief &brief, QDate day)
{
    InspectorSection *section = m_area->addSection(tr("Open"));
    auto *lines = new TaskLines(m_editor, brief.tasks, day, section);
    connect(lines, &TaskLines::refused, this, &ProgrammeInspector::refused);
    connect(lines, &TaskLines::done, this, &ProgrammeInspector::done);
    section->addWidget(lines);
    for (const QUuid &activity : brief.withoutAttendance) {
        const auto found = std::find_if(brief.activities.begin(), brief.activities.end(),
            [&](const ProgrammeBrief::Activity &each) { return each.id == activity; });
        const QString when = found->start.toText(locale());
        if (!isWritable()) {
            section->addText(tr("Nobody said who was there on %1.").arg(when), Ink::Second);
            continue;
        }
        auto *line = new RecordRow({when, tr("Record who was there")}, section);
        line->setObjectName(objectNames::recordAttendanceButton);
        connect(line, &RecordRow::clicked, this, [this, activity] {
            namespace f = fields::attendance;
            Q_EMIT newRequested(QString(f::entity), {{f::activity, activity.toString(QUuid::WithoutBraces)}});
        });
        section->addWidget(line);
    }
    if (brief.tasks.empty() && brief.withoutAttendance.empty())
        section->addText(tr("Nothing."), Ink::Third);
    if (!isWritable())
        return;
    QToolButton *link = section->addLink(
        objectNames::addTaskButton, tr("Add"), tr("Add a task about %1").arg(programme.title));
    connect(link, &QToolButton::clicked, this, [this, id = programme.id] {
        Q_EMIT newRequested(QString(fields::task::entity),
            {{fields::task::of,
                u"%1:%2"_s.arg(fields::programme::entity, id.toString(QUuid::WithoutBraces))}});
    });
}

} // namespace liaison
