#include "models/items/issuefinder.h"

#include "models/store/store.h"

#include <algorithm>
#include <chrono>

namespace liaison {

namespace {

constexpr std::chrono::milliseconds leastPause(1000);

} // namespace

IssueFinder::IssueFinder(const Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(leastPause);
    connect(&m_soon, &QTimer::timeout, this, &IssueFinder::look);
    connect(&store, &Store::changed, &m_soon, qOverload<>(&QTimer::start));
}

void IssueFinder::look()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_since.start();
    m_look.start(
        m_store,
        [](const Store &store, const auto &) { return liaison::issues(store, today(store.clock())); }, this,
        [this](
            std::optional<std::vector<Issue>> all) { take(std::move(all).value_or(std::vector<Issue>())); });
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
    m_issues = std::move(issues);
    Q_EMIT found();
    if (m_again) {
        m_again = false;
        look();
    }
}

} // namespace liaison
