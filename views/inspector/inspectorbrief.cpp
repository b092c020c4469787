#include "views/inspector/inspectorpane.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/territorybrief.h"
#include "models/store/store.h"
#include "views/inspector/inspectorsection.h"
#include "views/inspector/tasklines.h"
#include "views/objectnames.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

// Whom to speak to in a territory, what was done with them, what binds it and what comes next.
namespace liaison {

namespace {

constexpr int mostContacts = 5;

} // namespace

void InspectorPane::addNewLink(InspectorSection *section, const QString &objectName, const QString &text,
    const QString &accessibleName, QLatin1StringView entity, const QMap<QString, QString> &presets)
{
    if (m_editor.store().isReadOnly())
        return;
    QToolButton *link = section->addLink(objectName, text, accessibleName);
    connect(link, &QToolButton::clicked, this,
        [this, entity, presets] { Q_EMIT newRequested(QString(entity), presets); });
}

void InspectorPane::addRow(
    InspectorSection *section, QLatin1StringView entity, QUuid row, const RecordRow::Content &content)
{
    auto *line = new RecordRow(content, section);
    line->setObjectName(objectNames::recordRowButton);
    connect(line, &RecordRow::clicked, this,
        [this, entity, row] { Q_EMIT recordRequested(QString(entity), row); });
    section->addWidget(line);
}

void InspectorPane::addBrief(const Board &board, const Board::Row &row)
{
    const TerritoryBrief brief = territoryBrief(m_editor.store(), row.territory, board.asOf, mostContacts);
    addWho(brief, row);
    addActivities(brief, row);
    addAgreements(brief, row);
    addTasks(brief, row, board.asOf);
}

void InspectorPane::addWho(const TerritoryBrief &brief, const Board::Row &row)
{
    namespace fo = fields::organisation;
    InspectorSection *section = addSection(tr("Who"));
    const Field *kind = m_editor.store().catalogue().entity(fo::entity)->field(fo::kind);
    const auto addPerson = [&](const TerritoryBrief::Person &person, bool isBelow) {
        addRow(section, fields::person::entity, person.id,
            {.date = {}, .text = person.name, .extra = person.role, .isBelow = isBelow});
    };
    for (const TerritoryBrief::Organisation &each : brief.organisations) {
        addRow(section, fo::entity, each.id,
            {.date = {},
                .text = each.name,
                .extra = each.kind.isEmpty() ? QString() : kind->choiceText(each.kind)});
        for (const TerritoryBrief::Person &person : each.people)
            addPerson(person, true);
    }
    for (const TerritoryBrief::Person &person : brief.others)
        addPerson(person, false);
    if (brief.organisations.empty() && brief.others.empty())
        section->addText(tr("Nobody on file for %1.").arg(row.name), Ink::Third);
    addNewLink(section, objectNames::addOrganisationButton, tr("Add"),
        tr("Add an organisation of %1").arg(row.name), fo::entity, {{fo::territories, row.code}});
}

void InspectorPane::addActivities(const TerritoryBrief &brief, const Board::Row &row)
{
    namespace f = fields::activity;
    InspectorSection *section = addSection(tr("Activities"));
    const auto add = [&](const TerritoryBrief::Contact &each, const QString &extra) {
        addRow(section, f::entity, each.activity,
            {.date = each.date.toText(locale()), .text = each.title, .extra = extra});
    };
    // What comes next stands above what was last, as on a time line that is read downwards into the past.
    for (auto next = brief.next.rbegin(); next != brief.next.rend(); ++next)
        add(*next, tr("to come"));
    for (const TerritoryBrief::Contact &each : brief.last)
        add(each, each.isElsewhere ? tr("elsewhere") : QString());
    if (brief.next.empty() && brief.last.empty())
        section->addText(tr("None on file for %1.").arg(row.name), Ink::Third);
    addNewLink(section, objectNames::addActivityButton, tr("Add"), tr("Add an activity in %1").arg(row.name),
        f::entity, {{f::territories, row.code}});
}

void InspectorPane::addAgreements(const TerritoryBrief &brief, const Board::Row &row)
{
    namespace f = fields::agreement;
    InspectorSection *section = addSection(tr("Agreements"));
    const Field *stage = m_editor.store().catalogue().entity(f::entity)->field(f::stage);
    for (const TerritoryBrief::Agreement &each : brief.agreements) {
        const QString state = each.isExpired ? tr("expired %1").arg(each.expires.toText(locale()))
            : each.stage.isEmpty()           ? QString()
                                             : stage->choiceText(each.stage);
        addRow(section, f::entity, each.id,
            {.date = each.signedOn.isNull() ? tr("not signed") : each.signedOn.toText(locale()),
                .text = each.title,
                .extra = state,
                .isLate = each.isExpired});
    }
    if (brief.agreements.empty())
        section->addText(tr("None on file for %1.").arg(row.name), Ink::Third);
    addNewLink(section, objectNames::addAgreementButton, tr("Add"),
        tr("Add an agreement with %1").arg(row.name), f::entity, {{f::territories, row.code}});
}

void InspectorPane::addTasks(const TerritoryBrief &brief, const Board::Row &row, QDate day)
{
    namespace f = fields::task;
    InspectorSection *section = addSection(tr("Open tasks"));
    auto *lines = new TaskLines(m_editor, brief.tasks, day, section);
    connect(lines, &TaskLines::refused, this, &InspectorPane::refused);
    connect(lines, &TaskLines::done, this, &InspectorPane::done);
    section->addWidget(lines);
    if (brief.tasks.empty())
        section->addText(tr("None."), Ink::Third);
    addNewLink(section, objectNames::addTaskButton, tr("Add"), tr("Add a task about %1").arg(row.name),
        f::entity, {{f::of, u"%1:%2"_s.arg(fields::territory::entity, row.code)}});
}

} // namespace liaison
