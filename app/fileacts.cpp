#include "app/fileacts.h"

#include "app/dialogs/dialogs.h"
#include "app/dialogs/displaceddialog.h"
#include "app/dialogs/importdialog.h"
#include "app/dialogs/newfiledialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/restoredialog.h"
#include "app/workspace.h"
#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/exchange/personfile.h"
#include "models/reports/boardreport.h"
#include "views/board/boardview.h"
#include "views/presence/presencepage.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString withSuffix(const QString &path, const QString &ending)
{
    return path.isEmpty() || path.endsWith(ending, Qt::CaseInsensitive) ? path : path + ending;
}

// Beside the program's other data: what somebody tries out in the example stays.
QString exampleFolder()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/liaison"_s;
    QDir().mkpath(folder);
    return folder;
}

} // namespace

FileActs::FileActs(Workspace &workspace, Dialogs &dialogs, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_window(window)
{
    connect(&workspace, &Workspace::displaced, this, &FileActs::tellDisplaced);
    connect(&workspace, &Workspace::backedUp, this, &FileActs::tellBackup);
    connect(&workspace, &Workspace::backupFailed, this, [this](const Error &error) {
        m_tellsBackup = false;
        Q_EMIT refused(error.message());
    });
}

void FileActs::open(const QString &path)
{
    if (m_page)
        m_page->boardView()->finishEditing();
    if (const auto done = m_workspace.open(path); !done)
        Q_EMIT refused(done.error().message());
}

void FileActs::askNew()
{
    auto *dialog = new NewFileDialog(m_window);
    connect(dialog, &NewFileDialog::createRequested, this, [this, dialog] { createFile(dialog); });
    connect(dialog, &QDialog::rejected, this, [this] { m_sheetForNewFile.clear(); });
    dialog->open();
}

void FileActs::createFile(NewFileDialog *dialog)
{
    const QString path = withSuffix(
        m_dialogs.fileToWrite(dialog, tr("Where is the new file to be?"), dialog->proposedFileName(),
            tr("Liaison files (*.liaison)"), Dialogs::Existing::Refused),
        fileSuffix);
    if (path.isEmpty())
        return;
    if (const auto done = m_workspace.create(path, dialog->options()); !done) {
        dialog->showRefusal(done.error().message());
        return;
    }
    dialog->accept();
    if (!m_sheetForNewFile.isEmpty())
        importSheet(std::exchange(m_sheetForNewFile, QString()));
}

void FileActs::askOpen()
{
    const QString path =
        m_dialogs.fileToOpen(m_window, tr("Open a file"), tr("Liaison files (*.liaison);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void FileActs::openExample()
{
    const QString example = u"caribbean-2007"_s;
    const QString path = exampleFolder() + u'/' + example + fileSuffix;
    if (QFileInfo::exists(path)) {
        open(path);
    } else if (const auto done = m_workspace.create(path, {{}, {}, example}); !done) {
        Q_EMIT refused(done.error().message());
        return;
    }
    // All it says is of one day; today it would be a board of stale values.
    if (m_page && !m_page->model().board().lastUpdate.isNull())
        m_page->setAsOf(m_page->model().board().lastUpdate);
}

void FileActs::exportPerson(QUuid person)
{
    const Store &store = m_workspace.editor()->store();
    // Not the name: file names are seen by others.
    const QString path = withSuffix(m_dialogs.fileToWrite(m_window, tr("Export a person"),
                                        tr("person %1").arg(person.toString(QUuid::WithoutBraces).left(8)) + u".json"_s,
                                        tr("JSON files (*.json)"), Dialogs::Existing::Refused),
        u".json"_s);
    if (path.isEmpty())
        return;
    const auto done = liaison::exportPerson(store, store.find(fields::person::entity, person), path);
    if (!done)
        Q_EMIT refused(done.error().message());
    else
        m_page->showNotice(tr("What is known of the person is in %1").arg(QDir::toNativeSeparators(path)));
}

void FileActs::askCopy()
{
    m_page->boardView()->finishEditing();
    const QString name = QFileInfo(m_workspace.editor()->store().path()).completeBaseName();
    const QString path =
        withSuffix(m_dialogs.fileToWrite(m_window, tr("Save a copy"), tr("%1 copy").arg(name) + fileSuffix,
                       tr("Liaison files (*.liaison)"), Dialogs::Existing::Refused),
            fileSuffix);
    if (path.isEmpty())
        return;
    const bool inPlace = m_workspace.editor()->store().whereabouts() == Whereabouts::InPlace;
    if (const auto done = m_workspace.saveCopy(path); !done)
        Q_EMIT refused(done.error().message());
    else if (!inPlace)
        open(path); // nothing can be written where we are
    else
        m_page->showNotice(tr("A complete copy is in %1").arg(QDir::toNativeSeparators(path)));
}

// --- Backups

void FileActs::backUp()
{
    m_page->boardView()->finishEditing();
    if (!m_workspace.backups()) {
        Q_EMIT refused(tr("No backups are made of a file that is only read."));
        return;
    }
    m_tellsBackup = true;
    m_workspace.backups()->backUp();
}

void FileActs::tellBackup()
{
    if (std::exchange(m_tellsBackup, false) && m_page && m_workspace.backups())
        m_page->showNotice(tr("A verified backup is in %1")
                               .arg(QDir::toNativeSeparators(m_workspace.backups()->last()->path)));
}

void FileActs::askRestore()
{
    m_page->boardView()->finishEditing();
    const auto backups =
        m_workspace.backups() ? m_workspace.backups()->folder().list() : std::vector<Backup>();
    auto *dialog = new RestoreDialog(m_workspace.editor()->store(), backups, m_page->region(),
        today(m_workspace.surroundings().clock), m_workspace.surroundings(), m_dialogs, m_window);
    connect(&m_workspace, &Workspace::aboutToClose, dialog, &QDialog::reject);
    connect(dialog, &RestoreDialog::restoreRequested, this, [this, dialog](const QString &backup) {
        dialog->accept();
        restore(backup);
    });
    dialog->open();
}

void FileActs::restore(const QString &backup)
{
    const auto kept = m_workspace.restore(backup);
    if (!kept) {
        Q_EMIT refused(kept.error().message());
        return;
    }
    m_page->showNotice(kept->isEmpty() ? tr("The backup was restored")
                                       : tr("The backup was restored; what stood in the file before is in %1")
                                             .arg(QDir::toNativeSeparators(*kept)),
        NoticeStrip::Stay::UntilClosed);
}

bool FileActs::hasJustLostItsPlace()
{
    if (!m_page)
        return false;
    Store &store = m_workspace.editor()->store();
    const bool knew = store.whereabouts() != Whereabouts::InPlace;
    store.lookForOtherWriters();
    return !knew && store.whereabouts() != Whereabouts::InPlace;
}

void FileActs::tellDisplaced(Whereabouts where, const Result<Backup> &copy)
{
    if (!m_page) { // found only while it was closed
        if (copy)
            Q_EMIT refused(tr("The file was moved or replaced; all that was in it is in %1")
                               .arg(QDir::toNativeSeparators(copy->path)));
        else
            Q_EMIT refused(copy.error().message());
        return;
    }
    const QString path = m_workspace.editor()->store().path();
    auto *dialog = new DisplacedDialog(path, where, copy, m_window);
    connect(&m_workspace, &Workspace::aboutToClose, dialog, &QDialog::reject);
    connect(dialog, &DisplacedDialog::copyRequested, this, &FileActs::askCopy);
    connect(dialog, &DisplacedDialog::openRequested, this, [this, path] { open(path); });
    dialog->open();
}

// --- Sheets and reports

void FileActs::askImport()
{
    const QString path = m_dialogs.fileToOpen(
        m_window, tr("Import a board sheet"), tr("Spreadsheets as CSV (*.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    if (m_page) {
        importSheet(path);
    } else {
        m_sheetForNewFile = path;
        askNew();
    }
}

void FileActs::importSheet(const QString &path)
{
    m_page->boardView()->finishEditing();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT refused(
            Error{tr("The sheet cannot be read"), QDir::toNativeSeparators(path), file.errorString()}
                .message());
        return;
    }
    auto *dialog = new ImportDialog(*m_workspace.editor(), path, file.readAll(), m_page->asOf(), m_window);
    connect(&m_workspace, &Workspace::aboutToClose, dialog, &QDialog::reject);
    connect(dialog, &ImportDialog::aboutToImport, this, [this] {
        if (m_workspace.backups())
            m_workspace.backups()->copyNow(); // an import can be undone: without a backup, too
    });
    connect(dialog, &ImportDialog::imported, m_page, &PresencePage::showNoticeWithUndo);
    dialog->open();
}

void FileActs::askReport()
{
    m_page->boardView()->finishEditing();
    auto *dialog = new ReportDialog(
        tr("%1 as of %2, as a PDF.").arg(m_page->region().name, m_page->asOf().toText(QLocale())), m_window);
    connect(&m_workspace, &Workspace::aboutToClose, dialog, &QDialog::reject);
    connect(dialog, &ReportDialog::exportRequested, this, [this, dialog] {
        const QString name =
            u"%1 %2.pdf"_s.arg(m_page->region().name, m_page->asOf().toIso()).replace(u'/', u'-');
        const QString path = withSuffix(m_dialogs.fileToWrite(dialog, tr("Export the board report"), name,
                                            tr("PDF files (*.pdf)"), Dialogs::Existing::MayBeReplaced),
            u".pdf"_s);
        if (path.isEmpty())
            return;
        dialog->accept();
        if (const auto done = writeReport(path, dialog->paper()); !done)
            Q_EMIT refused(done.error().message());
        else
            m_page->showNotice(tr("The board report is in %1").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

Result<void> FileActs::writeReport(const QString &path, PageSetup::Paper paper)
{
    QSaveFile file(path);
    const auto refusal = [&] {
        return Error{tr("The report cannot be written"), QDir::toNativeSeparators(path), file.errorString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return refusal();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_workspace.surroundings().clock(), Qt::UTC);
    const Report report = boardReport(m_workspace.editor()->store(),
        {m_page->region(), m_page->asOf().lastDay(), QLocale(), m_workspace.surroundings().author});
    if (auto printed = printPdf(report, {paper, now}, file); !printed)
        return printed;
    return file.commit() ? Result<void>() : refusal();
}

} // namespace liaison
