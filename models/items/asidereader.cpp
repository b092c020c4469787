#include "models/items/asidereader.h"

#include "models/store/store.h"

#include <QThread>

namespace liaison {

AsideReader::AsideReader(const Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

AsideReader::~AsideReader()
{
    if (m_thread)
        m_thread->wait(); // what is queued for this object goes with it
}

void AsideReader::read(Reading reading)
{
    if (m_thread) {
        m_isWanted = false;
        m_next = std::move(reading);
    } else {
        start(std::move(reading));
    }
}

void AsideReader::drop()
{
    m_isWanted = false;
    m_next = {};
}

void AsideReader::start(Reading reading)
{
    m_isWanted = true;
    const Surroundings surroundings{m_store.clock(), {}, {}};
    m_thread.reset(QThread::create([this, surroundings, path = m_store.path(), reading = std::move(reading)] {
        const auto opening = Store::open(path, OpenMode::ReadOnly, surroundings);
        std::function<void()> take;
        if (opening.store)
            take = reading(*opening.store);
        QMetaObject::invokeMethod(
            this, [this, take = std::move(take)] { finish(take); }, Qt::QueuedConnection);
    }));
    m_thread->start(QThread::LowPriority);
}

void AsideReader::finish(const std::function<void()> &take)
{
    m_thread->wait();
    m_thread.reset();
    const bool isWanted = std::exchange(m_isWanted, false);
    if (m_next)
        start(std::exchange(m_next, {}));
    else if (isWanted && take)
        take();
}

} // namespace liaison
