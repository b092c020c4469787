#include "app/workspace.h"

#include <chrono>

namespace liaison {

Workspace::Workspace(const Surroundings &surroundings, const BackupRhythm &rhythm, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_rhythm(rhythm)
{
    m_backupThreads.setMaxThreadCount(3); // to copy while an earlier copy is looked through
    m_watch.setInterval(std::chrono::seconds(2));
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_store)
            m_store->lookForOtherWriters();
        Q_EMIT looked();
    });
    m_watch.start();
}

Workspace::~Workspace()
{
    m_backups.reset();
    m_editor.reset();
    m_store.reset();
}

Result<void> Workspace::open(const QString &path)
{
    Store::Opening opening = Store::open(path, OpenMode::ReadWrite, m_surroundings);
    if (!opening.store)
        return opening.error;
    // When they cannot be written now the file is as good as before, and the next opening tries again.
    if (!opening.store->isReadOnly())
        [[maybe_unused]] const auto taken = takeInReleases(*opening.store);
    take(std::move(opening.store), opening.outcome);
    return {};
}

Result<void> Workspace::create(const QString &path, const NewFileOptions &options)
{
    auto made = newFile(path, options, m_surroundings);
    if (!made)
        return made.error();
    take(std::move(*made), OpenOutcome::Current);
    return {};
}

Result<void> Workspace::saveCopy(const QString &path)
{
    if (m_store->whereabouts() == Whereabouts::Overwritten && m_rescued.isEmpty())
        return Error{tr("cannot save a copy"), m_store->path(),
            tr("the file was overwritten, and there is no backup of it")};
    if (m_rescued.isEmpty())
        return m_store->backup(path);
    const Store::Opening rescued = Store::open(m_rescued, OpenMode::ReadOnly, m_surroundings);
    return rescued.store ? rescued.store->backup(path) : Result<void>(rescued.error);
}

Result<QString> Workspace::restore(const QString &backup)
{
    const QString path = m_store->path();
    // restoreBackup() keeps the present state.
    letGo(Parting::WithoutBackup);
    const Result<QString> restored = restoreBackup(backup, path, m_surroundings);
    const Result<void> opened = open(path);
    if (!opened) {
        Q_EMIT closed();
        return restored ? Result<QString>(opened.error()) : restored;
    }
    return restored;
}

void Workspace::close()
{
    letGo();
    Q_EMIT closed();
}

void Workspace::take(std::unique_ptr<Store> store, OpenOutcome outcome)
{
    letGo();
    m_store = std::move(store);
    m_editor = std::make_unique<Editor>(*m_store);
    connect(m_store.get(), &Store::displaced, this, &Workspace::rescue);
    if (!m_surroundings.backupFolder.isEmpty() && !m_store->isReadOnly())
        m_backups = std::make_unique<BackupKeeper>(*m_store, m_surroundings, m_rhythm, m_backupThreads);
    if (m_backups) {
        connect(m_backups.get(), &BackupKeeper::made, this, &Workspace::backedUp);
        connect(m_backups.get(), &BackupKeeper::failed, this, &Workspace::backupFailed);
    }
    Q_EMIT opened(outcome);
}

void Workspace::rescue(Whereabouts where)
{
    const auto copy = m_backups
        ? m_backups->rescue()
        : Result<Backup>(Error{tr("no copy was made"), {}, tr("no backups are made here")});
    if (copy)
        m_rescued = copy->path;
    Q_EMIT displaced(where, copy);
}

void Workspace::letGo(Parting parting)
{
    if (!m_store)
        return;
    Q_EMIT aboutToClose(); // may still write
    m_store->lookForOtherWriters();
    if (m_store->whereabouts() != Whereabouts::InPlace && m_rescued.isEmpty())
        rescue(m_store->whereabouts());
    else if (m_backups && parting == Parting::WithBackup && m_backups->hasChanges())
        m_backups->copyNow();
    m_rescued.clear();
    m_backups.reset();
    m_editor.reset();
    m_store.reset();
}

} // namespace liaison
