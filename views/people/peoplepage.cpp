#include "views/people/peoplepage.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/people/contactinspector.h"
#include "views/records/recordacts.h"
#include "views/records/recordspane.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/noticestrip.h"
#include "views/widgets/pagehead.h"
#include "views/widgets/segments.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace liaison {

namespace {

constexpr int leastTable = 500; // beside the one at the side

QLatin1StringView entityOf(PeoplePage::Tab tab)
{
    switch (tab) {
    case PeoplePage::Tab::People:
        break;
    case PeoplePage::Tab::Organisations:
        return fields::organisation::entity;
    case PeoplePage::Tab::Roles:
        return fields::affiliation::entity;
    }
    return fields::person::entity;
}

} // namespace

PeoplePage::PeoplePage(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new PageHead(tr("People"), this))
    , m_tabs(new Segments(this))
    , m_add(new QPushButton(themeIcon(QStringLiteral("plus"), IconGround::OnAccent), QString(), this))
    , m_stack(new QStackedWidget(this))
    , m_inspector(new ContactInspector(editor, this))
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
{
    setObjectName(objectNames::peoplePage);
    m_tabs->add(objectNames::peopleTabButton, tr("People"));
    m_tabs->add(objectNames::organisationsTabButton, tr("Organisations"));
    m_tabs->add(objectNames::rolesTabButton, tr("Who is where"));
    m_head->addWidget(m_tabs);
    m_add->setObjectName(objectNames::newHereButton);
    setButtonKind(m_add, ButtonKind::Primary);
    m_add->setVisible(!editor.store().isReadOnly());
    m_head->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] { m_acts->add(QString(entityOf(tab()))); });

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

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &PeoplePage::showCurrent);
    connect(m_tabs, &Segments::chosen, this, [this](int segment) { showTab(static_cast<Tab>(segment)); });
    connect(m_acts, &RecordActs::added, this, [this](const QString &entity, QUuid id) {
        if (entity == entityOf(tab()))
            pane(tab())->setCurrentRecord(id);
    });
    connect(m_inspector, &ContactInspector::recordRequested, m_acts, &RecordActs::open);
    connect(m_inspector, &ContactInspector::newRequested, m_acts, &RecordActs::add);
    connect(m_inspector, &ContactInspector::refused, m_acts, &RecordActs::refuse);
    connect(m_inspector, &ContactInspector::done, m_acts, &RecordActs::tell);
    connect(&editor.store(), &Store::changed, this, &PeoplePage::follow);
    showTab(Tab::People);
}

void PeoplePage::setShown(QDate day)
{
    m_day = day;
    follow();
}

PeoplePage::Tab PeoplePage::tab() const
{
    return static_cast<Tab>(m_tabs->current());
}

RecordsPane *PeoplePage::pane(Tab tab)
{
    RecordsPane *&made = m_panes[static_cast<int>(tab)];
    if (!made) {
        made = new RecordsPane(m_editor, *m_editor.store().catalogue().entity(entityOf(tab)), m_stack);
        connect(made, &RecordsPane::recordRequested, m_acts, &RecordActs::open);
        connect(made, &RecordsPane::newRequested, m_acts, &RecordActs::add);
        connect(made, &RecordsPane::removeRequested, m_acts, &RecordActs::remove);
        connect(made, &RecordsPane::currentChanged, this, &PeoplePage::follow);
        m_stack->addWidget(made);
    }
    return made;
}

void PeoplePage::showTab(Tab tab)
{
    m_tabs->setCurrent(static_cast<int>(tab));
    m_stack->setCurrentWidget(pane(tab));
    m_stack->setFocusProxy(pane(tab));
    makeRoom();
    updateHead();
    follow();
}

// In a narrow window the side closes first.
void PeoplePage::makeRoom()
{
    const bool isWide = width() >= scaledPx(leastTable + metrics::inspectorMinimumWidth);
    m_inspector->setVisible(isWide && tab() != Tab::Roles);
}

void PeoplePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void PeoplePage::follow()
{
    m_behind = true;
    if (isVisible())
        m_soon.start();
}

void PeoplePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_behind)
        showCurrent();
}

void PeoplePage::showCurrent()
{
    m_behind = false;
    updateHead();
    if (tab() != Tab::Roles)
        m_inspector->show(QString(entityOf(tab())), pane(tab())->currentRecord(), m_day);
}

void PeoplePage::updateHead()
{
    const auto count = [this](QLatin1StringView entity) {
        return static_cast<int>(m_editor.store().count({.entity = entity}));
    };
    m_head->setSubtitle(tr("%1, %2").arg(tr("%Ln persons", nullptr, count(fields::person::entity)),
        tr("%Ln organisations", nullptr, count(fields::organisation::entity))));
    const QString title = m_editor.store().catalogue().entity(entityOf(tab()))->titleText();
    m_add->setText(literalText(title));
    m_add->setAccessibleName(tr("Add: %1").arg(title));
    m_add->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
}

void PeoplePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace liaison
