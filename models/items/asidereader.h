#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace liaison {

class Store;

// Reads a large file in a thread of its own, with a connection of its own, since a store belongs to one
// thread.
class AsideReader : public QObject
{
    Q_OBJECT

public:
    // Asks a store and gives back what to do with the answer.
    using Reading = std::function<std::function<void()>(const Store &)>;

    // The store must outlive the reader.
    explicit AsideReader(const Store &store, QObject *parent = nullptr);
    // Waits for a reading that is under way; its answer is dropped.
    ~AsideReader() override;

    // Returns at once; the answer is taken in the thread of the reader. One reading at a time: what is asked
    // meanwhile comes next, and only the newest answer is taken.
    void read(Reading reading);
    // The answer of what is under way is not wanted any more.
    void drop();
    bool isReading() const { return m_thread != nullptr; }

private:
    void start(Reading reading);
    void finish(const std::function<void()> &take);

    const Store &m_store;
    std::unique_ptr<QThread> m_thread;
    Reading m_next;
    bool m_isWanted = false; // the answer of what is under way
};

} // namespace liaison
