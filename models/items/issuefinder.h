#pragma once

#include "models/figures/settle.h"
#include "models/items/secondlook.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace liaison {

// Keeps the list of what waits to be settled. A large file is looked through in another thread with a
// connection of its own, a second after the last change, so that typing never waits for it.
class IssueFinder : public QObject
{
    Q_OBJECT

public:
    // The store must outlive the finder.
    explicit IssueFinder(const Store &store, QObject *parent = nullptr);
    const std::vector<Issue> &issues() const { return m_issues; }
    // False until the first look is done.
    bool isKnown() const { return m_known; }
    bool isLooking() const { return m_looking; }

    // Looks again, at once when nothing is under way, else after it.
    void look();
    // In this thread, before it returns.
    void lookNow();

Q_SIGNALS:
    void found(); // the list is a new one

private:
    void take(std::vector<Issue> issues);

    const Store &m_store;
    std::vector<Issue> m_issues;
    QTimer m_soon;
    QElapsedTimer m_since; // a look began
    bool m_known = false;
    bool m_looking = false;
    bool m_again = false;
    SecondLook<std::vector<Issue>> m_look; // waits for a look that is under way, so it goes first
};

} // namespace liaison
