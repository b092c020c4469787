#pragma once

#include "models/domain/result.h"
#include "models/store/backups.h"
#include "models/store/store.h"
#include "views/reports/pdfprinter.h"

#include <QObject>
#include <QString>
#include <QUuid>

namespace liaison {

class Dialogs;
class NewFileDialog;
class PresencePage;
class Workspace;

inline const QString fileSuffix = QStringLiteral(".liaison");

// What is done with whole files: each act asks what it needs and does it. What went wrong is told, never
// thrown in the way.
class FileActs : public QObject
{
    Q_OBJECT

public:
    // All must outlive this; the window is the parent of what is asked.
    FileActs(Workspace &workspace, Dialogs &dialogs, QWidget *window);

    // The page of the open file; null when none is.
    void setPage(PresencePage *page) { m_page = page; }

    void open(const QString &path);
    void openExample();
    void askNew();
    void askOpen();
    void askCopy();
    void askImport(); // without an open file: into a new one
    void askReport();
    void askRestore();
    void backUp();
    void exportPerson(QUuid person); // asks where
    // Whether the open file turns out now not to be in its place any more; it is told soon.
    bool hasJustLostItsPlace();

Q_SIGNALS:
    void refused(const QString &message);

private:
    void createFile(NewFileDialog *dialog);
    void restore(const QString &backup);
    void tellBackup();
    void tellDisplaced(Whereabouts where, const Result<Backup> &copy);
    void importSheet(const QString &path);
    Result<void> writeReport(const QString &path, PageSetup::Paper paper);

    Workspace &m_workspace;
    Dialogs &m_dialogs;
    QWidget *m_window;
    PresencePage *m_page = nullptr;
    bool m_tellsBackup = false; // the user asked for it
    QString m_sheetForNewFile; // "Start from a spreadsheet": to be imported once the file is there
};

} // namespace liaison
