#pragma once

#include "app/workspace.h"
#include "views/reports/pdfprinter.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;

namespace liaison {

class Appearance;
class Dialogs;
class NewFileDialog;
class PresencePage;
class WelcomePage;

// Arranges: menus, one page, the line at the foot. What an act does is done by the page, the workspace or a dialog.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Appearance and dialogs must outlive the window.
    MainWindow(const Surroundings &surroundings, Appearance &appearance, Dialogs &dialogs, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Why it cannot be opened stands in the page; what was open stays.
    void openFile(const QString &path);
    // Null when no file is open.
    PresencePage *presence() const { return m_presence; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenus();
    void makeViewMenu();
    void makeStatusBar();
    QAction *addAct(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key, void (MainWindow::*act)());

    void askNew();
    void askOpen();
    void askCopy();
    void askImport();
    void askReport();
    void showAbout();
    void openExample();
    void createFile(NewFileDialog *dialog);
    void importSheet(const QString &path);
    Result<void> writeReport(const QString &path, PageSetup::Paper paper);
    void closeFile();

    void showFile(OpenOutcome outcome);
    void hideFile();
    void showRecent();
    void tellState();
    void tellUndo();
    void refuse(const QString &text);

    Appearance &m_appearance;
    Dialogs &m_dialogs;
    Workspace m_workspace;
    QString m_sheetForNewFile; // "Start from a spreadsheet": to be imported once the file is there

    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    PresencePage *m_presence = nullptr;

    QMenu *m_recentMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QList<QAction *> m_fileActs; // need an open file
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
