#pragma once

#include "app/workspace.h"
#include "views/presenting/presentation.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;

namespace liaison {

class Appearance;
class Dialogs;
class FileActs;
class FilePages;
class PresencePage;
class SettlePage;
class WelcomePage;

// Arranges: menus, the pages of a file with their navigation, the line at the foot. What an act does is done by the page, the workspace or a
// dialog.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Appearance and dialogs must outlive the window.
    MainWindow(const Surroundings &surroundings, Appearance &appearance, Dialogs &dialogs,
        QWidget *parent = nullptr);
    ~MainWindow() override;

    // Why it cannot be opened stands in the page; what was open stays.
    void openFile(const QString &path);
    // Null when no file is open.
    PresencePage *presence() const { return m_presence; }

    // Of the open file, by the key that FilePages gives it: "presence", "settle".
    void showPage(const QString &key);
    // Null when no file is open; made when first asked for.
    SettlePage *settlePage();

protected:
    void changeEvent(QEvent *event) override;
    void customEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenus();
    void makeViewMenu();
    void makePagesMenu();
    void makeTextSizeMenu();
    std::vector<Presentation::Page> chosenPages() const;
    void makeStatusBar();
    QAction *addAct(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
        const std::function<void()> &act);

    void makeGoMenu();
    void makeRecordMenu();
    void makeWelcome();
    void fitNavigation();
    void showWelcome();
    void showFile(OpenOutcome outcome);
    void hideFile();
    void showRecent();
    void tellState();
    void placeFileName();
    void tellUndo();
    void refuse(const QString &text);

    Appearance &m_appearance;
    Workspace m_workspace;
    FileActs *m_acts;

    QStackedWidget *m_pages;
    WelcomePage *m_welcome = nullptr; // made when it is first needed
    FilePages *m_filePages = nullptr;
    PresencePage *m_presence = nullptr; // one of them, while a file is open

    QMenu *m_recentMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QList<QAction *> m_fileActs; // need an open file
    QList<QAction *> m_pageActs; // what is presented, in the order of Presentation::allPages()
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QLabel *m_fileName = nullptr;
    QLabel *m_asOf = nullptr;
    QLabel *m_saved = nullptr;
    QWidget *m_lastDivider = nullptr;
    QLabel *m_conflicts = nullptr;
    QLabel *m_kind = nullptr;
};

} // namespace liaison
