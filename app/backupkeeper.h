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

namespace liaison {

// How long a keeper waits.
struct BackupRhythm
{
    std::chrono::milliseconds afterOpening = std::chrono::seconds(3); // the window comes first
    std::chrono::milliseconds ofChanges = std::chrono::minutes(30);
};

// Sees to the backups of the open file: one soon after opening unless the newest holds all of it, one after
// half an hour of changes, one at closing. Those are made in another thread with a connection of its own.
// Keeps the edits since the last one, so that nothing is lost when another program does away with the file.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    // The store must outlive the keeper; its file must be in its place. The folder of all backups is the
    // surroundings'.
    BackupKeeper(Store &store, const Surroundings &surroundings, const BackupRhythm &rhythm,
        QObject *parent = nullptr);
    // Waits for a backup under way; makes none.
    ~BackupKeeper() override;

    const BackupFolder &folder() const { return m_folder; }
    // The newest one known to be whole; none before the first look.
    const std::optional<Backup> &last() const { return m_last; }
    bool isWorking() const { return m_task != nullptr; }
    // Whether something was edited since, or since opening.
    bool hasChanges() const { return !m_since.empty(); }

    // In another thread, at once or after the one under way.
    void backUp();
    // Here and now, unless the newest holds everything: before something risky and at closing. The newest
    // one.
    Result<Backup> backUpNow();
    // All that the open file held, when it is not in its place any more.
    Result<Backup> rescue();

Q_SIGNALS:
    void made(const liaison::Backup &backup);
    void failed(const liaison::Error &error);

private:
    struct Task;
    enum class Wanted { Always, UnlessCurrent };
    void start(Wanted wanted);
    void take(const Result<Backup> &made, const EditName &upTo);
    void noteChange();
    QDateTime now() const;

    Store &m_store;
    Surroundings m_surroundings;
    BackupFolder m_folder;
    QTimer m_afterOpening;
    QTimer m_ofChanges;
    std::optional<Backup> m_last;
    std::vector<Edit> m_since; // edited since the last one, or since opening
    EditName m_newest; // the last edit seen
    std::shared_ptr<Task> m_task;
    bool m_again = false;
};

} // namespace liaison
