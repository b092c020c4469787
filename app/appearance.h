#pragma once

#include "views/style/themewatcher.h"

#include <QObject>

namespace liaison {

// The theme and text size the user chose, kept between runs, and the one place that dresses the application
// for them.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    // Dresses the application at once; it must outlive this.
    explicit Appearance(QApplication &application);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale); // 0.8 - 2.0, bounded

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    ThemeWatcher m_watcher;
    Choice m_choice = Choice::System;
    qreal m_textScale = 1;
};

} // namespace liaison
