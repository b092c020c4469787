#pragma once

#include "models/figures/standing.h"

#include <QAbstractButton>
#include <QColor>

namespace liaison {

/// One indicator of a territory on a line: symbol, name, what it says, project. Pressing it makes it the
/// current one.
class StandingRow : public QAbstractButton
{
    Q_OBJECT

public:
    struct Content
    {
        Standing standing = Standing::Unknown;
        QString name; ///< the indicator's
        QString reading; ///< "unknown" when there is none
        QString project; ///< its code
        QString colourLight; ///< of the project
        QString colourDark;
        bool conflict = false;
        bool stale = false;
        bool current = false;
    };

    explicit StandingRow(const Content &content, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

} // namespace liaison
