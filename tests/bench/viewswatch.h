#pragma once

#include "models/figures/trend.h"

#include <QObject>

#include <functional>

namespace liaison::bench {

// Sees when the board, the map and the trends of the one window there is have all been painted.
class ViewsWatch : public QObject
{
public:
    using IsNew = std::function<bool(const Trends &)>;

    ViewsWatch();

    // From now on pictures count, of the trends when they show this. `done` is called once, with all painting
    // done.
    void expect(const IsNew &isNew, const std::function<void()> &done);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_expecting = false;
    bool m_board = false;
    bool m_map = false;
    bool m_trends = false;
    IsNew m_isNew;
    std::function<void()> m_done;
};

} // namespace liaison::bench
