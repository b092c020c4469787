#pragma once

#include "models/figures/opentasks.h"

#include <QWidget>

namespace liaison {

class Editor;

/// Open tasks as lines that are ticked off.
class TaskLines : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the widget
    /// @param day from which what is late is told
    TaskLines(Editor &editor, const std::vector<OpenTask> &tasks, QDate day, QWidget *parent = nullptr);

Q_SIGNALS:
    void refused(const QString &message);
    void done(const QString &what); ///< for the notice
};

} // namespace liaison
