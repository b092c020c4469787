#include "models/items/issuefinder.h"

#include "models/store/store.h"

#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace liaison {

namespace {

constexpr std::chrono::milliseconds leastPause(1000);

} // namespace

// What the other thread has in its hands; outlives the finder if it must.
struct IssueFinder::Task
{
    std::mutex mutex;
    IssueFinder *finder = nullptr; // null once it is gone
    QSemaphore done;
};

IssueFinder::IssueFinder(const Store &store, const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_surroundings(surroundings)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(leastPause);
    connect(&m_soon, &QTimer::timeout, this, &IssueFinder::look);
    connect(&store, &Store::changed, &m_soon, qOverload<>(&QTimer::start));
}

IssueFinder::~IssueFinder()
{
    if (!m_task)
        return;
    {
        const std::scoped_lock lock(m_task->mutex);
        m_task->finder = nullptr;
    }
    m_task->done.acquire(); // the file is closed next
}

void IssueFinder::look()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_since.start();
    m_task = std::make_shared<Task>();
    m_task->finder = this;
    QThreadPool::globalInstance()->start([task = m_task, path = m_store.path(),
                                             surroundings = m_surroundings] {
        std::vector<Issue> all;
        {
            const Store::Opening opening = Store::open(path, OpenMode::ReadOnly, surroundings);
            if (opening.store)
                all = liaison::issues(*opening.store, today(surroundings.clock));
        }
        const std::scoped_lock lock(task->mutex);
        if (task->finder) {
            QMetaObject::invokeMethod(task->finder,
                [finder = task->finder, all = std::move(all)]() mutable { finder->take(std::move(all)); });
        }
        task->done.release();
    });
}

void IssueFinder::lookNow()
{
    m_known = true;
    m_issues = liaison::issues(m_store, today(m_store.clock()));
    Q_EMIT found();
}

void IssueFinder::take(std::vector<Issue> issues)
{
    m_looking = false;
    m_known = true;
    m_soon.setInterval(std::max(leastPause, std::chrono::milliseconds(9 * m_since.elapsed())));
    m_task.reset();
    m_issues = std::move(issues);
    Q_EMIT found();
    if (m_again) {
        m_again = false;
        look();
    }
}

} // namespace liaison
