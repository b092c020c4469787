#pragma once

#include "app/backupkeeper.h"
#include "models/edits/editor.h"
#include "models/exchange/readymade.h"
#include "models/store/store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace liaison {

// The file the window has open, or none. Another one is opened before this one is let go, so a refusal leaves
// everything as it was. Looks every two seconds whether another program wrote to it.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(
        const Surroundings &surroundings, const BackupRhythm &rhythm = {}, QObject *parent = nullptr);
    ~Workspace() override;

    // Null when no file is open; gone after aboutToClose().
    Editor *editor() const { return m_editor.get(); }
    const Surroundings &surroundings() const { return m_surroundings; }
    // Null when no file is open, and when no backups are made of it.
    BackupKeeper *backups() const { return m_backups.get(); }

    // An opened file that was not there before closes the one that was. The error says what stands in the
    // way.
    Result<void> open(const QString &path);
    Result<void> create(const QString &path, const NewFileOptions &options);
    // Of a file that is not in its place any more: all that it held.
    Result<void> saveCopy(const QString &path);
    // Puts a backup in the place of the open file, and opens it. Gives where the present state is kept. When it
    // cannot be done the file is open as it was.
    Result<QString> restore(const QString &backup);
    void close();

Q_SIGNALS:
    void opened(liaison::OpenOutcome outcome);
    void aboutToClose();
    void closed();
    void backedUp();
    void backupFailed(const liaison::Error &error);
    // The file is not in its place any more. What it held is safe in a copy, or could not be brought there.
    void displaced(liaison::Whereabouts where, const liaison::Result<liaison::Backup> &copy);
    void looked(); // the clock has moved on: today may be another day

private:
    void take(std::unique_ptr<Store> store, OpenOutcome outcome);
    void rescue(Whereabouts where);
    enum class Parting { WithBackup, WithoutBackup };
    void letGo(Parting parting = Parting::WithBackup);

    Surroundings m_surroundings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Editor> m_editor;
    QThreadPool m_backupThreads; // waited for at the end
    std::unique_ptr<BackupKeeper> m_backups;
    BackupRhythm m_rhythm;
    QString m_rescued; // the copy of a file that is not in its place any more
    QTimer m_watch;
};

} // namespace liaison
