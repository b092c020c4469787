#include "app/filepages.h"

#include "models/edits/editor.h"
#include "models/items/issuefinder.h"
#include "views/agenda/agendapage.h"
#include "views/board/boardview.h"
#include "views/navigation/navigationpane.h"
#include "views/objectnames.h"
#include "views/people/peoplepage.h"
#include "views/presence/presencepage.h"
#include "views/programmes/programmespage.h"
#include "views/settle/settlepage.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

const QString presenceKey = u"presence"_s;
const QString programmesKey = u"programmes"_s;
const QString agendaKey = u"agenda"_s;
const QString peopleKey = u"people"_s;
const QString settleKey = u"settle"_s;

constexpr int firstLookDelay = 400; // ms after the window stands: the board comes first

// Between the navigation and the page.
QFrame *border(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameStyle(QFrame::VLine | QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    line->setFixedWidth(1);
    return line;
}

} // namespace

FilePages::FilePages(QWidget *parent)
    : QWidget(parent)
    , m_navigation(new NavigationPane(this))
    , m_stack(new QStackedWidget(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(border(this));
    row->addWidget(m_stack, 1);
    connect(m_navigation, &NavigationPane::pageChosen, this,
        [this](int entry) { showPage(m_entries[static_cast<size_t>(entry)].key); });
    fillNavigation();
}

void FilePages::openFile(Editor &editor)
{
    m_editor = &editor;
    m_presence = new PresencePage(editor, m_stack);
    m_made[presenceKey] = m_presence;
    m_stack->addWidget(m_presence);
    m_finder = new IssueFinder(editor.store(), this);
    connect(m_finder, &IssueFinder::found, this, [this] {
        m_navigation->setCount(
            static_cast<int>(keys().indexOf(settleKey)), static_cast<int>(m_finder->issues().size()));
    });
    QTimer::singleShot(firstLookDelay, m_finder, &IssueFinder::look);
    connect(m_presence->boardView(), &BoardView::conflictChosen, this, [this](QUuid observation) {
        showPage(settleKey);
        settle()->showIssue(Issue::Kind::Conflict, observation);
    });
    fillNavigation();
    showPage(presenceKey);
}

void FilePages::closeFile()
{
    m_presence = nullptr;
    qDeleteAll(std::exchange(m_made, {}));
    delete std::exchange(m_finder, nullptr); // waits for its look at the file
    m_editor = nullptr;
}

void FilePages::fillNavigation()
{
    m_navigation->clear();
    m_entries.clear();
    addPage(presenceKey, u"layout-grid"_s, tr("Presence"), [this] { return m_presence; });
    addPage(programmesKey, u"folders"_s, tr("Programmes"), [this] { return makeProgrammes(); });
    addPage(agendaKey, u"calendar-days"_s, tr("Agenda"), [this] { return makeAgenda(); });
    addPage(peopleKey, u"users"_s, tr("People"), [this] { return makePeople(); });
    addPage(settleKey, u"circle-question-mark"_s, tr("To settle"), [this] { return makeSettle(); });
}

void FilePages::addPage(
    const QString &key, const QString &icon, const QString &text, std::function<QWidget *()> make)
{
    m_navigation->addPage(key + u"Button"_s, icon, text);
    m_entries.push_back({key, std::move(make)});
}

QStringList FilePages::keys() const
{
    QStringList keys;
    for (const Entry &entry : m_entries)
        keys.append(entry.key);
    return keys;
}

QWidget *FilePages::page(const QString &key)
{
    if (QWidget *made = m_made.value(key))
        return made;
    const auto entry =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.key == key; });
    if (!m_editor || entry == m_entries.end())
        return nullptr;
    QWidget *made = entry->make();
    m_made[key] = made;
    m_stack->addWidget(made);
    return made;
}

bool FilePages::showPage(const QString &key)
{
    QWidget *shown = page(key);
    if (!shown)
        return false;
    m_presence->boardView()->finishEditing();
    m_stack->setCurrentWidget(shown);
    m_navigation->setCurrent(static_cast<int>(keys().indexOf(key)));
    shown->setFocus();
    Q_EMIT pageShown(key);
    return true;
}

void FilePages::setNarrow(bool narrow)
{
    m_navigation->setWidth(narrow ? NavigationPane::Width::Icons : NavigationPane::Width::Whole);
}

SettlePage *FilePages::settle()
{
    return static_cast<SettlePage *>(page(settleKey));
}

void FilePages::showTerritory(QUuid territory)
{
    showPage(presenceKey);
    if (!m_presence->goTo(territory, {}))
        m_presence->showNotice(tr("This territory is not on the board shown."));
}

ProgrammesPage *FilePages::makeProgrammes()
{
    auto *programmes = new ProgrammesPage(*m_editor, m_stack);
    const auto follow = [this, programmes] {
        programmes->setShown(m_presence->region(), m_presence->asOf().lastDay());
    };
    connect(m_presence, &PresencePage::stateChanged, programmes, follow);
    follow();
    connect(programmes, &ProgrammesPage::territoryChosen, this, &FilePages::showTerritory);
    return programmes;
}

PeoplePage *FilePages::makePeople()
{
    auto *people = new PeoplePage(*m_editor, m_stack);
    const auto follow = [this, people] { people->setShown(m_presence->asOf().lastDay()); };
    connect(m_presence, &PresencePage::stateChanged, people, follow);
    follow();
    return people;
}

// Ctrl+F and Ctrl+N are the page's own where it has a search and something to add; Presence and the window
// have them otherwise.
QWidget *FilePages::takerOf(QKeyEvent &event) const
{
    const QWidget *page = m_stack->currentWidget();
    if (!page || page == m_presence)
        return nullptr;
    const QString name = event.matches(QKeySequence::Find) ? objectNames::filterEdit
        : event.matches(QKeySequence::New)                 ? objectNames::newHereButton
                                                           : QString();
    if (!name.isEmpty()) {
        for (QWidget *each : page->findChildren<QWidget *>(name)) {
            if (each->isVisible() && each->isEnabled())
                return each;
        }
    }
    return nullptr;
}

bool FilePages::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takerOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FilePages::keyPressEvent(QKeyEvent *event)
{
    QWidget *taker = takerOf(*event);
    if (auto *button = qobject_cast<QPushButton *>(taker))
        button->click();
    else if (taker)
        taker->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

AgendaPage *FilePages::makeAgenda()
{
    auto *agenda = new AgendaPage(*m_editor, m_stack);
    const auto follow = [this, agenda] {
        const QDate now = today(m_editor->store().clock());
        agenda->setPlace(std::min(m_presence->asOf().lastDay(), now), m_presence->region());
    };
    connect(m_presence, &PresencePage::stateChanged, agenda, follow);
    follow();
    return agenda;
}

SettlePage *FilePages::makeSettle()
{
    auto *settle = new SettlePage(*m_editor, *m_finder, m_stack);
    connect(settle, &SettlePage::recordRequested, m_presence, &PresencePage::showRecord);
    connect(settle, &SettlePage::placeRequested, this,
        [this](QUuid territory, QUuid indicator, const PartialDate &date) {
            if (!date.isNull())
                m_presence->setAsOf(date);
            else
                m_presence->todayAction()->trigger();
            showPage(presenceKey);
            if (!m_presence->goTo(territory, indicator))
                m_presence->showNotice(tr("This territory is not on the board shown."));
        });
    return settle;
}

} // namespace liaison
