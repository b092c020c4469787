#include "views/people/contactinspector.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/store/store.h"
#include "views/inspector/inspectorarea.h"
#include "views/inspector/inspectorsection.h"
#include "views/inspector/recordrow.h"
#include "views/inspector/tasklines.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostEvents = 12; // the rest is told as a number

QString spanText(const ContactBrief::Role &role, const QLocale &locale)
{
    if (role.from.isNull() && role.to.isNull())
        return ContactInspector::tr("no dates");
    if (role.to.isNull())
        return ContactInspector::tr("since %1").arg(role.from.toText(locale));
    if (role.from.isNull())
        return ContactInspector::tr("until %1").arg(role.to.toText(locale));
    return ContactInspector::tr("%1 – %2").arg(role.from.toText(locale), role.to.toText(locale));
}

} // namespace

ContactInspector::ContactInspector(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_area(new InspectorArea(this))
{
    setObjectName(objectNames::contactInspector);
    setAccessibleName(tr("Person or organisation"));
    setSurface(this, Surface::Side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));
}

QSize ContactInspector::sizeHint() const
{
    return {scaledPx(metrics::inspectorWidth), scaledPx(400)};
}

void ContactInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));
}

void ContactInspector::show(const QString &entity, QUuid row, QDate day)
{
    const ContactBrief brief = row.isNull() ? ContactBrief()
        : entity == fields::person::entity  ? personBrief(m_editor.store(), row, day)
                                            : organisationBrief(m_editor.store(), row, day);
    m_area->begin();
    if (brief.name.isEmpty()) {
        m_area->addSentence(tr("Choose somebody: what was last done with them stands here."));
    } else {
        addHead(brief, entity, row);
        if (brief.isPerson)
            addReach(brief);
        addRoles(brief, row);
        addEvents(brief);
        addTasks(brief, entity, row, day);
    }
    m_area->finish();
}

void ContactInspector::addHead(const ContactBrief &brief, const QString &entity, QUuid row)
{
    QVBoxLayout *column = m_area->addHead();
    QWidget *head = column->parentWidget();
    auto *line = new QHBoxLayout;
    auto *name = new QLabel(brief.name, head);
    name->setObjectName(objectNames::inspectorTitle);
    setTextRole(name, FontRole::InspectorTitle);
    name->setWordWrap(true);
    line->addWidget(name, 1);
    auto *edit = new QToolButton(head);
    edit->setObjectName(objectNames::openContactButton);
    edit->setText(m_editor.store().isReadOnly() ? tr("Open") : tr("Edit"));
    edit->setAccessibleName(tr("Open %1").arg(brief.name));
    edit->setFocusPolicy(Qt::TabFocus);
    setButtonKind(edit, ButtonKind::Link);
    connect(edit, &QToolButton::clicked, this, [this, entity, row] { Q_EMIT recordRequested(entity, row); });
    line->addWidget(edit, 0, Qt::AlignTop);
    column->addLayout(line);
    QStringList words;
    if (!brief.kind.isEmpty()) {
        namespace f = fields::organisation;
        words.append(m_editor.store().catalogue().entity(f::entity)->field(f::kind)->choiceText(brief.kind));
    }
    for (const QUuid &place : brief.territories)
        words.append(m_editor.store().titleOf(fields::territory::entity, place));
    auto *below = new QLabel(words.isEmpty() ? tr("of no territory") : words.join(tr(", ")), head);
    setTextRole(below, FontRole::Secondary, Ink::Second);
    below->setWordWrap(true);
    column->addWidget(below);
}

