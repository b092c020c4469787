#include "app/appearance.h"
#include "app/dialogs/aboutdialog.h"
#include "app/fileacts.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/presence/presencepage.h"
#include "views/records/recordswindow.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QActionGroup>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

// The menus of the window; what they do is in mainwindow.cpp and in the pages.
namespace liaison {

namespace {

constexpr auto pagesLeftOut = "presenting/leftOut"_L1;

} // namespace

QAction *MainWindow::addAct(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
    const std::function<void()> &act)
{
    QAction *action = menu->addAction(text, this, act);
    action->setObjectName(name);
    action->setShortcut(key);
    return action;
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    // The second key is a page's where it has something to add.
    addAct(file, objectNames::newAction, tr("&New…"), QKeySequence(), [this] {
        m_acts->askNew();
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), QKeySequence(QKeySequence::New)});
    addAct(file, objectNames::openAction, tr("&Open…"), QKeySequence::Open, [this] { m_acts->askOpen(); });
    m_recentMenu = file->addMenu(tr("Open &recent"));
    m_recentMenu->setObjectName(objectNames::recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::showRecent);
    file->addSeparator();
    m_fileActs += addAct(file, objectNames::saveCopyAction, tr("Save a &copy…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { m_acts->askCopy(); });
    m_fileActs += addAct(
        file, objectNames::backUpAction, tr("&Back up now"), QKeySequence(), [this] { m_acts->backUp(); });
    m_fileActs += addAct(file, objectNames::restoreAction, tr("&Restore a backup…"), QKeySequence(),
        [this] { m_acts->askRestore(); });
    file->addSeparator();
    addAct(file, objectNames::importBoardAction, tr("&Import board sheet…"),
        QKeySequence(Qt::CTRL | Qt::Key_I), [this] { m_acts->askImport(); });
    m_fileActs += addAct(file, objectNames::exportReportAction, tr("&Export board report…"),
        QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_acts->askReport(); });
    file->addSeparator();
    m_fileActs += addAct(file, objectNames::closeAction, tr("C&lose the file"),
        QKeySequence(Qt::CTRL | Qt::Key_W), [this] { m_workspace.close(); });
    QAction *quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setObjectName(objectNames::quitAction);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));

    m_editMenu = menuBar()->addMenu(tr("&Edit"));
    m_undo = m_editMenu->addAction(tr("&Undo"), this, [this] { m_workspace.editor()->undoStack()->undo(); });
    m_undo->setObjectName(objectNames::undoAction);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = m_editMenu->addAction(tr("&Redo"), this, [this] { m_workspace.editor()->undoStack()->redo(); });
    m_redo->setObjectName(objectNames::redoAction);
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_editMenu->addSeparator();

    makeViewMenu();
    makeGoMenu();
    makeRecordMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addAct(help, objectNames::aboutAction, tr("&About Liaison, licences…"), QKeySequence(),
        [this] { (new AboutDialog(this))->open(); });

    m_fileName = new QLabel(menuBar());
    m_fileName->setObjectName(objectNames::fileNameLabel);
    setTextRole(m_fileName, FontRole::Secondary, Ink::Second);
    m_fileName->setContentsMargins(0, 0, metrics::pageMargin, 0);
    menuBar()->setCornerWidget(m_fileName);
}

void MainWindow::makeViewMenu()
{
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    QMenu *theme = m_viewMenu->addMenu(tr("T&heme"));
    auto *themes = new QActionGroup(this);
    using Chosen = Appearance::Choice;
    for (const auto &[choice, text] : {std::pair(Chosen::System, tr("Follow the &system")),
             std::pair(Chosen::Light, tr("&Light")), std::pair(Chosen::Dark, tr("&Dark"))}) {
        QAction *action =
            theme->addAction(text, this, [this, chosen = choice] { m_appearance.choose(chosen); });
        action->setCheckable(true);
        action->setChecked(m_appearance.choice() == choice);
        themes->addAction(action);
    }
    makeTextSizeMenu();
    m_fileActs +=
        addAct(m_viewMenu, objectNames::presentAction, tr("&Present"), QKeySequence(Qt::Key_F5), [this] {
            Presentation *presentation = m_presence->makePresentation();
            presentation->setPages(chosenPages());
            presentation->showFullScreen();
        });
    makePagesMenu();
    QAction *full = m_viewMenu->addAction(tr("&Full screen"));
    full->setObjectName(objectNames::fullScreenAction);
    full->setShortcut(QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(full, &QAction::toggled, this,
        [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
}

void MainWindow::makeTextSizeMenu()
{
    QMenu *menu = m_viewMenu->addMenu(tr("Text &size"));
    auto *sizes = new QActionGroup(this);
    const auto step = [sizes](int by) {
        const auto all = sizes->actions();
        const auto now = all.indexOf(sizes->checkedAction());
        all[std::clamp<qsizetype>(now + by, 0, all.size() - 1)]->trigger();
    };
    const auto add = [&](const QString &name, const QString &text, const QList<QKeySequence> &keys) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setShortcuts(keys);
        return action;
    };
    connect(add(objectNames::largerTextAction, tr("&Larger"),
                {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}),
        &QAction::triggered, this, [step] { step(1); });
    connect(add(objectNames::smallerTextAction, tr("&Smaller"), {Qt::CTRL | Qt::Key_Minus}),
        &QAction::triggered, this, [step] { step(-1); });
    QAction *normal = add(objectNames::normalTextAction, tr("&Normal"), {Qt::CTRL | Qt::Key_0});
    menu->addSeparator();
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200}) {
        QAction *action = menu->addAction(
            tr("%L1 %").arg(percent), this, [this, percent] { m_appearance.setTextScale(percent / 100.0); });
        action->setCheckable(true);
        action->setChecked(qRound(m_appearance.textScale() * 100) == percent);
        sizes->addAction(action);
        if (percent == 100)
            connect(normal, &QAction::triggered, action, &QAction::trigger);
    }
}

