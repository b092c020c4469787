#include "app/mainwindow.h"

#include "app/appearance.h"
#include "app/backupword.h"
#include "app/fileacts.h"
#include "app/filepages.h"
#include "app/settings.h"
#include "app/welcomepage.h"
#include "views/board/boardview.h"
#include "views/board/columnsmenu.h"
#include "views/objectnames.h"
#include "views/presence/presencepage.h"
#include "views/records/exportrequest.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

const QString geometryKey = u"windowGeometry"_s;
const QString viewsKey = u"presenceViews"_s;
const QString inspectorKey = u"inspector"_s;
const QString outreachColumnsKey = u"outreachColumns"_s;

constexpr int leastWidthBesideNavigation = 1000; // below it the navigation shrinks to its icons

QString droppedFile(const QMimeData *data)
{
    if (!data->hasUrls() || data->urls().size() != 1)
        return {};
    const QString path = data->urls().first().toLocalFile();
    return path.endsWith(fileSuffix, Qt::CaseInsensitive) ? path : QString();
}

// Between the words of the foot.
class Divider : public QFrame
{
public:
    explicit Divider(QWidget *parent)
        : QFrame(parent)
    {
        setFrameStyle(VLine | Plain);
        setForegroundRole(QPalette::Mid);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {QFrame::sizeHint().width(), scaledPx(14)}; }
};

} // namespace

MainWindow::MainWindow(
    const Surroundings &surroundings, Appearance &appearance, Dialogs &dialogs, QWidget *parent)
    : QMainWindow(parent)
    , m_appearance(appearance)
    , m_workspace(surroundings)
    , m_acts(new FileActs(m_workspace, dialogs, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(objectNames::mainWindow);
    setAcceptDrops(true);
    m_pages->setObjectName(objectNames::pageStack);
    setCentralWidget(m_pages);
    makeMenus();
    makeStatusBar();
    connect(&m_workspace, &Workspace::opened, this, &MainWindow::showFile);
    connect(&m_workspace, &Workspace::aboutToClose, this, &MainWindow::hideFile);
    connect(&m_workspace, &Workspace::closed, this, &MainWindow::showWelcome);
    connect(&m_workspace, &Workspace::looked, this, [this] {
        if (m_presence)
            m_presence->followToday();
    });
    connect(&m_workspace, &Workspace::displaced, this, &MainWindow::tellState);
    connect(m_acts, &FileActs::refused, this, &MainWindow::refuse);
    if (!restoreGeometry(settings::stored().value(geometryKey).toByteArray()))
        resize(1280, 800);
    tellState();
}

MainWindow::~MainWindow()
{
    hideFile();
    m_workspace.disconnect(); // nobody sees any more what it tells
    m_workspace.close();
}

// --- Foot

void MainWindow::makeStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    const auto label = [this](const QString &name) {
        auto *made = new QLabel(this);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_asOf = label(objectNames::asOfLabel);
    m_saved = label(objectNames::savedLabel);
    m_conflicts = label(objectNames::conflictsLabel);
    m_kind = label(objectNames::fileKindLabel);
    statusBar()->addWidget(m_asOf);
    statusBar()->addWidget(new Divider(this));
    statusBar()->addWidget(m_saved);
    m_lastDivider = new Divider(this);
    statusBar()->addWidget(m_lastDivider);
    statusBar()->addWidget(m_conflicts);
    statusBar()->addWidget(new BackupWord(m_workspace, this));
    statusBar()->addPermanentWidget(m_kind);
}

// --- The open file

void MainWindow::makeWelcome()
{
    m_welcome = new WelcomePage(m_pages);
    m_pages->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::newRequested, m_acts, &FileActs::askNew);
    connect(m_welcome, &WelcomePage::openRequested, m_acts, &FileActs::askOpen);
    connect(m_welcome, &WelcomePage::sheetRequested, m_acts, &FileActs::askImport);
    connect(m_welcome, &WelcomePage::exampleRequested, m_acts, &FileActs::openExample);
    connect(m_welcome, &WelcomePage::fileChosen, m_acts, &FileActs::open);
}

void MainWindow::showWelcome()
{
    if (!m_welcome)
        makeWelcome();
    m_welcome->setRecentFiles(settings::recentFiles());
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus();
    tellState();
}

void MainWindow::openFile(const QString &path)
{
    m_acts->open(path);
}

void MainWindow::showPage(const QString &key)
{
    if (m_filePages)
        m_filePages->showPage(key);
}

SettlePage *MainWindow::settlePage()
{
    return m_presence ? m_filePages->settle() : nullptr;
}

