#include "app/backupkeeper.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

namespace liaison {

namespace {

EditName newestEdit(const Store &store)
{
    const std::vector<EditInfo> edits = store.edits(1);
    return edits.empty() ? EditName() : edits.front().name;
}

// The newest backup when it holds every edit of the file.
std::optional<Backup> currentBackup(const Store &store, const BackupFolder &folder)
{
    const std::vector<Backup> all = folder.list();
    if (all.empty())
        return std::nullopt;
    const auto tips = tipsIn(all.front().path);
    if (!tips || store.countBeyond(*tips) > 0)
        return std::nullopt;
    return all.front();
}

} // namespace

// What the other thread has in its hands; outlives the keeper if it must.
struct BackupKeeper::Task
{
    std::mutex mutex;
    BackupKeeper *keeper = nullptr; // null once it is gone
    QSemaphore done;
};

BackupKeeper::BackupKeeper(
    Store &store, const Surroundings &surroundings, const BackupRhythm &rhythm, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_surroundings(surroundings)
    , m_folder(BackupFolder::of(store.path(), surroundings.backupFolder))
    , m_newest(newestEdit(store))
{
    m_afterOpening.setSingleShot(true);
    m_afterOpening.setInterval(rhythm.afterOpening);
    connect(&m_afterOpening, &QTimer::timeout, this, [this] { start(Wanted::UnlessCurrent); });
    m_afterOpening.start();
    m_ofChanges.setSingleShot(true);
    m_ofChanges.setInterval(rhythm.ofChanges);
    connect(&m_ofChanges, &QTimer::timeout, this, &BackupKeeper::backUp);
    connect(&store, &Store::changed, this, &BackupKeeper::noteChange);
}

BackupKeeper::~BackupKeeper()
{
    if (!m_task)
        return;
    {
        const std::scoped_lock lock(m_task->mutex);
        m_task->keeper = nullptr;
    }
    m_task->done.acquire(); // the file is closed next
}

QDateTime BackupKeeper::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_surroundings.clock());
}

void BackupKeeper::noteChange()
{
    std::vector<Edit> edits = m_store.editsAfter(m_newest);
    if (edits.empty())
        return; // rebuilt only
    m_newest = edits.back().name();
    std::move(edits.begin(), edits.end(), std::back_inserter(m_since));
    if (!m_ofChanges.isActive())
        m_ofChanges.start();
}

void BackupKeeper::backUp()
{
    start(Wanted::Always);
}

void BackupKeeper::start(Wanted wanted)
{
    if (m_store.whereabouts() != Whereabouts::InPlace || m_store.isReadOnly())
        return;
    if (m_task) {
        m_again = m_again || wanted == Wanted::Always;
        return;
    }
    m_task = std::make_shared<Task>();
    m_task->keeper = this;
    QThreadPool::globalInstance()->start(
        [task = m_task, path = m_store.path(), folder = m_folder, surroundings = m_surroundings,
            upTo = m_newest, now = now(), wanted] {
            Result<Backup> made = Error();
            {
                const Store::Opening opening = Store::open(path, OpenMode::ReadOnly, surroundings);
                std::optional<Backup> current;
                if (opening.store && wanted == Wanted::UnlessCurrent)
                    current = currentBackup(*opening.store, folder);
                if (current)
                    made = *current;
                else if (!opening.store)
                    made = opening.error;
                else if (!upTo.isNull() && !opening.store->edit(upTo))
                    made = Error{tr("cannot make a backup"), path, tr("another file stands in its place")};
                else
                    made = folder.make(*opening.store, now);
            }
            const std::scoped_lock lock(task->mutex);
            if (task->keeper) {
                QMetaObject::invokeMethod(task->keeper,
                    [keeper = task->keeper, made = std::move(made), upTo] { keeper->take(made, upTo); });
            }
            task->done.release();
        });
}

void BackupKeeper::take(const Result<Backup> &made, const EditName &upTo)
{
    m_task.reset();
    if (made) {
        m_last = *made;
        const auto last = std::find_if(
            m_since.begin(), m_since.end(), [&](const Edit &edit) { return edit.name() == upTo; });
        if (last != m_since.end())
            m_since.erase(m_since.begin(), last + 1);
    }
    // After a failure too, so that it is tried again.
    if (m_since.empty())
        m_ofChanges.stop();
    else
        m_ofChanges.start();
    if (made)
        Q_EMIT this->made(*made);
    else
        Q_EMIT failed(made.error());
    if (std::exchange(m_again, false))
        backUp();
}

Result<Backup> BackupKeeper::backUpNow()
{
    m_again = false;
    m_afterOpening.stop();
    if (m_task) {
        m_task->done.acquire();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // what it reports
    }
    if (m_last && !hasChanges())
        return *m_last;
    const auto current = m_last ? std::nullopt : currentBackup(m_store, m_folder);
    const Result<Backup> made = current ? Result<Backup>(*current) : m_folder.make(m_store, now());
    take(made, m_newest);
    return made;
}

Result<Backup> BackupKeeper::rescue()
{
    m_afterOpening.stop();
    m_ofChanges.stop();
    if (m_store.whereabouts() != Whereabouts::Overwritten)
        return m_folder.make(m_store, now(), BackupFolder::Keep::Always);
    std::optional<Backup> base = m_last;
    if (const std::vector<Backup> all = m_folder.list(); !base && !all.empty())
        base = all.front();
    if (!base)
        return Error{tr("cannot bring back what was overwritten"), m_folder.path(),
            tr("there is no backup of it yet")};
    return m_folder.makeFrom(*base, m_since, m_store, now());
}

} // namespace liaison
