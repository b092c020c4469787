#include "app/backupkeeper.h"

#include <QFileInfo>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <mutex>

namespace liaison {

namespace {

EditName newestEdit(const Store &store)
{
    const std::vector<EditInfo> edits = store.edits(1);
    return edits.empty() ? EditName() : edits.front().name;
}

// The newest backup when it holds the same edits as the file.
std::optional<Backup> currentBackup(const Store &store, const BackupFolder &folder)
{
    const std::vector<Backup> all = folder.list();
    if (all.empty())
        return std::nullopt;
    const auto known = tipsIn(all.front().path);
    if (!known || store.countBeyond(*known) > 0)
        return std::nullopt;
    // Nor any that was taken back since by restoring.
    const std::vector<Tip> tips = store.tips();
    const bool isSame = std::all_of(known->begin(), known->end(), [&](const Tip &tip) {
        return std::any_of(tips.begin(), tips.end(), [&](const Tip &own) { return own.name == tip.name; });
    });
    return isSame ? std::optional(all.front()) : std::nullopt;
}

} // namespace

// What another thread has in its hands; outlives the keeper if it must.
struct BackupKeeper::Task
{
    EditName upTo;
    std::mutex mutex;
    BackupKeeper *keeper = nullptr; // null once it is gone
    QSemaphore copied; // released when the file is let go
    std::optional<Error> whyNotCopied;
};

BackupKeeper::BackupKeeper(Store &store, const Surroundings &surroundings, const BackupRhythm &rhythm,
    QThreadPool &threads, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(surroundings.clock)
    , m_threads(threads)
    , m_folder(BackupFolder::of(store.path(), surroundings.backupFolder))
    , m_newest(newestEdit(store))
{
    m_afterOpening.setSingleShot(true);
    m_afterOpening.setInterval(rhythm.afterOpening);
    connect(&m_afterOpening, &QTimer::timeout, this, &BackupKeeper::start);
    m_afterOpening.start();
    m_ofChanges.setSingleShot(true);
    m_ofChanges.setInterval(rhythm.ofChanges);
    connect(&m_ofChanges, &QTimer::timeout, this, &BackupKeeper::start);
    connect(&store, &Store::changed, this, &BackupKeeper::noteChange);
}

BackupKeeper::~BackupKeeper()
{
    for (const auto &task : m_tasks) {
        {
            const std::scoped_lock lock(task->mutex);
            task->keeper = nullptr;
        }
        task->copied.acquire(); // the file is closed next
    }
}

// Never twice the same: what is begun later is the newer backup.
QDateTime BackupKeeper::moment()
{
    m_moment = std::max(m_clock(), m_moment + 1);
    return QDateTime::fromMSecsSinceEpoch(m_moment);
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
    m_failure.reset();
    start();
}

void BackupKeeper::start()
{
    m_afterOpening.stop();
    m_store.lookForOtherWriters(); // opened once more, a stranger would be read with our WAL
    if (m_store.whereabouts() != Whereabouts::InPlace)
        return;
    if (!m_tasks.empty() && m_tasks.back()->upTo == m_newest)
        return; // under way
    const auto task = std::make_shared<Task>();
    task->upTo = m_newest;
    task->keeper = this;
    m_tasks.push_back(task);
    m_threads.start([task, path = m_store.path(), folder = m_folder, now = moment()] {
        Result<Backup> made = Error();
        std::optional<BackupFolder::Copy> unfinished;
        {
            const Surroundings reader{[now] { return now.toMSecsSinceEpoch(); }, {}, {}};
            const Store::Opening opening = Store::open(path, OpenMode::ReadOnly, reader);
            if (!opening.store)
                made = opening.error;
            else if (!task->upTo.isNull() && !opening.store->edit(task->upTo))
                made = Error{tr("cannot make a backup"), path, tr("another file stands in its place")};
            else if (const auto current = currentBackup(*opening.store, folder))
                made = *current;
            else if (const auto copied = folder.copy(*opening.store, now))
                unfinished = *copied;
            else
                made = copied.error();
        }
        if (!unfinished && !made)
            task->whyNotCopied = made.error();
        task->copied.release();
        if (unfinished)
            made = folder.finish(*unfinished, now);
        const std::scoped_lock lock(task->mutex);
        if (task->keeper) {
            QMetaObject::invokeMethod(task->keeper,
                [task, keeper = task->keeper, made = std::move(made)] { keeper->take(task, made); });
        }
    });
}

void BackupKeeper::copyNow()
{
    start();
    for (const auto &task : m_tasks) {
        task->copied.acquire();
        task->copied.release(); // for whoever asks next
        if (task->whyNotCopied)
            tellFailure(*task->whyNotCopied);
    }
}

void BackupKeeper::take(const std::shared_ptr<Task> &task, const Result<Backup> &made)
{
    m_tasks.erase(std::find(m_tasks.begin(), m_tasks.end(), task));
    if (made) {
        if (!m_last || m_last->time <= made->time)
            m_last = *made; // two may be done in another order
        m_failure.reset();
        const auto last = std::find_if(
            m_since.begin(), m_since.end(), [&](const Edit &edit) { return edit.name() == task->upTo; });
        if (last != m_since.end())
            m_since.erase(m_since.begin(), last + 1);
    }
    // After a failure too, so that it is tried again.
    if (made && m_since.empty())
        m_ofChanges.stop();
    else
        m_ofChanges.start();
    if (made)
        Q_EMIT this->made(*made);
    else
        tellFailure(made.error());
}

void BackupKeeper::tellFailure(const Error &error)
{
    if (m_failure && m_failure->message() == error.message())
        return;
    m_failure = error;
    Q_EMIT failed(error);
}

Result<Backup> BackupKeeper::rescue()
{
    m_afterOpening.stop();
    m_ofChanges.stop();
    if (m_store.whereabouts() != Whereabouts::Overwritten)
        return m_folder.make(m_store, moment(), BackupFolder::Keep::Always);
    std::optional<Backup> base = m_last;
    if (const auto all = m_folder.list(); (!base || !QFileInfo::exists(base->path)) && !all.empty())
        base = all.front(); // another one is just being finished
    if (!base)
        return Error{tr("cannot bring back what was overwritten"), m_folder.path(),
            tr("there is no backup of it yet")};
    return m_folder.makeFrom(*base, m_since, moment());
}

} // namespace liaison
