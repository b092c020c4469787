#pragma once

#include "models/store/store.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace liaison {

// Asks a file something in another thread, with a connection of its own, and hands the answer over in this
// one. Only the last question counts: one before it is told to stop, and its answer is dropped.
template <typename Answer>
class SecondLook
{
public:
    using Stop = std::function<bool()>; // says yes when nobody waits for the answer any more
    using Ask = std::function<Answer(const Store &store, const Stop &stop)>;
    // No answer: the file could not be opened, or not read to the end.
    using Take = std::function<void(std::optional<Answer> answer)>;

    SecondLook() { m_pool.setMaxThreadCount(1); }
    // Waits for a question that is under way: the file may be closed next.
    ~SecondLook()
    {
        drop();
        m_pool.waitForDone();
    }
    SecondLook(const SecondLook &) = delete;
    SecondLook &operator=(const SecondLook &) = delete;

    // `taker` lives in this thread and as long as this object; `take` is called from its event loop.
    void start(const Store &store, Ask ask, QObject *taker, Take take)
    {
        drop();
        m_stop = std::stop_source();
        m_pool.start([stop = m_stop.get_token(), path = store.path(), surroundings = store.surroundings(),
                         &catalogue = store.catalogue(), ask = std::move(ask), taker,
                         take = std::move(take)] {
            std::optional<Answer> answer;
            if (!stop.stop_requested()) {
                const Store::Opening opening = Store::open(path, OpenMode::ReadOnly, surroundings, catalogue);
                if (opening.store) {
                    answer = ask(*opening.store, [stop] { return stop.stop_requested(); });
                    if (!opening.store->readError().why.isEmpty())
                        answer.reset();
                }
            }
            QMetaObject::invokeMethod(taker, [stop, take, answer = std::move(answer)]() mutable {
                if (!stop.stop_requested())
                    take(std::move(answer));
            });
        });
    }

    void drop() { m_stop.request_stop(); }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace liaison
