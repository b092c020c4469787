#include "app/workspace.h"

#include <chrono>

namespace liaison {

Workspace::Workspace(const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{
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
    m_editor.reset();
    m_store.reset();
}

Result<void> Workspace::open(const QString &path)
{
    Store::Opening opening = Store::open(path, OpenMode::ReadWrite, m_surroundings);
    if (!opening.store)
        return opening.error;
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

Result<void> Workspace::saveCopy(const QString &path) const
{
    return m_store->backup(path);
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
    Q_EMIT opened(outcome);
}

void Workspace::letGo()
{
    if (!m_store)
        return;
    Q_EMIT aboutToClose();
    m_editor.reset();
    m_store.reset();
}

} // namespace liaison
