#pragma once

#include "models/store/backups.h"
#include "models/store/store.h"
#include "models/store/surroundings.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace liaison {

// How long a keeper waits.
struct BackupRhythm
{
    std::chrono::milliseconds afterOpening = std::chrono::seconds(3); // the window comes first
    std::chrono::milliseconds ofChanges = std::chrono::minutes(30);
};

// Sees to the backups of the open file: one soon after opening unless the newest holds all of it, one after
// half an hour of changes, before something risky and at closing. All are made in another thread with a
// connection of its own. Keeps the edits since the last one, so that nothing is lost when another program
// does away with the file.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    // The store must outlive the keeper; its file must be in its place. The folder of all backups is the
    // surroundings'.
    // @param threads where the work is done
    BackupKeeper(Store &store, const Surroundings &surroundings, const BackupRhythm &rhythm,
        QThreadPool &threads, QObject *parent = nullptr);
    // Waits until nothing is read from the file any more; what was copied is looked through to the end.
    ~BackupKeeper() override;

    const BackupFolder &folder() const { return m_folder; }
    // The newest one known to be whole; none before the first look.
    const std::optional<Backup> &last() const { return m_last; }
    // Why there is none of now; nothing when the last one was made.
    const std::optional<Error> &failure() const { return m_failure; }
    bool isWorking() const { return !m_tasks.empty(); }
    // Whether something was edited since, or since opening.
    bool hasChanges() const { return !m_since.empty(); }

    // Unless the newest one, or one under way, holds all there is; that or a failure is told in any case.
    void backUp();
    // Returns when all there is now is copied, not yet looked through: before something risky and
    // at closing.
    void copyNow();
    // All that the open file held, when it is not in its place any more.
    Result<Backup> rescue();

Q_SIGNALS:
    void made(const liaison::Backup &backup);
    void failed(const liaison::Error &error); // not again for the same reason

private:
    struct Task;
    void start();
    void take(const std::shared_ptr<Task> &task, const Result<Backup> &made);
    void tellFailure(const Error &error);
    void noteChange();
    QDateTime moment();

    Store &m_store;
    Clock m_clock;
    qint64 m_moment = 0; // the last one, ms since the epoch
    QThreadPool &m_threads;
    BackupFolder m_folder;
    QTimer m_afterOpening;
    QTimer m_ofChanges;
    std::optional<Backup> m_last;
    std::optional<Error> m_failure;
    std::vector<Edit> m_since; // edited since the last one, or since opening
    EditName m_newest; // the last edit seen
    std::vector<std::shared_ptr<Task>> m_tasks; // under way, the newest last
};

} // namespace liaison