void ContactInspector::addReach(const ContactBrief &brief)
{
    namespace f = fields::person;
    InspectorSection *section = m_area->addSection(tr("To reach, only for us"));
    const Entity *entity = m_editor.store().catalogue().entity(f::entity);
    if (!brief.email.isEmpty())
        section->addFact(entity->field(f::email)->titleText(), brief.email);
    if (!brief.phone.isEmpty())
        section->addFact(entity->field(f::phone)->titleText(), brief.phone);
    const QString consent = !brief.consent ? tr("not recorded")
        : !*brief.consent                  ? tr("refused")
        : brief.consented.isNull()         ? tr("given")
                                           : tr("given, %1").arg(brief.consented.toText(locale()));
    section->addFact(tr("Consent"), consent);
}

void ContactInspector::addNewLink(InspectorSection *section, const QString &objectName,
    const QString &accessibleName, QLatin1StringView entity, const QMap<QString, QString> &presets)
{
    if (m_editor.store().isReadOnly())
        return;
    QToolButton *link = section->addLink(objectName, tr("Add"), accessibleName);
    connect(link, &QToolButton::clicked, this,
        [this, entity, presets] { Q_EMIT newRequested(QString(entity), presets); });
}

void ContactInspector::addRoles(const ContactBrief &brief, QUuid row)
{
    namespace f = fields::affiliation;
    InspectorSection *section = m_area->addSection(brief.isPerson ? tr("Where") : tr("Who"));
    for (const ContactBrief::Role &each : brief.roles) {
        auto *line =
            new RecordRow({.date = spanText(each, locale()), .text = each.name, .extra = each.role}, section);
        line->setObjectName(objectNames::recordRowButton);
        connect(line, &RecordRow::clicked, this,
            [this, id = each.affiliation] { Q_EMIT recordRequested(QString(f::entity), id); });
        section->addWidget(line);
    }
    if (brief.roles.empty())
        section->addText(
            brief.isPerson ? tr("At no organisation on file.") : tr("Nobody on file."), Ink::Third);
    addNewLink(section, objectNames::addAffiliationButton,
        brief.isPerson ? tr("Add an organisation of %1").arg(brief.name)
                       : tr("Add a person of %1").arg(brief.name),
        f::entity,
        {{brief.isPerson ? QString(f::person) : QString(f::organisation),
            row.toString(QUuid::WithoutBraces)}});
}

void ContactInspector::addEvents(const ContactBrief &brief)
{
    InspectorSection *section = m_area->addSection(tr("Last done together"));
    for (size_t i = 0; i < brief.events.size() && i < mostEvents; ++i) {
        const ContactBrief::Event &each = brief.events[i];
        auto *line = new RecordRow(
            {.date = each.date.isNull() ? tr("no date") : each.date.toText(locale()),
                .text = each.title.isEmpty() ? m_editor.store().catalogue().entity(each.entity)->titleText()
                                             : each.title,
                .extra = each.extra},
            section);
        line->setObjectName(objectNames::recordRowButton);
        connect(line, &RecordRow::clicked, this,
            [this, entity = each.entity, id = each.row] { Q_EMIT recordRequested(entity, id); });
        section->addWidget(line);
    }
    if (brief.events.empty())
        section->addText(tr("Nothing on file."), Ink::Third);
    if (brief.events.size() > mostEvents)
        section->addText(
            tr("%Ln earlier", nullptr, static_cast<int>(brief.events.size() - mostEvents)), Ink::Third);
}

void ContactInspector::addTasks(const ContactBrief &brief, const QString &entity, QUuid row, QDate day)
{
    namespace f = fields::task;
    InspectorSection *section = m_area->addSection(tr("Open tasks"));
    auto *lines = new TaskLines(m_editor, brief.tasks, day, section);
    connect(lines, &TaskLines::refused, this, &ContactInspector::refused);
    connect(lines, &TaskLines::done, this, &ContactInspector::done);
    section->addWidget(lines);
    if (brief.tasks.empty())
        section->addText(tr("None."), Ink::Third);
    addNewLink(section, objectNames::addTaskButton, tr("Add a task about %1").arg(brief.name), f::entity,
        {{f::of, u"%1:%2"_s.arg(entity, row.toString(QUuid::WithoutBraces))}});
}

} // namespace liaison