// Which pages are presented; one at least, and it is remembered.
void MainWindow::makePagesMenu()
{
    QMenu *menu = m_viewMenu->addMenu(tr("Pa&ges to present"));
    const QStringList leftOut = settings::stored().value(pagesLeftOut).toStringList();
    const QMetaEnum names = QMetaEnum::fromType<Presentation::Page>();
    for (const Presentation::Page page : Presentation::allPages()) {
        const QString code = QString::fromLatin1(names.valueToKey(static_cast<int>(page))).toLower();
        QAction *action = menu->addAction(Presentation::pageName(page));
        action->setObjectName(objectNames::presentPageAction + code);
        action->setCheckable(true);
        action->setData(code);
        action->setChecked(!leftOut.contains(code));
        m_pageActs.append(action);
    }
    for (QAction *action : m_pageActs) {
        connect(action, &QAction::toggled, this, [this, action](bool on) {
            if (!on && std::none_of(m_pageActs.begin(), m_pageActs.end(), [](auto *each) {
                    return each->isChecked();
                }))
                return action->setChecked(true);
            QStringList out;
            for (const QAction *each : m_pageActs) {
                if (!each->isChecked())
                    out.append(each->data().toString());
            }
            settings::stored().setValue(pagesLeftOut, out);
        });
    }
}

std::vector<Presentation::Page> MainWindow::chosenPages() const
{
    std::vector<Presentation::Page> pages;
    for (qsizetype i = 0; i < m_pageActs.size(); ++i) {
        if (m_pageActs[i]->isChecked())
            pages.push_back(Presentation::allPages()[static_cast<size_t>(i)]);
    }
    return pages;
}

void MainWindow::makeGoMenu()
{
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    m_fileActs += addAct(go, objectNames::goPresenceAction, tr("&Presence"),
        QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showPage(u"presence"_s); });
    m_fileActs += addAct(go, objectNames::goSettleAction, tr("&To settle"),
        QKeySequence(Qt::CTRL | Qt::Key_2), [this] { showPage(u"settle"_s); });
    m_fileActs += addAct(go, objectNames::goProgrammesAction, tr("P&rogrammes"),
        QKeySequence(Qt::CTRL | Qt::Key_3), [this] { showPage(u"programmes"_s); });
    m_fileActs += addAct(go, objectNames::goAgendaAction, tr("&Agenda"), QKeySequence(Qt::CTRL | Qt::Key_4),
        [this] { showPage(u"agenda"_s); });
    m_fileActs += addAct(go, objectNames::goPeopleAction, tr("P&eople"), QKeySequence(Qt::CTRL | Qt::Key_5),
        [this] { showPage(u"people"_s); });
}

// What is set up, in forms and tables from the catalogue; what has a place of its own is not among it.
void MainWindow::makeRecordMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Record"));
    for (const Entity &entity : Catalogue::builtIn().entities()) {
        if (entity.name == fields::observation::entity || entity.name == fields::regionTerritory::entity
            || entity.name == fields::issuedReport::entity)
            continue;
        m_fileActs += addAct(menu, objectNames::recordsAction + entity.name,
            literalText(tr("%1…").arg(entity.titlesText())), QKeySequence(), [this, &entity] {
                auto *window = new RecordsWindow(*m_workspace.editor(), entity, m_presence);
                window->show();
            });
    }
}

void MainWindow::showRecent()
{
    m_recentMenu->clear();
    for (const QString &path : settings::recentFiles())
        m_recentMenu->addAction(
            literalText(QDir::toNativeSeparators(path)), this, [this, path] { openFile(path); });
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No file opened on this laptop yet"))->setEnabled(false);
}

} // namespace liaison