void MainWindow::showFile(OpenOutcome outcome)
{
    Editor &editor = *m_workspace.editor();
    const QString path = editor.store().path();
    if (!m_filePages) {
        m_filePages = new FilePages(m_pages);
        m_pages->addWidget(m_filePages);
        fitNavigation();
    }
    m_filePages->openFile(editor);
    m_presence = m_filePages->presence();
    m_pages->setCurrentWidget(m_filePages);
    m_acts->setPage(m_presence);
    if (m_welcome)
        m_welcome->showMessage({});
    settings::addRecentFile(path);
    const QSettings stored = settings::stored();
    m_presence->setShown(static_cast<PresenceViews::Shown>(
        std::clamp(stored.value(viewsKey, int(PresenceViews::Shown::SideBySide)).toInt(), 0, 3)));
    m_presence->setInspectorShown(stored.value(inspectorKey, false).toBool());
    if (const QStringList codes = stored.value(outreachColumnsKey).toStringList(); !codes.isEmpty())
        m_presence->boardView()->board().setOutreach(codes);
    connect(m_presence, &PresencePage::viewsChanged, this, [this] {
        QSettings settings = settings::stored();
        settings.setValue(viewsKey, static_cast<int>(m_presence->views()->shown()));
        settings.setValue(inspectorKey, m_presence->isInspectorShown());
        settings.setValue(outreachColumnsKey, m_presence->boardView()->columnsMenu()->outreach());
    });
    const BoardView &board = *m_presence->boardView();
    for (QAction *action : {board.copyAction(), board.pasteAction(), board.withdrawAction(),
             board.settleConflictAction(), m_presence->confirmNameAction()})
        m_editMenu->addAction(action);
    QAction *first = m_viewMenu->actions().constFirst();
    m_viewMenu->insertActions(first,
        {m_presence->filterAction(), m_presence->asOfAction(), m_presence->todayAction(),
            m_presence->earlierChangeAction(), m_presence->laterChangeAction(), m_presence->inspectorAction(),
            m_presence->compareAction()});

    m_viewMenu->insertMenu(first, board.columnsMenu());

    connect(m_presence, &PresencePage::stateChanged, this, &MainWindow::tellState);
    connect(&editor.store(), &Store::changed, this, &MainWindow::tellState);
    QUndoStack *stack = editor.undoStack();
    connect(stack, &QUndoStack::indexChanged, this, &MainWindow::tellUndo);
    connect(stack, &QUndoStack::undoTextChanged, this, &MainWindow::tellUndo);
    tellState();
    if (outcome == OpenOutcome::Rebuilt)
        m_presence->showNotice(tr("Another version of Liaison had written this file: it was backed up, and "
                                  "its tables made anew from its edits"));
    m_presence->boardView()->setFocus();
}

void MainWindow::hideFile()
{
    if (m_presence)
        m_presence->boardView()->finishEditing();
    m_presence = nullptr;
    if (m_filePages)
        m_filePages->closeFile(); // the acts of its pages leave the menus with them
    m_acts->setPage(nullptr);
}

void MainWindow::refuse(const QString &text)
{
    if (m_presence)
        return m_presence->showNotice(text, NoticeStrip::Stay::UntilClosed);
    if (!m_welcome)
        showWelcome();
    m_welcome->showMessage(text);
}

void MainWindow::tellState()
{
    const bool open = m_presence != nullptr;
    const bool readOnly = open && m_workspace.editor()->store().isReadOnly();
    for (QAction *action : m_fileActs)
        action->setEnabled(open);
    m_lastDivider->setVisible(open);
    if (!open) {
        setWindowTitle(tr("Liaison"));
        m_fileName->clear();
        m_asOf->setText(tr("No file open"));
        m_saved->setText(tr("Version %1").arg(QStringLiteral(LIAISON_VERSION)));
        m_conflicts->clear();
        m_kind->setText(tr("Everything stays on this laptop"));
        tellUndo();
        return;
    }
    const Store &store = m_workspace.editor()->store();
    const QFileInfo file(store.path());
    const QString name =
        readOnly ? tr("%1 (read only)").arg(file.completeBaseName()) : file.completeBaseName();
    setWindowTitle(tr("%1 - Liaison").arg(name));
    if (m_fileName->text() != file.fileName()) {
        m_fileName->setText(file.fileName());
        placeFileName();
    }
    m_asOf->setText(tr("As of %1").arg(m_presence->asOf().toText(locale())));
    const bool inPlace = store.whereabouts() == Whereabouts::InPlace;
    m_saved->setText(!inPlace ? tr("The file is not in its place: nothing is saved")
            : readOnly        ? tr("Read only: nothing can be changed")
                              : tr("Every edit saved"));
    m_conflicts->setText(tr("%Ln conflicts", nullptr, static_cast<int>(store.conflictCount())));
    m_kind->setText(m_presence->model().board().reconstructed() > 0 ? tr("Names reconstructed, not confirmed")
                                                                    : QString());
    tellUndo();
}

// A menu bar makes room for its corner only when it is given one, and stands it at the top, not in the
// middle.
void MainWindow::placeFileName()
{
    m_fileName->setMinimumHeight(scaledPx(metrics::menuBarHeight - 2));
    menuBar()->setCornerWidget(m_fileName);
}

void MainWindow::tellUndo()
{
    const QUndoStack *stack =
        m_workspace.editor() && m_presence ? m_workspace.editor()->undoStack() : nullptr;
    m_undo->setEnabled(stack && stack->canUndo());
    m_undo->setText(m_undo->isEnabled() ? tr("&Undo %1").arg(literalText(stack->undoText())) : tr("&Undo"));
    m_redo->setEnabled(stack && stack->canRedo());
    m_redo->setText(m_redo->isEnabled() ? tr("&Redo %1").arg(literalText(stack->redoText())) : tr("&Redo"));
}

// --- Events

void MainWindow::customEvent(QEvent *event)
{
    if (event->type() != ExportRequest::eventType() || !m_presence)
        return;
    event->accept();
    m_acts->exportPerson(static_cast<ExportRequest *>(event)->row());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_fileName) {
        placeFileName();
        fitNavigation();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitNavigation();
}

void MainWindow::fitNavigation()
{
    if (m_filePages)
        m_filePages->setNarrow(width() < scaledPx(leastWidthBesideNavigation));
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (m_pages->count() == 0)
        showWelcome();
    QMainWindow::showEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_presence)
        m_presence->boardView()->finishEditing();
    if (m_acts->hasJustLostItsPlace())
        return event->ignore(); // not before that is told
    settings::stored().setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QString path = droppedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        openFile(path);
    }
}

} // namespace liaison
