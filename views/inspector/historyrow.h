#pragma once

#include "models/figures/cellhistory.h"
#include "models/figures/indicator.h"

#include <QWidget>

class QToolButton;

namespace liaison {

/// One value of a cell's history: a dot on the line of time, what was said, as of when, by whom, from which
/// source, and when it was recorded. What no longer stands has a link to restore it.
class HistoryRow : public QWidget
{
    Q_OBJECT

public:
    enum class Place { Shown, Other }; ///< Shown: what the board shows on its date
    enum class Restoring { Offered, None };
    static constexpr int textX = 18; ///< where its text begins, px at 100 %

    HistoryRow(const CellVersion &version, const Indicator &indicator, Place place, Restoring restoring,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place;
    Standing m_standing;
    CellVersion::State m_state;
};

} // namespace liaison
